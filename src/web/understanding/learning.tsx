import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Age } from '../ui/age.tsx';
import { Button } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import type { trainingView } from './head-view.ts';

interface LearningProps {
  answer: FormAnswer | undefined;
  /** Labels since the newest version. */
  waiting: number;
  training: ReturnType<typeof trainingView>;
}

/** Asks for a training, tells that it is under way, and what came of it. Nobody has to wait for it here. */
export function Learning({ answer, waiting, training }: LearningProps) {
  const { learn } = useWords().understanding;
  return (
    <div id="learning" className="space-y-3">
      {training && <LastTraining training={training} />}
      <Form answer={answer}>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button name="act" value="learn" icon="reopen" disabled={training?.outcome === null}>
            {learn.submit}
          </Button>
          <p className="max-w-prose text-sm text-soft">
            {learn.waiting(waiting)} {learn.why}
          </p>
        </div>
      </Form>
    </div>
  );
}

function LastTraining({
  training: { at, by, outcome, why },
}: {
  training: NonNullable<LearningProps['training']>;
}) {
  const { training: words } = useWords().heads;
  const lacks: Readonly<Record<string, string>> = words.lacks;
  if (outcome === null) return <Running by={by} />;
  return (
    <Notice tone={outcome === 'swapped' ? 'done' : 'info'} title={words.outcomes[outcome]}>
      {why !== null && Object.hasOwn(lacks, why) && <p>{lacks[why]}</p>}
      <p className="text-sm">
        <Age at={at} />
        {by && `, ${by}`}
      </p>
    </Notice>
  );
}

const refresh = 'meta';

/** Asks again every second; without script the browser loads the page again by itself. */
function Running({ by }: { by: string | null }) {
  const { training: words } = useWords().heads;
  const Tag = refresh;
  useAskingAgain();
  return (
    <Notice tone="info" title={words.waiting(by)}>
      <p>{words.running}</p>
      <noscript>
        <Tag httpEquiv="refresh" content="3" />
        <p>{words.noScript}</p>
      </noscript>
    </Notice>
  );
}

function useAskingAgain(): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== 'idle') return;
    const timer = setTimeout(() => void revalidate(), 1000);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
}
