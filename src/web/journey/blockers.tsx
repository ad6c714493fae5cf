import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Meter } from '../ui/interval-bar.tsx';
import type { AsOf } from './as-of.ts';
import type { ShownJourney } from './journey-page.tsx';
import { Part } from './part.tsx';
import { PilotCode } from './pilot-code.tsx';
import { StateBadge } from './state-badge.tsx';
import { whyWords } from './why.ts';
import { wordFor } from './writing.ts';

const shown = 3;

/** What keeps the next stage from being proven, the lightest first. */
export function Blockers({ journey: { next, blockers, asOf } }: { journey: ShownJourney }) {
  const words = useWords().journey.blockers;
  if (!next) return null;
  const progress = words.progress(next.met, next.required);
  return (
    <Card title={words.title(next.stage)} aside={<p className="text-sm text-soft">{progress}</p>}>
      <Meter label={progress} value={next.met} most={next.required} />
      <p className="mt-3 text-sm text-faint">{words.lead}</p>
      <List blockers={blockers.slice(0, shown)} asOf={asOf} />
      {blockers.length > shown && (
        <details>
          <summary className="link inline-flex py-2">{words.more(blockers.length - shown)}</summary>
          <List blockers={blockers.slice(shown)} asOf={asOf} />
        </details>
      )}
    </Card>
  );
}

function List({ blockers, asOf }: Pick<ShownJourney, 'blockers' | 'asOf'>) {
  return (
    <ol className="divide-y divide-line">
      {blockers.map((blocker) => (
        <Blocker key={blocker.id} blocker={blocker} asOf={asOf} />
      ))}
    </ol>
  );
}

interface BlockerProps {
  blocker: ShownJourney['blockers'][number];
  asOf: AsOf;
}

function Blocker({ blocker, asOf }: BlockerProps) {
  const catalogue = useWords();
  const { blockers: words } = catalogue.journey;
  const [advice] = blocker.advice;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 className="text-base">
          <Link to={urls.criterion(blocker.id, { at: asOf.place })} className="link">
            {blocker.name}
          </Link>{' '}
          <span className="text-sm font-normal text-faint">{blocker.id}</span>
        </h3>
        <StateBadge state={blocker.state} />
      </div>
      <p className="mt-0.5 max-w-prose text-soft">{whyWords(catalogue, blocker.why)}</p>
      {blocker.state === 'not_met' && (
        <div className="mt-1 text-sm">
          {blocker.parts.map((part) => (
            <Part key={part.indicator} part={part} asOf={asOf} named={blocker.parts.length > 1} />
          ))}
        </div>
      )}
      {advice && (
        <p className="mt-1 text-sm text-soft">
          {words.advice(wordFor(catalogue.advice.names, advice))} <PilotCode code={advice} /> (
          {words.effort[blocker.effort]})
        </p>
      )}
    </li>
  );
}
