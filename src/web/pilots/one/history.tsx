import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import type { ShownPilot } from './reading.ts';

/** What it went through, the newest on top: who, when, and why. */
export function History({ steps }: Pick<ShownPilot, 'steps'>) {
  const { history: words } = useWords().piloting;
  const { pilots } = useWords();
  const { day } = useFormats();
  return (
    <Card title={words.title}>
      <ol className="divide-y divide-line">
        {steps.map((step) => (
          <li key={`${step.at} ${step.act}`} className="py-2.5">
            <p>
              <span className="font-medium">{words.acts[step.act]}</span>
              {step.phase > 0 && <span className="text-soft"> · {pilots.phase(step.phase)}</span>}
            </p>
            {step.why && <p className="text-soft">{step.why}</p>}
            <p className="text-sm text-faint">{words.by(step.by ?? words.clock, day(step.at))}</p>
          </li>
        ))}
      </ol>
    </Card>
  );
}

interface LessonsProps {
  shown: ShownPilot;
  answer: FormAnswer | undefined;
}

export function Lessons({ shown: { lessons, may, pilot }, answer }: LessonsProps) {
  const { lessons: words } = useWords().pilots;
  const { decision } = useWords().piloting;
  const writes = may.arrange && pilot.phase > 0;
  if (lessons.length === 0 && !writes) return null;
  return (
    <Card title={words.title}>
      {lessons.length > 0 && (
        <ul className="mb-3 divide-y divide-line">
          {lessons.map((one) => (
            <li key={one.publicId} className="py-2.5">
              <p>{one.learned}</p>
              {one.otherwise && (
                <p className="text-soft">
                  {words.otherwise} {one.otherwise}
                </p>
              )}
            </li>
          ))}
        </ul>
      )}
      {writes && (
        <Act act="learn" label={words.add} send={words.submit} answer={answer}>
          <Textarea name="learned" label={decision.learned} rows={3} />
          <Textarea name="otherwise" label={decision.otherwise} rows={2} optional />
          <Field name="tags" label={words.tags} hint={words.tagsHint} optional maxLength={300} />
        </Act>
      )}
    </Card>
  );
}
