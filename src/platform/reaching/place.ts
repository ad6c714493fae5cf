import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { isPublicAddress } from './address.ts';

/** Why nothing of an answer came. `address`: it leads into this network, or its name does. */
export type Unreached = 'url' | 'address' | 'name' | 'timeout' | 'tls' | 'connection';

/** One thing that a name means. */
export interface Address {
  readonly address: string;
  readonly family: number;
}

export interface Bounds {
  /** `host` or `host:port` that may be reached although they are within, and without TLS. */
  readonly allowed: readonly string[];
  /** May it go without TLS? For what everybody may read. */
  readonly plain?: boolean;
  /** Only for tests: what a name means. */
  readonly resolve?: (host: string) => Promise<readonly Address[]>;
}

/** Ports on which something else than the web is spoken (Fetch standard, "bad ports"), above the well-known ones. */
const otherTrades = new Set([
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669],
  ...[6679, 6697, 10080],
]);

/** Whether an address can be reached at all, as far as can be seen without asking what its name means. */
export function whyNotUrl(url: URL, { allowed, plain = false }: Bounds): 'url' | 'address' | null {
  if (url.username !== '' || url.password !== '') return 'url';
  if (isAllowed(url, allowed)) return /^https?:$/.test(url.protocol) ? null : 'url';
  if (url.protocol !== 'https:' && !(plain && url.protocol === 'http:')) return 'url';
  if (url.port !== '' && !isWebPort(Number(url.port))) return 'url';
  const bare = bareHost(url);
  return isIP(bare) !== 0 && !isPublicAddress(bare) ? 'address' : null;
}

function isWebPort(port: number): boolean {
  return port === 80 || port === 443 || (port >= 1024 && !otherTrades.has(port));
}

export function isAllowed(url: URL, allowed: readonly string[]): boolean {
  return allowed.includes(url.hostname) || allowed.includes(url.host);
}

function bareHost({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '');
}

/** What the name in an address means, all of it looked at: the connection must go there and nowhere else. */
export function placeOf(url: URL, bounds: Bounds): Promise<readonly Address[] | { why: Unreached }> {
  return placeOfHost(bareHost(url), isAllowed(url, bounds.allowed), bounds.resolve);
}

/**
 * What a host means; refused as soon as one thing it means lies within, unless that is allowed. One that leads inside
 * among others that do not is no oversight.
 */
export async function placeOfHost(
  host: string,
  allowed: boolean,
  resolve: (host: string) => Promise<readonly Address[]> = resolved,
): Promise<readonly Address[] | { why: Unreached }> {
  const family = isIP(host);
  const found = family !== 0 ? [{ address: host, family }] : await resolve(host).catch(() => []);
  if (found.length === 0) return { why: 'name' };
  if (!allowed && !found.every(({ address }) => isPublicAddress(address))) return { why: 'address' };
  return found;
}

function resolved(host: string): Promise<Address[]> {
  return lookup(host, { all: true, verbatim: true });
}
