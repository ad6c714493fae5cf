import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import {
  type Connection,
  type Happened,
  Outage,
  type Received,
  Refused,
  type Unreadable,
} from './connection.ts';

/** What somebody hands in: the bytes as they came, over which they were signed, and what stood around them. */
export interface Arrival {
  /** By their names in small letters. */
  readonly headers: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Uint8Array;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** What the other side hears back where more is wanted than "it came". Always plain: nothing in it runs anywhere. */
export interface Answered {
  readonly status: number;
  readonly type: 'text/plain' | 'application/json';
  readonly body: string;
}

export type Judged =
  /** It is from who it should be from. `key`: the same each time the same thing is handed in. */
  | { readonly kind: 'taken'; readonly key: string }
  /** It is not, or it is too old to say. Nothing of it is kept. */
  | { readonly kind: 'forged' }
  /** It is no message and wants an answer: a check whether we are there. */
  | { readonly kind: 'greeted'; readonly answer: Answered };

/** How a channel is handed its messages: what is asked of whoever brings them. */
export interface Pushed {
  /** Most bytes of one. */
  readonly largest: number;
  /** The headers that reading needs later, in small letters; all others are forgotten at once. */
  readonly keeps: readonly string[];
  /** Over the raw bytes, before anything is read of them. Never throws. */
  judge(arrival: Arrival): Judged;
  /** A question by GET whether we are who was told (hub.challenge, crc_token, challengeCode); undefined: not one. */
  greet?(query: URLSearchParams, now: number): Answered | undefined;
}

/** One that was taken and waits to be read. */
export interface Delivery {
  readonly key: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** When it came, ISO 8601. */
  readonly at: string;
}

/** What was handed in for one account, in the order in which it came. */
export interface Deliveries {
  /** What came after `cursor` (null: all). What came before it is read, and its bytes may be thrown away. */
  after(cursor: string | null): Promise<{ deliveries: readonly Delivery[]; cursor: string; more: boolean }>;
  /** Resolves when something may have come, or after a while; rejects when `signal` says so. */
  waitForMore(signal: AbortSignal): Promise<void>;
}

/**
 * What one delivery says. @throws Outage, Refused: it waits; and whatever it is that makes it unreadable: it is put aside
 */
export type Reading = (delivery: Delivery) => readonly Happened[] | Promise<readonly Happened[]>;

/** The receiving half of a connection that is handed its messages. */
export function receivesPushed(
  deliveries: Deliveries,
  read: Reading,
): Pick<Connection, 'receive' | 'reread' | 'waitForMore'> {
  return {
    receive: async (cursor): Promise<Received> => {
      const page = await deliveries.after(cursor);
      const happened: Happened[] = [];
      const unreadable: Unreadable[] = [];
      for (const delivery of page.deliveries) {
        try {
          happened.push(...(await read(delivery)));
        } catch (error) {
          // It lies with the network or the account, not with this one: it is read again later.
          if (error instanceof Outage || error instanceof Refused) throw error;
          const why = error instanceof Error ? error.message.slice(0, 300) : 'unknown';
          unreadable.push({ key: delivery.key, why, raw: asideOf(delivery) });
        }
      }
      return { happened, unreadable, cursor: page.cursor, more: page.more };
    },
    reread: async (raw) => read(deliveryOf(raw)),
    waitForMore: (signal) => deliveries.waitForMore(signal),
  };
}

function asideOf({ body, ...around }: Delivery): Uint8Array {
  return Buffer.from(JSON.stringify({ ...around, body: Buffer.from(body).toString('base64') }));
}

function deliveryOf(raw: Uint8Array): Delivery {
  const { body, ...around } = JSON.parse(Buffer.from(raw).toString());
  return { ...around, body: Buffer.from(body, 'base64') };
}

export type Encoding = 'hex' | 'base64' | 'base64url';

/** HMAC-SHA256 of raw bytes. */
export function signatureOf(
  secret: string | Uint8Array,
  parts: readonly (string | Uint8Array)[],
  encoding: Encoding,
): string {
  const hmac = createHmac('sha256', secret);
  for (const part of parts) hmac.update(part);
  return hmac.digest(encoding);
}

/** Whether two signatures are the same, in a time that does not tell how much of them is. */
export function isSame(given: string, wanted: string): boolean {
  const [one, other] = [given, wanted].map((text) => createHash('sha256').update(text).digest());
  return one !== undefined && other !== undefined && timingSafeEqual(one, other);
}

/** The key of what brings none of its own: the same bytes are the same thing. */
export function keyOfBytes(body: Uint8Array): string {
  return `b:${createHash('sha256').update(body).digest('base64url')}`;
}

/** Nobody's clock is further off than this; what is older is a repetition (5 minutes, in milliseconds). */
export const signedWithin = 5 * 60_000;

/** Whether a time in epoch seconds, as a header says it, is near now. */
export function isRecent(seconds: string | undefined, now: number): boolean {
  return (
    seconds !== undefined &&
    /^\d{1,12}$/.test(seconds) &&
    Math.abs(Number(seconds) * 1000 - now) <= signedWithin
  );
}
