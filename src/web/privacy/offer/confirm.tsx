import type { FormAnswer } from '../../forms.ts';
import { useFormats, useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Form } from '../../ui/form.tsx';
import type { DraftView } from './draft-view.ts';

interface ConfirmProps {
  draft: DraftView;
  proposal: NonNullable<DraftView['proposal']>;
  answer: FormAnswer | undefined;
}

/** What the second person has to know before the version holds. */
export function Confirm({ draft, proposal, answer }: ConfirmProps) {
  const { offer, customers } = useWords();
  const { confirm } = offer;
  const { day } = useFormats();
  const { by, at, note, material, mayConfirm } = proposal;
  return (
    <Card title={confirm.title}>
      <p>{confirm.by(by, day(at))}</p>
      {note && (
        <p className="mt-1 text-soft">
          {confirm.why}: “{note}”
        </p>
      )}
      <p className="mt-3">{material.length > 0 ? confirm.asks : confirm.asksNobody}</p>
      <ul className="ml-5 list-disc">
        {material.map((key) => (
          <li key={key}>{customers.contract.purposes[key]}</li>
        ))}
      </ul>
      {mayConfirm ? (
        <Form className="mt-4" answer={answer}>
          <input type="hidden" name="draft" value={draft.id} />
          <Button tone="primary" icon="check" name="act" value="confirm">
            {confirm.submit}
          </Button>
        </Form>
      ) : (
        <p className="mt-4 text-soft">{confirm.own}</p>
      )}
    </Card>
  );
}
