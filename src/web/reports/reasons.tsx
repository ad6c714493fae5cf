import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { Download } from './download.tsx';
import type { ReportView } from './report-view.ts';

const kinds = ['intent', 'topic', 'closing'] as const;

/** Why people ask, and how it ends. */
export function Reasons({ report }: { report: ReportView }) {
  const words = useWords().reporting.reasons;
  return (
    <section aria-labelledby="reasons">
      <h2 id="reasons" className="text-lg">
        {words.title}
      </h2>
      <p className="mb-3 text-sm text-soft">{words.lead}</p>
      <div className="grid items-start gap-4 lg:grid-cols-3">
        {kinds.map((kind) => (
          <Card key={kind} title={words[kind]}>
            <Kind report={report} kind={kind} />
          </Card>
        ))}
      </div>
      <Download table="reasons" report={report} what={words.title} />
    </section>
  );
}

type Row = ReportView['reasons'][number];

function Kind({ report, kind }: { report: ReportView; kind: (typeof kinds)[number] }) {
  const words = useWords().reporting.reasons;
  const { number } = useFormats();
  const rows = report.reasons.filter((reason) => reason.kind === kind);
  if (rows.length === 0) return <p className="text-soft">{words.none}</p>;
  const columns: Column<Row>[] = [
    { key: 'name', label: words.name, heading: true, cell: ({ name }) => name },
    {
      key: 'n',
      label: words.count,
      figures: true,
      cell: ({ key, n }) => (
        <Link to={urls.reportRows({ ...report.place, of: kind.toUpperCase(), key })} className="link">
          {number(n)}
        </Link>
      ),
    },
    { key: 'before', label: words.before, figures: true, cell: ({ before }) => number(before) },
  ];
  return (
    <Table caption={words[kind]} hideCaption wide rows={rows} rowKey={({ key }) => key} columns={columns} />
  );
}
