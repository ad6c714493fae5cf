import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import type { AsOf } from './as-of.ts';
import type { PartView } from './criterion-view.ts';
import { figureName, writerOf } from './writing.ts';

/** Parts that are so or not so: their threshold is yes. */
const facts: readonly string[] = ['TEAM', 'REVIEWED', 'FORECAST_REVISED', 'OWNER_ACTIVE'];

interface PartProps {
  part: PartView;
  asOf: AsOf;
  /** Say which figure it is: one among several of a criterion. */
  named?: boolean;
}

/** One figure of a criterion: its value with n and interval, above its threshold. */
export function Part({ part, asOf, named = false }: PartProps) {
  const catalogue = useWords();
  const { criteria } = catalogue.journey;
  const write = writerOf(part.unit, useFormats());
  const isFact = facts.includes(part.indicator);
  const threshold = isFact
    ? criteria.yes
    : part.direction === 'higher'
      ? criteria.least(write(part.enter))
      : criteria.most(write(part.enter));
  return (
    <p className="figures">
      {named && <span className="block text-soft">{figureName(catalogue, part.indicator)}</span>}
      {part.value !== null && !isFact && <Value part={part} asOf={asOf} value={write(part.value)} />}
      {part.value !== null && isFact && (
        <span className="font-medium">{part.value > 0 ? criteria.yes : criteria.no}</span>
      )}
      <span className="block text-sm text-soft">{criteria.threshold(threshold)}</span>
    </p>
  );
}

function Value({ part, asOf, value }: PartProps & { value: string }) {
  const catalogue = useWords();
  const { kit } = catalogue;
  const formats = useFormats();
  const write = writerOf(part.unit, formats);
  const { indicator, low, high, n, rows } = part;
  return (
    <>
      {!rows ? (
        <span className="font-medium">{value}</span>
      ) : (
        <Link
          to={urls.indicatorRows(rows.code, { at: asOf.place, days: rows.days })}
          className="link font-medium"
        >
          {value}
          <span className="sr-only"> {figureName(catalogue, indicator)}</span>
        </Link>
      )}{' '}
      <span className="text-sm text-faint">
        (n={formats.number(n)}
        {low !== null && high !== null && `, ${kit.figure.interval(write(low), write(high))}`})
      </span>
    </>
  );
}
