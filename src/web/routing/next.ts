import { redirect } from 'react-router';
import { takeNext } from '../../conversations/routing/pulling.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { flashCookie } from '../preferences/flash.ts';
import type { Route } from './+types/next.ts';

export const loader = () => redirect(urls.inbox(), 303);

/** Takes the next one and goes there; back to the list when nothing waits. */
export async function action({ context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'conversation.answer');
  const id = await takeNext(ctx);
  if (id) return redirect(urls.conversation(id, { view: 'mine' }), 303);
  return redirect(urls.inbox({ view: 'mine' }), {
    status: 303,
    headers: { 'Set-Cookie': flashCookie('nothing-next') },
  });
}
