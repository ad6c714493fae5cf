import type { FormAnswer } from '../../forms.ts';
import { scopeWords } from '../../journey/scope-words.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Act } from '../../privacy/act.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Textarea } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { ShownPilot } from './reading.ts';

interface DecisionProps {
  shown: ShownPilot;
  on: NonNullable<ShownPilot['on']>;
  answer: FormAnswer | undefined;
}

/** The figures say what they point to; a person decides, with a reason. */
export function Decision({ shown, on, answer }: DecisionProps) {
  const { piloting, pilots } = useWords();
  const { lessons } = pilots;
  const { decision: words } = piloting;
  const { acts, may, result, pilot } = shown;
  return (
    <Card title={words.title}>
      {pilot.state === 'deciding' && (
        <Notice tone="attention" title={words.lead}>
          {result && words.advice(words.choices[result.advice])}
        </Notice>
      )}
      {may.decide && (
        <div className="mt-4 space-y-3">
          {acts.includes('scale') && on.next && <Scale on={on} answer={answer} />}
          {acts.includes('keep') && (
            <Act act="keep" label={words.submit.keep} answer={answer}>
              <p className="mb-3 text-soft">{words.means.keep}</p>
              <Textarea name="why" label={words.why} rows={2} />
            </Act>
          )}
          {acts.includes('extend') && (
            <Act act="extend" label={words.submit.extend} answer={answer}>
              <p className="mb-3 text-soft">{words.means.extend}</p>
              <Field
                name="days"
                label={words.days(on.longest)}
                inputMode="numeric"
                defaultValue={String(on.longest)}
                maxLength={3}
              />
              <Textarea name="why" label={words.why} rows={2} />
            </Act>
          )}
          {acts.includes('stop') && (
            <Act act="stop" label={words.submit.stop} tone="attention" answer={answer}>
              <p className="mb-3 text-soft">{words.means.stop}</p>
              <Textarea name="why" label={words.why} rows={2} />
              <Textarea name="learned" label={words.learned} rows={3} />
              <Textarea name="otherwise" label={words.otherwise} rows={2} optional />
              <Field name="tags" label={lessons.tags} hint={lessons.tagsHint} optional maxLength={300} />
            </Act>
          )}
        </div>
      )}
    </Card>
  );
}

function Scale({ on, answer }: Pick<DecisionProps, 'on' | 'answer'>) {
  const { piloting, journey } = useWords();
  const { decision: words, ready } = piloting;
  const formats = useFormats();
  if (!on.next) return null;
  const tried = answer?.given?.act === 'scale' && answer.refused === 'conflict.change-load';
  return (
    <Act act="scale" label={words.submit.scale} tone="primary" answer={answer}>
      <p className="mb-3 text-soft">{words.means.scale}</p>
      <p className="mb-3">
        <span className="font-medium">{words.next}</span>: {on.next.about}{' '}
        {scopeWords(journey.scope, on.next, formats)}
      </p>
      <Textarea name="why" label={words.why} rows={2} />
      {tried && (
        <Textarea name="overrule" label={ready.overrule} hint={ready.overruleHint} rows={2} optional />
      )}
    </Act>
  );
}
