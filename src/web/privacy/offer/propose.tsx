import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Textarea } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import type { DraftView } from './draft-view.ts';

/** Who is asked anew: Polder proposes, the colleague chooses, and says why when they choose less. */
export function Propose({ draft, answer }: { draft: DraftView; answer: FormAnswer | undefined }) {
  const { offer, customers } = useWords();
  const { propose } = offer;
  const again = answer?.given;
  return (
    <Card title={propose.title}>
      <Form answer={answer}>
        <input type="hidden" name="draft" value={draft.id} />
        <fieldset className="mb-5">
          <legend className="mb-1.5 font-medium">{propose.material}</legend>
          <p className="mb-2 text-sm text-soft">{propose.materialHint}</p>
          {draft.choices.map(({ key, chosen }) => (
            <label key={key} className="flex min-h-8 items-center gap-2">
              <input
                type="checkbox"
                name={`material.${key}`}
                defaultChecked={again ? `material.${key}` in again : chosen}
                className="size-4"
              />
              {customers.contract.purposes[key]}
            </label>
          ))}
        </fieldset>
        <Textarea
          name="note"
          label={propose.note}
          hint={propose.noteHint}
          optional
          answer={answer}
          rows={3}
        />
        <Button tone="primary" name="act" value="propose">
          {propose.submit}
        </Button>
      </Form>
    </Card>
  );
}
