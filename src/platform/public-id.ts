import { randomBytes } from 'node:crypto';

const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/**
 * An id to show outside: `cv_` + 26 letters and digits. The first ten tell the millisecond, so ids made later
 * sort later and index pages stay warm; the other sixteen are random (80 bits). Says nothing about row numbers.
 */
export function publicId(prefix: string, atMilliseconds: number): string {
  let time = '';
  let rest = atMilliseconds;
  for (let i = 0; i < 10; i++) {
    time = alphabet.charAt(rest % 32) + time;
    rest = Math.floor(rest / 32);
  }
  let random = '';
  for (const byte of randomBytes(16)) random += alphabet.charAt(byte & 31);
  return `${prefix}_${time}${random}`;
}
