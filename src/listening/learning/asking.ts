import type { Context } from '../../platform/context.ts';

/** A message to be labelled, with what is thought of it now. */
export interface Asked {
  readonly messageId: string;
  readonly publicId: string;
  readonly text: string;
  readonly channel: string;
  readonly author: string | null;
  readonly sentAt: Date;
  readonly language: string | null;
  /** What stands there now. */
  readonly labels: readonly string[];
  /** How sure the current model is, 0–1; null without one. */
  readonly confidence: number | null;
}

/** Which messages to label first. */
export async function nextToLabel(_ctx: Context, _headKey: string, _count: number): Promise<Asked[]> {
  throw new Error('to come');
}
