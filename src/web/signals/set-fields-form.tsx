import type { MessageSet } from '../../listening/noticing/message-set.ts';
import { languages } from '../../understanding/understanding.ts';
import { wordFor } from '../inbox/word-for.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Field, Select } from '../ui/field.tsx';
import type { Side } from './set-fields.ts';
import { useTopicName } from './topic-name.ts';
import type { Choice, Choices } from './words-view.ts';

interface SetFieldsProps {
  side: Side;
  set: MessageSet;
  choices: Choices;
}

/** Which messages one side holds: what stands on "all" is not asked. */
export function SetFields({ side, set, choices }: SetFieldsProps) {
  const { words } = useWords().signals;
  const name = side === 'a' ? words.one : words.other;
  return (
    <fieldset className="rounded-lg border border-line bg-surface px-4 pt-3">
      <legend className="px-1 text-lg font-medium">{name}</legend>
      <div className="grid grid-cols-2 gap-x-4">
        <Days side={side} set={set} />
        <Chosen side={side} set={set} field="account" options={choices.accounts} />
        <Chosen side={side} set={set} field="language" options={useLanguages()} />
        <Chosen side={side} set={set} field="sentiment" options={choices.sentiments} />
        <Chosen side={side} set={set} field="intent" options={choices.intents} />
        <Chosen side={side} set={set} field="topic" options={choices.topics} />
        <Chosen side={side} set={set} field="relation" options={useRelations()} />
        <Chosen side={side} set={set} field="signal" options={useSignals(choices)} />
        <Chosen side={side} set={set} field="alike" options={useGroups(choices)} />
      </div>
    </fieldset>
  );
}

function Days({ side, set }: Omit<SetFieldsProps, 'choices'>) {
  const { words } = useWords().signals;
  return (
    <>
      <Field
        name={`${side}.from`}
        type="date"
        label={words.from}
        defaultValue={set.from}
        aria-required={false}
      />
      <Field
        name={`${side}.until`}
        type="date"
        label={words.until}
        defaultValue={set.until}
        aria-required={false}
      />
    </>
  );
}

interface ChosenProps extends Omit<SetFieldsProps, 'choices'> {
  field: Exclude<keyof MessageSet, 'from' | 'until'>;
  options: readonly Choice[];
}

/** A choice of an earlier link that is no longer offered stays chosen, so that the answer fits the question. */
function Chosen({ side, set, field, options }: ChosenProps) {
  const { words } = useWords().signals;
  const chosen = set[field];
  const known = !chosen || options.some(({ value }) => value === chosen);
  if (options.length === 0 && !chosen) return null;
  return (
    <Select
      name={`${side}.${field}`}
      label={words[field]}
      defaultValue={chosen ?? ''}
      aria-required={false}
      options={[
        { value: '', label: words.any },
        ...options,
        ...(known ? [] : [{ value: chosen, label: chosen }]),
      ]}
    />
  );
}

function useLanguages(): Choice[] {
  const { inbox } = useWords();
  return languages.map((value) => ({ value, label: wordFor(inbox.languages, value) }));
}

function useRelations(): Choice[] {
  const { relations } = useWords().signals.words;
  return Object.entries(relations).map(([value, label]) => ({ value, label }));
}

function useSignals({ signals }: Choices): Choice[] {
  const nameOf = useTopicName();
  const { day } = useFormats();
  return signals.map(({ id, terms, at }) => ({ value: id, label: `${nameOf(terms)}, ${day(at)}` }));
}

function useGroups({ groups }: Choices): Choice[] {
  const { alike } = useWords().signals;
  const { day } = useFormats();
  return groups.map(({ id, messages, at }) => ({
    value: id,
    label: `${alike.fold(messages, false)}, ${day(at)}`,
  }));
}
