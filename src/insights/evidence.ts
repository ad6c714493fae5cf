import { listWaiting, type WaitingRow } from '../conversations/evidence.ts';
import { getOrganisation } from '../organisation/organisation.ts';
import { asInstant } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { daysBefore, frameOf, windowBegins } from './figures/frame.ts';
import { dayAt } from './rolling/reading.ts';

export const withRows = [
  ...(['RR', 'RR_ADDRESSED', 'SL60', 'FRT', 'FRT_CLOCK', 'READ', 'UNTIMED'] as const),
  ...(['DEP', 'TW', 'DA', 'RESPONDING', 'POST_ONLY', 'PL', 'UT', 'TRIAGE', 'RR_OUTSIDE'] as const),
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
  const { timezone: zone } = await getOrganisation(ctx);
  const frame = frameOf(asInstant(asked.asOf), zone);
  return listWaiting(ctx, {
    code,
    from: windowBegins(frame, asked.days),
    asOf: asked.asOf,
    settled: daysBefore(frame, 3),
    readable: daysBefore(frame, 7),
    zone,
    lastDay: dayAt(frame.asOf.subtract({ milliseconds: 1 }), zone),
    monthFrom: windowBegins(frame, 28),
    quarterFrom: windowBegins(frame, 91),
    after: asked.after,
  });
}
