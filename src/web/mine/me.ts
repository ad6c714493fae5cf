import { serialize } from 'hono/utils/cookie';
import { createContext, type RouterContextProvider } from 'react-router';
import type { Session } from '../../customers/entering/entering.ts';
import { actAs, type Context, type PersonActor } from '../../platform/context.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { readCookie } from '../preferences/cookies.ts';

/** Whoever is in their own data, for the pages below the frame. */
export interface Me {
  ctx: Context;
  actor: PersonActor;
  /** Of the session; for ending it. */
  token: string;
}

const key = createContext<Me | undefined>(undefined);

export function rememberMe(
  provider: Readonly<RouterContextProvider>,
  found: { actor: PersonActor; token: string },
) {
  provider.set(key, { ...found, ctx: actAs(pageContext(provider).context, found.actor) });
}

/** @throws Refusal `sign-in.mine` when the frame let nobody in, which is a bug */
export function me(provider: Readonly<RouterContextProvider>): Me {
  const found = provider.get(key);
  if (!found) throw new Refusal('sign-in.mine');
  return found;
}

/**
 * The cookie of a customer's session: its own name, so that it is never taken for a colleague's. Over https bound to
 * this host; never readable by scripts.
 */
function cookieName({ outside }: Context): string {
  return isSecure(outside.baseUrl) ? '__Host-polder_mine' : 'polder_mine';
}

export function readMineCookie(request: Request, ctx: Context): string | undefined {
  return readCookie(request, cookieName(ctx));
}

export function mineCookie(ctx: Context, { token, seconds }: Session): string {
  return serialize(cookieName(ctx), token, { ...options(ctx), maxAge: seconds });
}

export function mineCookieGone(ctx: Context): string {
  return serialize(cookieName(ctx), '', { ...options(ctx), maxAge: 0 });
}

function options({ outside }: Context) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: isSecure(outside.baseUrl) } as const;
}

function isSecure(url: string): boolean {
  return url.startsWith('https:');
}

const exportName = 'polder_mine_copy';

/** The link to a copy that is being made, in this browser only: nobody else gets to see it. */
export function exportCookie(ctx: Context, token: string): string {
  return serialize(exportName, token, { ...options(ctx), path: '/mine', maxAge: 7 * 86_400 });
}

export function readExportCookie(request: Request): string | undefined {
  return readCookie(request, exportName);
}

/** Pages with somebody's own data, or with a token in their address: kept nowhere. */
export const closed = { 'Cache-Control': 'private, no-store' };
