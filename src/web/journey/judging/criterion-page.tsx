import { Link } from 'react-router';
import { z } from 'zod';
import { noteLook } from '../../../insights/using.ts';
import { holdOf } from '../../../journey/holding.ts';
import { momentOf, readJourney } from '../../../journey/journey.ts';
import { changeCriterion, listVersions } from '../../../journey/versions/version.ts';
import { listJudgements } from '../../../journey/weekly/timeline.ts';
import { may } from '../../../organisation/authority.ts';
import { asDate } from '../../../platform/clock.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { fallbackTimeZone } from '../../layout/time-zone.ts';
import { doForm } from '../../organisation/managing.ts';
import { Act, Facts } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import { Icon } from '../../ui/icon.tsx';
import { asOfView } from '../as-of.ts';
import { criterionView } from '../criterion-view.ts';
import { Until } from '../date-choice.tsx';
import { reader, steerer } from '../door.ts';
import { RemarkLink } from '../mending/remark-link.tsx';
import { Part } from '../part.tsx';
import { StateBadge } from '../state-badge.tsx';
import { whyWords } from '../why.ts';
import { figureName, wordFor, writerOf } from '../writing.ts';
import type { Route } from './+types/criterion-page.ts';
import { Course } from './course.tsx';

const number = z.coerce.number().finite();
const given = z
  .object({ act: z.literal('change'), why: z.string().trim().min(3), basisRef: z.string().trim().min(3) })
  .catchall(z.string());

export async function loader({ params: { id }, context, url }: Route.LoaderArgs) {
  const ctx = reader(context);
  const { locale, timeZone = fallbackTimeZone } = pageContext(context);
  const at = url.searchParams.get('at');
  const journey = await readJourney(ctx, at ? await momentOf(ctx, at) : undefined);
  const outcome = journey.outcomes.find(({ criterion }) => criterion.id === id);
  if (!outcome) throw new Refusal('not-found.criterion', { id });
  await noteLook(ctx, 'figure');
  const { criterion } = outcome;
  const judgements = await listJudgements(ctx, id, { until: asDate(journey.asOf) });
  const versions = await listVersions(ctx, id);
  const hold = holdOf(criterion);
  return {
    asOf: asOfView(journey.asOf, timeZone),
    criterion: { ...criterionView(outcome, locale), area: criterion.area, version: criterion.version },
    parts: criterion.parts.map(({ indicator, unit, enter, exit, nMin, survey }) => ({
      ...{ indicator, unit, enter, exit, nMin },
      survey: [...(survey ?? [])],
    })),
    hold: { up: hold.holdUp, down: hold.holdDown },
    points: judgements.map(({ asOf, ...point }) => ({ ...point, at: asOf.toISOString() })),
    versions: versions.map(({ version, why, basisRef, madeAt, madeBy, thresholds }) => ({
      ...{ version, why, basisRef, madeBy, thresholds },
      madeAt: madeAt.toISOString(),
    })),
    mayChange: may(ctx.actor, 'journey.manage'),
  };
}

export function action({ params: { id }, context, request }: Route.ActionArgs) {
  const ctx = steerer(context);
  return doForm(request, given, async ({ why, basisRef, ...fields }) => {
    const of = (name: string) => {
      const read = number.safeParse(fields[name]);
      if (!read.success) throw new Refusal('invalid.threshold', { indicator: name });
      return read.data;
    };
    const codes = Object.keys(fields).flatMap((name) => (name.startsWith('enter-') ? [name.slice(6)] : []));
    const thresholds = codes.map((indicator) => ({
      indicator,
      enter: of(`enter-${indicator}`),
      exit: of(`exit-${indicator}`),
      nMin: of(`nMin-${indicator}`),
    }));
    await changeCriterion(ctx, id, { thresholds, why, basisRef });
    return urls.criterion(id);
  });
}

type Shown = Route.ComponentProps['loaderData'];

export default function CriterionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { criterion, asOf, parts, points, versions, mayChange } = loaderData;
  const catalogue = useWords();
  const { journey, journeying, measures } = catalogue;
  const words = journeying.criterion;
  const formats = useFormats();
  const indicator = points.findLast((point) => point.indicator !== null)?.indicator ?? parts[0]?.indicator;
  const part = parts.find((one) => one.indicator === indicator) ?? parts[0];
  return (
    <div className="max-w-5xl">
      <Link
        to={urls.journey(asOf.wholeDay ? asOf.day : undefined)}
        className="link inline-flex items-center gap-1 text-sm"
      >
        <Icon name="previous" className="size-4" />
        {words.back}
      </Link>
      <div className="mt-2">
        <PageHeader title={`${criterion.id} ${criterion.name}`} aside={<Until asOf={asOf} />} />
      </div>
      <p className="mb-4 flex flex-wrap items-center gap-3">
        <StateBadge state={criterion.state} />
        <span className="text-soft">{whyWords(catalogue, criterion.why)}</span>
      </p>
      <div className="space-y-5">
        <Card title={words.means}>
          <Asks loaderData={loaderData} />
        </Card>
        <Card title={words.overTime}>
          <p className="mb-3 text-sm text-soft">{words.overTimeLead}</p>
          {points.length === 0 ? (
            <p>{words.none}</p>
          ) : (
            <Course
              title={wordFor(measures.names, indicator ?? '')}
              points={points}
              enter={part?.enter ?? null}
              exit={part?.exit ?? null}
              write={writerOf(part?.unit ?? 'index', formats)}
            />
          )}
        </Card>
        <Card title={words.versions}>
          <ol className="space-y-3">
            {versions.toReversed().map((one) => (
              <li key={one.version}>
                <p className="font-medium">
                  {words.version(one.version)}, {formats.day(one.madeAt)}
                  {one.madeBy && `, ${one.madeBy}`}
                </p>
                <p className="text-soft">
                  {one.why} ({one.basisRef})
                </p>
              </li>
            ))}
            <li>
              <p className="font-medium">
                {words.version(1)}, {words.original}
              </p>
              <p className="text-soft">
                {journey.criteria.basis[versions.length === 0 ? criterion.basis : 'proposed']}
                {versions.length === 0 && `: ${criterion.basisRef}`}
              </p>
            </li>
          </ol>
          {mayChange && (
            <div className="mt-4 print:hidden">
              <Change parts={parts} answer={actionData} />
            </div>
          )}
        </Card>
      </div>
      <RemarkLink kind="criterion" about={criterion.id} />
    </div>
  );
}

function Asks({ loaderData: { criterion, asOf, parts, hold } }: { loaderData: Shown }) {
  const catalogue = useWords();
  const { journeying, measures, journey } = catalogue;
  const words = journeying.criterion;
  const { list } = useFormats();
  const survey = [...new Set(parts.flatMap((part) => part.survey))];
  return (
    <>
      <ul className="space-y-3">
        {criterion.parts.map((part) => (
          <li key={part.indicator}>
            <p className="font-medium">{figureName(catalogue, part.indicator)}</p>
            <Part part={part} asOf={asOf} />
            <p className="max-w-prose text-sm text-soft">
              {wordFor(measures.definitions, part.indicator) === part.indicator
                ? measures.definitions.waits
                : wordFor(measures.definitions, part.indicator)}
            </p>
          </li>
        ))}
      </ul>
      <div className="mt-4">
        <Facts
          facts={[
            [words.area, words.areas[criterion.area]],
            [words.basis, `${journey.criteria.basis[criterion.basis]}: ${criterion.basisRef}`],
            [words.state, words.hold(hold.up, hold.down)],
          ]}
        />
      </div>
      {survey.length > 0 && <p className="mt-3 text-sm text-soft">{words.survey(list(survey))}</p>}
    </>
  );
}

function Change({ parts, answer }: { parts: Shown['parts']; answer: Route.ComponentProps['actionData'] }) {
  const { journeying, measures } = useWords();
  const words = journeying.criterion;
  return (
    <Act act="change" label={words.change} answer={answer}>
      <p className="mb-4 max-w-prose text-soft">{words.changeLead}</p>
      {parts.map(({ indicator, enter, exit, nMin }) => {
        const name = wordFor(measures.names, indicator);
        return (
          <div key={indicator} className="grid gap-x-4 sm:grid-cols-3">
            <Field
              name={`enter-${indicator}`}
              label={words.enter(name)}
              defaultValue={enter}
              answer={answer}
              inputMode="decimal"
            />
            <Field
              name={`exit-${indicator}`}
              label={words.exit(name)}
              defaultValue={exit}
              answer={answer}
              inputMode="decimal"
            />
            <Field
              name={`nMin-${indicator}`}
              label={words.nMin(name)}
              defaultValue={nMin}
              answer={answer}
              inputMode="numeric"
            />
          </div>
        );
      })}
      <Textarea name="why" label={words.why} answer={answer} rows={2} />
      <Field name="basisRef" label={words.basisRef} answer={answer} />
    </Act>
  );
}
