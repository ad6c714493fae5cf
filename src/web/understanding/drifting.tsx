import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { IntervalBar } from '../ui/interval-bar.tsx';
import { Table } from '../ui/table.tsx';
import type { HeadView } from './head-view.ts';

/** Whether customers write differently than when Polder learned. */
export function Drifting({ drift }: { drift: HeadView['drift'] }) {
  const { drift: words } = useWords().understanding;
  const { percent } = useFormats();
  const { unknown, unknownBefore, lately, before } = drift;
  return (
    <Card title={words.title}>
      {unknown !== null && (
        <div className="mb-5 max-w-prose">
          <p>
            <span className="figures text-xl font-semibold">{percent(unknown, 1)}</span>{' '}
            {words.unknown.toLowerCase()}
            {unknownBefore !== null && (
              <span className="text-soft"> ({words.unknownBefore(percent(unknownBefore, 1))})</span>
            )}
          </p>
          <IntervalBar label={words.unknown} value={unknown} threshold={unknownBefore} />
          <p className="mt-1 text-sm text-soft">{words.unknownWhy}</p>
        </div>
      )}
      {lately === 0 || before === 0 ? (
        <p className="text-soft">{words.none}</p>
      ) : (
        drift.shares.length > 0 && <Shares drift={drift} />
      )}
    </Card>
  );
}

/** What changed most stands first. */
const changeOf = ({ lately, before }: HeadView['drift']['shares'][number]) => Math.abs(lately - before);

function Shares({ drift: { shares, lately, before } }: { drift: HeadView['drift'] }) {
  const { drift: words } = useWords().understanding;
  const { percent, number } = useFormats();
  const points = (change: number) => `${change > 0 ? '+' : ''}${number(change * 100, 1)}`;
  return (
    <Table
      caption={words.caption(lately, before)}
      wide
      rows={shares.toSorted((one, other) => changeOf(other) - changeOf(one))}
      rowKey={(row) => row.label}
      columns={[
        { key: 'name', label: words.name, heading: true, cell: (row) => row.name },
        { key: 'now', label: words.now, figures: true, cell: (row) => percent(row.lately, 1) },
        { key: 'before', label: words.before, figures: true, cell: (row) => percent(row.before, 1) },
        {
          key: 'change',
          label: words.change,
          figures: true,
          cell: (row) => words.points(points(row.lately - row.before)),
        },
      ]}
    />
  );
}
