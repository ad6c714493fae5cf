import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';
import type { ReportView } from './report-view.ts';

/** The table above it, as a file. */
export function Download({ table, report, what }: { table: string; report: ReportView; what: string }) {
  const { file } = useWords().reporting;
  return (
    <a
      href={urls.reportFile({ ...report.place, table })}
      className="link mt-1 inline-flex items-center gap-1.5 py-1 text-sm print:hidden"
      download
    >
      <Icon name="download" className="size-4" />
      {file.download}
      <span className="sr-only">: {what}</span>
    </a>
  );
}
