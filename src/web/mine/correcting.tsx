import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import type { RightsView } from './rights-page.tsx';

type Record = RightsView['records'][number];

interface Props {
  records: readonly Record[];
  answer: FormAnswer | undefined;
}

/** What we know of how to reach them, to put right at once; and anything else, which a colleague looks at in a month. */
export function Correcting({ records, answer }: Props) {
  const { mine, correcting } = useWords();
  const { rectify } = mine.rights;
  const open = records.filter(({ correctable }) => correctable.length > 0);
  return (
    <>
      {open.length > 0 && (
        <Card title={correcting.own.title}>
          <p className="mb-3">{correcting.own.what}</p>
          {open.map((record) => (
            <Details key={`${record.source} ${record.externalId}`} record={record} answer={answer} />
          ))}
          <p className="mt-3 text-sm text-soft">{correcting.own.mail}</p>
        </Card>
      )}
      <Card title={rectify.title}>
        <Form>
          <input type="hidden" name="right" value="rectify" />
          <Textarea name="wish" rows={3} label={rectify.wish} hint={rectify.hint} answer={answer} />
          <Button>{rectify.submit}</Button>
        </Form>
      </Card>
    </>
  );
}

function Details({ record, answer }: { record: Record; answer: FormAnswer | undefined }) {
  const { own, fields } = useWords().correcting;
  const { source, externalId, correctable } = record;
  const given = answer?.given;
  const mine = given?.right === 'correct' && given.externalId === externalId ? answer : undefined;
  return (
    <Form answer={mine}>
      <input type="hidden" name="right" value="correct" />
      <input type="hidden" name="source" value={source} />
      <input type="hidden" name="externalId" value={externalId} />
      <fieldset>
        <legend className="mb-2 font-medium">{own.number(externalId)}</legend>
        <div className="grid gap-x-4 sm:grid-cols-2">
          {correctable.map((field) => (
            <Field
              key={field}
              name={field}
              optional
              label={fields[field]}
              defaultValue={record[field] ?? ''}
              answer={mine}
            />
          ))}
        </div>
        <Button size="small">{own.submit}</Button>
      </fieldset>
    </Form>
  );
}
