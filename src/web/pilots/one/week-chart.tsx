import { useFormats, useWords } from '../../layout/frame.tsx';
import type { Result } from './reading.ts';
import { writeFigure } from './writing.ts';

const [wide, high] = [640, 180];
const edge = { top: 12, right: 12, bottom: 24, left: 56 };

/** The weeks of the pilot and of what lay beside it, with a stroke at its start and one at its target. */
export function WeekChart({ result }: { result: Result }) {
  const { benefit: words } = useWords().piloting;
  const formats = useFormats();
  const { weeks, metric, target, start } = result;
  const write = writeFigure(metric?.unit ?? 'index', formats);
  const values = weeks.flatMap((one) => [one.value, one.beside ?? one.value]);
  const top = Math.max(...values, target ?? 0) * 1.08 || 1;
  const x = (at: number) =>
    edge.left + ((wide - edge.left - edge.right) * at) / Math.max(1, weeks.length - 1);
  const y = (value: number) => high - edge.bottom - ((high - edge.top - edge.bottom) * value) / top;
  const path = (values: readonly (number | null)[]) =>
    values
      .map((value, at) => (value === null ? '' : `${values[at - 1] == null ? 'M' : 'L'}${x(at)} ${y(value)}`))
      .join('');
  const begun = weeks.findIndex(({ week }) => week >= start);
  return (
    <svg
      viewBox={`0 0 ${wide} ${high}`}
      role="img"
      aria-label={words.seriesCaption}
      className="w-full max-w-2xl"
    >
      {[0, top / 2, top].map((value) => (
        <g key={value}>
          <line x1={edge.left} x2={wide - edge.right} y1={y(value)} y2={y(value)} className="stroke-line" />
          <text x={edge.left - 6} y={y(value) + 4} textAnchor="end" className="fill-soft text-[11px]">
            {write(value)}
          </text>
        </g>
      ))}
      {begun >= 0 && (
        <g>
          <line x1={x(begun)} x2={x(begun)} y1={edge.top} y2={high - edge.bottom} className="stroke-edge" />
          <text x={x(begun) + 4} y={high - 8} className="fill-soft text-[11px]">
            {words.started}
          </text>
        </g>
      )}
      {target !== null && (
        <line
          x1={edge.left}
          x2={wide - edge.right}
          y1={y(target)}
          y2={y(target)}
          strokeDasharray="4 4"
          className="stroke-ink"
        />
      )}
      <path
        d={path(weeks.map((one) => one.beside))}
        fill="none"
        strokeWidth="1.5"
        strokeDasharray="2 4"
        className="stroke-soft"
      />
      <path d={path(weeks.map((one) => one.value))} fill="none" strokeWidth="2.5" className="stroke-water" />
    </svg>
  );
}
