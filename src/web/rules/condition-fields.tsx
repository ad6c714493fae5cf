import { type Condition, type Field as ConditionField, joins } from '../../conversations/ruling/condition.ts';
import type { Rule } from '../../conversations/ruling/rule.ts';
import { useWords } from '../layout/frame.tsx';
import { Ticks } from '../routing/condition-fields.tsx';
import { Field, type Option, Select } from '../ui/field.tsx';
import type { RuleChoices } from './choices.ts';

interface ConditionFieldsProps {
  rule: Pick<Rule, 'joined' | 'conditions'> | null;
  choices: RuleChoices;
}

const common: readonly ConditionField[] = ['words', 'topic', 'channel', 'queue', 'label'];

/** For which conversations a rule holds. What is asked rarely stands folded, unless it is used. */
export function ConditionFields({ rule, choices }: ConditionFieldsProps) {
  const words = useWords().ruling.conditions;
  const conditions = rule?.conditions ?? [];
  const isRareUsed = conditions.some(({ field }) => !common.includes(field));
  return (
    <fieldset className="mb-5 rounded-md border border-line px-4 pt-2 pb-3">
      <legend className="px-1 font-medium">{words.title}</legend>
      <p className="mb-3 text-sm text-soft">{words.hint}</p>
      <Select
        name="joined"
        label={words.joined}
        defaultValue={rule?.joined ?? 'all'}
        options={joins.map((value) => ({ value, label: words.joins[value] }))}
      />
      <Words conditions={conditions} />
      <Lists conditions={conditions} choices={choices} lists={['topic', 'channel', 'queue', 'label']} />
      <details open={isRareUsed}>
        <summary className="link cursor-pointer py-1">{words.more}</summary>
        <div className="mt-3">
          <Lists
            conditions={conditions}
            choices={choices}
            lists={['language', 'sentiment', 'intent', 'account', 'relation', 'department', 'state']}
          />
          <Rest conditions={conditions} choices={choices} />
        </div>
      </details>
    </fieldset>
  );
}

interface PartProps {
  conditions: readonly Condition[];
  choices: RuleChoices;
}

function asked(conditions: readonly Condition[], field: ConditionField): Condition | undefined {
  return conditions.find((one) => one.field === field);
}

function Words({ conditions }: Pick<PartProps, 'conditions'>) {
  const words = useWords().ruling.conditions;
  const now = asked(conditions, 'words');
  return (
    <>
      <Field
        name="c.words"
        label={words.fields.words}
        hint={words.wordsHint}
        maxLength={2000}
        defaultValue={now?.values.join(', ') ?? ''}
        optional
      />
      <Not field="words" now={now} />
    </>
  );
}

/** Turns one condition around. */
function Not({ field, now }: { field: ConditionField; now: Condition | undefined }) {
  const words = useWords().ruling.conditions;
  return (
    <label className="-mt-3 mb-4 flex min-h-6 w-fit items-center gap-2 text-sm text-soft">
      <input type="checkbox" name={`not.${field}`} value="1" defaultChecked={now?.not} className="size-4" />
      <span>
        {words.not}
        <span className="sr-only">: {words.fields[field]}</span>
      </span>
    </label>
  );
}

type ListField =
  | 'topic'
  | 'channel'
  | 'queue'
  | 'label'
  | 'language'
  | 'sentiment'
  | 'intent'
  | 'account'
  | 'relation'
  | 'department'
  | 'state';

function Lists({ conditions, choices, lists }: PartProps & { lists: readonly ListField[] }) {
  const words = useWords().ruling.conditions;
  const options = optionsOf(choices);
  return lists
    .filter((field) => options[field].length > 0)
    .map((field) => {
      const now = asked(conditions, field);
      return (
        <div key={field}>
          <Ticks
            list={`c.${field}`}
            label={words.fields[field]}
            options={options[field]}
            ticked={now?.values ?? []}
          />
          <Not field={field} now={now} />
        </div>
      );
    });
}

function optionsOf(choices: RuleChoices): Record<ListField, Option[]> {
  return {
    topic: choices.topics,
    channel: choices.channels,
    queue: choices.queues,
    label: choices.labels,
    language: choices.languages,
    sentiment: choices.sentiments,
    intent: choices.intents,
    account: choices.accounts,
    relation: choices.relations,
    department: choices.departments,
    state: choices.states,
  };
}

function Rest({ conditions, choices }: PartProps) {
  const words = useWords().ruling.conditions;
  const { audiences } = useWords().routing.conditions;
  const first = (field: ConditionField) => asked(conditions, field)?.values[0] ?? '';
  const any = { value: '', label: words.any };
  const [key = '', value = ''] = first('attribute').split(': ', 2);
  const people = [
    { value: 'nobody', label: words.assignees.nobody },
    { value: 'somebody', label: words.assignees.somebody },
    ...choices.colleagues,
  ];
  const selects = [
    ['audience', [any, ...Object.entries(audiences).map(([value, label]) => ({ value, label }))]],
    ['urgency', [any, ...choices.urgencies]],
    ['assignee', [any, ...people]],
    ['hours', [any, ...choices.hours]],
  ] as const;
  const numbers = ['age', 'score', 'followers'] as const;
  return (
    <div className="grid gap-x-4 sm:grid-cols-2">
      {selects.map(([field, options]) => (
        <div key={field}>
          <Select
            name={`c.${field}`}
            label={words.fields[field]}
            defaultValue={first(field)}
            options={options}
          />
          <Not field={field} now={asked(conditions, field)} />
        </div>
      ))}
      {numbers.map((field) => (
        <div key={field}>
          <Field
            name={`c.${field}`}
            label={words.fields[field]}
            inputMode="decimal"
            defaultValue={first(field)}
            optional
          />
          <Not field={field} now={asked(conditions, field)} />
        </div>
      ))}
      {choices.attributes.length > 0 && (
        <>
          <div>
            <Select
              name="c.attribute"
              label={words.fields.attribute}
              hint={words.attributeHint}
              defaultValue={key}
              options={[any, ...choices.attributes]}
            />
            <Not field="attribute" now={asked(conditions, 'attribute')} />
          </div>
          <Field name="c.attributeValue" label={words.value} defaultValue={value} optional />
        </>
      )}
    </div>
  );
}
