import { type ReactNode, useId } from 'react';
import { useFormats } from '../layout/frame.tsx';

export interface Point {
  x: number;
  y: number;
  /** What stands at this point, in words. */
  title: string;
  low?: number;
  high?: number;
  /** Radius; left out: 4. */
  size?: number;
}

interface PlotProps {
  /** The whole picture in one sentence, for who does not see it. */
  spoken: string;
  xLabel: string;
  yLabel: string;
  points: readonly Point[];
  /** Ends of the horizontal scale, and where it says something. */
  from: number;
  to: number;
  ticks: readonly number[];
  writeTick: (value: number) => string;
  /** From the left bottom to the right top: where what is said comes true. */
  diagonal?: boolean;
  /** Draws the way from point to point. */
  joined?: boolean;
}

const box = { left: 56, right: 12, top: 12, bottom: 48, width: 480, height: 280 };
const shares = [0, 0.25, 0.5, 0.75, 1];

/** Points on a share (upwards) against something else. */
export function Plot(props: PlotProps) {
  const { spoken, points, from, to, diagonal, joined } = props;
  const id = useId();
  const x = (value: number) =>
    box.left + ((value - from) / (to - from || 1)) * (box.width - box.left - box.right);
  const y = (share: number) => box.height - box.bottom - share * (box.height - box.top - box.bottom);
  return (
    <svg
      role="img"
      aria-labelledby={id}
      viewBox={`0 0 ${box.width} ${box.height}`}
      className="block w-full max-w-xl text-xs"
    >
      <title id={id}>{spoken}</title>
      <Axes {...props} x={x} y={y} />
      {diagonal && (
        <path d={`M${x(from)} ${y(0)}L${x(to)} ${y(1)}`} strokeDasharray="5 5" className="stroke-edge" />
      )}
      {joined && points.length > 1 && (
        <path
          d={points.map((point, at) => `${at === 0 ? 'M' : 'L'}${x(point.x)} ${y(point.y)}`).join('')}
          strokeWidth="2"
          className="fill-none stroke-water"
        />
      )}
      {points.map((point) => (
        <Dot key={point.title} point={point} at={[x(point.x), y(point.y)]} y={y} />
      ))}
    </svg>
  );
}

type Scale = (value: number) => number;

function Axes({ xLabel, yLabel, ticks, writeTick, x, y }: PlotProps & { x: Scale; y: Scale }): ReactNode {
  const { percent } = useFormats();
  return (
    <g className="figures fill-soft">
      {shares.map((share) => (
        <g key={share}>
          <path d={`M${box.left} ${y(share)}H${box.width - box.right}`} className="stroke-line" />
          <text x={box.left - 8} y={y(share) + 4} textAnchor="end">
            {percent(share)}
          </text>
        </g>
      ))}
      {ticks.map((tick) => (
        <text key={tick} x={x(tick)} y={box.height - box.bottom + 18} textAnchor="middle">
          {writeTick(tick)}
        </text>
      ))}
      <text x={(box.left + box.width) / 2} y={box.height - 8} textAnchor="middle" className="fill-faint">
        {xLabel}
      </text>
      <text
        transform={`translate(12,${(box.height - box.bottom) / 2}) rotate(-90)`}
        textAnchor="middle"
        className="fill-faint"
      >
        {yLabel}
      </text>
    </g>
  );
}

function Dot({ point, at: [cx, cy], y }: { point: Point; at: [number, number]; y: Scale }) {
  const { low, high, title, size = 4 } = point;
  return (
    <g>
      <title>{title}</title>
      {low !== undefined && high !== undefined && (
        <path d={`M${cx} ${y(low)}V${y(high)}`} strokeWidth="6" className="stroke-wet" />
      )}
      <circle cx={cx} cy={cy} r={size} strokeWidth="1.5" className="fill-water stroke-surface" />
    </g>
  );
}
