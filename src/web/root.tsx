import type { ReactNode } from 'react';
import { data, Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches } from 'react-router';
import { pageContext } from '../platform/http/load-context.ts';
import type { Route } from './+types/root.ts';
import './app.css';
import { useFormats, useShell } from './layout/frame.tsx';
import { sectionsFor } from './layout/sections.ts';
import { TroublePage } from './layout/trouble-page.tsx';
import { themeOf } from './preferences/cookies.ts';
import { flashShown, readFlash } from './preferences/flash.ts';

export function loader({ request, context }: Route.LoaderArgs) {
  const page = pageContext(context);
  const { actor, clock } = page.context;
  const flash = readFlash(request);
  const shell = {
    locale: page.locale,
    theme: themeOf(request),
    now: clock.now().toString(),
    csrf: page.csrf ?? null,
    colleague:
      page.session && actor.kind === 'employee'
        ? {
            name: actor.name,
            sections: sectionsFor(actor, page.open),
            rulesWaiting: page.session.rulesWaiting,
            unreadNews: page.session.unreadNews,
          }
        : null,
    flash: flash ?? null,
  };
  return data(shell, flash ? { headers: { 'Set-Cookie': flashShown() } } : undefined);
}

/** What a route may say about itself: `export const handle: PageHandle = { scripts: false }`. */
export interface PageHandle {
  /**
   * False: the page ships no script, also to colleagues. True: also to whoever is not signed in, which only a screen on
   * the wall needs; other pages for people who are not signed in never do.
   */
  scripts?: boolean;
  /** Whatever whoever looks prefers: a wall is dark. */
  theme?: 'dark';
}

function useScripts(): boolean {
  const colleague = useShell()?.colleague;
  const said = useMatches().map((match) => (match.handle as PageHandle | undefined)?.scripts);
  return said.includes(true) || (Boolean(colleague) && !said.includes(false));
}

export function Layout({ children }: { children: ReactNode }) {
  const { locale, timeZone } = useFormats();
  const chosen = useShell()?.theme ?? 'system';
  const theme = useMatches().some((match) => (match.handle as PageHandle | undefined)?.theme === 'dark')
    ? 'dark'
    : chosen;
  const scripts = useScripts();
  return (
    <html lang={locale} data-theme={theme} data-time-zone={timeZone}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content={theme === 'system' ? 'light dark' : theme} />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <Meta />
        <Links />
      </head>
      <body className="font-sans antialiased">
        {children}
        {scripts && <ScrollRestoration />}
        {scripts && <Scripts />}
      </body>
    </html>
  );
}

export default function Root() {
  return <Outlet />;
}

export function ErrorBoundary({ error }: Route.ErrorBoundaryProps) {
  return <TroublePage error={error} />;
}
