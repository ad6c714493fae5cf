import { useFormats, useWords } from '../../layout/frame.tsx';
import { DataTwin } from '../../ui/data-twin.tsx';
import { Table } from '../../ui/table.tsx';

export interface WeekView {
  at: string;
  proven: number;
  possible: number;
  phase: number;
  class: 'high' | 'medium' | 'low';
  frozen: 'declared' | 'source' | null;
}

const [width, height, left, bottom] = [1000, 240, 40, 30];

/** The stage of every week as land: proven ground as a solid step, what is possible above it as wet ground. */
export function Stages({ weeks }: { weeks: readonly WeekView[] }) {
  const { journeying, kit } = useWords();
  const words = journeying.timeline;
  const { day } = useFormats();
  return (
    <DataTwin
      chart={<Drawing weeks={weeks} />}
      table={
        <Table
          caption={words.drawing}
          hideCaption
          wide
          rows={weeks.toReversed()}
          rowKey={({ at }) => at}
          columns={[
            { key: 'week', label: words.week, heading: true, cell: ({ at }) => day(at) },
            { key: 'proven', label: words.proven, figures: true, cell: ({ proven }) => proven },
            { key: 'possible', label: words.possible, figures: true, cell: ({ possible }) => possible },
            { key: 'phase', label: words.phase, figures: true, cell: ({ phase }) => phase },
            { key: 'class', label: words.certainty, cell: (week) => kit.confidence[week.class] },
            {
              key: 'frozen',
              label: words.frozen,
              cell: ({ frozen }) => (frozen ? words.frozenBy[frozen] : ''),
            },
          ]}
        />
      }
    />
  );
}

function Drawing({ weeks }: { weeks: readonly WeekView[] }) {
  const { journeying, journey } = useWords();
  const { day } = useFormats();
  const each = (width - left) / Math.max(1, weeks.length);
  const y = (stage: number) => height - bottom - (stage / 5) * (height - bottom - 10);
  const last = weeks.at(-1);
  return (
    <figure>
      <svg
        role="img"
        aria-label={`${journeying.timeline.drawing}: ${last ? journey.stage(last.proven) : ''}`}
        viewBox={`0 0 ${width} ${height}`}
        className="block w-full rounded-lg border border-line bg-surface"
      >
        {weeks.map(({ at, proven, possible, frozen }, i) => (
          <g key={at} opacity={frozen ? 0.5 : 1}>
            <rect
              x={left + i * each}
              width={each + 0.5}
              y={y(possible)}
              height={y(0) - y(possible)}
              className="fill-wet"
            />
            <rect
              x={left + i * each}
              width={each + 0.5}
              y={y(proven)}
              height={y(0) - y(proven)}
              className="fill-water"
            />
          </g>
        ))}
        {[1, 2, 3, 4, 5].map((stage) => (
          <g key={stage}>
            <line x1={left} x2={width} y1={y(stage)} y2={y(stage)} strokeWidth="1" className="stroke-line" />
            <text x="14" y={y(stage) + 5} className="fill-soft text-sm">
              {stage}
            </text>
          </g>
        ))}
      </svg>
      {weeks[0] && last && (
        <figcaption className="mt-1 flex justify-between text-sm text-soft">
          <span>{day(weeks[0].at)}</span>
          <span>{day(last.at)}</span>
        </figcaption>
      )}
    </figure>
  );
}
