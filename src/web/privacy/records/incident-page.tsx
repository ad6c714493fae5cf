import { redirect } from 'react-router';
import { z } from 'zod';
import { listChannels } from '../../../listening/account.ts';
import { whoIsTouched } from '../../../listening/touched.ts';
import { requires } from '../../../organisation/authority.ts';
import { getOrganisation } from '../../../organisation/organisation.ts';
import { type Context, transact } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { activities } from '../../../privacy/activity.ts';
import {
  getIncident,
  type IncidentScope,
  keepCount,
  moveIncident,
  risks,
} from '../../../privacy/records/incident.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import type { Route } from './+types/incident-page.ts';
import { IncidentClock } from './clock.tsx';
import { IncidentSteps } from './incident-steps.tsx';
import { type IncidentView, incidentView } from './incident-view.ts';
import { Touching } from './touching.tsx';

const day = z.union([z.literal(''), z.iso.date()]);
const acts = z.discriminatedUnion('act', [
  z.object({
    act: z.literal('count'),
    channel: z.string().max(100),
    from: day,
    until: day,
    activity: z.string().max(100),
    words: z.string().trim().max(200),
  }),
  z.object({ act: z.literal('risk'), risk: z.enum(risks), whyNot: z.string().trim().max(2000) }),
  z.object({ act: z.literal('authority'), reference: z.string().trim().max(200) }),
  z.object({ act: z.literal('persons') }),
  z.object({ act: z.literal('end') }),
]);

export async function loader({ params, context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'privacy.manage');
  const incident = await transact(ctx, 'legal', (ctx) => getIncident(ctx, params.id));
  const named = Object.entries(activities).map(([value, rule]) => ({ value, label: rule[locale] }));
  return { incident: incidentView(ctx, incident), channels: await listChannels(ctx), activities: named };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  const form = await readForm(request, acts);
  if (!form.ok) return again(form.answer);
  try {
    const { value } = form;
    if (value.act === 'count') await count(ctx, params.id, await scopeOf(ctx, value));
    else if (value.act === 'risk') await moveIncident(ctx, params.id, { step: 'risk', ...value });
    else if (value.act === 'authority') await moveIncident(ctx, params.id, { step: 'authority', ...value });
    else await moveIncident(ctx, params.id, { step: value.act });
    return redirect(urls.incident(params.id), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

/** Days begin and end at midnight where the organisation is. */
async function scopeOf(
  ctx: Context,
  given: Record<'channel' | 'from' | 'until' | 'activity' | 'words', string>,
) {
  const { timezone } = await getOrganisation(ctx);
  const midnight = (date: string, after = 0) =>
    Temporal.PlainDate.from(date).add({ days: after }).toZonedDateTime(timezone).toInstant().toString();
  const { channel, from, until, activity, words } = given;
  return {
    ...(channel && { channel }),
    ...(from && { from: midnight(from) }),
    ...(until && { until: midnight(until, 1) }),
    ...(activity && { activity }),
    ...(words && { words }),
  } satisfies IncidentScope;
}

async function count(ctx: Context, id: string, scope: IncidentScope): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    await moveIncident(ctx, id, { step: 'scope', scope });
    await keepCount(ctx, id, (await whoIsTouched(ctx, scope, 0)).count);
  });
}

export default function IncidentPage({ loaderData, actionData }: Route.ComponentProps) {
  const { incident: words, back } = useWords().privacy;
  const { moment } = useFormats();
  const { incident } = loaderData;
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={incident.title}
        lead={words.found(moment(incident.foundAt))}
        aside={
          <div className="flex items-center gap-3">
            <IncidentClock incident={incident} />
            <LinkButton to={urls.incidents()} tone="quiet" size="small" icon="previous">
              {back}
            </LinkButton>
          </div>
        }
      />
      <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-5 md:grid-cols-2">
        <div className="space-y-5">
          <Card>
            <p className="break-words whitespace-pre-line">{incident.story}</p>
          </Card>
          <Done incident={incident} />
          {!incident.ended && <IncidentSteps incident={incident} answer={actionData} />}
        </div>
        <Touching {...loaderData} answer={actionData} />
      </div>
    </div>
  );
}

function Done({ incident }: { incident: IncidentView }) {
  const { incident: words } = useWords().privacy;
  const { moment } = useFormats();
  const { risk, whyNot, authorityToldAt, authorityReference, personsToldAt } = incident;
  return (
    <Card title={words.done}>
      <ul className="space-y-1">
        {risk && (
          <li>
            {words.risks[risk]}
            {whyNot && `: ${whyNot}`}
          </li>
        )}
        {authorityToldAt && (
          <li>
            {words.authorityTold(moment(authorityToldAt))} {authorityReference}
          </li>
        )}
        {personsToldAt && <li>{words.personsTold(moment(personsToldAt))}</li>}
        {!risk && !authorityToldAt && !personsToldAt && <li>{words.nothing}</li>}
      </ul>
    </Card>
  );
}
