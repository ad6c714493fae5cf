/** Repeatable chance: the same seed gives the same organisation, everywhere. */
export interface Random {
  next(): number;
  whole(from: number, to: number): number;
  chance(share: number): boolean;
  pick<T>(list: readonly T[]): T;
  weighted<T>(list: readonly T[], weight: (item: T) => number): T;
  /** Skewed to the right around `median`, as waiting times are. */
  around(median: number, spread: number): number;
}

/** mulberry32, public domain, by Tommy Ettinger. */
export function randomFrom(seed: number): Random {
  let state = (seed * 2654435761 + 97) | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    chance: (share) => next() < share,
    pick: (list) => elementAt(list, whole(0, list.length - 1)),
    weighted: (list, weight) => byWeight(list, weight, next()),
    around: (median, spread) => median * Math.exp(spread * (next() + next() + next() - 1.5)),
  };
}

/** Deals every card once before any comes again, so that no wording is worn out by bad luck. */
export interface Deck {
  deal<T>(name: object, list: readonly T[]): T;
}

export function deckOf(random: Random): Deck {
  const left = new Map<object, number[]>();
  return {
    deal: (name, list) => {
      const indexes = left.get(name) ?? [];
      if (indexes.length === 0) indexes.push(...list.keys());
      const [index] = indexes.splice(random.whole(0, indexes.length - 1), 1);
      left.set(name, indexes);
      return elementAt(list, index ?? 0);
    },
  };
}

function byWeight<T>(list: readonly T[], weight: (item: T) => number, share: number): T {
  let left = share * list.reduce((sum, item) => sum + weight(item), 0);
  for (const item of list) {
    left -= weight(item);
    if (left < 0) return item;
  }
  return elementAt(list, list.length - 1);
}

function elementAt<T>(list: readonly T[], index: number): T {
  const found = list[index];
  if (found === undefined) throw new RangeError(`no element ${index} in a list of ${list.length}`);
  return found;
}
