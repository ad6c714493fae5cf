import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import type { ChannelView } from './channel-page.tsx';

/** Try, look, switch on: in that order. */
export function Steps({
  account: { state, trial, tried },
  answer,
}: {
  account: ChannelView['account'];
  answer: FormAnswer | undefined;
}) {
  const { steps } = useWords().channels;
  return (
    <Card title={steps.title}>
      <p className="mb-4 max-w-prose text-soft">{steps.why}</p>
      {trial && <TrialResult trial={trial} />}
      <Form answer={answer}>
        <div className="mt-4 flex flex-wrap gap-3">
          <Button name="act" value="try" tone={tried ? 'secondary' : 'primary'}>
            {tried ? steps.tryAgain : steps.try}
          </Button>
          {state === 'paused' && tried && (
            <Button name="act" value="on" tone="primary">
              {steps.on}
            </Button>
          )}
          {state === 'on' && (
            <Button name="act" value="paused">
              {steps.pause}
            </Button>
          )}
          <Button name="act" value="ended" tone="quiet">
            {steps.end}
          </Button>
        </div>
        <p className="mt-3 max-w-prose text-sm text-soft">{steps.endWhy}</p>
      </Form>
    </Card>
  );
}

function TrialResult({ trial }: { trial: NonNullable<ChannelView['account']['trial']> }) {
  const { steps } = useWords().channels;
  if (trial.state === 'running') return <Notice tone="info" title={steps.running} />;
  if (trial.state === 'good') return <Notice tone="done" title={steps.good(trial.as)} />;
  return (
    <Notice tone="attention" title={steps.failed}>
      <Problem said={trial.said} />
    </Notice>
  );
}

/** In words of ours where we know the trouble, else in the words of the other side. */
export function Problem({ said }: { said: string }) {
  const { problems } = useWords().channels;
  const known: Readonly<Record<string, string>> = problems;
  return <>{Object.hasOwn(known, said) ? known[said] : said}</>;
}
