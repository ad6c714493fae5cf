import { Outlet, useMatches } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';

/** The parts of the section, above each of its pages. */
export default function OrganisationFrame() {
  const { asking, channels, handling, organisation, routing, ruling, webhooks } = useWords();
  const { nav, sections } = organisation;
  const path = useMatches().at(-1)?.pathname ?? '';
  const under = (to: string) => path === to || path.startsWith(`${to}/`);
  const parts = [
    {
      to: urls.organisation(),
      label: nav.colleagues,
      own: path === urls.organisation() || path.startsWith('/organisation/colleagues'),
    },
    ...(
      [
        [urls.departments(), nav.departments],
        [urls.channels(), channels.title],
        [urls.queues(), routing.queues.title],
        [urls.routingRules(), routing.rules.title],
        [urls.inboxRules(), ruling.title],
        [urls.questions(), asking.title],
        [urls.norms(), routing.norms.title],
        [urls.calendars(), nav.calendars],
        [urls.inboxNames(), handling.names.title],
        [urls.mandates(), nav.mandates],
        [urls.rulesAdmin(), nav.rules],
        [urls.decisionTree(), nav.tree],
        [urls.coursesAdmin(), nav.training],
        [urls.webhooks(), webhooks.title],
      ] as const
    ).map(([to, label]) => ({ to, label, own: under(to) })),
  ];
  return (
    <>
      <nav aria-label={sections} className="mb-5 border-b border-line pb-2">
        <ul className="flex flex-wrap gap-1">
          {parts.map(({ to, label, own }) => (
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
