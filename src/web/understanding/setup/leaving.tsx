import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';
import { Button } from '../../ui/button.tsx';
import { Card } from '../../ui/card.tsx';
import { Select } from '../../ui/field.tsx';
import { Form } from '../../ui/form.tsx';
import type { ClassView } from './class-view.ts';

interface LeavingProps {
  view: ClassView;
  answerTo: (act: string) => FormAnswer | undefined;
}

/** The two ways in which a class ends; each says beforehand what follows. */
export function Leaving({ view, answerTo }: LeavingProps) {
  const { changing: words } = useWords().heads;
  const { name, others } = view;
  if (!view.mayLeave) return null;
  return (
    <>
      {others.length > 0 && (
        <Card title={words.merge}>
          <p className="mb-4 max-w-prose text-soft">{words.mergeWhy(name)}</p>
          <Form answer={answerTo('merge')}>
            <Select
              name="into"
              label={words.into}
              answer={answerTo('merge')}
              defaultValue=""
              options={[{ value: '', label: words.choose }, ...others]}
            />
            <Button name="act" value="merge">
              {words.mergeSubmit}
            </Button>
          </Form>
        </Card>
      )}
      <Card title={words.remove}>
        <p className="mb-4 max-w-prose text-soft">
          {words.removeWhy(name)} {view.isIntent && words.removeIntent}
        </p>
        <Form answer={answerTo('delete')}>
          <Button tone="attention" name="act" value="delete">
            {words.removeSubmit}
          </Button>
        </Form>
      </Card>
    </>
  );
}
