import { parse, serialize } from 'hono/utils/cookie';

export type Theme = 'system' | 'light' | 'dark';

const year = 365 * 86_400;

export function readCookie(request: Request, name: string): string | undefined {
  return parse(request.headers.get('Cookie') ?? '', name)[name];
}

/** A preference that is no secret and outlives the session. */
export function preferenceCookie(name: string, value: string): string {
  return serialize(name, value, { path: '/', maxAge: year, sameSite: 'Lax', httpOnly: true });
}

export const themeCookie = 'polder_theme';

export function themeOf(request: Request): Theme {
  const value = readCookie(request, themeCookie);
  return value === 'light' || value === 'dark' ? value : 'system';
}
