import { z } from 'zod';
import { lastMoment } from '../../../insights/moment.ts';
import { criteria } from '../../../journey/criteria.ts';
import { declareFreeze, endFreeze, listFreezes } from '../../../journey/weekly/freezing.ts';
import { listTimeline, listWeeks } from '../../../journey/weekly/timeline.ts';
import { may } from '../../../organisation/authority.ts';
import { asDate } from '../../../platform/clock.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { doForm } from '../../organisation/managing.ts';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { reader, steerer } from '../door.ts';
import type { Route } from './+types/timeline-page.ts';
import { Happenings } from './happenings.tsx';
import { Stages } from './stages.tsx';

const acts = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('freeze'),
    from: z.iso.date(),
    until: z.iso.date(),
    why: z.string().trim().min(3),
  }),
  z.object({ act: z.literal('unfreeze'), id: z.string().regex(/^\d{1,18}$/) }),
]);

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = reader(context);
  const until = asDate((await lastMoment(ctx)) ?? ctx.clock.now());
  const weeks = await listWeeks(ctx, until);
  const names = new Map(criteria.map((criterion) => [criterion.id, criterion[ctx.locale]]));
  const events = await listTimeline(ctx, asDate(ctx.clock.now()));
  return {
    weeks: weeks.map(({ asOf, ...week }) => ({ ...week, at: asOf.toISOString() })),
    events: events.map(({ at, kind, data }) => ({ at: at.toISOString(), kind, data })),
    names: Object.fromEntries(names),
    freezes: await listFreezes(ctx),
    steers: may(ctx.actor, 'journey.manage'),
    locale: ctx.locale,
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = steerer(context);
  return doForm(request, acts, async (given) => {
    if (given.act === 'freeze')
      await declareFreeze(ctx, { fromOn: given.from, untilOn: given.until, why: given.why });
    else await endFreeze(ctx, given.id);
    return urls.journeyTimeline();
  });
}

export default function TimelinePage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().journeying.timeline;
  const { weeks, events, names, freezes, steers, locale } = loaderData;
  const { day } = useFormats();
  const freezing = actionData?.given?.act === 'freeze' ? actionData : undefined;
  return (
    <div className="max-w-5xl space-y-5">
      <PageHeader title={words.title} lead={words.lead} />
      {weeks.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <Stages weeks={weeks} />
      )}
      {events.length > 0 && (
        <Card title={words.events}>
          <Happenings events={events} names={names} locale={locale} />
        </Card>
      )}
      <Card title={words.freezeTitle}>
        <p className="mb-3 max-w-prose text-soft">{words.freezeLead}</p>
        <ul className="mb-3 space-y-2">
          {freezes.map(({ id, fromOn, untilOn, why }) => (
            <li key={id} className="flex flex-wrap items-center gap-3">
              <span>{words.period(day(fromOn), day(untilOn), why)}</span>
              {steers && (
                <Act act="unfreeze" label={words.unfreeze} tone="quiet" hidden={{ id }} answer={actionData} />
              )}
            </li>
          ))}
        </ul>
        {steers && (
          <div className="max-w-xl print:hidden">
            <Act act="freeze" label={words.freeze} answer={freezing}>
              <Field name="from" type="date" label={words.from} answer={freezing} />
              <Field name="until" type="date" label={words.until} answer={freezing} />
              <Field name="why" label={words.why} answer={freezing} />
            </Act>
          </div>
        )}
      </Card>
    </div>
  );
}
