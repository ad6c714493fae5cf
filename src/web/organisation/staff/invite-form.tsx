import { roles } from '../../../organisation/staff/role.ts';
import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';

interface InviteFormProps {
  departments: readonly { key: string; name: string }[];
  answer: FormAnswer | undefined;
}

export function InviteForm({ departments, answer }: InviteFormProps) {
  const { organisation, shell } = useWords();
  const { colleagues: words, roles: names, none, scopes } = organisation;
  return (
    <Form answer={answer}>
      <Field name="name" label={words.name} answer={answer} autoComplete="off" maxLength={200} />
      <Field name="email" type="email" label={words.email} answer={answer} autoComplete="off" />
      <Select
        name="department"
        label={words.department}
        answer={answer}
        options={[
          { value: '', label: none },
          ...departments.map((one) => ({ value: one.key, label: one.name })),
        ]}
      />
      <Select
        name="role"
        label={words.role}
        answer={answer}
        options={roles.map((value) => ({ value, label: names[value] }))}
      />
      <Select
        name="scope"
        label={words.scope}
        answer={answer}
        options={(['within', 'everywhere'] as const).map((value) => ({ value, label: scopes[value] }))}
      />
      <Select
        name="locale"
        label={words.locale}
        answer={answer}
        options={(['nl', 'en'] as const).map((value) => ({ value, label: shell.language[value] }))}
      />
      <Button tone="primary">{words.submit}</Button>
    </Form>
  );
}
