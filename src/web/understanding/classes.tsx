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
          { key: 'name', label: words.name, heading: true, cell: (row) => row.name },
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
