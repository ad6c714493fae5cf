import { useFormats, useWords } from '../layout/frame.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import type { Board } from './board-view.ts';

const leastToJudge = 3;

/** Per C how many are on and how far it is; a stroke at half of all. */
export function SpreadMeter({ board: { columns, spread } }: { board: Pick<Board, 'columns' | 'spread'> }) {
  const { pilots: words } = useWords();
  const { spread: said } = words.board;
  const { list } = useFormats();
  return (
    <Card title={said.title}>
      <p className="mb-3 text-sm text-soft">{said.lead}</p>
      <ul className="space-y-3">
        {columns.map(({ area, count, grade }) => (
          <li key={area}>
            <p className="flex flex-wrap justify-between gap-x-3 text-sm">
              <span className="font-medium">{words.areas[area]}</span>
              <span className="text-soft">
                {said.count(count)}, {said.grades[grade]}
              </span>
            </p>
            <Bar count={count} all={spread.all} />
          </li>
        ))}
      </ul>
      <div className="mt-4">
        {spread.lopsided ? (
          <Notice tone="info" title={said.lopsided(words.areas[spread.lopsided])} />
        ) : (
          <p className="text-sm text-soft">{spread.all >= leastToJudge ? said.wide : said.few}</p>
        )}
      </div>
      <p className="mt-3 text-sm text-soft">
        {said.departments}: {list(spread.departments.map(({ name }) => name)) || said.nobody}
      </p>
    </Card>
  );
}

function Bar({ count, all }: { count: number; all: number }) {
  const share = all > 0 ? count / all : 0;
  return (
    <svg aria-hidden="true" width="100%" height="14" className="mt-1 block">
      <rect y="3" width="100%" height="8" rx="4" className="fill-line" />
      <rect y="3" width={`${(share * 100).toFixed(1)}%`} height="8" rx="4" className="fill-water" />
      <line x1="50%" x2="50%" y1="0" y2="14" strokeWidth="2" className="stroke-ink" />
    </svg>
  );
}

export function ChangeLoad({ load, most }: Pick<Board, 'load' | 'most'>) {
  const { load: words } = useWords().pilots.board;
  const { number } = useFormats();
  return (
    <Card title={words.title}>
      <p className="mb-3 text-sm text-soft">{words.lead(most)}</p>
      {load.length === 0 ? (
        <p className="text-soft">{words.none}</p>
      ) : (
        <Table
          caption={words.caption}
          hideCaption
          rows={load}
          rowKey={(row) => row.name ?? ''}
          columns={[
            {
              key: 'department',
              label: words.department,
              heading: true,
              cell: (row) => row.name ?? words.nobody,
            },
            {
              key: 'widenings',
              label: words.widenings,
              figures: true,
              cell: (row) => number(row.widenings),
            },
            {
              key: 'room',
              label: words.room,
              cell: (row) =>
                row.room > 0 ? (
                  words.left(row.room)
                ) : (
                  <Badge tone="attention" icon="warning">
                    {words.full}
                  </Badge>
                ),
            },
          ]}
        />
      )}
    </Card>
  );
}
