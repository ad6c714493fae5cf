import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Moment } from '../ui/age.tsx';
import { Icon } from '../ui/icon.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { RowView } from './indicator-page.tsx';

/** Figures about how long a customer waited. */
const timed: readonly string[] = ['RR', 'RR_ADDRESSED', 'SL60', 'FRT', 'FRT_CLOCK', 'UNTIMED'];

/** The rows behind a figure: whether each counts, and the way to its conversation for who may read that. */
export function Rows({ code, rows }: { code: string; rows: readonly RowView[] }) {
  const words = useWords().journey.rows;
  const waits: Column<RowView>[] = [
    {
      key: 'hours',
      label: words.hours,
      figures: true,
      wideOnly: true,
      cell: (row) => <Wait row={row} seconds={row.hoursSeconds} />,
    },
    {
      key: 'clock',
      label: words.clock,
      figures: true,
      wideOnly: true,
      cell: (row) => <Wait row={row} seconds={row.clockSeconds} />,
    },
  ];
  const columns: Column<RowView>[] = [
    { key: 'counts', label: words.counts, cell: (row) => <Counts counts={row.counts} /> },
    { key: 'at', label: words.at, wideOnly: true, cell: (row) => <Moment at={row.at} /> },
    { key: 'message', label: words.message, heading: true, cell: (row) => <Message row={row} code={code} /> },
    { key: 'channel', label: words.channel, wideOnly: true, cell: (row) => row.channel },
    ...(timed.includes(code) ? waits : []),
    ...(code === 'DA'
      ? [{ key: 'department', label: words.department, cell: (row: RowView) => row.department ?? '–' }]
      : []),
  ];
  const keyed = rows.map((row, i) => ({ ...row, key: String(i) }));
  return <Table caption={words.caption} wide rows={keyed} rowKey={(row) => row.key} columns={columns} />;
}

function Counts({ counts }: { counts: boolean }) {
  const words = useWords().journey.rows;
  return (
    <span className="inline-flex items-center gap-1.5">
      <Icon name={counts ? 'check' : 'cross'} className="size-4" />
      {counts ? words.yes : words.no}
    </span>
  );
}

/** On a narrow screen it also says when, and how long the customer waited. */
function Message({ row, code }: { row: RowView; code: string }) {
  const { at, hoursSeconds } = row;
  return (
    <span className="my-2 block min-w-40 md:min-w-56">
      <span className="block text-sm font-normal text-faint md:hidden">
        <Moment at={at} />
        {timed.includes(code) && ', '}
        {timed.includes(code) && <Wait row={row} seconds={hoursSeconds} />}
      </span>
      <Who row={row} />
    </span>
  );
}

function Who({ row: { conversation } }: { row: RowView }) {
  const words = useWords().journey.rows;
  if (!conversation) {
    return (
      <span className="inline-flex items-center gap-1.5 font-normal text-faint">
        <Icon name="lock" className="size-4" />
        {words.hidden}
      </span>
    );
  }
  return (
    <>
      <Link to={urls.conversation(conversation.publicId)} className="link break-words">
        {conversation.personName ?? words.unnamed}
      </Link>
      <span className="line-clamp-2 font-normal break-words text-soft">{conversation.preview}</span>
    </>
  );
}

function Wait({ row, seconds }: { row: RowView; seconds: number | null }) {
  const words = useWords().journey.rows;
  const { duration } = useFormats();
  if (!row.timeKnown) return <span className="text-faint">{words.untimed}</span>;
  if (seconds === null) return <span className="text-faint">{words.waiting}</span>;
  return seconds === 0 ? words.outside : duration(seconds);
}
