import type { Catalogue } from '../../../platform/words.ts';
import type { FormAnswer } from '../../forms.ts';
import { scopeWords } from '../../journey/scope-words.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Act, Facts } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Textarea } from '../../ui/field.tsx';
import type { ShownPilot } from './reading.ts';
import { ScopeFields } from './scope-fields.tsx';

interface RunningProps {
  shown: ShownPilot;
  on: NonNullable<ShownPilot['on']>;
  answer: FormAnswer | undefined;
}

/** Where it is on, until when, and the two things that may happen before a decision. */
export function Running({ shown, on, answer }: RunningProps) {
  const { journey, piloting } = useWords();
  const { running: words } = piloting;
  const formats = useFormats();
  const { pilot, switches, acts, may, today } = shown;
  const day = pilot.endsOn && formats.day(`${pilot.endsOn}T12:00:00Z`);
  const until =
    pilot.state === 'kept'
      ? words.kept
      : day &&
        untilWords(words, { day, over: (pilot.endsOn ?? '') <= today, asked: pilot.state === 'deciding' });
  return (
    <Card title={words.title}>
      <Facts
        facts={[
          [words.on, `${formats.list(switches)}, ${words.since(formats.day(on.since))}`],
          [words.scope, scopeWords(journey.scope, on, formats)],
          useUsed(on),
        ]}
      />
      {until && <p className="mt-3 max-w-prose">{until}</p>}
      {may.arrange && (
        <div className="mt-4 space-y-3">
          {acts.includes('ask') && (
            <Act act="ask" label={words.ask} answer={answer}>
              <Textarea name="why" label={words.askWhy} rows={2} optional />
            </Act>
          )}
          {acts.includes('change') && (
            <Act act="change" label={words.change} answer={answer}>
              <p className="mb-3 text-soft">{words.changeLead}</p>
              <ScopeFields at={1} written={on.written} choices={on.choices} />
              <Textarea name="why" label={words.changeWhy} rows={2} />
            </Act>
          )}
        </div>
      )}
    </Card>
  );
}

/** How much of the cap and of the budget is used until now. */
function useUsed({
  scope: { volumeCap, budget },
  used,
}: RunningProps['on']): readonly [string, string] | null {
  const { pilotLimits: words } = useWords();
  const { number, list } = useFormats();
  if (!used) return null;
  const bounds = [
    volumeCap && ([used.done[volumeCap.per], volumeCap.per, volumeCap.count] as const),
    budget?.eur !== undefined && ([used.spent.eur, 'eur', budget.eur] as const),
    budget?.hours !== undefined && ([used.spent.hours, 'hours', budget.hours] as const),
  ].filter((bound) => bound !== undefined && bound !== false);
  const said = bounds.map(([spent, what, limit]) =>
    words.usedOf(number(spent, 0), words.bounds[what](number(limit))),
  );
  return [words.used, list(said)];
}

type Said = Catalogue['piloting']['running'];

function untilWords(
  words: Said,
  { day, over, asked }: { day: string; over: boolean; asked: boolean },
): string {
  if (over) return words.ended(day);
  return asked ? words.asked : words.until(day);
}
