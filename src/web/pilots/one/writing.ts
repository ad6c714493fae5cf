import type { MetricUnit } from '../../../pilots/living/plan.ts';
import type { Formats } from '../../../platform/format.ts';

/** How a figure of this unit is written: a share in percent, seconds as a length of time. */
export function writeFigure(unit: MetricUnit, formats: Formats): (value: number) => string {
  if (unit === 'share') return (value) => formats.percent(value, 1);
  if (unit === 'seconds') return (value) => formats.duration(value);
  return (value) => formats.number(value, 1);
}

/** A gain keeps its sign; of a share it is in points. */
export function writeGain(
  unit: MetricUnit,
  formats: Formats,
  points: (written: string) => string,
): (value: number) => string {
  const sign = (value: number) => (value < 0 ? '−' : '+');
  const of =
    unit === 'share' ? (value: number) => points(formats.number(100 * value, 1)) : writeFigure(unit, formats);
  return (value) => `${sign(value)}${of(Math.abs(value))}`;
}
