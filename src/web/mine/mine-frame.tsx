import { NavLink, Outlet, redirectDocument } from 'react-router';
import { findSession } from '../../customers/entering/entering.ts';
import { contextKey, pageContext } from '../../platform/http/load-context.ts';
import { isLocale, localeCookie } from '../../platform/words.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { readCookie } from '../preferences/cookies.ts';
import type { PageHandle } from '../root.tsx';
import { Button } from '../ui/button.tsx';
import { CsrfField } from '../ui/form.tsx';
import type { Route } from './+types/mine-frame.ts';
import { closed, readMineCookie, rememberMe } from './me.ts';
import { Sheet } from './sheet.tsx';

/** Also to a colleague who looks at their own data: these pages ship no script. */
export const handle: PageHandle = { scripts: false };

/** Everything below is for whoever came in by a link from their own mail. */
export const middleware: Route.MiddlewareFunction[] = [
  async ({ request, context }) => {
    const page = pageContext(context);
    const token = readMineCookie(request, page.context);
    const chosen = readCookie(request, localeCookie);
    const found = token
      ? await findSession(page.context, token, isLocale(chosen) ? chosen : undefined)
      : undefined;
    if (!token || !found) throw redirectDocument(urls.mineSignIn());
    // In their own language, also in a browser that never chose one.
    const locale = found.locale ?? page.locale;
    context.set(contextKey, { ...page, locale, context: { ...page.context, locale } });
    rememberMe(context, { actor: found.actor, token });
  },
];

export function loader() {
  return null;
}

export function headers() {
  return closed;
}

export default function MineFrame() {
  const { mine } = useWords();
  return (
    <Sheet
      nav={<Navigation />}
      aside={
        <form method="post" action={urls.mineSignOut()}>
          <CsrfField />
          <Button tone="quiet" size="small">
            {mine.signOut}
          </Button>
        </form>
      }
    >
      <Outlet />
    </Sheet>
  );
}

function Navigation() {
  const { mine } = useWords();
  const pages = [
    [urls.mine(), mine.nav.overview],
    [urls.mineContract(), mine.nav.contract],
    [urls.mineLedger(), mine.nav.ledger],
    [urls.mineMessages(), mine.nav.messages],
    [urls.mineTerms(), mine.nav.terms],
    [urls.mineRights(), mine.nav.rights],
  ] as const;
  return (
    <nav aria-label={mine.nav.label} className="mx-auto max-w-3xl px-2 md:px-4">
      <ul className="flex flex-wrap gap-x-1">
        {pages.map(([to, word]) => (
          <li key={to}>
            <NavLink
              to={to}
              end
              reloadDocument
              className="inline-block border-b-2 border-transparent px-2 py-2.5 text-soft hover:text-ink aria-[current=page]:border-water aria-[current=page]:font-medium aria-[current=page]:text-ink"
            >
              {word}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
