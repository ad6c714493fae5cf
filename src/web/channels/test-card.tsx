import type { TestMessage } from '../../listening/connecting/connection.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { useKindWords } from './kind-words.ts';

interface TestCardProps {
  kind: string;
  whom: 'mail' | 'name' | 'nobody';
  test: TestMessage | undefined;
  answer: FormAnswer | undefined;
}

/** One message to an address of one's own, or one that nobody else gets to see. */
export function TestCard({ kind, whom, test, answer }: TestCardProps) {
  const { test: words } = useWords().channels;
  const { test: own } = useKindWords(kind);
  const tone = { running: 'info', sent: 'done', failed: 'attention' } as const;
  return (
    <Card title={words.title}>
      <p className="mb-4 max-w-prose text-soft">{own?.lead ?? words.lead}</p>
      {test && (
        <div className="mb-4">
          <Notice tone={tone[test.state]} title={words[test.state]}>
            <span className="wrap-anywhere">{test.said}</span>
          </Notice>
        </div>
      )}
      <Form>
        {whom !== 'nobody' && (
          <div className="max-w-md">
            <Field
              name="to"
              type={whom === 'mail' ? 'email' : 'text'}
              label={own?.to ?? words.to}
              answer={answer}
            />
          </div>
        )}
        <Button name="act" value="test">
          {words.send}
        </Button>
      </Form>
    </Card>
  );
}
