import { Outlet, useMatches } from 'react-router';
import { may, reachOf } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';
import type { Route } from './+types/answers-frame.ts';

export function loader({ context }: Route.LoaderArgs) {
  const { actor } = pageContext(context).context;
  return {
    mayRule: reachOf(actor, 'organisation.manage') === 'everywhere',
    mayTalk: may(actor, 'conversation.approve'),
  };
}

/** What belongs to answering well, above each of its pages. */
export default function AnswersFrame({ loaderData: { mayRule, mayTalk } }: Route.ComponentProps) {
  const { nav } = useWords().answers;
  const path = useMatches().at(-1)?.pathname ?? '';
  const parts = [
    { to: urls.approvals(), label: nav.approvals, shown: true, own: path === urls.approvals() },
    { to: urls.macros(), label: nav.macros, shown: true, own: path.startsWith(urls.macros()) },
    { to: urls.ruleConflicts(), label: nav.conflicts, shown: mayTalk, own: path === urls.ruleConflicts() },
    { to: urls.answerRules(), label: nav.rules, shown: mayRule, own: path === urls.answerRules() },
  ];
  return (
    <>
      <nav aria-label={nav.label} className="mb-5 border-b border-line pb-2">
        <ul className="flex flex-wrap gap-1">
          {parts
            .filter(({ shown }) => shown)
            .map(({ to, label, own }) => (
              <li key={to} aria-current={own ? 'page' : undefined}>
                <LinkButton to={to} size="small" tone={own ? 'secondary' : 'quiet'}>
                  {label}
                </LinkButton>
              </li>
            ))}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
