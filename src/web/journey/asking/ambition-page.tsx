import { z } from 'zod';
import { cs } from '../../../insights/goals/goal.ts';
import { lastMoment } from '../../../insights/moment.ts';
import { listAmbitions, setAmbition } from '../../../journey/ambition/ambition.ts';
import { listDepartmentChoices } from '../../../journey/choices.ts';
import { readJourney } from '../../../journey/journey.ts';
import { may } from '../../../organisation/authority.ts';
import { Refusal } from '../../../platform/refusal.ts';
import { urls } from '../../../urls.ts';
import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { doForm } from '../../organisation/managing.ts';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Select, Textarea } from '../../ui/field.tsx';
import { reader, steerer } from '../door.ts';
import { wordFor } from '../writing.ts';
import type { Route } from './+types/ambition-page.ts';

const form = z
  .object({
    ...{ act: z.literal('set'), model: z.enum(['journey', 'roadmap']), mode: z.enum(['grow', 'hold']) },
    ...{
      level: z.coerce.number().int(),
      by: z.iso.date(),
      why: z.string().trim().min(3),
      review: z.iso.date(),
    },
  })
  .catchall(z.string());

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = reader(context);
  const asOf = await lastMoment(ctx);
  const journey = asOf ? await readJourney(ctx, asOf) : null;
  const steers = may(ctx.actor, 'journey.manage');
  return {
    ambitions: (await listAmbitions(ctx)).map(({ decidedAt, endedAt, ...ambition }) => ({
      ...ambition,
      decidedAt: decidedAt.toISOString(),
      endedAt: endedAt?.toISOString() ?? null,
    })),
    proven: journey?.standing.proven ?? 1,
    gap: (journey?.standing.blockers ?? []).map(({ criterion }) => ({
      id: criterion.id,
      name: criterion[ctx.locale],
      advice: criterion.advice[0] ?? '',
    })),
    departments: steers ? await listDepartmentChoices(ctx) : [],
    steers,
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = steerer(context);
  return doForm(request, form, async ({ model, mode, level, by, why, review, ...fields }) => {
    const asOf = await lastMoment(ctx);
    if (!asOf) throw new Refusal('not-found.messages');
    const { standing, phase } = await readJourney(ctx, asOf);
    const proven = model === 'journey' ? standing.proven : phase.proven;
    await setAmbition(
      ctx,
      {
        ...{ model, mode, level, byOn: by, why, reviewOn: review },
        perC: chosen(fields, 'c-'),
        perDepartment: chosen(fields, 'd-'),
      },
      proven,
    );
    return urls.ambition();
  });
}

function chosen(fields: Readonly<Record<string, unknown>>, prefix: string): Record<string, number> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(prefix) && value !== '' ? [[name.slice(prefix.length), Number(value)]] : [],
    ),
  );
}

type Shown = Route.ComponentProps['loaderData'];

export default function AmbitionPage({ loaderData, actionData }: Route.ComponentProps) {
  const { ambitions, gap, steers } = loaderData;
  const { journeying, advice } = useWords();
  const words = journeying.ambition;
  const takes: Readonly<Record<string, string>> = advice.takes;
  const [now, ...rest] = ambitions[0]?.endedAt === null ? ambitions : [undefined, ...ambitions];
  return (
    <div className="max-w-4xl space-y-5">
      <PageHeader title={words.title} lead={words.lead} />
      <Card title={words.now}>{now ? <One ambition={now} /> : <p>{words.none}</p>}</Card>
      {now?.mode !== 'hold' && (
        <Card title={words.gap}>
          {gap.length === 0 && <p>{words.gapNone}</p>}
          <ul className="list-disc space-y-2 pl-5">
            {gap.map((one) => (
              <li key={one.id} className="max-w-prose">
                {words.gapItem(
                  one.name,
                  wordFor(advice.names, one.advice),
                  takes[one.advice] ?? advice.takes.other,
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {steers && <Setting loaderData={loaderData} answer={actionData} />}
      {rest.length > 0 && (
        <Card title={words.history}>
          <ul className="space-y-4">
            {rest.map((ambition) => (
              <li key={ambition?.decidedAt}>{ambition && <One ambition={ambition} />}</li>
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}

function One({ ambition }: { ambition: Shown['ambitions'][number] }) {
  const { ambition: words } = useWords().journeying;
  const { day } = useFormats();
  const { model, level, mode, byOn, why, decidedBy, decidedAt, reviewOn, endedAt } = ambition;
  const target = model === 'journey' ? words.stageName(level) : words.phaseName(level);
  return (
    <>
      <p className="text-lg font-semibold">
        {words.sentence(words.modes[mode], target, day(byOn))}
        {endedAt && <span className="text-sm font-normal text-soft"> ({words.ended(day(endedAt))})</span>}
      </p>
      <p className="max-w-prose">{why}</p>
      <p className="text-sm text-soft">
        {words.decided(decidedBy ?? words.somebody, day(decidedAt))}{' '}
        {!endedAt && words.reviewOn(day(reviewOn))}
      </p>
      {!endedAt && (
        <p className="mt-1 max-w-prose text-sm text-soft">
          {mode === 'hold' ? words.holdMeans : words.growMeans}
        </p>
      )}
    </>
  );
}

function Setting({ loaderData, answer }: { loaderData: Shown; answer: FormAnswer | undefined }) {
  const { ambition: words, cs: names } = useWords().journeying;
  const { proven, departments } = loaderData;
  const levels = [1, 2, 3, 4, 5].map((level) => ({ value: String(level), label: String(level) }));
  const perC = ['', '0', '1', '2', '3'].map((value) => ({ value, label: value || '–' }));
  const perDepartment = ['', '1', '2', '3', '4', '5'].map((value) => ({ value, label: value || '–' }));
  return (
    <div className="print:hidden">
      <Act act="set" label={words.set} tone="primary" answer={answer}>
        <div className="grid gap-x-4 sm:grid-cols-2">
          <Select
            name="mode"
            label={words.mode}
            options={(['grow', 'hold'] as const).map((value) => ({ value, label: words.modes[value] }))}
            answer={answer}
          />
          <Select
            name="model"
            label={words.model}
            options={(['journey', 'roadmap'] as const).map((value) => ({
              value,
              label: words.models[value],
            }))}
            answer={answer}
          />
          <Select
            name="level"
            label={words.level}
            options={levels}
            defaultValue={String(Math.min(5, proven + 1))}
            answer={answer}
          />
          <Field name="by" type="date" label={words.by} answer={answer} />
        </div>
        <Textarea name="why" label={words.why} answer={answer} rows={2} />
        <Field name="review" type="date" label={words.review} hint={words.reviewHint} answer={answer} />
        <fieldset className="grid gap-x-4 sm:grid-cols-4">
          <legend className="mb-2 font-medium">{words.perC}</legend>
          {cs.map((c) => (
            <Select key={c} name={`c-${c}`} label={names[c]} options={perC} answer={answer} />
          ))}
        </fieldset>
        {departments.length > 0 && (
          <fieldset className="grid gap-x-4 sm:grid-cols-4">
            <legend className="mb-2 font-medium">{words.perDepartment}</legend>
            {departments.map(({ id, name }) => (
              <Select key={id} name={`d-${id}`} label={name} options={perDepartment} answer={answer} />
            ))}
          </fieldset>
        )}
      </Act>
    </div>
  );
}
