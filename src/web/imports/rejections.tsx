import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { Job } from './import-page.tsx';
import { reasonFor } from './reason.ts';

export interface RejectedRow {
  line: number;
  code: string;
  reason: string;
}

/** The first rejected rows and the download of all. Nothing when every row was fine. */
export function Rejections({ job, rows }: { job: Job; rows: readonly RejectedRow[] }) {
  const { rejections, codes } = useWords().imports;
  const { number } = useFormats();
  if (rows.length === 0) return null;
  return (
    <Card title={rejections.title}>
      <p className="mb-3 max-w-prose text-soft">{rejections.why}</p>
      <Table
        caption={rejections.first(rows.length, job.rejected)}
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: 'line', label: rejections.line, figures: true, cell: (row) => number(row.line) },
          {
            key: 'reason',
            label: rejections.reason,
            heading: true,
            cell: (row) => reasonFor(codes, row.code),
          },
          {
            key: 'detail',
            label: rejections.detail,
            wideOnly: true,
            cell: (row) => (
              <span lang="en" className="my-1.5 block text-sm text-soft">
                {row.reason}
              </span>
            ),
          },
        ]}
      />
      <p className="mt-4">
        <LinkButton to={urls.importRejected(job.publicId)} document icon="download">
          {rejections.download}
        </LinkButton>
      </p>
    </Card>
  );
}
