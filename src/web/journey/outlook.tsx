import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import type { ShownJourney } from './journey-page.tsx';
import { PilotCode } from './pilot-code.tsx';
import { wordFor } from './writing.ts';

/** What wavers, and where the organisation wants to be. */
export function Outlook({ journey }: { journey: ShownJourney }) {
  const { journey: titles } = useWords();
  return (
    <dl className="grid gap-x-8 gap-y-3 px-1 md:grid-cols-2">
      <div className="border-t border-line pt-2">
        <dt className="font-medium">{titles.wavering.title}</dt>
        <dd className="text-soft">
          <Wavering journey={journey} />
        </dd>
      </div>
      <div className="border-t border-line pt-2">
        <dt className="font-medium">{titles.ambition.title}</dt>
        <dd className="text-soft">
          <Aim journey={journey} />
        </dd>
      </div>
    </dl>
  );
}

function Wavering({ journey: { wavering, stale, fell, provisional, proven } }: { journey: ShownJourney }) {
  const { journeying, recovery } = useWords();
  const { held } = journeying;
  const { day, list } = useFormats();
  if (provisional) return <p>{held.tooSoon}</p>;
  return (
    <>
      {wavering.length === 0 && <p>{held.nothing}</p>}
      <ul>
        {wavering.map(({ id, name, down, holdDown }) => (
          <li key={id}>
            <Link to={urls.criterion(id)} className="link font-medium text-clay">
              {name}
            </Link>
            : {held.wavers(down, holdDown)}
          </li>
        ))}
      </ul>
      {stale.length > 0 && <p>{held.stale(list(stale))}</p>}
      {fell && (
        <p>
          {held.fell(fell.from, fell.to, day(fell.at))}{' '}
          {proven < fell.from && (
            <Link to={urls.recovery()} className="link print:hidden">
              {recovery.link}
            </Link>
          )}
        </p>
      )}
    </>
  );
}

function Aim({ journey: { ambition } }: { journey: ShownJourney }) {
  const { ambition: words, nav } = useWords().journeying;
  const { day } = useFormats();
  const target =
    ambition &&
    (ambition.model === 'journey' ? words.stageName(ambition.level) : words.phaseName(ambition.level));
  return (
    <>
      <p>
        {ambition && target
          ? words.sentence(words.modes[ambition.mode], target, day(ambition.byOn))
          : words.none}
      </p>
      <Link to={urls.ambition()} className="link text-sm">
        {nav.ambition}
      </Link>
    </>
  );
}

/** One step, never two: filled in from what happens now. */
export function NextStep({ journey }: { journey: ShownJourney }) {
  const { journey: titles, journeying, advice } = useWords();
  const words = journeying.next;
  const { step, held } = journey;
  const { percent } = useFormats();
  if (!step) {
    return (
      <Card title={titles.next.title}>
        <p className="max-w-prose">{held ? words.held : words.top}</p>
      </Card>
    );
  }
  const takes: Readonly<Record<string, string>> = advice.takes;
  const facts = [
    step.channel && words.channel(step.channel),
    step.hours && words.hours(step.hours.from, step.hours.to),
    step.outsideShare !== null && words.outside(percent(step.outsideShare)),
    step.unanswered > 0 && words.unanswered(step.unanswered),
  ].filter((fact) => typeof fact === 'string');
  return (
    <Card title={titles.next.title}>
      <p className="text-xl font-semibold">
        {wordFor(advice.names, step.code)} <PilotCode code={step.code} />
        {step.template && step.phase > 1 && `, ${words.phase(step.phase)}`}
      </p>
      <p className="mt-1 max-w-prose text-soft">{titles.next.because(step.criterion)}</p>
      {facts.length > 0 && (
        <ul className="mt-3 max-w-prose list-disc pl-5">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
      )}
      <h3 className="mt-4 text-sm font-medium text-soft">{titles.next.takes}</h3>
      <p className="max-w-prose">
        {takes[step.code] ?? advice.takes.other}{' '}
        {step.hoursAWeek !== null && words.hoursAWeek(step.hoursAWeek)}
      </p>
      {step.template && (
        <p className="mt-3 print:hidden">
          {step.runs ? (
            <LinkButton to={urls.pilot(step.runs)} iconAfter="next">
              {words.goOn}
            </LinkButton>
          ) : (
            <LinkButton to={urls.newPilot({ template: step.code })} tone="primary" iconAfter="next">
              {words.plan}
            </LinkButton>
          )}
        </p>
      )}
    </Card>
  );
}
