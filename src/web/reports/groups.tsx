import { Link } from 'react-router';
import { type Grouping, groupings } from '../../insights/reporting/report.ts';
import { type ReportPlace, urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Download } from './download.tsx';
import { useShortWriter } from './figures.tsx';
import type { FigureView, ReportView } from './report-view.ts';

type Row = ReportView['groups']['queue'][number];

/** The same figures beside each other for departments, queues and channels. */
export function Groups({ report }: { report: ReportView }) {
  const words = useWords().reporting.groups;
  return (
    <section aria-labelledby="groups">
      <h2 id="groups" className="mb-3 text-lg">
        {words.title}
      </h2>
      <div className="space-y-6">
        {groupings.map((grouping) => (
          <GroupTable key={grouping} report={report} grouping={grouping} />
        ))}
      </div>
    </section>
  );
}

function GroupTable({ report, grouping }: { report: ReportView; grouping: Grouping }) {
  const { groups: words, names } = useWords().reporting;
  const rows = report.groups[grouping];
  if (rows.length === 0) return null;
  const within = (row: Row): ReportPlace => ({ ...report.place, [grouping]: row.key || undefined });
  const columns: Column<Row>[] = [
    {
      key: 'name',
      label: words.name,
      heading: true,
      cell: (row) =>
        row.key ? (
          <Link to={urls.reports(within(row))} className="link">
            {row.name}
          </Link>
        ) : (
          row.name
        ),
    },
    ...(rows[0]?.figures ?? []).map(({ code }, at) => ({
      key: code,
      label: names[code],
      figures: true,
      cell: (row: Row) => {
        const figure = row.figures[at];
        return (
          figure && (
            <Cell figure={figure} to={row.key ? urls.reportRows({ ...within(row), of: code }) : null} />
          )
        );
      },
    })),
  ];
  return (
    <div>
      <Table caption={words[grouping]} wide rows={rows} rowKey={({ key }) => key} columns={columns} />
      <Download table={grouping} report={report} what={words[grouping]} />
    </div>
  );
}

/** The value, where it may lie, and on how many it rests. */
function Cell({ figure, to }: { figure: FigureView; to: string | null }) {
  const { groups: words } = useWords().reporting;
  const { number } = useFormats();
  const write = useShortWriter(figure.unit);
  const { value, n, low, high, unit, enough } = figure;
  if (unit === 'count') return to ? <Rows to={to}>{number(n)}</Rows> : number(n);
  if (value === null || !enough)
    return (
      <span className="text-sm text-faint">
        {to && n > 0 ? <Rows to={to}>{words.n(number(n))}</Rows> : words.n(number(n))}
      </span>
    );
  return (
    <span className="my-1 block">
      {to ? <Rows to={to}>{write(value)}</Rows> : write(value)}
      <span className="block text-xs whitespace-nowrap text-faint">
        {low !== null && high !== null && `${words.between(write(low), write(high))}, `}
        {words.n(number(n))}
      </span>
    </span>
  );
}

function Rows({ to, children }: { to: string; children: string }) {
  return (
    <Link to={to} className="link whitespace-nowrap">
      {children}
    </Link>
  );
}
