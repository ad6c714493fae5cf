import {
  type ContactDay,
  type DepthDay,
  measureContacts,
  measureDepths,
} from '../../conversations/measuring/contact-days.ts';
import {
  type Days,
  type IntervalDay,
  measureIntervals,
} from '../../conversations/measuring/interval-days.ts';
import { measureSpeech, type SpeechDay } from '../../conversations/measuring/speech-days.ts';
import { type HeardDay, measureHeard } from '../../listening/measures.ts';
import type { Context } from '../../platform/context.ts';

/** What the modules counted, day by day; a day is `2026-11-24`, where the organisation is. */
export interface History {
  readonly intervals: readonly IntervalDay[];
  readonly depths: readonly DepthDay[];
  readonly speech: readonly SpeechDay[];
  readonly contacts: readonly ContactDay[];
  readonly heard: readonly HeardDay[];
}

/** Asks the modules themselves, from live rows. Runs in a transaction with a purpose. */
export async function countDays(ctx: Context, days: Days): Promise<History> {
  return {
    intervals: await measureIntervals(ctx, days),
    depths: await measureDepths(ctx, days),
    speech: await measureSpeech(ctx, days),
    contacts: await measureContacts(ctx, days),
    heard: await measureHeard(ctx, days),
  };
}

export function joined(pieces: readonly History[]): History {
  return {
    intervals: pieces.flatMap((piece) => piece.intervals),
    depths: pieces.flatMap((piece) => piece.depths),
    speech: pieces.flatMap((piece) => piece.speech),
    contacts: pieces.flatMap((piece) => piece.contacts),
    heard: pieces.flatMap((piece) => piece.heard),
  };
}

/** Without what lies outside: `from` counts, `to` does not. */
export function between(history: History, from: string, to: string): History {
  const within = <T extends { day: string }>(rows: readonly T[]) =>
    rows.filter(({ day }) => day >= from && day < to);
  return {
    intervals: within(history.intervals),
    depths: within(history.depths),
    speech: within(history.speech),
    contacts: within(history.contacts),
    heard: within(history.heard),
  };
}
