import { useFormats, useWords } from '../layout/frame.tsx';
import { Moment } from '../ui/age.tsx';
import type { UseView } from './ledger-view.ts';
import { Press } from './press.tsx';

/** What was done, newest first; each line opens to why we may, with the way to stop it right there. */
export function Uses({ rows, returnTo }: { rows: readonly UseView[]; returnTo: string }) {
  return (
    <ol className="divide-y divide-line rounded-lg border border-line bg-surface">
      {rows.map((row) => (
        <Use key={row.key} row={row} returnTo={returnTo} />
      ))}
    </ol>
  );
}

function Use({ row, returnTo }: { row: UseView; returnTo: string }) {
  const { mine, looking } = useWords();
  const { ledger, contract } = mine;
  const { day } = useFormats();
  return (
    <li className="px-4 py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <p>
          {row.what}
          {row.reason && ` ${looking.own[row.reason]}`}
          {row.count > 1 && ` (${ledger.times(row.count)})`}
        </p>
        <span className="text-sm text-soft">
          <Moment at={row.at} />
        </span>
      </div>
      <p className="text-sm text-soft">
        <Who row={row} />
        {row.recipient && ` · ${ledger.recipient(row.recipient)}`}
      </p>
      <details className="mt-1">
        <summary className="link inline-flex py-1 text-sm">{ledger.why}</summary>
        <div className="mt-1 rounded-md bg-sunken px-3 py-2.5">
          <p>{contract.sentence(row.why)}</p>
          <p className="mt-1 text-sm text-soft">
            {contract.bases[row.basis as keyof typeof contract.bases]}.{' '}
            {row.decidedAt ? ledger.agreed(day(row.decidedAt)) : ledger.byContract(row.version)}
          </p>
          <div className="mt-2">
            {row.stop ? (
              <Press purpose={row.purpose} act={row.stop} of={row.why} returnTo={returnTo} />
            ) : (
              <p className="text-sm text-soft">{ledger.noStop}</p>
            )}
          </div>
        </div>
      </details>
    </li>
  );
}

function Who({ row }: { row: UseView }) {
  const { ledger } = useWords().mine;
  if (row.actorKind === 'person') return ledger.self;
  if (row.actorKind === 'system') return ledger.system;
  if (row.actorKind === 'key') return ledger.program;
  return row.department ? ledger.department(row.department) : ledger.colleague;
}
