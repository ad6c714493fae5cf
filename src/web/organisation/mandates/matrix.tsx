import { Link } from 'react-router';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Table } from '../../ui/table.tsx';
import type { Cell, MatrixLine } from './matrix-view.ts';
import type { TopicName } from './topics.ts';

interface MatrixProps {
  lines: readonly MatrixLine[];
  channels: readonly string[];
  topics: readonly TopicName[];
  on: string;
}

/** Colleagues down, channels across. */
export function Matrix({ lines, channels, topics, on }: MatrixProps) {
  const words = useWords().mandates;
  const { day } = useFormats();
  return (
    <Table
      caption={words.caption(day(`${on}T12:00:00Z`))}
      wide
      rows={lines}
      rowKey={(line) => line.publicId}
      columns={[
        {
          key: 'name',
          label: words.colleague,
          heading: true,
          cell: (line) => (
            <span className="block py-1 whitespace-nowrap">
              <Link to={urls.colleague(line.publicId)} className="link">
                {line.name}
              </Link>
              <span className="block text-sm font-normal text-soft">
                {line.inMatrix ? line.department : words.byRole}
              </span>
            </span>
          ),
        },
        ...channels.map((channel) => ({
          key: channel,
          label: channel,
          cell: (line: MatrixLine) =>
            line.inMatrix ? <Held cell={line.cells[channel]} topics={topics} /> : <ByRole />,
        })),
      ]}
    />
  );
}

function ByRole() {
  return <span className="text-faint">{useWords().mandates.role}</span>;
}

function Held({ cell, topics }: { cell: Cell | undefined; topics: readonly TopicName[] }) {
  const words = useWords().mandates;
  if (!cell || (cell.everything === null && cell.topics.length === 0))
    return (
      <span className="inline-flex items-center gap-1 text-soft">
        <Icon name="lock" className="size-4" />
        {words.nothing}
      </span>
    );
  const nameOf = (key: string) => topics.find((one) => one.key === key)?.name ?? key;
  return (
    <span className="block py-1">
      {cell.everything && <span className="block">{words.rights[cell.everything]}</span>}
      {cell.topics.map(({ topic, right }) => (
        <span key={topic} className="block text-sm">
          {words.rights[right]}: {nameOf(topic)}
        </span>
      ))}
    </span>
  );
}
