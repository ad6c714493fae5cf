import { serialize } from 'hono/utils/cookie';
import type { Catalogue } from '../../platform/words.ts';
import { readCookie } from './cookies.ts';

const name = 'polder_flash';

/** A notice for the next page: a key of `words.shell.flash`, never free text, so nobody can plant words in it. */
export type FlashKey = Exclude<keyof Catalogue['shell']['flash'], 'region'>;

/** Set-Cookie value that shows the notice once, on the next page. */
export function flashCookie(key: FlashKey): string {
  return serialize(name, key, { path: '/', maxAge: 60, sameSite: 'Lax', httpOnly: true });
}

/** Set-Cookie value that takes the notice away after it was shown. */
export function flashShown(): string {
  return serialize(name, '', { path: '/', maxAge: 0, sameSite: 'Lax', httpOnly: true });
}

export function readFlash(request: Request): string | undefined {
  return readCookie(request, name);
}
