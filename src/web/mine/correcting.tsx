import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Textarea } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';

/** What is wrong, in one's own words; a colleague looks at it, with the clock of a month. */
export function Correcting({ answer }: { answer: FormAnswer | undefined }) {
  const { rectify } = useWords().mine.rights;
  return (
    <Card title={rectify.title}>
      <Form>
        <input type="hidden" name="right" value="rectify" />
        <Textarea name="wish" rows={3} label={rectify.wish} hint={rectify.hint} answer={answer} />
        <Button>{rectify.submit}</Button>
      </Form>
    </Card>
  );
}
