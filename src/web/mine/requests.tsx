import { useFormats, useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';

interface RequestsProps {
  rows: readonly {
    publicId: string;
    kind: string;
    state: string;
    receivedAt: string;
    dueAt: string;
    endedAt: string | null;
    outcome: string | null;
  }[];
}

/** What one asked of us, and when it must be done. */
export function Requests({ rows }: RequestsProps) {
  const { requests } = useWords().mine.rights;
  const { day } = useFormats();
  const kinds = requests.kinds as Readonly<Record<string, string>>;
  const states = requests.states as Readonly<Record<string, string>>;
  return (
    <Card title={requests.title}>
      {rows.length === 0 && <p className="text-soft">{requests.none}</p>}
      <ul className="divide-y divide-line">
        {rows.map((row) => (
          <li key={row.publicId} className="py-3">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-medium">{kinds[row.kind] ?? row.kind}</span>
              <Badge tone={row.state === 'open' ? 'water' : 'neutral'}>
                {states[row.state] ?? row.state}
              </Badge>
            </div>
            <p className="text-sm text-soft">
              {requests.received(day(row.receivedAt))}{' '}
              {row.endedAt ? requests.ended(day(row.endedAt)) : requests.due(day(row.dueAt))}
            </p>
            {row.outcome && <p className="mt-1">{row.outcome}</p>}
          </li>
        ))}
      </ul>
    </Card>
  );
}
