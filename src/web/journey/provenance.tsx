import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import type { PastDateView } from '../privacy/past-date-view.ts';
import { usePastDateSentence } from '../privacy/use-past-date.ts';
import type { AsOf } from './as-of.ts';
import type { FigureView } from './figure-view.ts';
import type { ShownJourney } from './journey-page.tsx';

/** How much of the evidence has no time. */
export function Untimed({ figures, asOf }: { figures: readonly FigureView[]; asOf: AsOf }) {
  const { journey, kit } = useWords();
  const { percent } = useFormats();
  const figure = figures.find(({ code }) => code === 'UNTIMED');
  if (!figure || figure.value === null || figure.n === 0) return null;
  const days = typeof figure.window === 'number' ? figure.window : undefined;
  return (
    <section className="border-t border-line px-1 pt-2">
      <h2 className="text-base">{journey.untimed.title}</h2>
      <p className="max-w-prose text-soft">
        {journey.untimed.sentence(percent(figure.value, 1), figure.n)}{' '}
        <Link to={urls.indicatorRows('UNTIMED', { at: asOf.place, days })} className="link whitespace-nowrap">
          {kit.figure.rows}
          <span className="sr-only">: {journey.untimed.title}</span>
        </Link>
      </p>
    </section>
  );
}

/** For the board: whether anything is kept longer than was promised. */
export function Kept({ pastDate }: { pastDate: PastDateView }) {
  const { retention } = useWords().privacy;
  const sentence = usePastDateSentence();
  return (
    <section className="border-t border-line px-1 pt-2">
      <h2 className="text-base">{retention.title}</h2>
      <p className={`max-w-prose ${pastDate.oldestDays > 0 || pastDate.still ? 'text-clay' : 'text-soft'}`}>
        {sentence(pastDate)}
      </p>
    </section>
  );
}

/** Whose model this is. */
export function Model({ model }: { model: ShownJourney['model'] }) {
  const words = useWords().journey;
  return (
    <p className="mt-8 max-w-prose text-sm text-faint">{words.model(model.name, model.author, model.year)}</p>
  );
}
