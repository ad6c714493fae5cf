import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Act } from '../../privacy/act.tsx';
import { Field, Select } from '../../ui/field.tsx';

/** What the house cannot measure itself is filled in per week; costs are noted as they come. */
export function Entering({ today, answer }: { today: string; answer: FormAnswer | undefined }) {
  const { entering: words } = useWords().piloting;
  const options = <Key extends string>(said: Readonly<Record<Key, string>>) =>
    (Object.keys(said) as Key[]).map((value) => ({ value, label: said[value] }));
  return (
    <>
      <Act act="figure" label={words.title} answer={answer}>
        <div className="grid gap-x-4 sm:grid-cols-2">
          <Field name="day" type="date" label={words.day} defaultValue={today} />
          <Select name="metric" label={words.metric} options={options(words.metrics)} />
          <Select name="side" label={words.side} options={options(words.sides)} />
          <Field name="n" label={words.n} inputMode="numeric" />
          <Field name="value" label={words.value} inputMode="decimal" />
        </div>
      </Act>
      <Act act="cost" label={words.cost} answer={answer}>
        <div className="grid gap-x-4 sm:grid-cols-2">
          <Select name="kind" label={words.kind} options={options(words.kinds)} />
          <Field name="euros" label={words.euros} inputMode="decimal" />
          <Field name="spentOn" type="date" label={words.spentOn} defaultValue={today} />
          <Field name="what" label={words.what} maxLength={200} optional />
        </div>
      </Act>
    </>
  );
}
