import { isPurpose } from '../../privacy/purpose.ts';
import type { FormAnswer } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { noon } from '../layout/noon.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field, Select } from '../ui/field.tsx';
import { ActForm, answerTo, Folded } from './act-form.tsx';
import type { CustomerView } from './loading-customer.ts';

interface Props {
  view: CustomerView;
  answer: FormAnswer | undefined;
}

type Row = CustomerView['attributes'][number];

/** What the organisation itself wants to know of a customer. Nothing to show while nothing is defined. */
export function Attributes({ view: { attributes: rows, mayChange }, answer }: Props) {
  const { attributes } = useWords().keeping;
  if (rows.length === 0) return null;
  return (
    <Card title={attributes.title}>
      <dl className="divide-y divide-line">
        {rows.map((row) => (
          <Attribute key={row.key} row={row} mayChange={mayChange} answer={answer} />
        ))}
      </dl>
    </Card>
  );
}

function Attribute({
  row,
  mayChange,
  answer,
}: {
  row: Row;
  mayChange: boolean;
  answer: FormAnswer | undefined;
}) {
  const { attributes } = useWords().keeping;
  const { locale } = useFormats();
  const about = { key: row.key };
  const own = answerTo(answer, 'attribute', about);
  const here = row.purpose === 'service';
  return (
    <div className="py-2.5 first:pt-0">
      <dt className="text-sm text-soft">{row[locale]}</dt>
      <dd className="break-words">
        <Value row={row} />
        {mayChange && here && (
          <Folded label={attributes.change} open={Boolean(own)}>
            <ActForm act="attribute" about={about} answer={answer}>
              <ValueField row={row} answer={own} />
              <Button size="small">{attributes.submit}</Button>
            </ActForm>
          </Folded>
        )}
      </dd>
    </div>
  );
}

function Value({ row: { type, value, purpose } }: { row: Row }) {
  const { keeping, customers } = useWords();
  const { day, number } = useFormats();
  const { attributes } = keeping;
  if (purpose !== 'service') {
    const name = isPurpose(purpose) ? customers.contract.purposes[purpose] : purpose;
    return <span className="text-sm text-faint">{attributes.otherPurpose(name)}</span>;
  }
  if (value === null) return <span className="text-faint">{attributes.unknown}</span>;
  if (type === 'yes_no') return value === 'yes' ? attributes.yes : attributes.no;
  if (type === 'date') return day(noon(value));
  return type === 'number' ? number(Number(value), 6) : value;
}

function ValueField({ row, answer }: { row: Row; answer: FormAnswer | undefined }) {
  const { attributes } = useWords().keeping;
  const given = { name: 'value', label: attributes.value, hint: attributes.hint, optional: true, answer };
  const choices = row.type === 'yes_no' ? ['yes', 'no'] : row.choices;
  const shown = (choice: string) => (row.type === 'yes_no' ? attributes[choice as 'yes' | 'no'] : choice);
  if (row.type === 'choice' || row.type === 'yes_no') {
    return (
      <Select
        {...given}
        defaultValue={row.value ?? ''}
        options={[
          { value: '', label: attributes.unknown },
          ...choices.map((value) => ({ value, label: shown(value) })),
        ]}
      />
    );
  }
  return (
    <Field
      {...given}
      type={row.type === 'date' ? 'date' : 'text'}
      defaultValue={row.value ?? ''}
      autoComplete="off"
    />
  );
}
