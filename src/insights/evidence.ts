import { listWaiting, type WaitingRow } from '../conversations/evidence.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';

export const withRows = [
  ...(['RR', 'SL60', 'FRT', 'FRT_CLOCK', 'READ', 'UNTIMED'] as const),
  ...(['DEP', 'TW', 'DA', 'RESPONDING', 'POST_ONLY'] as const),
] as const;
export type CodeWithRows = (typeof withRows)[number];

export interface Evidence {
  rows: WaitingRow[];
  next?: string;
}

export function hasRows(code: string): code is CodeWithRows {
  return (withRows as readonly string[]).includes(code);
}

/** The rows behind a figure, newest first. Without the right to read them, they come without the person and the text. */
export async function rowsBehind(
  ctx: Context,
  code: string,
  asked: { asOf: Date; days: number; after?: string | undefined },
): Promise<Evidence> {
  if (!hasRows(code)) throw new Refusal('not-found.indicator', { code });
  return listWaiting(ctx, { code, ...asked });
}
