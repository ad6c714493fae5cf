import type { Conditions } from '../../conversations/routing/rule.ts';
import { useWords } from '../layout/frame.tsx';
import { Field, type Option, Select } from '../ui/field.tsx';
import type { Choices } from './choices.ts';
import type { tickedLists } from './conditions-posted.ts';

type List = (typeof tickedLists)[number];

const common: readonly List[] = ['topics', 'channels', 'languages'];
const rare: readonly List[] = ['accounts', 'intents', 'sentiments', 'relations'];

interface ConditionFieldsProps {
  conditions: Conditions;
  choices: Choices;
}

/** For which conversations something holds. The rare conditions stand folded, unless they are used. */
export function ConditionFields({ conditions, choices }: ConditionFieldsProps) {
  const words = useWords().routing.conditions;
  const { urgency, followers, attribute, audience } = conditions;
  const isRareUsed =
    rare.some((list) => conditions[list].length > 0) ||
    [urgency, followers, attribute, audience].some((one) => one !== null);
  return (
    <fieldset className="mb-5 rounded-md border border-line px-4 pt-2 pb-3">
      <legend className="px-1 font-medium">{words.title}</legend>
      <p className="mb-3 text-sm text-soft">{words.hint}</p>
      {common.map((list) => (
        <Ticks key={list} list={list} label={words[list]} options={choices[list]} ticked={conditions[list]} />
      ))}
      <details open={isRareUsed}>
        <summary className="link cursor-pointer py-1">{words.more}</summary>
        <div className="mt-3">
          {rare.map((list) => (
            <Ticks
              key={list}
              list={list}
              label={words[list]}
              options={choices[list]}
              ticked={conditions[list]}
            />
          ))}
          <Rest conditions={conditions} choices={choices} />
        </div>
      </details>
    </fieldset>
  );
}

function Rest({ conditions, choices }: ConditionFieldsProps) {
  const words = useWords().routing.conditions;
  const { urgency, followers, attribute, audience } = conditions;
  return (
    <div className="grid gap-x-4 sm:grid-cols-2">
      <Select
        name="audience"
        label={words.audience}
        defaultValue={audience ?? ''}
        options={[
          { value: '', label: words.any },
          { value: 'public', label: words.audiences.public },
          { value: 'private', label: words.audiences.private },
        ]}
      />
      <Select
        name="urgency"
        label={words.urgency}
        defaultValue={urgency === null ? '' : String(urgency)}
        options={[{ value: '', label: words.any }, ...choices.urgencies]}
      />
      <Field
        name="followers"
        label={words.followers}
        hint={words.followersHint}
        inputMode="numeric"
        defaultValue={followers ?? ''}
        optional
      />
      {choices.attributes.length > 0 && (
        <>
          <Select
            name="attribute"
            label={words.attribute}
            hint={words.attributeHint}
            defaultValue={attribute?.key ?? ''}
            options={[{ value: '', label: words.any }, ...choices.attributes]}
          />
          <Field name="attributeValue" label={words.value} defaultValue={attribute?.value ?? ''} optional />
        </>
      )}
    </div>
  );
}

interface TicksProps {
  list: string;
  label: string;
  hint?: string;
  options: readonly Option[];
  ticked: readonly string[];
}

/** Things of which some are ticked; a long list scrolls in its own frame. */
export function Ticks({ list, label, hint, options, ticked }: TicksProps) {
  if (options.length === 0) return null;
  const frame = options.length > 12 ? 'max-h-56 overflow-y-auto rounded-md border border-line p-2' : '';
  return (
    <fieldset className="mb-4">
      <legend className="mb-1.5 font-medium">{label}</legend>
      {hint && <p className="mb-1.5 text-sm text-soft">{hint}</p>}
      <div className={`grid gap-x-5 sm:grid-cols-2 lg:grid-cols-3 ${frame}`}>
        {options.map(({ value, label }) => (
          <label key={value} className="flex min-h-8 items-center gap-2">
            <input
              type="checkbox"
              name={`${list}.${value}`}
              defaultChecked={ticked.includes(value)}
              className="size-4 shrink-0"
            />
            <span className="min-w-0 break-words">{label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
