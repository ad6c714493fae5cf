import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { DataTwin } from '../ui/data-twin.tsx';
import { Table } from '../ui/table.tsx';
import { ContrastPicture } from './contrast-picture.tsx';
import { useTimes } from './use-times.ts';
import type { ShownContrast, ShownContrasts } from './words-view.ts';

export type SidedContrast = ShownContrast & { side: 'a' | 'b' };

/** Both directions, as a picture and as a table; under it how many were read. */
export function ContrastCard({ found }: { found: ShownContrasts }) {
  const { words } = useWords().signals;
  const { one, other, more, fewer } = found;
  const rows: SidedContrast[] = [
    ...more.map((term) => ({ ...term, side: 'a' as const })),
    ...fewer.map((term) => ({ ...term, side: 'b' as const })),
  ];
  return (
    <Card title={words.caption}>
      <p className="mb-3 text-sm text-soft">
        {words.one}: {words.size(one.messages, one.persons, one.isSample)}. {words.other}:{' '}
        {words.size(other.messages, other.persons, other.isSample)}.
      </p>
      {rows.length === 0 ? (
        <p>{words.nothing}</p>
      ) : (
        <DataTwin chart={<ContrastPicture more={more} fewer={fewer} />} table={<AsTable rows={rows} />} />
      )}
      <p className="mt-3 text-xs text-faint">{words.privacy}</p>
    </Card>
  );
}

function AsTable({ rows }: { rows: readonly SidedContrast[] }) {
  const { words } = useWords().signals;
  const { number, percent } = useFormats();
  return (
    <Table
      caption={words.caption}
      hideCaption
      wide
      rows={rows}
      rowKey={(row) => `${row.side} ${row.term}`}
      columns={[
        { key: 'term', label: words.term, heading: true, cell: (row) => row.term },
        { key: 'group', label: words.group, cell: (row) => (row.side === 'a' ? words.one : words.other) },
        { key: 'times', label: words.times, figures: true, cell: (row) => <Times row={row} /> },
        { key: 'chance', label: words.chance, figures: true, cell: (row) => <Chance g2={row.g2} /> },
        {
          key: 'here',
          label: words.here,
          figures: true,
          cell: (row) => `${number(row.messages)} (${percent(row.share, 1)})`,
        },
        {
          key: 'there',
          label: words.there,
          figures: true,
          cell: (row) => `${number(row.otherMessages)} (${percent(row.otherShare, 1)})`,
        },
        { key: 'persons', label: words.persons, figures: true, cell: (row) => number(row.persons) },
        { key: 'examples', label: words.examples, cell: (row) => <Examples row={row} /> },
      ]}
    />
  );
}

function Times({ row }: { row: ShownContrast }) {
  return <span className="whitespace-nowrap">{useTimes()(row)}</span>;
}

/** From chi-squared with one degree of freedom, as the power of ten below the odds: more digits would be false. */
function Chance({ g2 }: { g2: number }) {
  const { words } = useWords().signals;
  const { number } = useFormats();
  const powers = Math.min(12, Math.floor(-Math.log10(tailOf(g2))));
  return <span className="whitespace-nowrap">{words.chanceUnder(number(10 ** powers))}</span>;
}

/** Upper tail of chi-squared with one degree of freedom: twice that of the normal at its root; an upper bound. */
function tailOf(g2: number): number {
  const z = Math.sqrt(g2);
  return (2 * Math.exp(-g2 / 2)) / (z * Math.sqrt(2 * Math.PI));
}

function Examples({ row }: { row: ShownContrast }) {
  const { words } = useWords().signals;
  return (
    <span className="flex gap-3">
      {row.examples.map((id, at) => (
        <Link key={id} to={urls.conversation(id)} className="link text-sm whitespace-nowrap">
          {words.example(at + 1)}
        </Link>
      ))}
    </span>
  );
}
