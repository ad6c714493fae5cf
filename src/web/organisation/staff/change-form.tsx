import { spokenLanguages } from '../../../organisation/staff/role.ts';
import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Field, Select } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';

interface ChangeFormProps {
  colleague: {
    name: string;
    department: { key: string; name: string } | null;
    languages: readonly string[];
    skills: readonly string[];
    capacity: number | null;
  };
  departments: readonly { key: string; name: string }[];
  answer: FormAnswer | undefined;
}

export function ChangeForm({ colleague, departments, answer }: ChangeFormProps) {
  const { colleagues: words, colleague: own, none, languages } = useWords().organisation;
  const mine = answer?.given?.act === 'change' ? answer : undefined;
  const speaks = (one: string) =>
    mine?.given ? `language.${one}` in mine.given : colleague.languages.includes(one);
  return (
    <Form answer={mine}>
      <input type="hidden" name="act" value="change" />
      <Field name="name" label={words.name} defaultValue={colleague.name} answer={mine} />
      <Select
        name="department"
        label={words.department}
        defaultValue={colleague.department?.key ?? ''}
        answer={mine}
        options={[
          { value: '', label: none },
          ...departments.map((one) => ({ value: one.key, label: one.name })),
        ]}
      />
      <fieldset className="mb-5">
        <legend className="mb-1.5 font-medium">{words.languages}</legend>
        <div className="flex flex-wrap gap-x-5">
          {spokenLanguages.map((one) => (
            <label key={one} className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                name={`language.${one}`}
                defaultChecked={speaks(one)}
                className="size-4"
              />
              {languages[one]}
            </label>
          ))}
        </div>
      </fieldset>
      <Field
        name="skills"
        label={words.skills}
        hint={own.skillsHint}
        defaultValue={colleague.skills.join(', ')}
        answer={mine}
        optional
      />
      <Field
        name="capacity"
        type="number"
        min={1}
        max={500}
        label={own.capacity}
        hint={own.capacityHint}
        defaultValue={colleague.capacity ?? ''}
        answer={mine}
        optional
      />
      <Button tone="primary">{own.keep}</Button>
    </Form>
  );
}
