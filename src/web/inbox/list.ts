import { pageContext } from '../../platform/http/load-context.ts';
import type { Route } from './+types/list.ts';
import { readList } from './listing.ts';

/** Asked for by hand, when something changed; never again by the router itself. */
export const shouldRevalidate = () => false;

export function loader({ context, url }: Route.LoaderArgs) {
  return readList(pageContext(context), url);
}
