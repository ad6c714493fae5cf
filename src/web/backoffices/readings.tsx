import { useFormats, useWords } from '../layout/frame.tsx';
import { Age } from '../ui/age.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { BackofficeView } from './backoffice-page.tsx';

type BackofficeWords = ReturnType<typeof useWords>['backoffice'];
type Props = Pick<BackofficeView, 'readings' | 'aside' | 'shares' | 'corrections'>;

/** How it goes: what came in, what could not be read, what was told. */
export function Readings({ readings, aside, shares, corrections }: Props) {
  const words = useWords().backoffice;
  return (
    <>
      {readings.length > 0 && (
        <Card title={words.readings.title}>
          <Kinds readings={readings} />
        </Card>
      )}
      {aside.length > 0 && (
        <Card title={words.aside.title}>
          <p className="mb-3 max-w-prose text-soft">{words.aside.lead}</p>
          <Table
            caption={words.aside.caption}
            hideCaption
            rows={aside}
            rowKey={(row) => `${row.kind} ${row.key}`}
            columns={[
              {
                key: 'key',
                label: words.aside.key,
                heading: true,
                cell: (row) => `${words.kinds[row.kind]} ${row.key}`,
              },
              { key: 'why', label: words.aside.why, cell: (row) => row.reason },
            ]}
          />
        </Card>
      )}
      <Card title={words.shares.title}>
        <p className="mb-3 max-w-prose text-soft">{words.shares.lead}</p>
        <Shares shares={shares} words={words.shares} />
      </Card>
      <Card title={words.corrections.title}>
        <p className="mb-3 max-w-prose text-soft">{words.corrections.lead}</p>
        <Shares shares={corrections} words={words.corrections} />
      </Card>
    </>
  );
}

function Kinds({ readings }: Pick<Props, 'readings'>) {
  const { readings: words, kinds, never } = useWords().backoffice;
  const { number } = useFormats();
  return (
    <Table
      caption={words.caption}
      hideCaption
      rows={readings}
      rowKey={(row) => row.kind}
      columns={[
        { key: 'kind', label: words.kind, heading: true, cell: (row) => kinds[row.kind] },
        { key: 'read', label: words.read, cell: (row) => (row.readAt ? <Age at={row.readAt} /> : never) },
        { key: 'new', label: words.new, figures: true, cell: (row) => number(row.new) },
        { key: 'changed', label: words.changed, figures: true, cell: (row) => number(row.changed) },
        {
          key: 'problem',
          label: words.problem,
          cell: (row) => row.problem && <span className="text-clay">{row.problem}</span>,
        },
      ]}
    />
  );
}

interface SharesProps extends Pick<Props, 'shares'> {
  words: { states: BackofficeWords['shares']['states']; count(n: number): string };
}

function Shares({ shares, words: { states, count } }: SharesProps) {
  const names = Object.keys(states) as (keyof typeof states)[];
  return (
    <dl className="grid gap-x-8 gap-y-2 sm:grid-cols-2">
      {names.map((name) => (
        <div key={name} className="flex justify-between gap-4 border-b border-line py-1">
          <dt>{states[name]}</dt>
          <dd className="figures">{count(shares[name] ?? 0)}</dd>
        </div>
      ))}
    </dl>
  );
}
