import { Link, redirect } from 'react-router';
import { z } from 'zod';
import { requires } from '../../../organisation/authority.ts';
import { getOrganisation } from '../../../organisation/organisation.ts';
import { transact } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { listIncidents, reportIncident } from '../../../privacy/records/incident.ts';
import { urls } from '../../../urls.ts';
import { again, readForm, refusedForm } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Moment } from '../../ui/age.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import { Table } from '../../ui/table.tsx';
import type { Route } from './+types/incidents-page.ts';
import { IncidentClock } from './clock.tsx';
import { type IncidentView, incidentView } from './incident-view.ts';

const shape = z.object({
  title: z.string().trim().min(3).max(200),
  story: z.string().trim().min(10).max(5000),
  found: z.string().regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/),
});

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  const incidents = await transact(ctx, 'legal', listIncidents);
  const { timezone } = await getOrganisation(ctx);
  const now = ctx.clock
    .now()
    .toZonedDateTimeISO(timezone)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' });
  return { incidents: incidents.map((one) => incidentView(ctx, one)), now };
}

export async function action({ request, context }: Route.ActionArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  const form = await readForm(request, shape);
  if (!form.ok) return again(form.answer);
  try {
    const { timezone } = await getOrganisation(ctx);
    const { title, story, found } = form.value;
    const foundAt = Temporal.PlainDateTime.from(found).toZonedDateTime(timezone).toInstant();
    return redirect(urls.incident(await reportIncident(ctx, { title, story, foundAt, scope: {} })), 303);
  } catch (error) {
    return refusedForm(error, form.given);
  }
}

export default function IncidentsPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().privacy.incidents;
  const { incidents, now } = loaderData;
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.title} lead={words.lead} />
      {incidents.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <Incidents rows={incidents} />
      )}
      <div className="mt-6 max-w-xl">
        <Card title={words.new}>
          <Form answer={actionData}>
            <Field name="title" label={words.name} answer={actionData} />
            <Textarea name="story" rows={5} label={words.story} answer={actionData} />
            <Field
              name="found"
              type="datetime-local"
              label={words.found}
              hint={words.foundHint}
              defaultValue={now}
              max={now}
              answer={actionData}
            />
            <Button tone="primary">{words.submit}</Button>
          </Form>
        </Card>
      </div>
    </div>
  );
}

function Incidents({ rows }: { rows: readonly IncidentView[] }) {
  const words = useWords().privacy.incidents;
  const { number } = useFormats();
  return (
    <Table
      caption={words.caption}
      hideCaption
      rows={rows}
      rowKey={(row) => row.publicId}
      columns={[
        {
          key: 'title',
          label: words.name,
          heading: true,
          cell: (row) => (
            <Link to={urls.incident(row.publicId)} className="link break-words">
              {row.title}
            </Link>
          ),
        },
        { key: 'due', label: words.due, wideOnly: true, cell: (row) => <Moment at={row.notifyDueAt} /> },
        {
          key: 'touched',
          label: words.touched,
          figures: true,
          wideOnly: true,
          cell: (row) => (row.touched === null ? '–' : number(row.touched)),
        },
        { key: 'state', label: words.state, cell: (row) => <IncidentClock incident={row} /> },
      ]}
    />
  );
}
