import { useWords } from '../layout/frame.tsx';
import { Moment } from '../ui/age.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { LedgerView } from './customer-view.ts';

/** How many the read gives at most. */
const most = 20;

/** Every use of a person's data, as the person reads it. Names departments, never colleagues. */
export function Ledger({ rows }: { rows: readonly LedgerView[] }) {
  const { customers, looking } = useWords();
  const { ledger, contract } = customers;
  return (
    <Card title={ledger.title}>
      <Table
        caption={ledger.caption}
        rows={rows}
        rowKey={(row) => row.key}
        columns={[
          { key: 'when', label: ledger.when, cell: (row) => <Moment at={row.at} /> },
          {
            key: 'what',
            label: ledger.what,
            heading: true,
            cell: (row) => (
              <>
                {row.what} {row.reason && looking.own[row.reason]}
                <span className="mb-1.5 block text-sm font-normal text-faint md:hidden">
                  {row.why} · <Who row={row} />
                </span>
              </>
            ),
          },
          {
            key: 'why',
            label: ledger.why,
            wideOnly: true,
            cell: (row) => (
              <span className="my-1.5 block">
                {row.why} <span className="block text-sm text-faint">{contract.basis[row.basis]}</span>
              </span>
            ),
          },
          { key: 'department', label: ledger.department, wideOnly: true, cell: (row) => <Who row={row} /> },
        ]}
      />
      <p className="mt-3 text-sm text-faint">
        {rows.length === most && `${ledger.newest(most)} `}
        {ledger.lists}
      </p>
    </Card>
  );
}

function Who({ row }: { row: LedgerView }) {
  const { ledger } = useWords().customers;
  if (row.actorKind === 'system') return ledger.system;
  if (row.actorKind === 'key') return ledger.key;
  return row.department ?? ledger.noDepartment;
}
