import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { ActForm, answerTo, Folded } from './act-form.tsx';
import type { CustomerView } from './loading-customer.ts';

interface Props {
  record: CustomerView['records'][number];
  answer: FormAnswer | undefined;
}

/** A colleague puts right how somebody is called and reached, or reads where that is done. */
export function Correcting({ record, answer }: Props) {
  const { colleague, fields } = useWords().correcting;
  const { source, externalId, office, correctable } = record;
  const about = { source, externalId };
  const own = answerTo(answer, 'correct', about);
  if (correctable.length === 0 && office)
    return <p className="mt-1 text-sm text-faint">{colleague.theirs(office)}</p>;
  return (
    <Folded label={colleague.open} open={Boolean(own)}>
      <ActForm act="correct" about={about} answer={answer}>
        {correctable.map((field) => (
          <Field
            key={field}
            name={field}
            optional
            label={fields[field]}
            defaultValue={record[field] ?? ''}
            autoComplete="off"
            answer={own}
          />
        ))}
        <p className="mb-3 text-sm text-soft">{office ? colleague.to(office) : colleague.here}</p>
        <Button size="small">{colleague.submit}</Button>
      </ActForm>
    </Folded>
  );
}
