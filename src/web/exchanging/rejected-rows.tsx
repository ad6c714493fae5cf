import type { Catalogue } from '../../platform/words.ts';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Table } from '../ui/table.tsx';
import type { FileView } from './file-page.tsx';

/** The first refused rows and the download of all. Nothing when every row was fine. */
export function RejectedRows({ file, rows }: { file: FileView['file']; rows: FileView['rejected'] }) {
  const { rejected, tried, fields } = useWords().exchanging;
  const { number } = useFormats();
  if (rows.length === 0) return null;
  return (
    <Card title={rejected.title}>
      <p className="mb-3 max-w-prose text-soft">{rejected.why}</p>
      <Table
        caption={rejected.title}
        hideCaption
        rows={rows}
        rowKey={(row) => String(row.line)}
        columns={[
          { key: 'line', label: tried.line, figures: true, cell: (row) => number(row.line) },
          {
            key: 'reason',
            label: rejected.reason,
            heading: true,
            cell: (row) => codeWords(rejected.codes, row.code),
          },
          {
            key: 'field',
            label: tried.field,
            cell: (row) => row.changes.map(({ field }) => fieldWords(fields, field)).join(', '),
          },
        ]}
      />
      <p className="mt-4">
        <LinkButton to={urls.customerFileRejected(file.publicId)} document icon="download">
          {rejected.download}
        </LinkButton>
      </p>
    </Card>
  );
}

export function codeWords(codes: Catalogue['exchanging']['rejected']['codes'], code: string | null): string {
  return Object.hasOwn(codes, code ?? '') ? codes[code as keyof typeof codes] : codes.other;
}

export function fieldWords(fields: Catalogue['exchanging']['fields'], field: string): string {
  return Object.hasOwn(fields, field) ? fields[field as keyof typeof fields] : field;
}
