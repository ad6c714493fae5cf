import { Link } from 'react-router';
import { least } from '../../insights/reporting/figures.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Download } from './download.tsx';
import type { ReportView } from './report-view.ts';

type Row = NonNullable<ReportView['colleagues']>[number];

/** Per colleague, where the works council agreed; otherwise why not. */
export function Colleagues({ report }: { report: ReportView }) {
  const words = useWords().reporting.colleagues;
  const { colleagues } = report;
  return (
    <section aria-labelledby="colleagues">
      <h2 id="colleagues" className="mb-2 text-lg">
        {words.title}
      </h2>
      {colleagues === null ? (
        <p className="max-w-prose text-soft">{words.off}</p>
      ) : (
        <>
          <p className="mb-2 max-w-prose text-sm text-soft">
            {report.steersColleagues ? words.all : words.own}
          </p>
          {colleagues.length === 0 ? (
            <p className="text-soft">{words.none}</p>
          ) : (
            <>
              <People report={report} rows={colleagues} />
              <Download table="colleagues" report={report} what={words.title} />
            </>
          )}
        </>
      )}
    </section>
  );
}

function People({ report, rows }: { report: ReportView; rows: readonly Row[] }) {
  const { colleagues: words, groups } = useWords().reporting;
  const { number, duration } = useFormats();
  const columns: Column<Row>[] = [
    { key: 'name', label: words.name, heading: true, cell: ({ name }) => name },
    {
      key: 'answers',
      label: words.answers,
      figures: true,
      cell: ({ employeeId, answers }) => (
        <Link to={urls.reportRows({ ...report.place, of: 'COLLEAGUE', key: employeeId })} className="link">
          {number(answers)}
        </Link>
      ),
    },
    {
      key: 'first',
      label: words.first,
      figures: true,
      cell: ({ first: { value, n, low, high } }) =>
        value === null || n < least.seconds ? (
          <span className="text-sm text-faint">{groups.n(number(n))}</span>
        ) : (
          <>
            {duration(value)}
            <span className="block text-xs text-faint">
              {low !== null && high !== null && `${groups.between(duration(low), duration(high))}, `}
              {groups.n(number(n))}
            </span>
          </>
        ),
    },
  ];
  return (
    <Table
      caption={words.title}
      hideCaption
      wide
      rows={rows}
      rowKey={({ employeeId }) => employeeId}
      columns={columns}
    />
  );
}
