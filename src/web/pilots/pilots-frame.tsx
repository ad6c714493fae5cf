import { Outlet, useMatches } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';

/** The parts of the section, above each of its pages. */
export default function PilotsFrame() {
  const { nav } = useWords().pilots;
  const path = useMatches().at(-1)?.pathname ?? '';
  const parts = [
    [urls.pilots(), nav.board],
    [urls.integrationPlan(), nav.plan],
    [urls.pilotTemplates(), nav.templates],
    [urls.pilotsNext(), nav.next],
    [urls.culture(), nav.culture],
    [urls.pilotLessons(), nav.lessons],
  ] as const;
  return (
    <>
      <nav aria-label={nav.label} className="mb-5 border-b border-line pb-2 print:hidden">
        <ul className="flex flex-wrap gap-1">
          {parts.map(([to, label]) => {
            const own = path === to || (to !== urls.pilots() && path.startsWith(`${to}/`));
            return (
              <li key={to} aria-current={own ? 'page' : undefined}>
                <LinkButton to={to} size="small" tone={own ? 'secondary' : 'quiet'}>
                  {label}
                </LinkButton>
              </li>
            );
          })}
        </ul>
      </nav>
      <Outlet />
    </>
  );
}
