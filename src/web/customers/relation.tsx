import { relations } from '../../customers/person.ts';
import type { FormAnswer } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Select } from '../ui/field.tsx';
import { ActForm, answerTo, Folded } from './act-form.tsx';
import type { CustomerView } from './loading-customer.ts';

/** What somebody is to us, since when and by whom. */
export function RelationCard({ view, answer }: { view: CustomerView; answer: FormAnswer | undefined }) {
  const { keeping, customers } = useWords();
  const { relation } = keeping;
  const { day } = useFormats();
  const [newest] = view.relations;
  return (
    <Card title={relation.title}>
      <p className="font-medium">{customers.relations[view.person.relation]}</p>
      <p className="text-sm text-soft">
        {newest ? relation.since(day(newest.at), newest.by ?? keeping.polder) : relation.start}
      </p>
      {view.mayChange && (
        <Folded label={keeping.attributes.change} open={Boolean(answerTo(answer, 'relation'))}>
          <ActForm act="relation" answer={answer}>
            <Select
              key={view.person.relation}
              name="relation"
              label={relation.choose}
              defaultValue={view.person.relation}
              options={relations.map((value) => ({ value, label: customers.relations[value] }))}
            />
            <Button size="small">{relation.submit}</Button>
          </ActForm>
        </Folded>
      )}
    </Card>
  );
}
