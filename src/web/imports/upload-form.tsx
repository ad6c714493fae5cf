import { useId } from 'react';
import { urls } from '../../urls.ts';
import { useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CsrfField } from '../ui/form.tsx';

/** The server's own limit; here only to say so before two gigabytes are sent. */
const largest = 2 * 1024 ** 3;

/** A form of the browser itself: the file streams to its own address, past the router. */
export function UploadForm() {
  const { upload } = useWords().imports;
  const id = useId();
  return (
    <Card title={upload.title}>
      <form method="post" action={urls.importUpload()} encType="multipart/form-data">
        <CsrfField />
        <label htmlFor={id} className="mb-1.5 block font-medium">
          {upload.file}
        </label>
        <p id={`${id}-hint`} className="mb-2 max-w-prose text-sm text-soft">
          {upload.hint}
        </p>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
          <input
            id={id}
            type="file"
            name="file"
            required
            aria-describedby={`${id}-hint`}
            onChange={({ currentTarget }) => {
              const size = currentTarget.files?.[0]?.size ?? 0;
              currentTarget.setCustomValidity(size > largest ? upload.tooLarge : '');
            }}
            accept=".csv,.tsv,.txt,.jsonl,.ndjson,.gz"
            className="min-w-0 max-w-full rounded-md border border-edge bg-surface py-1.5 pr-3 pl-1.5 text-sm file:mr-3 file:h-8 file:rounded-sm file:border-0 file:bg-sunken file:px-3 file:font-medium file:text-ink"
          />
          <Button tone="primary" icon="upload">
            {upload.submit}
          </Button>
        </div>
        <p className="mt-2 text-sm text-faint">{upload.safe}</p>
      </form>
    </Card>
  );
}
