import { Outlet, redirectDocument } from 'react-router';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import type { Route } from './+types/signed-in.ts';
import { House } from './house.tsx';

/** Everything below this layout is for colleagues; the others are sent to sign in and come back afterwards. */
export const middleware: Route.MiddlewareFunction[] = [
  ({ context, url }) => {
    if (!pageContext(context).session) throw redirectDocument(urls.signIn(url.pathname + url.search));
  },
];

/** Gives the router a reason to ask the server, so that the middleware also guards steps inside the page. */
export function loader() {
  return null;
}

export default function SignedIn() {
  return (
    <House>
      <Outlet />
    </House>
  );
}
