import { lastMoment } from '../../../insights/moment.ts';
import { momentOf, readJourney } from '../../../journey/journey.ts';
import { listWeeks } from '../../../journey/weekly/timeline.ts';
import { getOrganisation } from '../../../organisation/organisation.ts';
import { asDate } from '../../../platform/clock.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { fallbackTimeZone } from '../../layout/time-zone.ts';
import { JourneyPath } from '../../ui/journey-path.tsx';
import { Ahead } from '../ahead.tsx';
import { GoalTable } from '../aiming/goal-table.tsx';
import { goalView } from '../aiming/goal-view.ts';
import { Answer } from '../answer.tsx';
import { asOfView } from '../as-of.ts';
import { Blockers } from '../blockers.tsx';
import { StageTables } from '../criteria.tsx';
import { reader } from '../door.ts';
import { beside } from '../journey-page.tsx';
import { journeyView } from '../journey-view.ts';
import { Ladder, Roadmap } from '../models/model-tables.tsx';
import { NextStep } from '../outlook.tsx';
import { Model } from '../provenance.tsx';
import { Results } from '../results.tsx';
import type { Route } from './+types/report-page.ts';
import { Stages } from './stages.tsx';

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = reader(context);
  const { locale, timeZone = fallbackTimeZone } = pageContext(context);
  const at = url.searchParams.get('at');
  const asOf = at ? await momentOf(ctx, at) : await lastMoment(ctx);
  if (!asOf) throw new Refusal('not-found.messages');
  const journey = await readJourney(ctx, asOf);
  const { name } = await getOrganisation(ctx);
  const view = asOfView(asOf, timeZone);
  return {
    organisation: name,
    journey: {
      ...journeyView(journey, locale),
      ...(await beside(ctx, journey)),
      asOf: view,
      today: view.day,
    },
    goals: journey.goals.map((goal) => goalView(goal, view.day)),
    weeks: (await listWeeks(ctx, asDate(asOf))).map(({ asOf, ...week }) => ({
      ...week,
      at: asOf.toISOString(),
    })),
  };
}

/** The whole on paper: nothing folded, nothing to press. */
export default function ReportPage({
  loaderData: { organisation, journey, goals, weeks },
}: Route.ComponentProps) {
  const { journeying, journey: words } = useWords();
  const { day } = useFormats();
  return (
    <div className="max-w-5xl space-y-5">
      <PageHeader
        title={journeying.report.title}
        lead={journeying.report.of(organisation, day(journey.asOf.until))}
        aside={<p className="text-sm text-soft print:hidden">{journeying.report.print}</p>}
      />
      <Answer journey={journey} />
      <JourneyPath polders={journey.polders} />
      <Ahead ahead={journey.ahead} />
      <NextStep journey={journey} />
      <Results journey={journey} />
      <Blockers journey={journey} />
      {weeks.length > 0 && (
        <section className="break-inside-avoid">
          <h2 className="mb-2 text-lg">{journeying.timeline.title}</h2>
          <Stages weeks={weeks} />
        </section>
      )}
      <section>
        <h2 className="mb-2 text-lg">{words.criteria.title}</h2>
        <StageTables criteria={journey.criteria} asOf={journey.asOf} />
      </section>
      <section>
        <h2 className="mb-2 text-lg">{journeying.models.roadmap}</h2>
        <Roadmap points={journey.phase.points} />
        <h2 className="mt-5 mb-2 text-lg">{journeying.models.ladder}</h2>
        <Ladder rungs={journey.ladder} />
      </section>
      {goals.length > 0 && (
        <section>
          <h2 className="mb-2 text-lg">{journeying.goals.title}</h2>
          <GoalTable goals={goals} />
        </section>
      )}
      <Model model={journey.model} />
    </div>
  );
}
