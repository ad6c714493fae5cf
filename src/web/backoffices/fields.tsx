import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Icon } from '../ui/icon.tsx';
import type { BackofficeView } from './backoffice-page.tsx';

/** What comes along of each kind, and whose word holds. */
export function Fields({ fields }: Pick<BackofficeView, 'fields'>) {
  const { fields: words, kinds } = useWords().backoffice;
  const names: Readonly<Record<string, string>> = words.names;
  return (
    <Card title={words.title}>
      <p className="mb-4 max-w-prose text-soft">{words.lead}</p>
      <Form>
        {fields.map(({ kind, fields }) => (
          <details key={kind} className="group mb-4">
            <summary className="flex cursor-pointer items-center gap-2 font-medium">
              <Icon name="down" className="size-4 text-soft group-open:rotate-180" />
              {kinds[kind]}
            </summary>
            <div className="mt-3 grid gap-x-4 sm:grid-cols-3">
              {fields.map(({ field, ruling, rulings }) => (
                <Select
                  key={field}
                  name={`${kind}.${field}`}
                  label={names[field] ?? field}
                  options={rulings.map((value) => ({ value, label: words.rulings[value] }))}
                  defaultValue={ruling}
                />
              ))}
            </div>
          </details>
        ))}
        <Button name="act" value="fields">
          {words.save}
        </Button>
      </Form>
    </Card>
  );
}
