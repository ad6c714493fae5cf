import { useId } from 'react';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { DataTwin } from '../ui/data-twin.tsx';
import { type Column, Table } from '../ui/table.tsx';
import type { HeadView } from './head-view.ts';

interface Matrix {
  names: readonly string[];
  /** Rows: what people said; columns: what Polder read. */
  counts: readonly (readonly number[])[];
}

/** What Polder takes for what, as a picture and as a table. */
export function Confusion({ confusion }: { confusion: HeadView['confusion'] }) {
  const { matrix: words } = useWords().understanding;
  if (!confusion) return null;
  const matrix = { names: confusion.classes, counts: confusion.counts };
  const worst = worstOf(matrix);
  return (
    <Card title={words.title}>
      <p className="mb-3 max-w-prose text-sm text-soft">{words.lead}</p>
      <DataTwin chart={<Picture matrix={matrix} />} table={<AsTable matrix={matrix} />} />
      {worst && <p className="mt-2">{words.most(worst.person, worst.machine, worst.n)}</p>}
    </Card>
  );
}

function worstOf({ names, counts }: Matrix) {
  const mistakes = counts.flatMap((row, person) =>
    row.flatMap((n, machine) =>
      n > 0 && person !== machine ? [{ person: names[person] ?? '', machine: names[machine] ?? '', n }] : [],
    ),
  );
  return mistakes.toSorted((one, other) => other.n - one.n)[0];
}

const side = 34;
const left = 150;
const top = 112;

/** A frame that scrolls must be reachable by keyboard. */
const reachable = { tabIndex: 0 };

function Picture({ matrix }: { matrix: Matrix }) {
  const { matrix: words } = useWords().understanding;
  const { names, counts } = matrix;
  const id = useId();
  const all = counts.flat().reduce((sum, n) => sum + n, 0);
  const right = counts.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  // Room at the right for names that lean over the last column.
  const [width, height] = [left + names.length * side + 90, top + names.length * side + 4];
  return (
    <section aria-label={words.picture} className="overflow-x-auto" {...reachable}>
      <svg role="img" aria-labelledby={id} width={width} height={height} className="block text-xs">
        <title id={id}>{`${words.caption}. ${words.spoken(right, all)}`}</title>
        <g textAnchor="end" className="fill-faint">
          <text x={left - 10} y={top - 26}>
            {words.machine} →
          </text>
          <text x={left - 10} y={top - 8}>
            {words.person} ↓
          </text>
        </g>
        {names.map((name, at) => (
          <g key={name} className="fill-soft">
            <text transform={`translate(${left + at * side + side / 2},${top - 8}) rotate(-45)`}>{name}</text>
            <text x={left - 10} y={top + at * side + side / 2 + 4} textAnchor="end">
              {shortened(name)}
            </text>
          </g>
        ))}
        {counts.map((row, person) => (
          <Row key={names[person]} matrix={matrix} row={row} person={person} />
        ))}
      </svg>
    </section>
  );
}

/** So that a long name does not run out of the picture; the whole one stands in the table. */
function shortened(name: string): string {
  return name.length > 22 ? `${name.slice(0, 21)}…` : name;
}

interface RowProps {
  matrix: Matrix;
  row: readonly number[];
  person: number;
}

function Row({ matrix: { names }, row, person }: RowProps) {
  const { matrix: words } = useWords().understanding;
  const { number } = useFormats();
  const sum = row.reduce((total, n) => total + n, 0);
  return row.map((n, machine) => {
    const look = lookOf(n, sum, person === machine);
    const [x, y] = [left + machine * side, top + person * side];
    return (
      <g key={names[machine]}>
        <title>{words.cell(names[person] ?? '', names[machine] ?? '', n)}</title>
        <rect x={x + 1} y={y + 1} width={side - 2} height={side - 2} rx="2" className="fill-sunken" />
        <rect
          x={x + 1}
          y={y + 1}
          width={side - 2}
          height={side - 2}
          rx="2"
          fillOpacity={look.depth}
          className={look.fill}
        />
        {person === machine && (
          <rect
            x={x + 1.5}
            y={y + 1.5}
            width={side - 3}
            height={side - 3}
            rx="2"
            className="fill-none stroke-water"
          />
        )}
        {n > 0 && (
          <text x={x + side / 2} y={y + side / 2 + 4} textAnchor="middle" className={`figures ${look.text}`}>
            {number(n)}
          </text>
        )}
      </g>
    );
  });
}

/** Depth in steps by the share of its row; the figure on it stays readable at every step. */
function lookOf(n: number, sum: number, isRight: boolean) {
  const share = sum === 0 ? 0 : n / sum;
  if (isRight && share >= 0.6) return { depth: 1, fill: 'fill-water', text: 'fill-on-water' };
  const depth = share === 0 ? 0 : share < 0.1 ? 0.1 : share < 0.3 ? 0.22 : 0.36;
  return { depth, fill: isRight ? 'fill-water' : 'fill-edge', text: 'fill-ink' };
}

interface Line {
  at: number;
  name: string;
  counts: readonly number[];
}

function AsTable({ matrix: { names, counts } }: { matrix: Matrix }) {
  const { matrix: words } = useWords().understanding;
  const { number } = useFormats();
  const rows = counts.map((row, at): Line => ({ at, name: names[at] ?? '', counts: row }));
  const columns: Column<Line>[] = [
    { key: 'person', label: words.person, heading: true, cell: (row) => row.name },
    ...names.map(
      (name, at): Column<Line> => ({
        key: `c${at}`,
        label: name,
        figures: true,
        cell: (row) => number(row.counts[at] ?? 0),
      }),
    ),
    {
      key: 'total',
      label: words.total,
      figures: true,
      cell: (row) => number(row.counts.reduce((sum, n) => sum + n, 0)),
    },
  ];
  return (
    <Table caption={words.caption} wide rows={rows} rowKey={(row) => String(row.at)} columns={columns} />
  );
}
