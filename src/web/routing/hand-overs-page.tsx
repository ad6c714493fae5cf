import { Link } from 'react-router';
import { listDesk } from '../../conversations/handing-over/desk.ts';
import { findPresence } from '../../organisation/queueing/presence.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useNow, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Badge } from '../ui/badge.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/hand-overs-page.ts';
import { PresenceForm } from './presence-form.tsx';

export async function loader({ context }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  const rows = await listDesk(ctx);
  return {
    presence: ctx.actor.kind === 'employee' ? await findPresence(ctx, ctx.actor.employeeId) : null,
    rows: rows.map((row) => ({
      ...row,
      askedAt: row.askedAt.toISOString(),
      dueAt: row.dueAt?.toISOString() ?? null,
    })),
  };
}

export default function HandOversPage({ loaderData: { rows, presence } }: Route.ComponentProps) {
  const words = useWords().work.handOvers;
  const { list } = useWords().inbox;
  return (
    <div className="max-w-5xl">
      <PageHeader title={words.title} lead={words.lead} />
      {presence && (
        <div className="mb-6 max-w-xl">
          <PresenceForm presence={presence} />
        </div>
      )}
      {rows.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <Table
          caption={words.title}
          hideCaption
          wide
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              key: 'question',
              label: words.question,
              heading: true,
              cell: (row) => (
                <Link to={urls.handOver(row.id)} className="link line-clamp-2 max-w-md break-words">
                  {row.question}
                </Link>
              ),
            },
            { key: 'department', label: words.department, cell: (row) => row.department },
            { key: 'customer', label: words.customer, cell: (row) => row.personName ?? list.unknown },
            { key: 'due', label: words.due, cell: (row) => <DueCell dueAt={row.dueAt} /> },
            { key: 'taken', label: words.taken, cell: (row) => row.takenBy ?? words.nobody },
          ]}
        />
      )}
    </div>
  );
}

function DueCell({ dueAt }: { dueAt: string | null }) {
  const words = useWords().work.handOvers;
  const { shortDay, time } = useFormats();
  const now = useNow();
  if (!dueAt) return <span className="text-soft">{words.noDue}</span>;
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      {shortDay(dueAt, now)}, {time(dueAt)}
      {dueAt < now && <Badge tone="attention">{words.late}</Badge>}
    </span>
  );
}
