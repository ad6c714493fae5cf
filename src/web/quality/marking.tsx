import { criteria } from '../../conversations/reviewing/rubric.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';

interface MarkingProps {
  act: 'look' | 'agree';
  title: string;
  lead?: string;
  submit: string;
  answer?: FormAnswer | undefined;
}

/** Five questions, each with three answers; by keyboard with the arrows. */
export function Marking({ act, title, lead, submit, answer }: MarkingProps) {
  const { criteria: names, asks, marks } = useWords().quality;
  const { problems } = useWords().forms;
  return (
    <Card title={title}>
      {lead && <p className="mb-3 text-sm text-soft">{lead}</p>}
      <Form answer={answer}>
        <input type="hidden" name="act" value={act} />
        {criteria.map((key) => (
          <fieldset key={key} className="mb-4">
            <legend className="font-medium">{names[key]}</legend>
            <p className="text-sm text-soft">{asks[key]}</p>
            <div className="mt-1 flex flex-wrap gap-x-5">
              {([0, 1, 2] as const).map((mark) => (
                <label key={mark} className="inline-flex h-row items-center gap-2">
                  <input
                    type="radio"
                    name={key}
                    value={mark}
                    required
                    defaultChecked={answer?.given?.[key] === String(mark)}
                    className="size-4 accent-water"
                  />
                  {marks[mark]}
                </label>
              ))}
            </div>
            {answer?.problems?.[key] && <p className="text-sm font-medium text-clay">{problems.required}</p>}
          </fieldset>
        ))}
        <Button tone="primary">{submit}</Button>
      </Form>
    </Card>
  );
}
