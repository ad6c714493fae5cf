import type { Trial } from '../../customers/syncing/backoffice.ts';
import type { FormAnswer } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import type { BackofficeView } from './backoffice-page.tsx';

/** Try, look, switch on: in that order. */
export function Steps({
  office,
  answer,
}: {
  office: BackofficeView['office'];
  answer: FormAnswer | undefined;
}) {
  const { steps } = useWords().backoffice;
  const { state, trial, tried } = office;
  return (
    <Card title={steps.title}>
      <p className="mb-4 max-w-prose text-soft">{steps.tryWhy}</p>
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

function TrialResult({ trial }: { trial: Trial }) {
  const { steps, trial: words, kinds, list } = useWords().backoffice;
  const { number } = useFormats();
  if (trial.state === 'running') return <Notice tone="info" title={steps.running} />;
  if (trial.state === 'failed')
    return (
      <Notice tone="attention" title={steps.failed}>
        {trial.said}
      </Notice>
    );
  const counts = (['new', 'changed', 'unchanged'] as const).map((key) => ({
    key,
    label: words[key],
    figures: true,
    cell: (row: (typeof trial.tried)[number]) => number(row[key]),
  }));
  return (
    <>
      <Notice tone="done" title={steps.good} />
      <div className="mt-4">
        <Table
          caption={words.caption}
          rows={trial.tried}
          rowKey={(row) => row.kind}
          columns={[
            { key: 'kind', label: list.name, heading: true, cell: (row) => kinds[row.kind] },
            ...counts,
            { key: 'aside', label: words.aside, figures: true, cell: (row) => number(row.aside.length) },
          ]}
        />
      </div>
    </>
  );
}
