import { type Act, macroHows } from '../../conversations/ruling/rule.ts';
import { useWords } from '../layout/frame.tsx';
import { Field, Select, Textarea } from '../ui/field.tsx';
import type { RuleChoices } from './choices.ts';

interface ActFieldsProps {
  acts: readonly Act[];
  choices: RuleChoices;
}

/** What a rule does, in the order in which it does it. Left empty it does not. */
export function ActFields({ acts, choices }: ActFieldsProps) {
  const words = useWords().ruling.acts;
  const now = Object.fromEntries(acts.map((act) => [act.kind, given(act)]));
  const none = { value: '', label: words.none };
  const priorities = [
    { value: '1', label: words.priorities[1] },
    { value: '0', label: words.priorities[0] },
  ];
  const first = [
    ['label', choices.labels],
    ['unlabel', choices.labels],
    ['priority', priorities],
    ['substate', choices.substates],
    ['queue', choices.queues],
    ['assign', [{ value: 'nobody', label: words.nobody }, ...choices.colleagues]],
  ] as const;
  return (
    <fieldset className="mb-5 rounded-md border border-line px-4 pt-2 pb-3">
      <legend className="px-1 font-medium">{words.title}</legend>
      <p className="mb-3 text-sm text-soft">{words.hint}</p>
      <div className="grid gap-x-4 sm:grid-cols-2">
        {first
          .filter(([, options]) => options.length > 0)
          .map(([kind, options]) => (
            <Select
              key={kind}
              name={`a.${kind}`}
              label={words[kind]}
              defaultValue={now[kind] ?? ''}
              options={[none, ...options]}
            />
          ))}
      </div>
      <Textarea
        name="a.note"
        label={words.note}
        maxLength={5000}
        rows={2}
        defaultValue={now.note ?? ''}
        optional
      />
      <Words acts={acts} choices={choices} />
      <div className="grid gap-x-4 sm:grid-cols-2">
        <Select
          name="a.notify"
          label={words.notify}
          defaultValue={now.notify ?? ''}
          options={[none, ...choices.colleagues]}
        />
        {choices.webhooks.length > 0 && (
          <Select
            name="a.webhook"
            label={words.webhook}
            defaultValue={now.webhook ?? ''}
            options={[none, ...choices.webhooks]}
          />
        )}
        <Field
          name="a.snooze"
          label={words.snooze}
          inputMode="numeric"
          defaultValue={now.snooze ?? ''}
          optional
        />
        <Select
          name="a.close"
          label={words.close}
          defaultValue={now.close ?? ''}
          options={[none, ...Object.entries(words.reasons).map(([value, label]) => ({ value, label }))]}
        />
      </div>
    </fieldset>
  );
}

function Words({ acts, choices }: ActFieldsProps) {
  const words = useWords().ruling.acts;
  if (choices.macros.length === 0) return null;
  const now = acts.find((act) => act.kind === 'macro');
  return (
    <div className="grid gap-x-4 sm:grid-cols-2">
      <Select
        name="a.macro"
        label={words.macro}
        hint={words.macroHint}
        defaultValue={now?.macro ?? ''}
        options={[{ value: '', label: words.none }, ...choices.macros]}
      />
      <Select
        name="a.how"
        label={words.how}
        defaultValue={now?.how ?? 'draft'}
        options={macroHows.map((value) => ({ value, label: words.hows[value] }))}
      />
    </div>
  );
}

function given(act: Act): string {
  switch (act.kind) {
    case 'label':
    case 'unlabel':
      return act.label;
    case 'priority':
      return String(act.priority);
    case 'substate':
      return act.substate;
    case 'queue':
      return act.queue;
    case 'assign':
      return act.employee ?? 'nobody';
    case 'note':
      return act.text;
    case 'macro':
      return act.macro;
    case 'notify':
      return act.employee;
    case 'webhook':
      return act.endpoint;
    case 'snooze':
      return String(act.hours);
    case 'close':
      return act.reason;
  }
}
