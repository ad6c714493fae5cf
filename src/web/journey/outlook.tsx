import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import type { ShownJourney } from './journey-page.tsx';
import { PilotCode } from './pilot-code.tsx';
import { wordFor } from './writing.ts';

/** In short, beside the answer: what wavers, where the organisation wants to be, and the one step that comes next. */
export function Outlook({ journey }: { journey: ShownJourney }) {
  const { journey: titles } = useWords();
  const parts = [
    { title: titles.wavering.title, body: <Wavering journey={journey} /> },
    { title: titles.ambition.title, body: <Aim journey={journey} /> },
    { title: titles.next.title, body: <Step journey={journey} /> },
  ];
  return (
    <dl className="grid gap-y-3">
      {parts.map(({ title, body }) => (
        <div key={title} className="border-t border-line pt-2">
          <dt className="font-medium">{title}</dt>
          <dd className="text-soft">{body}</dd>
        </div>
      ))}
    </dl>
  );
}

/** The name of the step; the card below says why, where and what it takes. */
function Step({ journey: { step, held } }: { journey: ShownJourney }) {
  const { journeying, advice } = useWords();
  const words = journeying.next;
  if (!step) return <p>{held ? words.held : words.top}</p>;
  return (
    <a href="#next-step" className="link">
      {wordFor(advice.names, step.code)}
      {step.template && step.phase > 1 && `, ${words.phase(step.phase)}`}
    </a>
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
      <Link to={urls.ambition()} className="link text-sm print:hidden">
        {nav.ambition}
      </Link>
    </>
  );
}

/** One step, never two: filled in from what happens now. */
export function NextStep({ journey }: { journey: ShownJourney }) {
  return (
    <div id="next-step">
      <StepCard journey={journey} />
    </div>
  );
}

function StepCard({ journey }: { journey: ShownJourney }) {
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
      <Elsewhere code={step.code} />
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

/** Where what is no pilot is done. */
const places = {
  'connect-accounts': urls.channels(),
  'kpi-per-pilot': urls.goals(),
  'finish-a-pilot': urls.pilots(),
  'plan-line': urls.goals(),
  'board-digest': urls.journeyReport(),
  'insight-digest': urls.reports(),
} as const;

function Elsewhere({ code }: { code: string }) {
  const { go } = useWords().advice;
  const place = (Object.keys(places) as (keyof typeof places)[]).find((one) => one === code);
  if (!place) return null;
  return (
    <p className="mt-3 print:hidden">
      <LinkButton to={places[place]} iconAfter="next">
        {go[place]}
      </LinkButton>
    </p>
  );
}
