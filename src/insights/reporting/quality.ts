import { type Pair, pairsOf } from '../../conversations/reviewing/rounds.ts';
import { criteria } from '../../conversations/reviewing/rubric.ts';
import type { Context } from '../../platform/context.ts';
import { type Kappa, kappaOf } from '../kappa.ts';
import { z95 } from '../statistics.ts';

export interface Mean {
  /** 0 to 2. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
}

/** How good a sample of our answers was found, and how far those who looked agreed before they talked. */
export interface Quality {
  readonly all: Mean;
  readonly criteria: readonly {
    readonly key: (typeof criteria)[number];
    readonly mean: Mean;
    readonly kappa: Kappa;
  }[];
  /** Over all criteria together. */
  readonly kappa: Kappa;
  /** Seen differently by the two, and of those not talked over. */
  readonly differing: number;
  readonly open: number;
}

/** Of rounds of weeks that begin in the period. */
export async function readQuality(
  ctx: Context,
  period: { from: string; to: string; queueIds: readonly string[] },
): Promise<Quality> {
  return qualityOf(await pairsOf(ctx, period));
}

export function qualityOf(pairs: readonly Pair[]): Quality {
  const marks = pairs.map((pair) =>
    criteria.map((_, at) => pair.agreed?.[at] ?? ((pair.one[at] ?? 0) + (pair.other[at] ?? 0)) / 2),
  );
  const each = (at: number) => pairs.map(({ one, other }) => [one[at] ?? 0, other[at] ?? 0] as const);
  const differing = pairs.filter(({ one, other }) => one.some((mark, at) => mark !== other[at]));
  return {
    // The answer is what was drawn, so an answer is one observation: the mean of its criteria.
    all: meanOf(marks.map((own) => own.reduce((sum, mark) => sum + mark, 0) / own.length)),
    criteria: criteria.map((key, at) => ({
      key,
      mean: meanOf(marks.map((own) => own[at] ?? 0)),
      kappa: kappaOf(each(at)),
    })),
    kappa: kappaOf(criteria.flatMap((_, at) => each(at))),
    differing: differing.length,
    open: differing.filter(({ agreed }) => agreed === null).length,
  };
}

/** With the interval of a mean; for so few a little wide, because the spread is estimated too. */
export function meanOf(values: readonly number[]): Mean {
  const n = values.length;
  if (n === 0) return { value: null, low: null, high: null, n };
  const value = values.reduce((sum, one) => sum + one, 0) / n;
  if (n < 2) return { value, low: 0, high: 2, n };
  const variance = values.reduce((sum, one) => sum + (one - value) ** 2, 0) / (n - 1);
  // Student's t at 95 %, to within one per cent from five on (Peiser's approximation).
  const t =
    z95 + (z95 ** 3 + z95) / (4 * (n - 1)) + (5 * z95 ** 5 + 16 * z95 ** 3 + 3 * z95) / (96 * (n - 1) ** 2);
  const half = t * Math.sqrt(variance / n);
  return { value, low: Math.max(0, value - half), high: Math.min(2, value + half), n };
}
