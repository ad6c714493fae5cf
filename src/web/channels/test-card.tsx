import type { TestMessage } from '../../listening/connecting/connection.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';

interface TestCardProps {
  test: TestMessage | undefined;
  answer: FormAnswer | undefined;
}

/** One message to an address of one's own. */
export function TestCard({ test, answer }: TestCardProps) {
  const { test: words } = useWords().channels;
  const tone = { running: 'info', sent: 'done', failed: 'attention' } as const;
  return (
    <Card title={words.title}>
      <p className="mb-4 max-w-prose text-soft">{words.lead}</p>
      {test && (
        <div className="mb-4">
          <Notice tone={tone[test.state]} title={words[test.state]}>
            {test.said}
          </Notice>
        </div>
      )}
      <Form>
        <div className="max-w-md">
          <Field name="to" type="email" label={words.to} answer={answer} />
        </div>
        <Button name="act" value="test">
          {words.send}
        </Button>
      </Form>
    </Card>
  );
}
