import { refusalWords } from '../../../locales/refusals.ts';
import { targets } from '../../channels/file/headings.ts';
import type { FormAnswer } from '../forms.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Form } from '../ui/form.tsx';
import { Notice } from '../ui/notice.tsx';
import { type Column, Table } from '../ui/table.tsx';
import { fileSize } from './file-size.ts';
import type { Job } from './import-page.tsx';
import { MappingFields, PlaceFields } from './mapping-fields.tsx';
import type { FoundPreview, PreviewTable } from './previewing.ts';

interface PreviewProps {
  job: Job;
  preview: FoundPreview | null;
  answer: FormAnswer | undefined;
}

/** What Polder recognised, and the choices before anything is stored. */
export function Preview({ job, preview, answer }: PreviewProps) {
  if (!preview || 'refused' in preview) return <Unreadable code={preview?.refused ?? 'not-found.file'} />;
  const { table } = preview;
  return (
    <div className="space-y-5">
      <Sample job={job} table={table} />
      <Form answer={answer ?? (table.problem ? { refused: table.problem } : undefined)}>
        <MappingFields table={table} answer={answer} />
        <PlaceFields job={job} answer={answer} />
        <Acts ready={table.problem === null} />
      </Form>
    </div>
  );
}

function Unreadable({ code }: { code: string }) {
  const { refusals, imports } = useWords();
  const { title, next } = refusalWords(refusals, code);
  return (
    <div className="space-y-5">
      <Notice tone="attention" title={title}>
        {next}
      </Notice>
      <Form>
        <Button name="act" value="cancel">
          {imports.acts.cancel}
        </Button>
      </Form>
    </div>
  );
}

function Sample({ job, table }: { job: Job; table: PreviewTable }) {
  const { preview, targets: names } = useWords().imports;
  const { locale, list } = useFormats();
  const mapped = targets.filter((target) => table.mapping[target] !== undefined);
  return (
    <Card title={preview.title} aside={<p className="text-sm text-soft">{useShape(job, table, locale)}</p>}>
      {table.mapping.text === undefined ? (
        <p className="text-soft">{preview.notMapped}</p>
      ) : table.rows.length === 0 ? (
        <p className="text-soft">{preview.none}</p>
      ) : (
        <Table
          caption={preview.rows(table.rows.length)}
          wide
          rows={table.rows}
          rowKey={(row) => row.key}
          columns={mapped.map(
            (target): Column<PreviewTable['rows'][number]> => ({
              key: target,
              label: `${names[target]} (${table.mapping[target]})`,
              heading: target === 'text',
              cell: (row) => <Value text={row.values[target] ?? ''} wide={target === 'text'} />,
            }),
          )}
        />
      )}
      {table.unused.length > 0 && (
        <p className="mt-3 text-sm text-faint">{preview.unused(list(table.unused))}</p>
      )}
    </Card>
  );
}

function useShape(job: Job, table: PreviewTable, locale: string): string {
  const { preview } = useWords().imports;
  const delimiters = { ',': 'comma', ';': 'semicolon', '\t': 'tab' } as const;
  return [
    table.format === 'csv' ? 'CSV' : 'JSON Lines',
    table.delimiter && preview.delimiter[delimiters[table.delimiter]],
    table.gzip && preview.gzip,
    fileSize(job.bytes, locale),
  ]
    .filter(Boolean)
    .join(', ');
}

function Value({ text, wide }: { text: string; wide: boolean }) {
  const { missing } = useWords().imports.preview;
  if (text === '') return <span className="text-faint">{missing}</span>;
  return (
    <span className={`my-1.5 line-clamp-2 font-normal ${wide ? 'w-52 md:w-80' : 'max-w-56 break-words'}`}>
      {text}
    </span>
  );
}

function Acts({ ready }: { ready: boolean }) {
  const { acts, twice } = useWords().imports;
  return (
    <>
      <div className="flex flex-wrap gap-3">
        <Button name="act" value={ready ? 'start' : 'look'} tone="primary">
          {ready ? acts.start : acts.look}
        </Button>
        <Button name="act" value={ready ? 'look' : 'start'}>
          {ready ? acts.look : acts.start}
        </Button>
        <Button name="act" value="cancel" tone="quiet">
          {acts.cancel}
        </Button>
      </div>
      <p className="mt-3 text-sm text-faint">{twice}</p>
    </>
  );
}
