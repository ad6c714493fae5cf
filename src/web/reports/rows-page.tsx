import { Link } from 'react-router';
import { readBehind } from '../../insights/reporting/rows.ts';
import { noteLook } from '../../insights/using.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { PageHeader } from '../layout/page-header.tsx';
import { Moment } from '../ui/age.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { Route } from './+types/rows-page.ts';
import { behindAsked } from './behind-asked.ts';
import { reasonNames } from './report-view.ts';

export async function loader({ context, url }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'journey.read');
  const asked = behindAsked(url.searchParams);
  const { code, scope, rows, next } = await readBehind(ctx, asked);
  await noteLook(ctx, 'figure');
  const named = ['INTENT', 'TOPIC', 'CLOSING'].includes(code) && asked.key !== undefined;
  const { after, hour, key, report } = asked;
  return {
    code,
    hour: hour ?? null,
    of: named ? (await reasonNames(ctx, locale))(code.toLowerCase(), key ?? '') : null,
    place: { ...report, of: code, key, hour: hour && `${hour.weekday}-${hour.hour}` },
    further: after !== undefined,
    from: scope.from,
    to: Temporal.PlainDate.from(scope.to).subtract({ days: 1 }).toString(),
    rows: rows.map(({ at, ...row }) => ({ ...row, at: at.toISOString() })),
    next,
  };
}

type Row = Route.ComponentProps['loaderData']['rows'][number];

export default function RowsPage({ loaderData }: Route.ComponentProps) {
  const { code, hour, of, place, from, to, rows, next, further } = loaderData;
  const { reporting: words } = useWords();
  const { day } = useFormats();
  const { of: _, key: __, hour: ___, ...report } = place;
  const title = [words.names[code], of].filter(Boolean).join(': ');
  return (
    <div className="max-w-5xl">
      <Link to={urls.reports(report)} className="link inline-flex items-center gap-1 text-sm">
        <Icon name="previous" className="size-4" />
        {words.rows.back}
      </Link>
      <div className="mt-2">
        <PageHeader title={title} lead={words.lead(day(noon(from)), day(noon(to)))} />
      </div>
      <p className="mb-4 max-w-prose">
        {words.about[code]}
        {hour && ` ${words.rows.hour(words.week.dayNames[hour.weekday - 1] ?? '', hour.hour)}.`}
      </p>
      {rows.length === 0 ? (
        <EmptyState title={words.rows.empty}>{words.none.text}</EmptyState>
      ) : (
        <RowTable rows={rows} />
      )}
      <Pagination
        next={next && urls.reportRows({ ...place, cursor: next })}
        first={further ? urls.reportRows(place) : null}
      />
      {rows.length > 0 && (
        <a
          href={urls.reportRowsFile(place)}
          className="link inline-flex items-center gap-1.5 py-1 text-sm"
          download
        >
          <Icon name="download" className="size-4" />
          {words.file.download}
        </a>
      )}
    </div>
  );
}

function RowTable({ rows }: { rows: readonly Row[] }) {
  const words = useWords().reporting.rows;
  const { duration } = useFormats();
  const took = (seconds: number | null) => (seconds === null ? '–' : duration(seconds));
  const open = ({ hoursSeconds, clockSeconds }: Row) =>
    hoursSeconds === 0 && (clockSeconds ?? 0) > 0 ? words.closed : took(hoursSeconds);
  const keyed = rows.map((row, i) => ({ ...row, id: String(i) }));
  const columns: Column<Row & { id: string }>[] = [
    {
      key: 'counts',
      label: words.counts,
      cell: ({ counts }) => (
        <span className="inline-flex items-center gap-1.5">
          <Icon name={counts ? 'check' : 'cross'} className="size-4" />
          {counts ? words.yes : words.no}
        </span>
      ),
    },
    { key: 'at', label: words.at, wideOnly: true, cell: ({ at }) => <Moment at={at} /> },
    { key: 'conversation', label: words.conversation, heading: true, cell: (row) => <Who row={row} /> },
    { key: 'queue', label: words.queue, wideOnly: true, cell: ({ queue }) => queue },
    { key: 'channel', label: words.channel, wideOnly: true, cell: ({ channel }) => channel },
    {
      key: 'hours',
      label: words.hours,
      figures: true,
      wideOnly: true,
      cell: open,
    },
    {
      key: 'clock',
      label: words.clock,
      figures: true,
      wideOnly: true,
      cell: (row) => took(row.clockSeconds),
    },
  ];
  return <Table caption={words.caption} wide rows={keyed} rowKey={({ id }) => id} columns={columns} />;
}

function Who({ row: { conversation, at } }: { row: Row }) {
  const words = useWords().reporting.rows;
  return (
    <span className="my-2 block min-w-40 md:min-w-56">
      <span className="block text-sm font-normal text-faint md:hidden">
        <Moment at={at} />
      </span>
      {conversation ? (
        <>
          <Link to={urls.conversation(conversation.publicId)} className="link break-words">
            {conversation.personName ?? words.unnamed}
          </Link>
          <span className="line-clamp-2 font-normal break-words text-soft">{conversation.preview}</span>
        </>
      ) : (
        <span className="inline-flex items-center gap-1.5 font-normal text-faint">
          <Icon name="lock" className="size-4" />
          {words.hidden}
        </span>
      )}
    </span>
  );
}
