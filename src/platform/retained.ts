import type { Context } from './context.ts';

/** What is past its date. Held: kept back by a legal hold, and counted apart. */
export interface PastDate {
  due: number;
  held: number;
  /** When the clock of the oldest that is due began. */
  oldest: Date | null;
}

/** Of a kind that may be kept longer on one channel than on another: of these only, or of all others. */
export interface Channels {
  readonly names: readonly string[];
  readonly others: boolean;
}

/**
 * One kind of data that goes when its time is over. Each room declares its own in `retained.ts`; how long it stays is
 * one choice for the whole house (privacy/retaining). Runs under the purpose `legal`.
 */
export interface Retained {
  key: string;
  /** What is past its date when everything from before `before` is. */
  past(ctx: Context, before: Date): Promise<PastDate>;
  /** Removes at most `most` of it, oldest first; how many went. 0: nothing is left that may go. */
  remove(ctx: Context, before: Date, most: number): Promise<number>;
  /** Of a kind that comes from channels: the same of some of them. */
  byChannel?(channels: Channels): Pick<Retained, 'past' | 'remove'>;
}

/** The answer of one row with `due`, `held` and `oldest`. */
export function pastOf(row: { due: string; held: string; oldest: Date | null } | undefined): PastDate {
  return { due: Number(row?.due ?? 0), held: Number(row?.held ?? 0), oldest: row?.oldest ?? null };
}
