import type { Condition } from '../../customers/segments/rule.ts';
import type { Catalogue } from '../../platform/words.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Field, Select } from '../ui/field.tsx';
import type { CriterionView } from './draft.ts';

type Words = Catalogue['segments'];

export function criterionName(words: Words, { key, name }: Pick<CriterionView, 'key' | 'name'>): string {
  const known: Readonly<Record<string, string>> = words.criteria;
  return name ?? known[key] ?? key;
}

interface ConditionFieldsProps {
  condition: Condition;
  at: number;
  criteria: readonly CriterionView[];
}

export function ConditionFields({ condition, at, criteria }: ConditionFieldsProps) {
  const words = useWords().segments;
  const view = criteria.find(({ key }) => key === condition.criterion);
  const name = criterionName(words, view ?? { key: condition.criterion, name: null });
  const nots = (['is', 'not'] as const).map((value) => ({ value, label: words.form.nots[value] }));
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <input type="hidden" name={`${at}.criterion`} value={condition.criterion} />
      <fieldset>
        <legend className="float-left mr-3 text-lg">{name}</legend>
        <div className="mb-3 flex justify-end">
          <Button name="act" value={`remove.${at}`} size="small" tone="quiet" icon="cross">
            <span className="sr-only">{words.form.remove(name)}</span>
          </Button>
        </div>
        {view ? (
          <div className="grid gap-x-4 sm:grid-cols-3">
            <Select
              name={`${at}.not`}
              label={words.form.not}
              options={nots}
              defaultValue={condition.not ? 'not' : 'is'}
            />
            {view.asks.map((ask) => (
              <Answer key={ask.name} ask={ask} at={at} value={condition.given[ask.name] ?? ask.start} />
            ))}
          </div>
        ) : (
          <p className="text-clay">{words.form.gone(condition.criterion)}</p>
        )}
      </fieldset>
    </li>
  );
}

function Answer({ ask, at, value }: { ask: CriterionView['asks'][number]; at: number; value: string }) {
  const words = useWords().segments;
  const names: Readonly<Record<string, string>> = words.asks;
  const values: Readonly<Record<string, string>> = words.values;
  const common = { name: `${at}.${ask.name}`, label: names[ask.name] ?? ask.name, defaultValue: value };
  if (ask.kind === 'choice') {
    const options = ask.options.map((one) => ({
      value: one.value,
      label: one.name ?? values[one.value] ?? one.value,
    }));
    return <Select {...common} options={options} />;
  }
  if (ask.kind === 'number') return <Field {...common} inputMode="decimal" />;
  return <Field {...common} type={ask.kind} />;
}
