import { Outlet, useMatches } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';

/** The parts of the section, above each of its pages; left out on paper. */
export default function ReportsFrame() {
  const { nav } = useWords().reporting;
  const path = useMatches().at(-1)?.pathname ?? '';
  const parts = [
    { to: urls.reports(), label: nav.report, own: /^\/reports(\/rows)?\/?$/.test(path) },
    { to: urls.quality(), label: nav.quality, own: path.startsWith(urls.quality()) },
    { to: urls.displays(), label: nav.screens, own: path.startsWith(urls.displays()) },
  ];
  return (
    <>
      <nav aria-label={nav.label} className="mb-5 border-b border-line pb-2 print:hidden">
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
