/**
 * "My terms": what a person asks of us beyond yes and no. Only what Polder itself can keep is offered. Not linking, no
 * software and being asked each time are decisions about a purpose and stand there (link, ai_assist, any purpose).
 */
export interface Terms {
  /** The only channel by which we begin a conversation; null: any. An answer goes where the question came from. */
  channel: string | null;
  noPhone: boolean;
  /** When we do not begin a conversation. Several when several names of one person have their own. */
  quiet: readonly QuietHours[];
  /** Forgotten so many months after the last message; null: the retention of the offer. */
  forgetAfterMonths: number | null;
  /** What we call them. */
  nickname: string | null;
}

/** From and to are `HH:MM` in `zone`; from after to goes past midnight, from equal to to is the whole day. */
export interface QuietHours {
  from: string;
  to: string;
  zone: string;
}

export type TermKey = 'channel' | 'no_phone' | 'quiet' | 'forget_after' | 'nickname';

/** What each term may be set to; null takes it back. */
export interface TermValues {
  channel: string;
  no_phone: true;
  quiet: QuietHours;
  forget_after: number;
  nickname: string;
}

export const noTerms: Terms = {
  channel: null,
  noPhone: false,
  quiet: [],
  forgetAfterMonths: null,
  nickname: null,
};

const channels = /^[a-z][a-z0-9_-]{1,30}$/;
const time = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Whether a value is one that Polder can keep. */
export function isTermValue(key: TermKey, value: unknown): boolean {
  switch (key) {
    case 'channel':
      return typeof value === 'string' && channels.test(value);
    case 'no_phone':
      return value === true;
    case 'quiet':
      return isQuietHours(value);
    case 'forget_after':
      return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 120;
    case 'nickname':
      return typeof value === 'string' && value.trim().length > 0 && value.length <= 60;
  }
}

function isQuietHours(value: unknown): boolean {
  const { from, to, zone } = (value ?? {}) as Partial<QuietHours>;
  return time.test(from ?? '') && time.test(to ?? '') && isZone(zone);
}

function isZone(zone: unknown): boolean {
  try {
    return (
      typeof zone === 'string' &&
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone) !== undefined
    );
  } catch {
    return false;
  }
}

/** Setting one of these asks less of us than before, so it is a loosening: who does it must prove who they are. */
export function loosens(key: TermKey, before: unknown, after: unknown): boolean {
  if (key === 'nickname') return true;
  if (before === undefined || before === null) return false;
  if (after === null) return true;
  if (key === 'forget_after') return (after as number) > (before as number);
  return key === 'channel' || key === 'quiet' ? JSON.stringify(before) !== JSON.stringify(after) : false;
}

/** The strictest of what several names of one person asked. `rows` oldest first, the newest of each name and key. */
export function strictestTerms(rows: readonly { key: string; value: unknown }[]): Terms {
  const values = <K extends TermKey>(key: K) =>
    rows.filter((row) => row.key === key && row.value !== null).map((row) => row.value as TermValues[K]);
  const months = values('forget_after');
  return {
    channel: values('channel').at(-1) ?? null,
    noPhone: values('no_phone').length > 0,
    quiet: values('quiet'),
    forgetAfterMonths: months.length > 0 ? Math.min(...months) : null,
    nickname: values('nickname').at(-1) ?? null,
  };
}

/** Why we may not begin a conversation now; undefined: we may. */
export function whyNotNow(
  terms: Terms,
  { channel, at }: { channel: string; at: Temporal.Instant },
): 'phone' | 'channel' | 'quiet' | undefined {
  if (terms.noPhone && (channel === 'phone' || channel === 'sms')) return 'phone';
  if (terms.channel !== null && terms.channel !== channel) return 'channel';
  return terms.quiet.some((hours) => isQuiet(hours, at)) ? 'quiet' : undefined;
}

export function isQuiet({ from, to, zone }: QuietHours, at: Temporal.Instant): boolean {
  const now = at.toZonedDateTimeISO(zone).toPlainTime().toString({ smallestUnit: 'minute' });
  return from < to ? from <= now && now < to : from === to || now >= from || now < to;
}
