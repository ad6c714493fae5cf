import { isIP } from 'node:net';

/** Addresses of machines near us: behind a proxy everybody would have one of these, so they say nothing about who. */
const near = /^(127\.|10\.|192\.168\.|169\.254\.|172\.(1[6-9]|2\d|3[01])\.|::1$|f[cd]|fe80)/i;

/**
 * The address at the other end of the line, when it is one of the internet; of IPv6 the part that one household has.
 * Headers that claim another address are not believed.
 */
export function remoteOf(env: unknown): string | undefined {
  const { incoming } = (env ?? {}) as { incoming?: { socket?: { remoteAddress?: string } } };
  const address = incoming?.socket?.remoteAddress?.replace(/^::ffff:/i, '');
  if (!address || isIP(address) === 0 || near.test(address)) return undefined;
  return isIP(address) === 6 ? address.split(':').slice(0, 4).join(':') : address;
}
