import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import { Meter } from '../ui/interval-bar.tsx';
import { Notice } from '../ui/notice.tsx';
import { Table } from '../ui/table.tsx';
import type { FileView } from './file-page.tsx';
import { fieldWords, RejectedRows } from './rejected-rows.tsx';

/** What a try would do, how far the import is, or what it did. */
export function Outcome(view: FileView) {
  const { exchanging } = useWords();
  const { file } = view;
  const busy = file.state === 'checking' || file.state === 'waiting' || file.state === 'running';
  return (
    <div className="space-y-5">
      {busy && <Busy file={file} />}
      {file.state === 'finished' && <Notice tone="done" title={exchanging.finished} />}
      {file.state !== 'cancelled' && <Counts file={file} />}
      {file.state === 'checked' && <Tried {...view} />}
      <RejectedRows file={file} rows={view.rejected} />
      {!busy && file.state !== 'checked' && (
        <LinkButton to={urls.customerFiles()} icon="upload">
          {exchanging.acts.another}
        </LinkButton>
      )}
    </div>
  );
}

const refresh = 'meta';

/** Asks again every second; without script the browser loads the page again by itself. */
function Busy({ file }: Pick<FileView, 'file'>) {
  const { exchanging } = useWords();
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== 'idle') return;
    const timer = setTimeout(() => void revalidate(), 1000);
    return () => clearTimeout(timer);
  }, [revalidate, state]);
  const Tag = refresh;
  return (
    <Card title={exchanging.states[file.state]}>
      <noscript>
        <Tag httpEquiv="refresh" content="2" />
      </noscript>
      <Meter label={exchanging.states[file.state]} value={file.bytesRead} most={file.bytes} />
      <p className="mt-3 text-soft">{exchanging.running}</p>
    </Card>
  );
}

const counted = ['read', 'new', 'changed', 'unchanged', 'rejected'] as const;

function Counts({ file }: Pick<FileView, 'file'>) {
  const { counts } = useWords().exchanging;
  const { number } = useFormats();
  return (
    <dl className="grid grid-cols-2 gap-x-6 gap-y-4 md:grid-cols-5">
      {counted.map((count) => (
        <div key={count} className="border-t border-line pt-2">
          <dt className="text-sm text-soft">{counts[count]}</dt>
          <dd className="figures text-xl font-semibold">{number(file[count])}</dd>
        </div>
      ))}
    </dl>
  );
}

function Tried({ file, rows }: FileView) {
  const { tried, acts } = useWords().exchanging;
  return (
    <>
      <Card title={tried.title}>
        <p className="mb-3 text-soft">{rows.length === 0 ? tried.nothing : tried.next}</p>
        {rows.length > 0 && <Changes rows={rows} />}
      </Card>
      <Form>
        <div className="flex flex-wrap gap-3">
          {file.new + file.changed + file.unchanged > 0 && (
            <Button name="act" value="start" tone="primary">
              {acts.start}
            </Button>
          )}
          <Button name="act" value="change">
            {acts.change}
          </Button>
          <Button name="act" value="cancel" tone="quiet">
            {acts.cancel}
          </Button>
        </div>
      </Form>
    </>
  );
}

function Changes({ rows }: Pick<FileView, 'rows'>) {
  const { tried, fields } = useWords().exchanging;
  const { number } = useFormats();
  return (
    <Table
      caption={tried.first(rows.length)}
      rows={rows}
      rowKey={(row) => String(row.line)}
      columns={[
        { key: 'line', label: tried.line, figures: true, wideOnly: true, cell: (row) => number(row.line) },
        { key: 'number', label: tried.number, heading: true, cell: (row) => row.reference },
        { key: 'outcome', label: tried.outcome, cell: (row) => tried.outcomes[row.outcome] },
        {
          key: 'fields',
          label: tried.fields,
          cell: (row) => (
            <ul className="py-1.5 text-sm">
              {row.changes.map(({ field, before, after }) => (
                <li key={field} className="wrap-anywhere">
                  <span className="text-soft">{fieldWords(fields, field)}:</span>{' '}
                  {tried.change(before ?? tried.empty, after ?? tried.empty)}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  );
}
