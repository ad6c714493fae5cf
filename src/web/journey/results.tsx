import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Meter } from '../ui/interval-bar.tsx';
import type { ShownJourney } from './journey-page.tsx';

/** Three results and the four Cs side by side, never added up; one sentence where they differ. */
export function Results({ journey }: { journey: ShownJourney }) {
  const words = useWords().journeying;
  const { results } = words;
  return (
    <Card title={results.title}>
      <dl className="grid gap-x-8 gap-y-4 sm:grid-cols-3">
        <Fact term={results.stage} {...stageFact(journey, useWords().journey.stages)} />
        <PhaseFact journey={journey} />
        <LadderFact journey={journey} />
      </dl>
      <p className="mt-4 max-w-prose border-l-4 border-water pl-3">
        <Sentence journey={journey} />
      </p>
      <ul className="mt-5 grid gap-x-8 gap-y-4 sm:grid-cols-2">
        {journey.bars.map((bar) => (
          <Bar key={bar.c} bar={bar} />
        ))}
      </ul>
      <p className="mt-4 text-sm">
        <Link to={urls.journeyModels()} className="link print:hidden">
          {results.more}
        </Link>
      </p>
    </Card>
  );
}

type StageWords = ReturnType<typeof useWords>['journey']['stages'];

function stageFact({ proven, polders }: ShownJourney, names: StageWords) {
  return { value: String(proven), under: names[polders[proven - 1]?.stage ?? 'traditional'] };
}

function Fact({ term, value, under }: { term: string; value: string; under: string }) {
  return (
    <div className="border-t border-line pt-2">
      <dt className="text-sm text-soft">{term}</dt>
      <dd>
        <span className="figures text-3xl font-semibold">{value}</span>{' '}
        <span className="block text-soft">{under}</span>
      </dd>
    </div>
  );
}

function PhaseFact({ journey: { phase } }: { journey: ShownJourney }) {
  const { results, phases } = useWords().journeying;
  return (
    <Fact
      term={results.phase}
      value={String(phase.proven)}
      under={phase.key ? phases[phase.key] : results.before}
    />
  );
}

function LadderFact({ journey: { lowest } }: { journey: ShownJourney }) {
  const { results, areas } = useWords().journeying;
  return (
    <Fact
      term={results.ladder}
      value={lowest ? String(lowest.level) : '–'}
      under={lowest ? results.lowest(areas[lowest.area]) : results.noLevel}
    />
  );
}

export function Sentence({ journey }: { journey: ShownJourney }) {
  const { disagree, phases, areas, results } = useWords().journeying;
  const { disagreement, phase, proven } = journey;
  const phaseName = phase.key ? phases[phase.key].toLowerCase() : results.before;
  switch (disagreement.kind) {
    case 'agree':
      return disagree.agree;
    case 'ladder-behind':
      return disagree['ladder-behind'](areas[disagreement.area]);
    default:
      return disagree[disagreement.kind](phaseName, proven, disagreement.missing ?? disagree.unknownPart);
  }
}

function Bar({ bar }: { bar: ShownJourney['bars'][number] }) {
  const { cs, results } = useWords().journeying;
  const { list } = useFormats();
  const { c, value, departments } = bar;
  return (
    <li>
      <p className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{cs[c]}</span>
        <span className="text-sm text-soft">{results.bar(value)}</span>
      </p>
      <Meter label={`${cs[c]}: ${results.bar(value)}`} value={value} most={3} />
      <p className="mt-1 text-sm text-soft">
        {results.barMeans[value]}
        {departments.length > 0 && `, ${results.aboard(list(departments))}`}
      </p>
    </li>
  );
}
