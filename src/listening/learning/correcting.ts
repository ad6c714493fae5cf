import type { Context } from '../../platform/context.ts';

export interface Correction {
  readonly head: string;
  /** One for a head of one answer; none, one or more for several. */
  readonly labels: readonly string[];
}

export interface Corrected {
  readonly head: string;
  readonly labels: readonly string[];
  /** How many nearly equal messages got the same answer with it. */
  readonly alike: number;
}

/** A colleague says what is right. */
export async function correct(_ctx: Context, _messagePublicId: string, _what: Correction): Promise<Corrected> {
  throw new Error('to come');
}

/** A colleague says that what stands there is right: as good a lesson as a correction. */
export async function confirm(_ctx: Context, _messagePublicId: string, _head: string): Promise<Corrected> {
  throw new Error('to come');
}
