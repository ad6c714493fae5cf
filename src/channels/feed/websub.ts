import { createHmac } from 'node:crypto';
import { reach } from '../../platform/reaching/reaching.ts';
import { type Arrival, isSame, type Judged, keyOfBytes, signatureOf } from '../pushed.ts';

/** What a subscription needs (W3C WebSub). Milliseconds and epoch milliseconds. */
export interface Subscription {
  readonly hub: string;
  readonly topic: string;
  readonly callback: string;
  readonly secret: string;
  readonly allowed: readonly string[];
}

export const leaseSeconds = 5 * 86_400;
const timeout = 10_000;

/** Asks a hub to tell of news; it asks back at our way in before it does. Whether it took the wish. Never throws. */
export async function subscribe({ hub, topic, callback, secret, allowed }: Subscription): Promise<boolean> {
  const asking = new URL(callback);
  asking.searchParams.set('for', markOf(secret, topic));
  const body = new URLSearchParams({
    ...{ 'hub.mode': 'subscribe', 'hub.topic': topic, 'hub.callback': asking.href },
    ...{ 'hub.secret': secret, 'hub.lease_seconds': String(leaseSeconds) },
  }).toString();
  const headers = { 'Content-Type': 'application/x-www-form-urlencoded' };
  const reached = await reach(hub, { method: 'POST', headers, body, allowed, timeout, largest: 10_000 });
  return reached.why === null && reached.status >= 200 && reached.status < 300;
}

/**
 * A secret that only we and the hub know. It need not be kept: it is made again from the key of this Polder.
 */
export function hubSecret(key: string, id: string): string {
  return signatureOf(key, [`websub ${id}`], 'base64url');
}

/** What a hub brings is only a hint to look now: the feed itself stays the truth. So an old signature does no harm. */
export function judgeHint(secret: string, { headers, body }: Arrival): Judged {
  const given = headers['x-hub-signature'] ?? '';
  // The recommendation leaves the hub these four.
  const [, method] = /^(sha1|sha256|sha384|sha512)=/.exec(given) ?? [];
  const good =
    method !== undefined &&
    isSame(given, `${method}=${createHmac(method, secret).update(body).digest('hex')}`);
  return good ? { kind: 'taken', key: keyOfBytes(body) } : { kind: 'forged' };
}

/** Stands in the address that a hub asks back at: so we know which topic we asked for without keeping it. */
export const markOf = (secret: string, topic: string) =>
  signatureOf(secret, [`topic ${topic}`], 'base64url').slice(0, 22);

/** The hub asks whether it was us: yes, when it is about the topic that we asked for. */
export function greetHub(secret: string, query: URLSearchParams) {
  const isOurs = isSame(query.get('for') ?? '', markOf(secret, query.get('hub.topic') ?? ''));
  const challenge = query.get('hub.challenge') ?? '';
  if (query.get('hub.mode') !== 'subscribe' || !isOurs) return undefined;
  if (!/^[\x21-\x7e]{1,500}$/.test(challenge)) return undefined;
  return { status: 200, type: 'text/plain', body: challenge } as const;
}
