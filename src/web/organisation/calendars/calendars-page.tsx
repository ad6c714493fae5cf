import { Link } from 'react-router';
import { z } from 'zod';
import { listCalendars } from '../../../organisation/opening/calendar-overview.ts';
import { makeCalendar } from '../../../organisation/opening/planning.ts';
import { urls } from '../../../urls.ts';
import { useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Act } from '../../privacy/act.tsx';
import { Field } from '../../ui/field.tsx';
import { Table } from '../../ui/table.tsx';
import { doForm, manager } from '../managing.ts';
import type { Route } from './+types/calendars-page.ts';
import { standingOf } from './calendar-view.ts';
import { OpenNow } from './open-now.tsx';

const shape = z.object({ act: z.literal('make'), name: z.string().trim().min(1).max(80) });

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = manager(context);
  const calendars = await listCalendars(ctx);
  return {
    rows: calendars.map((calendar) => ({
      key: calendar.key,
      name: calendar.name,
      queues: calendar.queues.map(({ name }) => name),
      standing: standingOf(ctx, calendar),
    })),
  };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return doForm(request, shape, async ({ name }) => urls.calendar(await makeCalendar(ctx, name)));
}

export default function CalendarsPage({ loaderData, actionData }: Route.ComponentProps) {
  const words = useWords().openingHours;
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.title} lead={words.lead} />
      <Table
        caption={words.title}
        hideCaption
        rows={loaderData.rows}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'name',
            label: words.name,
            heading: true,
            cell: (row) => (
              <Link to={urls.calendar(row.key)} className="link break-words">
                {row.name}
              </Link>
            ),
          },
          { key: 'now', label: words.now, cell: (row) => <OpenNow standing={row.standing} /> },
          {
            key: 'queues',
            label: words.queues,
            wideOnly: true,
            cell: (row) => row.queues.join(', ') || words.noQueues,
          },
        ]}
      />
      <div className="mt-6 max-w-xl">
        <Act act="make" label={words.make} answer={actionData}>
          <Field name="name" label={words.name} hint={words.makeHint} answer={actionData} maxLength={80} />
        </Act>
      </div>
    </div>
  );
}
