import type { Trial } from '../../customers/syncing/backoffice.ts';
import type { FormAnswer } from '../forms.ts';
import { ConnectionSteps } from '../layout/connection-steps.tsx';
import { useFormats, useWords } from '../layout/frame.tsx';
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
    <ConnectionSteps words={steps} why={steps.tryWhy} state={state} tried={tried} answer={answer}>
      {trial && <TrialResult trial={trial} />}
    </ConnectionSteps>
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
