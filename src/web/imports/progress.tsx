import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Card } from '../ui/card.tsx';
import { Meter } from '../ui/interval-bar.tsx';
import { Counts } from './counts.tsx';
import { fileSize } from './file-size.ts';
import type { Job } from './import-page.tsx';

const refresh = 'meta';

/** How far the import is. Asks again every second; without script the browser loads the page again by itself. */
export function Progress({ job }: { job: Job }) {
  const { running } = useWords().imports;
  const { locale } = useFormats();
  useAskingAgain();
  return (
    <Card title={job.state === 'waiting' ? running.waiting : running.running}>
      <noscript>
        <Refresh />
      </noscript>
      <Meter label={running.progress} value={job.bytesRead} most={job.bytes} />
      <p role="status" className="figures mt-2 text-sm text-soft">
        {running.ofBytes(fileSize(job.bytesRead, locale), fileSize(job.bytes, locale))}
      </p>
      <div className="mt-5">
        <Counts job={job} />
      </div>
      <p className="mt-5 text-soft">{running.leave}</p>
      <noscript>
        <p className="mt-1 text-sm text-faint">{running.noScript}</p>
      </noscript>
    </Card>
  );
}

function Refresh() {
  const Tag = refresh;
  return <Tag httpEquiv="refresh" content="2" />;
}

function useAskingAgain(): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== 'idle') return;
    const timer = setTimeout(() => void revalidate(), 1000);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
}
