import { useFormats, useWords } from '../../layout/frame.tsx';
import { DataTwin } from '../../ui/data-twin.tsx';
import { Table } from '../../ui/table.tsx';
import { StateBadge } from '../state-badge.tsx';

/** One criterion in one week. */
export interface CoursePoint {
  at: string;
  version: number;
  state: 'met' | 'not_met' | 'unknown';
  value: number | null;
  n: number | null;
  low: number | null;
  high: number | null;
  up: number;
  down: number;
}

interface CourseProps {
  title: string;
  points: readonly CoursePoint[];
  enter: number | null;
  exit: number | null;
  write: (value: number) => string;
}

const [width, height, edge] = [1000, 220, 24];

/** A figure week by week: its line, its band, and the thresholds; a table as twin. */
export function Course(props: CourseProps) {
  const { title, points, write } = props;
  const { criterion: words } = useWords().journeying;
  const { day, number } = useFormats();
  return (
    <DataTwin
      chart={<Drawing {...props} />}
      table={
        <Table
          caption={title}
          hideCaption
          wide
          rows={points.toReversed()}
          rowKey={(point) => `${point.at} ${point.version}`}
          columns={[
            { key: 'week', label: words.week, heading: true, cell: ({ at }) => day(at) },
            { key: 'state', label: words.state, cell: ({ state }) => <StateBadge state={state} /> },
            {
              key: 'value',
              label: words.value,
              figures: true,
              cell: ({ value, n }) => (value === null ? '–' : `${write(value)} (n=${number(n ?? 0)})`),
            },
            {
              key: 'between',
              label: words.between,
              figures: true,
              cell: ({ low, high }) =>
                low === null || high === null ? '–' : `${write(low)} – ${write(high)}`,
            },
            {
              key: 'counters',
              label: words.counters,
              figures: true,
              cell: ({ up, down }) => `${up} / ${down}`,
            },
            {
              key: 'version',
              label: words.versions,
              wideOnly: true,
              cell: ({ version }) => words.judgedBy(version),
            },
          ]}
        />
      }
    />
  );
}

function Drawing({ title, points, enter, exit, write }: CourseProps) {
  const drawn = points.filter((point) => point.value !== null);
  const values = drawn.flatMap(({ value, low, high }) => [value ?? 0, low ?? value ?? 0, high ?? value ?? 0]);
  const most = Math.max(...values, enter ?? 0, exit ?? 0, Number.EPSILON);
  const least = Math.min(0, ...values);
  const first = Date.parse(points[0]?.at ?? '');
  const span = Math.max(1, Date.parse(points.at(-1)?.at ?? '') - first);
  const x = (at: string) => edge + ((Date.parse(at) - first) / span) * (width - 2 * edge);
  const y = (value: number) => height - edge - ((value - least) / (most - least)) * (height - 2 * edge);
  const line = drawn.map(({ at, value }) => `${x(at).toFixed(1)},${y(value ?? 0).toFixed(1)}`);
  const band = [
    ...drawn.map(({ at, high, value }) => `${x(at).toFixed(1)},${y(high ?? value ?? 0).toFixed(1)}`),
    ...drawn
      .toReversed()
      .map(({ at, low, value }) => `${x(at).toFixed(1)},${y(low ?? value ?? 0).toFixed(1)}`),
  ];
  const last = drawn.at(-1);
  return (
    <svg
      role="img"
      aria-label={last?.value === null || !last ? title : `${title}: ${write(last.value)}`}
      viewBox={`0 0 ${width} ${height}`}
      className="block w-full rounded-lg border border-line bg-surface"
    >
      <polygon points={band.join(' ')} className="fill-wet" />
      {enter !== null && <Stroke at={y(enter)} className="stroke-ink" />}
      {exit !== null && <Stroke at={y(exit)} className="stroke-ink" dashed />}
      <polyline points={line.join(' ')} fill="none" strokeWidth="3" className="stroke-water" />
      {drawn.length < 2 &&
        drawn.map(({ at, value }) => (
          <circle key={at} cx={x(at)} cy={y(value ?? 0)} r="6" className="fill-water" />
        ))}
    </svg>
  );
}

function Stroke({ at, className, dashed = false }: { at: number; className: string; dashed?: boolean }) {
  return (
    <line
      x1={edge}
      x2={width - edge}
      y1={at}
      y2={at}
      strokeWidth="1.5"
      {...(dashed && { strokeDasharray: '6 5' })}
      className={className}
    />
  );
}
