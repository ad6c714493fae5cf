import { Link } from 'react-router';
import { z } from 'zod';
import { makeQueue } from '../../organisation/queueing/queue-keeping.ts';
import { listQueueRows } from '../../organisation/queueing/queue-overview.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { doForm, manager } from '../organisation/managing.ts';
import { Act } from '../privacy/act.tsx';
import { Badge } from '../ui/badge.tsx';
import { Field } from '../ui/field.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/queues-page.ts';

const shape = z.object({ act: z.literal('make'), name: z.string().trim().min(1).max(80) });

export async function loader({ context }: Route.LoaderArgs) {
  return { rows: await listQueueRows(manager(context)) };
}

export function action({ context, request }: Route.ActionArgs) {
  const ctx = manager(context);
  return doForm(request, shape, async ({ name }) => urls.queue(await makeQueue(ctx, name)));
}

export default function QueuesPage({ loaderData, actionData }: Route.ComponentProps) {
  const { queues: words } = useWords().routing;
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
              <span className="inline-flex flex-wrap items-center gap-2 py-1">
                <Link to={urls.queue(row.key)} className="link break-words">
                  {row.name}
                </Link>
                {row.isDefault && <Badge tone="water">{words.isDefault}</Badge>}
              </span>
            ),
          },
          {
            key: 'department',
            label: words.department,
            cell: (row) => row.department?.name ?? words.everybody,
          },
          {
            key: 'calendar',
            label: words.calendar,
            wideOnly: true,
            cell: (row) => (
              <Link to={urls.calendar(row.calendar.key)} className="link">
                {row.calendar.name}
              </Link>
            ),
          },
          {
            key: 'workers',
            label: words.workers,
            wideOnly: true,
            cell: (row) =>
              row.workers.length === 0 ? words.allWorkers : words.someWorkers(row.workers.length),
          },
          {
            key: 'how',
            label: words.how,
            wideOnly: true,
            cell: (row) => (row.deals ? words.deals : words.pulls),
          },
        ]}
      />
      <div className="mt-6 max-w-xl">
        <Act act="make" label={words.make} tone="primary" answer={actionData}>
          <Field name="name" label={words.name} hint={words.makeHint} answer={actionData} maxLength={80} />
        </Act>
      </div>
    </div>
  );
}
