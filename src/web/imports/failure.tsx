import { refusalWords } from '../../../locales/refusals.ts';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { Counts } from './counts.tsx';
import type { Job } from './import-page.tsx';
import { type RejectedRow, Rejections } from './rejections.tsx';

/** What went wrong, what stays, and how to go on. */
export function Failure({ job, rejections }: { job: Job; rejections: readonly RejectedRow[] }) {
  const { imports, refusals } = useWords();
  const { failed, acts } = imports;
  const code = job.error?.code ?? 'unknown';
  const unexpected = code === 'failed.import';
  const known = refusalWords(refusals, code);
  return (
    <div className="space-y-5">
      <Notice tone="attention" title={unexpected ? failed.unexpected : known.title}>
        <p>{unexpected ? failed.unexpectedNext : known.next}</p>
        <p className="mt-1">{job.stored > 0 ? failed.kept(job.stored) : failed.none}</p>
        {unexpected && (
          <p className="mt-1 text-sm">
            {failed.number}: <code className="figures select-all">{job.publicId}</code>
          </p>
        )}
      </Notice>
      <Counts job={job} />
      <Form>
        <div className="flex flex-wrap gap-3">
          {job.hasFile && (
            <Button name="act" value="again" tone="primary">
              {acts.again}
            </Button>
          )}
          {job.hasFile && (
            <Button name="act" value="cancel" tone="quiet">
              {acts.cancel}
            </Button>
          )}
          {!job.hasFile && <LinkButton to={urls.imports()}>{acts.another}</LinkButton>}
        </div>
      </Form>
      <Rejections job={job} rows={rejections} />
    </div>
  );
}

export function Cancelled() {
  const { cancelled, acts } = useWords().imports;
  return (
    <div className="space-y-5">
      <Notice tone="info" title={cancelled.title}>
        {cancelled.next}
      </Notice>
      <LinkButton to={urls.imports()} icon="upload">
        {acts.another}
      </LinkButton>
    </div>
  );
}
