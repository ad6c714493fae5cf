import { describeMapping } from '../../channels/file/mapping.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Notice } from '../ui/notice.tsx';
import { Counts } from './counts.tsx';
import type { Job } from './import-page.tsx';
import { type RejectedRow, Rejections } from './rejections.tsx';

/** What came in, what did not, and where to go from here. */
export function Result({ job, rejections }: { job: Job; rejections: readonly RejectedRow[] }) {
  const { result, acts, twice } = useWords().imports;
  return (
    <div className="space-y-5">
      <Notice tone="done" title={job.stored > 0 ? result.summary(job.stored) : result.nothing}>
        {job.duplicates > 0 && twice}
      </Notice>
      <Counts job={job} />
      <div className="flex flex-wrap gap-3">
        <LinkButton to={urls.inbox()} tone="primary" icon="inbox">
          {result.toInbox}
        </LinkButton>
        <LinkButton to={urls.journey()} icon="path">
          {result.toJourney}
        </LinkButton>
        <LinkButton to={urls.imports()} icon="upload">
          {acts.another}
        </LinkButton>
      </div>
      <Rejections job={job} rows={rejections} />
      {job.mapping && <UsedColumns mapping={job.mapping} />}
    </div>
  );
}

function UsedColumns({ mapping }: { mapping: Readonly<Record<string, string>> }) {
  const { result, targets } = useWords().imports;
  const names: Readonly<Record<string, string>> = targets;
  return (
    <Card title={result.mapping}>
      <dl className="grid gap-x-8 md:grid-cols-2">
        {Object.entries(mapping).map(([target, heading]) => (
          <div key={target} className="flex min-h-9 items-center justify-between gap-4 border-b border-line">
            <dt className="text-soft">{names[target] ?? target}</dt>
            <dd className="break-all font-medium">{heading}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-sm text-soft">{result.columns}:</p>
      <code className="mt-1 block select-all rounded-sm bg-sunken px-2 py-1.5 text-sm break-all">
        --columns {describeMapping(mapping)}
      </code>
    </Card>
  );
}
