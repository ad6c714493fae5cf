import { Link } from 'react-router';
import { requires } from '../../../organisation/authority.ts';
import { transact } from '../../../platform/context.ts';
import { pageContext } from '../../../platform/http/load-context.ts';
import { countRequests } from '../../../privacy/requests/reminding.ts';
import { listRequests, type PrivacyRequest } from '../../../privacy/requests/request.ts';
import { readPastDate } from '../../../privacy/retaining/retaining.ts';
import { urls } from '../../../urls.ts';
import { useFormats, useNow, useWords } from '../../layout/frame.tsx';
import { PageHeader } from '../../layout/page-header.tsx';
import { Badge } from '../../ui/badge.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Pagination } from '../../ui/pagination.tsx';
import { Table } from '../../ui/table.tsx';
import { type PastDateView, pastDateView } from '../past-date-view.ts';
import { usePastDateSentence } from '../use-past-date.ts';
import type { Route } from './+types/requests-page.ts';

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'privacy.manage');
  const ended = url.searchParams.has('ended');
  const before = url.searchParams.get('before')?.match(/^\d{1,18}$/)?.[0];
  return transact(ctx, 'legal', async (ctx) => {
    const { rows, next } = await listRequests(ctx, { open: !ended, before });
    const pastDate = pastDateView(await readPastDate(ctx), ctx.clock.now());
    return { rows: rows.map(rowOf), next, ended, counts: await countRequests(ctx), pastDate };
  });
}

function rowOf({ publicId, kind, via, receivedAt, dueAt, handler, state }: PrivacyRequest) {
  return {
    publicId,
    kind,
    via,
    handler,
    state,
    receivedAt: receivedAt.toISOString(),
    dueAt: dueAt.toISOString(),
  };
}

type Row = ReturnType<typeof rowOf>;

export default function RequestsPage({ loaderData }: Route.ComponentProps) {
  const { requests } = useWords().privacy;
  const { rows, next, ended, counts } = loaderData;
  const empty = ended ? requests.emptyEnded : requests.empty;
  return (
    <div className="max-w-5xl">
      <PageHeader
        title={requests.title}
        lead={requests.lead}
        aside={
          <LinkButton to={urls.newPrivacyRequest()} tone="primary" icon="note">
            {requests.new}
          </LinkButton>
        }
      />
      <p className="mb-4 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <span>{requests.counts(counts.open, counts.soon, counts.late)}</span>
        <Link to={ended ? urls.privacy() : urls.privacy({ ended: 1 })} className="link">
          {ended ? requests.toOpen : requests.toEnded}
        </Link>
      </p>
      {rows.length === 0 ? (
        <EmptyState title={empty.title}>{empty.next}</EmptyState>
      ) : (
        <Requests rows={rows} caption={ended ? requests.captionEnded : requests.caption} />
      )}
      <Pagination next={next && urls.privacy({ ended: 1, before: next })} />
      {!ended && <OldestPastDate pastDate={loaderData.pastDate} />}
    </div>
  );
}

function OldestPastDate({ pastDate }: { pastDate: PastDateView }) {
  const { retention } = useWords().privacy;
  const sentence = usePastDateSentence();
  const wrong = pastDate.oldestDays > 0 || pastDate.still;
  return (
    <div className="mt-8">
      <Notice tone={wrong ? 'attention' : 'info'} title={sentence(pastDate)}>
        <Link to={urls.retention()} className="link">
          {retention.look}
        </Link>
      </Notice>
    </div>
  );
}

function Requests({ rows, caption }: { rows: readonly Row[]; caption: string }) {
  const { requests, kinds, vias, states, nobody } = useWords().privacy;
  const { day } = useFormats();
  return (
    <Table
      caption={caption}
      rows={rows}
      rowKey={(row) => row.publicId}
      columns={[
        {
          key: 'kind',
          label: requests.kind,
          heading: true,
          cell: (row) => (
            <Link to={urls.privacyRequest(row.publicId)} className="link">
              {kinds[row.kind]} <span className="font-normal text-soft">({vias[row.via]})</span>
            </Link>
          ),
        },
        { key: 'received', label: requests.received, wideOnly: true, cell: (row) => day(row.receivedAt) },
        { key: 'due', label: requests.due, cell: (row) => <Due row={row} /> },
        { key: 'handler', label: requests.handler, wideOnly: true, cell: (row) => row.handler ?? nobody },
        { key: 'state', label: requests.state, wideOnly: true, cell: (row) => states[row.state] },
      ]}
    />
  );
}

const week = 7 * 86_400_000;

export function Due({ row }: { row: { dueAt: string; state: string } }) {
  const { requests } = useWords().privacy;
  const { day } = useFormats();
  const left = Date.parse(row.dueAt) - Date.parse(useNow());
  const open = row.state === 'open';
  return (
    <span className="inline-flex flex-wrap items-center gap-2">
      {day(row.dueAt)}
      {open && left < 0 && (
        <Badge tone="attention" icon="warning">
          {requests.late}
        </Badge>
      )}
      {open && left >= 0 && left < week && <Badge icon="clock">{requests.soon}</Badge>}
    </span>
  );
}
