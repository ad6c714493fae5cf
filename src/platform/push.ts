import { createECDH, createHash, createHmac, hkdfSync } from 'node:crypto';
import webPush from 'web-push';
import type { Outside } from './outside.ts';
import { post } from './reaching/posting.ts';
import { Refusal } from './refusal.ts';

/** A browser that can be reached when no page is open, as it gives itself (Push API). */
export interface Subscription {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

/** What became of a push: `gone`: the browser is there no more. */
export type Pushed = 'sent' | 'gone' | 'failed';

/** Whoever carries pushes to browsers; anything else is no address of one, whatever a page says. */
const carriers = [
  'fcm.googleapis.com',
  '.push.services.mozilla.com',
  '.push.apple.com',
  '.notify.windows.com',
];
const patience = 10_000;

/**
 * The pair of keys by which push services know this Polder (VAPID, RFC 8292): made from the secret of the data folder at
 * any time, so it stands in no database. Base64url.
 */
export function pushKeys({ linkSecret }: Pick<Outside, 'linkSecret'>): {
  publicKey: string;
  privateKey: string;
} {
  const curve = createECDH('prime256v1');
  for (let n = 0; n < 100; n += 1) {
    try {
      const key = Buffer.from(hkdfSync('sha256', linkSecret, 'polder', `web push ${n}`, 32));
      curve.setPrivateKey(key);
      return { publicKey: curve.getPublicKey('base64url'), privateKey: key.toString('base64url') };
    } catch {
      // Not a number below the order of the curve; one in four thousand million is not.
    }
  }
  throw new Error('no key could be made');
}

/** @throws Refusal `invalid.push-address` for what is no browser that a known carrier reaches */
export function requireSubscription({ endpoint, keys }: Subscription): void {
  const url = URL.canParse(endpoint) ? new URL(endpoint) : undefined;
  const known =
    url?.protocol === 'https:' &&
    url.port === '' &&
    url.username === '' &&
    carriers.some((one) => (one.startsWith('.') ? url.hostname.endsWith(one) : url.hostname === one));
  const p256dh = Buffer.from(keys.p256dh, 'base64url');
  if (!known || p256dh.length !== 65 || Buffer.from(keys.auth, 'base64url').length !== 16)
    throw new Refusal('invalid.push-address');
}

/** By which one browser is known again, without its address. */
export function subscriptionHash({ linkSecret }: Pick<Outside, 'linkSecret'>, endpoint: string): string {
  return createHmac('sha256', linkSecret)
    .update(`push ${createHash('sha256').update(endpoint).digest('hex')}`)
    .digest('base64url');
}

/**
 * Sends a few bytes, shut for that browser alone (RFC 8291). Never throws: what the carrier does is an outcome. The
 * carrier keeps it a day; a newer one takes its place.
 */
export async function push(outside: Outside, to: Subscription, payload: string): Promise<Pushed> {
  try {
    const details = webPush.generateRequestDetails(to, payload, {
      TTL: 86_400,
      topic: 'polder',
      vapidDetails: { subject: subjectOf(outside), ...pushKeys(outside) },
    });
    const headers = Object.entries(details.headers).map(([name, value]) => [name, String(value)]);
    const { status } = await post(details.endpoint, {
      headers: Object.fromEntries(headers),
      body: new Uint8Array(details.body ?? Buffer.alloc(0)),
      timeout: patience,
      allowed: [],
    });
    if (status !== null && status >= 200 && status < 300) return 'sent';
    return status === 404 || status === 410 ? 'gone' : 'failed';
  } catch {
    return 'failed';
  }
}

/** Whom a carrier can turn to: our address, or where there is none that they can see, our mail. */
function subjectOf({ baseUrl, smtp }: Outside): string {
  if (baseUrl.startsWith('https:')) return baseUrl;
  const address = /<([^>]+)>/.exec(smtp?.from ?? '')?.[1] ?? smtp?.from;
  return `mailto:${address ?? 'polder@localhost.invalid'}`;
}
