import type { ReactNode } from 'react';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { HeadView } from './head-view.ts';

/** The answers of a head: how many people gave each, and how well Polder finds it. */
export function Classes({ classes }: { classes: HeadView['classes'] }) {
  const { classes: words } = useWords().understanding;
  const { number, percent } = useFormats();
  const share = (value: number | null) => (value === null ? '–' : percent(value));
  return (
    <Card title={words.title}>
      <Table
        caption={words.caption}
        hideCaption
        wide
        rows={classes}
        rowKey={(row) => row.key}
        columns={[
          {
            key: 'name',
            label: words.name,
            heading: true,
            cell: (row) => <Indented depth={row.depth}>{row.name}</Indented>,
          },
          {
            key: 'labels',
            label: words.labels,
            figures: true,
            cell: (row) => (row.labels === 0 ? words.none : number(row.labels)),
          },
          { key: 'precision', label: words.precision, figures: true, cell: (row) => share(row.precision) },
          { key: 'recall', label: words.recall, figures: true, cell: (row) => share(row.recall) },
        ]}
      />
    </Card>
  );
}

const indents = ['', 'pl-5', 'pl-10', 'pl-15'];

/** What falls under another stands a step to the right. */
export function Indented({ depth, children }: { depth: number; children: ReactNode }) {
  return <span className={`block ${indents[Math.min(depth, indents.length - 1)]}`}>{children}</span>;
}
