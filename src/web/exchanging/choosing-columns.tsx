import { exchangeKinds, fieldsOf } from '../../customers/exchanging/kind.ts';
import type { Catalogue } from '../../platform/words.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { columnField } from './columns-chosen.ts';
import type { FileView } from './file-page.tsx';

interface ChoosingProps {
  file: FileView['file'];
  choice: NonNullable<FileView['choice']>;
  answer: FormAnswer | undefined;
}

/** What a file holds and which column is what, before anything is tried. */
export function Choosing({ file, choice, answer }: ChoosingProps) {
  const { choose, kinds, acts } = useWords().exchanging;
  return (
    <Form answer={choice.refused ? { refused: choice.refused } : answer}>
      <Card title={choose.title}>
        <div className="grid gap-x-6 md:grid-cols-2">
          <Select
            key={choice.kind}
            name="kind"
            label={choose.kind}
            defaultValue={choice.kind}
            options={exchangeKinds.map((value) => ({ value, label: kinds[value] }))}
          />
          <Field
            name="source"
            label={choose.source}
            hint={choose.sourceHint}
            defaultValue={file.source}
            autoComplete="off"
          />
        </div>
        <Button name="act" value="look" size="small">
          {choose.again}
        </Button>
      </Card>
      {choice.headings.length > 0 && <Columns choice={choice} />}
      <div className="mt-5 flex flex-wrap gap-3">
        <Button name="act" value="try" tone="primary">
          {choose.submit}
        </Button>
        <Button name="act" value="cancel" tone="quiet">
          {acts.cancel}
        </Button>
      </div>
    </Form>
  );
}

function Columns({ choice: { kind, headings, columns } }: Pick<ChoosingProps, 'choice'>) {
  const { choose, fields } = useWords().exchanging;
  const options = [...new Set(headings)].map((heading) => ({ value: heading, label: heading }));
  return (
    <div className="mt-5">
      <Card title={choose.columns}>
        <div className="grid gap-x-6 md:grid-cols-2">
          {fieldsOf[kind].map(({ name, required }) => (
            <Select
              key={`${kind} ${name}`}
              name={columnField(name)}
              label={fields[name as keyof Catalogue['exchanging']['fields']]}
              optional={!required}
              defaultValue={columns[name] ?? ''}
              options={[{ value: '', label: choose.leaveOut }, ...options]}
            />
          ))}
        </div>
      </Card>
    </div>
  );
}
