import type { LookupFunction } from 'node:net';
import { type Answer, call, type Given } from './calling.ts';
import { type Bounds, isAllowed, placeOf, type Unreached, whyNotUrl } from './place.ts';

export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

export interface Reaching extends Bounds {
  readonly method?: Method;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  /** Milliseconds for everything together: names, those who send on, the last byte. */
  readonly timeout: number;
  /** Milliseconds in which an answer must begin; left out: `timeout`. */
  readonly patience?: number;
  /** Most bytes of what it says, as it comes and unpacked; 0: what it says is nobody's business. */
  readonly largest: number;
  /** How often may be sent on; left out: never, and the answer is the one that says so. */
  readonly redirects?: number;
  readonly signal?: AbortSignal;
}

/** `redirect`: sent on too often, or where we do not follow; `too-large`; `encoding`: packed as we cannot unpack. */
export type Unread = 'redirect' | 'too-large' | 'encoding';

export type Reached =
  | (Answer & { readonly why: null })
  | { readonly status: null; readonly why: Unreached | Unread };

const failed = (why: Unreached | Unread): Reached => ({ status: null, why });

/**
 * Asks an address that somebody else chose, without being led into this network: each name is resolved once, all that
 * it means must stand on the open internet, and the connection goes to what was looked at and nowhere else. Whoever
 * sends on is followed one by one under the same rules, and what was meant for the first origin goes to no other.
 * Never throws: what goes wrong is `why`.
 */
export async function reach(target: string, reaching: Reaching): Promise<Reached> {
  const url = URL.parse(target);
  if (url === null) return failed('url');
  const { timeout, signal, redirects = 0 } = reaching;
  const enough = AbortSignal.any([AbortSignal.timeout(timeout), ...(signal ? [signal] : [])]);
  const { method = 'GET', headers = {}, body } = reaching;
  let asking: Asking = { url, method, headers: ours(headers), body, allowed: reaching.allowed };
  for (let hop = 0; ; hop += 1) {
    const got = await askOnce(asking, reaching, enough);
    if (got.why !== null || redirects === 0 || !isRedirect(got)) return got;
    const next = hop < redirects ? sentOn(asking, got) : undefined;
    if (!next) return failed('redirect');
    asking = next;
  }
}

interface Asking {
  readonly url: URL;
  readonly method: Method;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  readonly allowed: readonly string[];
}

async function askOnce(asking: Asking, reaching: Reaching, enough: AbortSignal): Promise<Reached> {
  const { url, allowed } = asking;
  const bounds = { ...reaching, allowed };
  const why = whyNotUrl(url, bounds);
  if (why !== null) return failed(why);
  // A name that is never answered must not outlast the rest.
  const place = await Promise.race([placeOf(url, bounds), whenAborted(enough)]);
  if (place === undefined) return failed('timeout');
  if ('why' in place) return failed(place.why);
  const lookup: LookupFunction = (_host, options, give) => {
    const [first] = place;
    if (options.all) give(null, [...place]);
    else give(null, first?.address ?? '', first?.family);
  };
  const { patience = reaching.timeout, largest } = reaching;
  const given: Given = { ...asking, lookup, signal: enough, patience, largest };
  return call(given);
}

function whenAborted(signal: AbortSignal): Promise<undefined> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(undefined);
    else signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
}

/** What the connection itself is about is not for whoever asks to say. */
const wired = new Set(['host', 'connection', 'content-length', 'transfer-encoding', 'accept-encoding', 'te']);
/** These say nothing about who asks. */
const harmless = new Set(['accept', 'accept-language', 'user-agent', 'if-none-match', 'if-modified-since']);

function ours(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !wired.has(name.toLowerCase())));
}

function isRedirect({ status, headers }: Answer): boolean {
  return [301, 302, 303, 307, 308].includes(status) && headers.location !== undefined;
}

/** The next one to ask; undefined when we do not go there. */
function sentOn(asking: Asking, { status, headers }: Answer): Asking | undefined {
  const url = URL.parse(headers.location ?? '', asking.url);
  if (url === null) return undefined;
  if (asking.url.protocol === 'https:' && url.protocol !== 'https:') return undefined;
  const reads = asking.method === 'GET' || asking.method === 'HEAD';
  const stays = url.origin === asking.url.origin;
  const again = reads || status === 307 || status === 308;
  // What is written for one is not written to another.
  if (!reads && again && !stays) return undefined;
  const next: Asking = again ? { ...asking, url } : { ...asking, url, method: 'GET', body: undefined };
  if (stays) return next;
  // A door within that is open to us is not open to whoever sends us on.
  const allowed = isAllowed(url, asking.allowed) && url.host === asking.url.host ? asking.allowed : [];
  const kept = Object.entries(next.headers).filter(([name]) => harmless.has(name.toLowerCase()));
  return { ...next, allowed, headers: Object.fromEntries(kept) };
}
