import { pageContext } from '../../platform/http/load-context.ts';
import type { Route } from './+types/count.ts';

/** For script on a page that stands open: read beside who is asking, so it costs nothing more. */
export function loader({ context }: Route.LoaderArgs) {
  return Response.json({ unread: pageContext(context).session?.unreadNews ?? 0 });
}
