import { cs, resultTypes } from '../../../insights/goals/goal.ts';
import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Act } from '../../privacy/act.tsx';
import { Field, Select, Textarea } from '../../ui/field.tsx';

interface GoalFormProps {
  lines: readonly { id: string; name: string }[];
  colleagues: readonly { id: string; name: string }[];
  departments: readonly { id: string; name: string }[];
  answer: FormAnswer | undefined;
}

/** A new goal: name and reason are enough to begin; a figure, an owner and a target make it count. */
export function GoalForm({ lines, colleagues, departments, answer: given }: GoalFormProps) {
  const { goals: words, cs: names } = useWords().journeying;
  const answer = given?.given?.act === 'set' ? given : undefined;
  const options = (list: readonly { id: string; name: string }[]) => [
    { value: '', label: words.none },
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className="max-w-3xl print:hidden">
      <Act act="set" label={words.add} tone="primary" answer={answer}>
        <Field name="name" label={words.name} answer={answer} maxLength={200} />
        <Textarea name="why" label={words.why} answer={answer} rows={2} />
        <div className="grid gap-x-4 sm:grid-cols-2">
          <Select
            name="c"
            label={words.c}
            options={cs.map((value) => ({ value, label: names[value] }))}
            answer={answer}
          />
          <Select
            name="type"
            label={words.type}
            options={resultTypes.map((value) => ({ value, label: words.types[value] }))}
            answer={answer}
          />
          <Select name="owner" label={words.owner} options={options(colleagues)} answer={answer} />
          <Select name="department" label={words.department} options={options(departments)} answer={answer} />
          <Field name="kpi" label={words.kpi} optional answer={answer} />
          <Field name="unit" label={words.unit} optional answer={answer} />
          <Select
            name="direction"
            label={words.direction}
            options={(['higher', 'lower'] as const).map((value) => ({
              value,
              label: words.directions[value],
            }))}
            answer={answer}
          />
          <Field name="baseline" label={words.baseline} inputMode="decimal" optional answer={answer} />
          <Field name="target" label={words.target} inputMode="decimal" optional answer={answer} />
          <Field name="due" type="date" label={words.due} optional answer={answer} />
          <Select name="line" label={words.line} options={options(lines)} answer={answer} />
        </div>
      </Act>
    </div>
  );
}
