import type { Endpoint } from '../../conversations/webhooks/endpoint.ts';
import { types } from '../../conversations/webhooks/type.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Ticks } from '../routing/condition-fields.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';

interface WebhookFormProps {
  /** Absent: a new one. */
  endpoint?: Pick<Endpoint, 'name' | 'url' | 'types'>;
  answer: FormAnswer | undefined;
}

/** Where it goes and what it hears. */
export function WebhookForm({ endpoint, answer }: WebhookFormProps) {
  const words = useWords().webhooks;
  return (
    <Form answer={answer}>
      <input type="hidden" name="act" value="change" />
      <Field
        name="name"
        label={words.name}
        maxLength={80}
        defaultValue={endpoint?.name ?? ''}
        answer={answer}
      />
      <Field
        name="url"
        type="url"
        label={words.url}
        hint={words.urlHint}
        maxLength={2000}
        defaultValue={endpoint?.url ?? ''}
        answer={answer}
      />
      <Ticks
        list="type"
        label={words.types}
        options={types.map((value) => ({ value, label: words.typeNames[value] }))}
        ticked={endpoint?.types ?? types}
      />
      <Button tone="primary">{words.keep}</Button>
    </Form>
  );
}
