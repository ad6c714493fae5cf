import { Outlet, useMatches } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { SectionParts } from '../layout/section-parts.tsx';

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
  const links = parts.map(([to, label]) => ({
    ...{ to, label },
    own: path === to || (to !== urls.pilots() && path.startsWith(`${to}/`)),
  }));
  return (
    <>
      <SectionParts label={nav.label} parts={links} />
      <Outlet />
    </>
  );
}
