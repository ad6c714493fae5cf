import { useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import type { ShownJourney } from './journey-page.tsx';
import { PilotCode } from './pilot-code.tsx';
import { wordFor } from './writing.ts';

/** What wavers and where the organisation wants to be: both still to come, and said so. */
export function Outlook() {
  const { wavering, ambition } = useWords().journey;
  return (
    <dl className="grid gap-x-8 gap-y-3 px-1 md:grid-cols-2">
      {[wavering, ambition].map(({ title, unknown }) => (
        <div key={title} className="border-t border-line pt-2">
          <dt className="font-medium">{title}</dt>
          <dd className="text-soft">{unknown}</dd>
        </div>
      ))}
    </dl>
  );
}

/** One step, never two: the lightest blocker with the pilot that helps most. */
export function NextStep({ blockers }: { blockers: ShownJourney['blockers'] }) {
  const { journey, advice } = useWords();
  const [first] = blockers;
  const [code] = first?.advice ?? [];
  if (!first || !code) return null;
  const takes: Readonly<Record<string, string>> = advice.takes;
  return (
    <Card title={journey.next.title}>
      <p className="text-xl font-semibold">
        {wordFor(advice.names, code)} <PilotCode code={code} />
      </p>
      <p className="mt-1 max-w-prose text-soft">{journey.next.because(first.name)}</p>
      <h3 className="mt-4 text-sm font-medium text-soft">{journey.next.takes}</h3>
      <p className="max-w-prose">
        {takes[code] ?? advice.takes.other} {journey.next.money}
      </p>
      <p className="mt-3 max-w-prose text-sm text-faint">{journey.next.pilots}</p>
    </Card>
  );
}
