import type { MailingState } from '../../customers/sending/mailing.ts';
import { useWords } from '../layout/frame.tsx';
import { Button, type ButtonTone } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CsrfField } from '../ui/form.tsx';

interface StepsProps {
  state: MailingState;
  tested: boolean;
  /** The one who looks wrote it last, so somebody else must approve it. */
  mine: boolean;
  mayApprove: boolean;
  server: boolean;
}

type Act = 'test' | 'approve' | 'start' | 'pause' | 'resume' | 'stop';

/** Where a mailing stands, and what can be done now. */
export function Steps({ state, tested, mine, mayApprove, server }: StepsProps) {
  const { steps } = useWords().mailings;
  if (state === 'done' || state === 'stopped') return null;
  return (
    <Card title={steps.title}>
      <p className="mb-3">{said()}</p>
      <div className="flex flex-wrap gap-3">
        {state === 'draft' && <Step act="test" tone={tested ? 'secondary' : 'primary'} />}
        {state === 'draft' && tested && !mine && mayApprove && <Step act="approve" tone="primary" />}
        {state === 'approved' && mayApprove && server && <Step act="start" tone="primary" />}
        {state === 'sending' && mayApprove && <Step act="pause" tone="primary" />}
        {state === 'paused' && mayApprove && <Step act="resume" tone="primary" />}
        {mayApprove && <Step act="stop" tone="quiet" />}
      </div>
    </Card>
  );

  function said(): string {
    if (state !== 'draft') return steps.said[state as 'approved' | 'sending' | 'paused'];
    if (!tested) return steps.said.untested;
    return mine ? steps.said.other : steps.said.approvable;
  }
}

function Step({ act, tone }: { act: Act; tone: ButtonTone }) {
  const { steps } = useWords().mailings;
  return (
    <form method="post">
      <CsrfField />
      <Button name="act" value={act} tone={tone}>
        {steps.acts[act]}
      </Button>
    </form>
  );
}
