import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import type { SetupView } from './setup-view.ts';

const promises = [0.8, 0.85, 0.9, 0.95, 0.97, 0.99];

interface SettingsProps {
  view: SetupView;
  answer: FormAnswer | undefined;
}

/** How sure it must be, and whether it is asked at all. */
export function Settings({ view, answer }: SettingsProps) {
  const { settings: words } = useWords().heads;
  return (
    <Card title={words.title}>
      <Form answer={answer}>
        {view.names && (
          <div className="grid gap-x-4 sm:grid-cols-2">
            <Field name="nl" label={words.nl} answer={answer} defaultValue={view.names.nl} maxLength={60} />
            <Field name="en" label={words.en} answer={answer} defaultValue={view.names.en} maxLength={60} />
          </div>
        )}
        <PromiseField promised={view.promised} answer={answer} />
        <label className="flex items-start gap-2.5">
          <input
            type="checkbox"
            name="enabled"
            value="1"
            defaultChecked={view.enabled}
            className="mt-1 size-5 shrink-0 accent-water"
          />
          <span>
            <span className="font-medium">{words.enabled}</span>
            <span className="block text-sm text-soft">{words.enabledWhy}</span>
          </span>
        </label>
        <div className="mt-5">
          <Button name="act" value="configure">
            {words.save}
          </Button>
        </div>
      </Form>
    </Card>
  );
}

export function PromiseField({ promised, answer }: { promised: number; answer: FormAnswer | undefined }) {
  const { settings: words } = useWords().heads;
  const { percent } = useFormats();
  const options = [...new Set([...promises, promised])].sort((one, other) => one - other);
  return (
    <Select
      name="promised"
      label={words.promised}
      hint={words.promisedWhy}
      answer={answer}
      defaultValue={String(promised)}
      options={options.map((share) => ({ value: String(share), label: percent(share) }))}
    />
  );
}
