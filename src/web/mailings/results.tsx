import type { ResultCount } from '../../customers/sending/results.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';

/** What became of everybody, with the reason: nobody is missing. */
export function Results({ rows, leftOut }: { rows: readonly ResultCount[]; leftOut: number }) {
  const { results } = useWords().mailings;
  const { number } = useFormats();
  const all = rows.reduce((sum, { people }) => sum + people, 0);
  const reasons = results.reasons as Readonly<Record<string, string>>;
  return (
    <Card title={results.title}>
      <Table
        caption={results.caption(number(all))}
        rows={rows}
        rowKey={(row) => `${row.outcome} ${row.reason}`}
        columns={[
          {
            key: 'outcome',
            label: results.outcome,
            heading: true,
            cell: (row) => results.outcomes[row.outcome],
          },
          {
            key: 'reason',
            label: results.reason,
            cell: (row) => (row.reason ? (reasons[row.reason] ?? row.reason) : ''),
          },
          { key: 'people', label: results.people, figures: true, cell: (row) => number(row.people) },
        ]}
      />
      {leftOut > 0 && <p className="mt-3 text-sm text-soft">{results.leftOut(number(leftOut))}</p>}
    </Card>
  );
}
