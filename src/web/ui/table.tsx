import type { ReactNode } from 'react';
import { useWords } from '../layout/frame.tsx';

export interface Column<Row> {
  key: string;
  label: string;
  cell: (row: Row) => ReactNode;
  /** Figures stand right, in tabular figures. */
  figures?: boolean;
  /** Names the row for screen readers; one column of a table. */
  heading?: boolean;
  /** Left out on a narrow screen. */
  wideOnly?: boolean;
}

interface TableProps<Row> {
  /** Says what the table holds; read aloud, and shown unless `hideCaption`. */
  caption: string;
  hideCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** More columns than a telephone holds: the table scrolls inside its own frame, never the page. */
  wide?: boolean;
}

/** A frame that scrolls must be reachable by keyboard, or nobody without a mouse sees its right side. */
const reachable = { tabIndex: 0 };

/** Rows of 40 px. */
export function Table<Row>({ caption, hideCaption = false, columns, rows, rowKey, wide }: TableProps<Row>) {
  const table = (
    <table className="w-full border-collapse text-left">
      <caption className={hideCaption ? 'sr-only' : 'pb-2 text-left text-sm text-soft'}>{caption}</caption>
      <thead>
        <tr className="border-b border-edge">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              className={`${cellLook(column)} h-9 text-sm font-medium text-soft`}
            >
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)} className="h-row border-b border-line hover:bg-sunken">
            {columns.map((column) => (
              <Cell key={column.key} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
  if (!wide) return table;
  return <Sideways caption={caption}>{table}</Sideways>;
}

/** Its name says that it is the table: the card around it may have the name of the caption. */
function Sideways({ caption, children }: { caption: string; children: ReactNode }) {
  const { tableOf } = useWords().kit;
  // relative: what is hidden for the eye only stays inside the frame, too.
  return (
    <section aria-label={tableOf(caption)} className="relative overflow-x-auto" {...reachable}>
      {children}
    </section>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  if (column.heading) {
    return (
      <th scope="row" className={`${cellLook(column)} font-medium`}>
        {column.cell(row)}
      </th>
    );
  }
  return <td className={cellLook(column)}>{column.cell(row)}</td>;
}

function cellLook<Row>({ figures, wideOnly }: Column<Row>): string {
  return `px-3 first:pl-0 last:pr-0 ${figures ? 'text-right' : ''} ${wideOnly ? 'max-md:hidden' : ''}`;
}
