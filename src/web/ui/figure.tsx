import { type ReactNode, useId } from 'react';
import { Link } from 'react-router';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Age } from './age.tsx';
import { IntervalBar } from './interval-bar.tsx';

export interface FigureProps {
  label: string;
  /** The short code of an indicator, `RR`. */
  code?: string;
  /** null: not assessable, and `why` says the reason. */
  value: number | null;
  n: number;
  /** Fewer than this is too little to show a value. */
  least?: number;
  low?: number | null;
  high?: number | null;
  threshold?: number | null;
  /** Highest point of the bar; left out: 1, for shares. */
  to?: number;
  /** How to write the value; left out: as a percentage. */
  write?: (value: number) => string;
  /** Until when it was measured: ISO instant. */
  asOf: string;
  /** Address of the rows behind it. */
  rows?: string;
  why?: string;
  /** Right of the label: a Badge with met / not met. */
  aside?: ReactNode;
  /** Below the value: its window, its thresholds, what else belongs to it. */
  children?: ReactNode;
}

/** A number that shows its age, its n and its interval, and says so when there is too little to say anything. */
export function Figure(props: FigureProps) {
  const { label, code, aside, n, asOf, rows, children } = props;
  const { figure } = useWords().kit;
  const id = useId();
  return (
    <article aria-labelledby={id} className="flex flex-col rounded-lg border border-line bg-surface p-4">
      <div className="flex items-start justify-between gap-3">
        <h3 id={id} className="text-sm font-medium text-soft">
          {label} {code && <span className="text-faint">{code}</span>}
        </h3>
        {aside}
      </div>
      <Value {...props} />
      {children && <div className="mt-2 text-sm text-soft">{children}</div>}
      <p className="mt-auto flex flex-wrap gap-x-3 pt-3 text-xs text-faint">
        <span className="figures">{figure.basedOn(n)}</span>
        <Age at={asOf} />
        {rows && (
          <Link to={rows} className="link ml-auto">
            {figure.rows}
            <span className="sr-only">: {label}</span>
          </Link>
        )}
      </p>
    </article>
  );
}

function Value(props: FigureProps) {
  const { value, n, least = 0, low = null, high = null, why } = props;
  const { figure } = useWords().kit;
  const { percent } = useFormats();
  const write = props.write ?? ((share: number) => percent(share));
  if (value === null || n < least) {
    return (
      <div className="mt-2">
        <p className="text-lg text-soft">
          {value === null && n >= least ? figure.unknown : figure.tooLittle(n)}
        </p>
        {why && <p className="mt-1 text-sm text-faint">{why}</p>}
      </div>
    );
  }
  return (
    <div className="mt-1">
      <p className="figures text-3xl font-semibold tracking-tight">{write(value)}</p>
      <div className="mt-2">
        <IntervalBar {...props} value={value} write={write} />
      </div>
      {low !== null && high !== null && (
        <p className="figures mt-1 text-sm text-soft" title={figure.intervalWhy}>
          {figure.interval(write(low), write(high))}
        </p>
      )}
    </div>
  );
}
