import { lookup } from 'node:dns/promises';
import { request as plain } from 'node:http';
import { request as secure } from 'node:https';
import { isIP } from 'node:net';
import { isPublicAddress } from './address.ts';

/** Why nothing of an answer came. `address`: it leads into this network, or its name does. */
export type Unreached = 'url' | 'address' | 'name' | 'timeout' | 'tls' | 'connection';

export type Posted = { status: number; why: null } | { status: null; why: Unreached };

export interface Posting {
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Milliseconds for everything together. */
  timeout: number;
  /** `host` or `host:port` that may be reached although they are within, and without TLS. */
  allowed: readonly string[];
  /** Only for tests: what a name means. */
  resolve?: (host: string) => Promise<readonly { address: string; family: number }[]>;
}

const wrongTls = /CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/;

/**
 * Posts to an address that somebody else chose, without being led into this network: the name is resolved once, all
 * that it means must stand on the open internet, and the connection goes to what was looked at and nowhere else. Where
 * the other end sends on is not followed: the status says so.
 */
export async function post(target: string, posting: Posting): Promise<Posted> {
  const url = URL.parse(target);
  const why = url === null ? 'url' : whyNotUrl(url, posting.allowed);
  if (url === null || why !== null) return { status: null, why: why ?? 'url' };
  const place = await placeOf(url, posting);
  return 'why' in place ? { status: null, why: place.why } : send(url, place, posting);
}

/** Whether an address can be posted to at all, as far as can be seen without asking what its name means. */
export function whyNotUrl(url: URL, allowed: readonly string[]): Unreached | null {
  if (url.username !== '' || url.password !== '') return 'url';
  if (isAllowed(url, allowed)) return /^https?:$/.test(url.protocol) ? null : 'url';
  if (url.protocol !== 'https:') return 'url';
  const bare = bareHost(url);
  return isIP(bare) !== 0 && !isPublicAddress(bare) ? 'address' : null;
}

function isAllowed(url: URL, allowed: readonly string[]): boolean {
  return allowed.includes(url.hostname) || allowed.includes(url.host);
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

interface Address {
  address: string;
  family: number;
}

async function placeOf(
  url: URL,
  { allowed, resolve = resolved }: Posting,
): Promise<Address | { why: Unreached }> {
  const host = bareHost(url);
  const family = isIP(host);
  const found = family !== 0 ? [{ address: host, family }] : await resolve(host).catch(() => []);
  const [first] = found;
  if (!first) return { why: 'name' };
  // One that leads inside among others that do not is no oversight.
  if (!isAllowed(url, allowed) && !found.every(({ address }) => isPublicAddress(address)))
    return { why: 'address' };
  return first;
}

function resolved(host: string): Promise<Address[]> {
  return lookup(host, { all: true, verbatim: true });
}

function send(url: URL, place: Address, { headers, body, timeout }: Posting): Promise<Posted> {
  const request = url.protocol === 'https:' ? secure : plain;
  const bytes = Buffer.from(body);
  return new Promise((resolve) => {
    const call = request(
      url,
      {
        method: 'POST',
        headers: { ...headers, 'Content-Length': String(bytes.length) },
        signal: AbortSignal.timeout(timeout),
        // A connection of its own, to the address that was looked at.
        agent: false,
        lookup: (_host, options, give) =>
          options.all ? give(null, [place]) : give(null, place.address, place.family),
      },
      (answer) => {
        resolve({ status: answer.statusCode ?? 0, why: null });
        // What it says is nobody's business, and may never end.
        answer.destroy();
      },
    );
    call.on('error', (error: NodeJS.ErrnoException) => resolve({ status: null, why: whyOf(error) }));
    call.end(bytes);
  });
}

function whyOf(error: NodeJS.ErrnoException): Unreached {
  if (error.name === 'TimeoutError' || error.name === 'AbortError' || error.code === 'ABORT_ERR')
    return 'timeout';
  return wrongTls.test(error.code ?? '') ? 'tls' : 'connection';
}
