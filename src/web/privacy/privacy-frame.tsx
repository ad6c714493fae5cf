import { Outlet, useMatches } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';

/** The parts of the section, above each of its pages. */
export default function PrivacyFrame() {
  const { privacy, looking } = useWords();
  const { nav, sections } = privacy;
  const path = useMatches().at(-1)?.pathname ?? '';
  const parts = [
    {
      to: urls.privacy(),
      label: nav.requests,
      own: path === urls.privacy() || path.startsWith('/privacy/requests'),
    },
    { to: urls.offer(), label: nav.offer, own: path.startsWith(urls.offer()) },
    { to: urls.retention(), label: nav.retention, own: path === urls.retention() },
    { to: urls.processing(), label: nav.processing, own: path === urls.processing() },
    { to: urls.incidents(), label: nav.incidents, own: path.startsWith(urls.incidents()) },
    { to: urls.assessments(), label: nav.assessments, own: path === urls.assessments() },
    { to: urls.looks(), label: looking.review.nav, own: path === urls.looks() },
    { to: urls.colleagueFigures(), label: nav.colleagues, own: path === urls.colleagueFigures() },
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
