import type { MandateRow } from '../../../organisation/mandates/matrix.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Form } from '../../ui/form.tsx';
import { Table } from '../../ui/table.tsx';
import type { TopicName } from './topics.ts';

type Row = MandateRow & { name: string; holds: boolean };

interface GivenMandatesProps {
  rows: readonly Row[];
  topics: readonly TopicName[];
}

/** Every mandate that was given: those that hold or are to come first, then what was. */
export function GivenMandates({ rows, topics }: GivenMandatesProps) {
  const words = useWords().mandates;
  const standing = rows.filter((row) => row.endedAt === null);
  const ended = rows.filter((row) => row.endedAt !== null);
  return (
    <section className="mt-8">
      <Given caption={words.given(standing.length)} rows={standing} topics={topics} />
      {ended.length > 0 && (
        <details className="mt-4">
          <summary className="link cursor-pointer py-1">{words.ended(ended.length)}</summary>
          <Given caption={words.ended(ended.length)} rows={ended} topics={topics} />
        </details>
      )}
    </section>
  );
}

function Given({ caption, rows, topics }: GivenMandatesProps & { caption: string }) {
  const words = useWords().mandates;
  const { system } = useWords().organisation;
  const { day } = useFormats();
  const dayOf = (date: string) => day(`${date}T12:00:00Z`);
  const nameOf = (key: string | null) =>
    key === null ? words.everyTopic : (topics.find((one) => one.key === key)?.name ?? key);
  return (
    <Table
      caption={caption}
      wide
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'name', label: words.colleague, heading: true, cell: (row) => row.name },
        { key: 'right', label: words.right, cell: (row) => words.rights[row.right] },
        { key: 'channel', label: words.channel, cell: (row) => row.channel ?? words.everyChannel },
        { key: 'topic', label: words.topic, cell: (row) => nameOf(row.topic) },
        {
          key: 'when',
          label: words.when,
          cell: (row) =>
            row.untilOn
              ? words.between(dayOf(row.fromOn), dayOf(row.untilOn))
              : words.since(dayOf(row.fromOn)),
        },
        { key: 'by', label: words.by, cell: (row) => `${row.grantedBy ?? system}, ${day(row.grantedAt)}` },
        {
          key: 'end',
          label: words.end,
          cell: (row) =>
            row.endedAt ? `${row.endedBy ?? system}, ${day(row.endedAt)}` : <EndMandate row={row} />,
        },
      ]}
    />
  );
}

function EndMandate({ row }: { row: Row }) {
  const words = useWords().mandates;
  return (
    <Form>
      <input type="hidden" name="act" value="end" />
      <input type="hidden" name="id" value={row.id} />
      <Button size="small" tone="quiet">
        {words.endNow}
        <span className="sr-only">
          : {row.name}, {words.rights[row.right]}
        </span>
      </Button>
    </Form>
  );
}
