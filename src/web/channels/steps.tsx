import type { FormAnswer } from '../forms.ts';
import { ConnectionSteps } from '../layout/connection-steps.tsx';
import { useWords } from '../layout/frame.tsx';
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
    <ConnectionSteps words={steps} why={steps.why} state={state} tried={tried} answer={answer}>
      {trial && <TrialResult trial={trial} />}
    </ConnectionSteps>
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
  // What we know, and after it what goes with it there (names of templates, of rights).
  const [what = '', ...rest] = said.split(' · ');
  return <>{Object.hasOwn(known, what) ? [known[what], ...rest].join(' · ') : said}</>;
}
