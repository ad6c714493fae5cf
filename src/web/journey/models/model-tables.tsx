import type { Rung } from '../../../journey/models/ladder.ts';
import { useWords } from '../../layout/frame.tsx';
import { Table } from '../../ui/table.tsx';
import { StateBadge } from '../state-badge.tsx';

export interface PointView {
  id: string;
  phase: number;
  name: string;
  state: 'met' | 'not_met' | 'unknown';
}

/** The points of the roadmap, phase by phase. */
export function Roadmap({ points }: { points: readonly PointView[] }) {
  const { models, phases } = useWords().journeying;
  const names = Object.values(phases);
  return (
    <Table
      caption={models.roadmap}
      hideCaption
      wide
      rows={points}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'phase',
          label: useWords().journeying.results.phase,
          cell: ({ phase }) => `${phase}. ${names[phase - 1] ?? ''}`,
        },
        { key: 'point', label: models.point, heading: true, cell: ({ name }) => name },
        { key: 'state', label: models.state, cell: ({ state }) => <StateBadge state={state} /> },
      ]}
    />
  );
}

/** Where each process area stands, and what its next level asks. */
export function Ladder({ rungs }: { rungs: readonly Rung[] }) {
  const { models, areas, lacks } = useWords().journeying;
  return (
    <Table
      caption={models.ladder}
      hideCaption
      wide
      rows={rungs}
      rowKey={({ area }) => area}
      columns={[
        { key: 'area', label: models.area, heading: true, cell: ({ area }) => areas[area] },
        {
          key: 'level',
          label: models.level,
          figures: true,
          cell: ({ level, outOfScope }) => (outOfScope === null ? level : '–'),
        },
        {
          key: 'lack',
          label: models.lack,
          cell: ({ outOfScope, lacks: lack }) =>
            outOfScope !== null ? models.outOfScope(outOfScope) : lack === null ? models.top : lacks[lack],
        },
      ]}
    />
  );
}
