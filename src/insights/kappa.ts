import { z95 } from './statistics.ts';

/** How far two agree beyond what chance alone would make of it: 1 always, 0 as chance, below that less. */
export interface Kappa {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  /** The plain share of cases in which both said the same. */
  readonly same: number | null;
}

/**
 * Cohen's kappa of pairs of marks, with the large-sample interval of Fleiss, Cohen and Everitt (1969). Where both always
 * gave one and the same mark, chance explains all of it and there is no kappa.
 */
export function kappaOf(pairs: readonly (readonly [number, number])[], z = z95): Kappa {
  const n = pairs.length;
  if (n === 0) return { value: null, low: null, high: null, n, same: null };
  const marks = [...new Set(pairs.flat())];
  const share = (holds: (pair: readonly [number, number]) => boolean) => pairs.filter(holds).length / n;
  const row = new Map(marks.map((mark) => [mark, share(([one]) => one === mark)]));
  const column = new Map(marks.map((mark) => [mark, share(([, other]) => other === mark)]));
  const same = share(([one, other]) => one === other);
  const chance = marks.reduce((sum, mark) => sum + of(row, mark) * of(column, mark), 0);
  if (chance >= 1) return { value: null, low: null, high: null, n, same };
  const value = (same - chance) / (1 - chance);
  const cells = Map.groupBy(pairs, ([one, other]) => `${one} ${other}`);
  let spread = -((value - chance * (1 - value)) ** 2);
  for (const all of cells.values()) {
    const [one, other] = all[0] ?? [0, 0];
    const part = all.length / n;
    const beside = of(row, other) + of(column, one);
    spread +=
      one === other
        ? part * (1 - (of(row, one) + of(column, one)) * (1 - value)) ** 2
        : part * (1 - value) ** 2 * beside ** 2;
  }
  const half = z * Math.sqrt(Math.max(0, spread) / (n * (1 - chance) ** 2));
  return { value, low: Math.max(-1, value - half), high: Math.min(1, value + half), n, same };
}

function of(shares: ReadonlyMap<number, number>, mark: number): number {
  return shares.get(mark) ?? 0;
}
