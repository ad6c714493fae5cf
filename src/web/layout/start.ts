import { redirect } from 'react-router';
import { may } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import type { Route } from './+types/start.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { session, context: ctx, open } = pageContext(context);
  if (!session) return redirect(urls.signIn());
  // A director has no inbox; the journey is where their questions are answered.
  const works = may(ctx.actor, 'inbox.read') && (!open || open.has('inbox.webcare'));
  return redirect(works ? urls.inbox() : urls.journey());
}
