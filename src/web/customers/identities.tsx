import type { Identity } from '../../customers/person.ts';
import { useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Icon } from '../ui/icon.tsx';

/** Who this is on each channel, and how sure that is. */
export function Identities({ rows }: { rows: readonly Omit<Identity, 'id'>[] }) {
  const { identities } = useWords().customers;
  return (
    <Card title={identities.title}>
      <ul className="space-y-3">
        {rows.map((row) => (
          <li key={`${row.network} ${row.handle} ${row.name}`} className="flex gap-3">
            <Icon name="person" className="mt-0.5 size-5 text-soft" />
            <div className="min-w-0">
              <p className="font-medium break-words">{row.handle ?? row.name ?? identities.noHandle}</p>
              <p className="text-sm text-soft">
                {row.network}, {identities.proofs[row.proof]}
              </p>
            </div>
          </li>
        ))}
      </ul>
      <p className="mt-4 text-sm text-faint">{identities.why}</p>
    </Card>
  );
}
