import { parse, serialize } from 'hono/utils/cookie';
import { rememberedDays } from '../../listening/talking/guest.ts';
import type { Context } from '../../platform/context.ts';

const nameOf = (account: string) => `polder_talk_${account.replaceAll(/\W/g, '')}`;

/** The token of whoever writes on the page without script; on this account only. */
export function readGuestCookie(request: Request, account: string): string | null {
  const token = parse(request.headers.get('cookie') ?? '')[nameOf(account)];
  return token && /^[\w-]{43}$/.test(token) ? token : null;
}

/**
 * Within another site a browser sends it only when it is said to be for that (`None`), and keeps it apart for each such
 * site (`Partitioned`); both ask for a secure connection. Writing is guarded by where a request comes from.
 */
export function guestCookie(ctx: Context, account: string, token: string): string {
  const secure = ctx.outside.baseUrl.startsWith('https:');
  return serialize(nameOf(account), token, {
    ...{ path: '/talk', httpOnly: true, maxAge: rememberedDays * 86_400 },
    ...(secure ? { secure, sameSite: 'None', partitioned: true } : { sameSite: 'Lax' }),
  });
}
