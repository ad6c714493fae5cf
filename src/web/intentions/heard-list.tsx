import type { ReactNode } from 'react';
import { useFormats, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';

export interface HeardView {
  publicId: string;
  said: string;
  did: string;
  doneOn: string;
  people: number | null;
  hidden: boolean;
}

/** You said, we did. `after` stands behind each entry: for colleagues, what they can do with it. */
export function HeardList({
  rows,
  after,
}: {
  rows: readonly HeardView[];
  after?: (row: HeardView) => ReactNode;
}) {
  const { heard } = useWords().intentions;
  const { day, number } = useFormats();
  return (
    <ul className="divide-y divide-line">
      {rows.map((row) => (
        <li key={row.publicId} className="py-3">
          <p>
            <span className="font-medium">{heard.said}</span> {row.said}
          </p>
          <p className="mt-1">
            <span className="font-medium">{heard.did}</span> {row.did}
          </p>
          <p className="mt-1 text-sm text-soft">
            {day(noon(row.doneOn))}
            {row.people !== null && row.people > 0 && ` · ${heard.people(number(row.people))}`}
          </p>
          {after?.(row)}
        </li>
      ))}
    </ul>
  );
}
