import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';

/** For whoever we take for a minor: that it is so, and the way out for who is none. */
export function ComingOfAge({ fresh, answer }: { fresh: boolean; answer: FormAnswer | undefined }) {
  const { own } = useWords().careful;
  return (
    <Card title={own.title}>
      <p className="mb-3">{own.what}</p>
      <Form>
        <input type="hidden" name="right" value="of-age" />
        <Textarea name="evidence" rows={2} label={own.evidence} hint={own.evidenceHint} answer={answer} />
        <Button disabled={!fresh}>{own.submit}</Button>
      </Form>
    </Card>
  );
}
