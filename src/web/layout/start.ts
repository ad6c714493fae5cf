import { redirect } from 'react-router';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import type { Route } from './+types/start.ts';

export function loader({ context }: Route.LoaderArgs) {
  return redirect(pageContext(context).session ? urls.inbox() : urls.signIn());
}
