import { noteLook } from '../../insights/using.ts';
import { nextStepOf } from '../../journey/advising/next-step.ts';
import { type Journey, momentOf, readJourney } from '../../journey/journey.ts';
import { lastFall } from '../../journey/weekly/timeline.ts';
import { requires } from '../../organisation/authority.ts';
import { runningGrants } from '../../pilots/granting.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { type PageContext, pageContext } from '../../platform/http/load-context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { readPastDate } from '../../privacy/retaining/retaining.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { fallbackTimeZone } from '../layout/time-zone.ts';
import { readNaming } from '../pilots/naming.ts';
import { pastDateView } from '../privacy/past-date-view.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { JourneyPath } from '../ui/journey-path.tsx';
import type { Route } from './+types/journey-page.ts';
import { Ahead } from './ahead.tsx';
import { Answer } from './answer.tsx';
import { asOfView } from './as-of.ts';
import { Blockers } from './blockers.tsx';
import { Criteria } from './criteria.tsx';
import { DateChoice } from './date-choice.tsx';
import { Figures } from './figures.tsx';
import { grantView } from './grant-view.ts';
import { journeyView } from './journey-view.ts';
import { NextStep } from './outlook.tsx';
import { Portrait } from './portrait.tsx';
import { Kept, Model, Untimed } from './provenance.tsx';
import { Results } from './results.tsx';
import { SwitchedOn } from './switched-on.tsx';

export async function loader({ context, url }: Route.LoaderArgs) {
  const page = pageContext(context);
  requires(page.context.actor, 'journey.read');
  const at = url.searchParams.get('at') || undefined;
  const pastDate = pastDateView(await readPastDate(page.context), page.context.clock.now());
  return {
    journey: await findJourney(page, at),
    grants: await grantsOf(page.context),
    at: at ?? null,
    pastDate,
  };
}

/** Nothing heard yet is no trouble: the page then says what to do first. */
async function findJourney(page: PageContext, at: string | undefined) {
  const { context: ctx, locale, timeZone = fallbackTimeZone } = page;
  try {
    const journey = await readJourney(ctx, at ? await momentOf(ctx, at) : undefined);
    const today = ctx.clock.now().toZonedDateTimeISO(timeZone).toPlainDate().toString();
    await noteLook(ctx, 'journey');
    return {
      ...journeyView(journey, locale),
      ...(await beside(ctx, journey)),
      asOf: asOfView(journey.asOf, timeZone),
      today,
    };
  } catch (error) {
    if (isRefusal(error) && error.code === 'not-found.messages') return null;
    throw error;
  }
}

export type ShownJourney = NonNullable<Awaited<ReturnType<typeof findJourney>>>;

/** What stands beside the evaluation itself: the step that comes next, and what was lost before. */
export async function beside(ctx: Context, journey: Journey) {
  const step = await nextStepOf(ctx, journey);
  const fell = await lastFall(ctx, asDate(journey.asOf));
  return {
    step: step ? { ...step, criterion: step.criterion[ctx.locale] } : null,
    held: journey.ambition?.mode === 'hold',
    fell: fell ? { at: fell.at.toISOString(), from: fell.from, to: fell.to } : null,
  };
}

async function grantsOf(ctx: Context) {
  const naming = await readNaming(ctx);
  return (await runningGrants(ctx)).map((grant) => grantView(grant, { naming, locale: ctx.locale }));
}

export default function JourneyPage({ loaderData: { journey, grants, at, pastDate } }: Route.ComponentProps) {
  const { journey: words } = useWords();
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={journey && <DateChoice asOf={journey.asOf} today={journey.today} chosen={at !== null} />}
      />
      {journey ? <Whole journey={journey} /> : <Nothing />}
      <div className="mt-5">
        <SwitchedOn grants={grants} />
      </div>
      <div className="mt-5">
        <Kept pastDate={pastDate} />
      </div>
      {journey && <Model model={journey.model} />}
    </div>
  );
}

/** First the answer, then what stands in the way, then the evidence, folded. */
function Whole({ journey }: { journey: ShownJourney }) {
  return (
    <div className="space-y-5">
      <Answer journey={journey} />
      <JourneyPath polders={journey.polders} />
      <Ahead ahead={journey.ahead} />
      <NextStep journey={journey} />
      <Results journey={journey} />
      <Blockers journey={journey} />
      <Figures journey={journey} />
      <Criteria journey={journey} />
      <Portrait figures={journey.figures} asOf={journey.asOf} />
      <Untimed figures={journey.figures} asOf={journey.asOf} />
    </div>
  );
}

function Nothing() {
  const { journey, shell } = useWords();
  return (
    <EmptyState
      title={journey.empty.title}
      action={
        <LinkButton to={urls.imports()} tone="primary" icon="upload">
          {shell.nav.imports}
        </LinkButton>
      }
    >
      {journey.empty.next}
    </EmptyState>
  );
}
