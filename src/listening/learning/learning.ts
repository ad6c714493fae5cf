import type { Context } from '../../platform/context.ts';

/** What came of a training. `refused`: the model that was there stays. `nothing`: there is not enough to learn from. */
export interface Retrained {
  readonly head: string;
  readonly outcome: 'swapped' | 'refused' | 'withdrawn' | 'nothing' | 'overtaken';
  readonly version: number | null;
  readonly examples: number;
  readonly why: string;
}

export async function retrain(_ctx: Context, _headKey: string): Promise<Retrained> {
  throw new Error('to come');
}

/** Puts an earlier model back; one action, and as easily undone. */
export async function rollBack(_ctx: Context, _headKey: string, _version: number): Promise<void> {
  throw new Error('to come');
}
