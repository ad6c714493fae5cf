import { Outlet, useMatches } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { SectionParts } from '../layout/section-parts.tsx';

/** The parts of the section, above each of its pages; left out on paper. */
export default function JourneyFrame() {
  const { nav, parts } = useWords().journeying;
  const path = useMatches().at(-1)?.pathname ?? '';
  const standing = ['/journey', '/journey/'].includes(path) || /^\/journey\/(indicators|criteria)/.test(path);
  const rest = [
    [urls.journeyTimeline(), nav.timeline],
    [urls.journeyDepartments(), nav.departments],
    [urls.journeyModels(), nav.models],
    [urls.ambition(), nav.ambition],
    [urls.goals(), nav.goals],
    [urls.assessment(), nav.assessment],
    [urls.customerSurvey(), nav.customers],
    [urls.changeTeam(), nav.team],
    [urls.journeyReport(), nav.report],
  ] as const;
  const links = [
    { to: urls.journey(), label: nav.standing, own: standing },
    ...rest.map(([to, label]) => ({ to, label, own: path === to || path.startsWith(`${to}/`) })),
  ];
  return (
    <>
      <SectionParts label={parts} parts={links} />
      <Outlet />
    </>
  );
}
