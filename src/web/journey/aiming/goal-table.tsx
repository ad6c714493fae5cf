import { Link } from 'react-router';
import { urls } from '../../../urls.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Badge } from '../../ui/badge.tsx';
import { Table } from '../../ui/table.tsx';
import type { GoalView } from './goal-view.ts';

/** The register of goals: what, whose, how far, and whether it stays. */
export function GoalTable({ goals }: { goals: readonly GoalView[] }) {
  const { goals: words, cs } = useWords().journeying;
  const { number } = useFormats();
  const write = (value: number | null, unit: string | null) =>
    value === null ? '–' : `${number(value, 2)} ${unit ?? ''}`.trim();
  return (
    <Table
      caption={words.title}
      hideCaption
      wide
      rows={goals}
      rowKey={({ publicId }) => publicId}
      columns={[
        {
          key: 'goal',
          label: words.goal,
          heading: true,
          cell: ({ publicId, name, c, department }) => (
            <span className="my-2 block min-w-48">
              <Link to={urls.goal(publicId)} className="link">
                {name}
              </Link>
              <span className="block text-sm font-normal text-faint">
                {cs[c]}
                {department && `, ${department}`}
              </span>
            </span>
          ),
        },
        { key: 'owner', label: words.owner, cell: ({ owner }) => owner ?? '–' },
        { key: 'kpi', label: words.kpi, cell: ({ kpi }) => kpi ?? '–' },
        {
          key: 'now',
          label: words.now,
          figures: true,
          cell: ({ last, unit }) => write(last?.value ?? null, unit),
        },
        {
          key: 'target',
          label: words.target,
          figures: true,
          cell: ({ target, unit }) => write(target, unit),
        },
        { key: 'state', label: words.state, cell: (goal) => <State goal={goal} /> },
      ]}
    />
  );
}

export function State({ goal: { state, weeks, anchored } }: { goal: GoalView }) {
  const { goals: words } = useWords().journeying;
  return (
    <span className="my-2 block">
      <Badge {...(state === 'measured' && { tone: 'water' as const })}>{words[state]}</Badge>
      {weeks > 0 && (
        <span className="block text-sm text-soft">
          {anchored ? words.anchored(weeks) : words.onTarget(weeks)}
        </span>
      )}
    </span>
  );
}
