import { createHash } from 'node:crypto';

const sortable = '234567abcdefghijklmnopqrstuvwxyz';
const inIds = '0123456789abcdefghjkmnpqrstvwxyz';
/** Ids of ours that tell no time get one of this day; it only has to be the same each time. */
const noTime = Date.UTC(2024, 0, 1);

/**
 * The key under which a post of ours stands there, the same for the same nonce: a moment in microseconds and a number
 * below 1024, as the protocol wants it (atproto.com/specs/tid). The moment is the one in the nonce.
 */
export function recordKeyOf(nonce: string): string {
  const hash = createHash('sha256').update(nonce).digest();
  const micros = BigInt(millisecondsIn(nonce)) * 1000n + BigInt(hash.readUInt16BE(0) % 1000);
  let rest = (micros << 10n) | BigInt(hash.readUInt16BE(2) % 1024);
  let key = '';
  for (let i = 0; i < 13; i += 1) {
    key = sortable.charAt(Number(rest & 31n)) + key;
    rest >>= 5n;
  }
  return key;
}

function millisecondsIn(nonce: string): number {
  const time = /^[a-z]+_([0-9a-z]{10})[0-9a-z]{16}$/.exec(nonce)?.[1];
  if (time === undefined) return noTime;
  return [...time].reduce((sum, letter) => sum * 32 + inIds.indexOf(letter), 0);
}
