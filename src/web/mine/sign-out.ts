import { redirectDocument } from 'react-router';
import { leave } from '../../customers/entering/entering.ts';
import { urls } from '../../urls.ts';
import type { Route } from './+types/sign-out.ts';
import { me, mineCookieGone } from './me.ts';

export async function action({ context }: Route.ActionArgs) {
  const { ctx, token } = me(context);
  await leave(ctx, token);
  return redirectDocument(urls.mineSignIn({ left: 1 }), {
    status: 303,
    headers: { 'Set-Cookie': mineCookieGone(ctx), 'Clear-Site-Data': '"cache"' },
  });
}

/** Following a link must never sign anybody out. */
export const loader = () => redirectDocument(urls.mine());
