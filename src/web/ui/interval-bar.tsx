import { useFormats, useWords } from '../layout/frame.tsx';

interface IntervalBarProps {
  /** What is measured; with value and interval it becomes the text alternative. */
  label: string;
  value: number;
  low?: number | null;
  high?: number | null;
  threshold?: number | null;
  /** Ends of the scale. Left out: 0 and 1, for shares. */
  from?: number;
  to?: number;
  /** How to write a number of this scale. Left out: as a percentage. */
  write?: (value: number) => string;
}

/** A value on its scale: a dot for the value, a band for where it may lie, a stroke for the threshold. */
export function IntervalBar(props: IntervalBarProps) {
  const { label, value, low = null, high = null, threshold = null, from = 0, to = 1 } = props;
  const { percent } = useFormats();
  const { figure } = useWords().kit;
  const write = props.write ?? ((share: number) => percent(share));
  const at = (point: number) =>
    `${(100 * Math.min(1, Math.max(0, (point - from) / (to - from)))).toFixed(2)}%`;
  const spoken = [
    `${label}: ${write(value)}`,
    low !== null && high !== null && figure.interval(write(low), write(high)),
    threshold !== null && figure.threshold(write(threshold)),
  ];
  return (
    <svg
      role="img"
      aria-label={spoken.filter(Boolean).join(', ')}
      width="100%"
      height="20"
      className="block overflow-visible"
    >
      <rect x="0" y="8" width="100%" height="4" rx="2" className="fill-line" />
      {low !== null && high !== null && (
        <line x1={at(low)} x2={at(high)} y1="10" y2="10" strokeWidth="10" className="stroke-wet" />
      )}
      {threshold !== null && (
        <line x1={at(threshold)} x2={at(threshold)} y1="1" y2="19" strokeWidth="2" className="stroke-ink" />
      )}
      <circle cx={at(value)} cy="10" r="5" strokeWidth="2" className="fill-water stroke-surface" />
    </svg>
  );
}

interface MeterProps {
  label: string;
  /** 0 to `most`. */
  value: number;
  most: number;
}

/** How far along: progress of an import, points met. The number stands beside it in words. */
export function Meter({ label, value, most }: MeterProps) {
  const share = most > 0 ? Math.min(1, value / most) : 0;
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={most}
      aria-valuenow={value}
      width="100%"
      height="8"
      className="block"
    >
      <rect width="100%" height="8" rx="4" className="fill-line" />
      <rect width={`${(share * 100).toFixed(2)}%`} height="8" rx="4" className="fill-water" />
    </svg>
  );
}
