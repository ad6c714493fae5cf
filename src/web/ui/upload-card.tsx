import { type ReactNode, useId } from 'react';
import { Button } from './button.tsx';
import { Card } from './card.tsx';
import { CsrfField } from './form.tsx';

interface UploadCardProps {
  action: string;
  words: { title: string; file: string; hint: string; submit: string };
  /** Says so before all is sent. The server's own limit stands apart. */
  tooLarge: { bytes: number; why: string };
  children?: ReactNode;
}

/** A form of the browser itself: the file streams to its own address, past the router. */
export function UploadCard({ action, words, tooLarge, children }: UploadCardProps) {
  const id = useId();
  return (
    <Card title={words.title}>
      <form method="post" action={action} encType="multipart/form-data">
        <CsrfField />
        <label htmlFor={id} className="mb-1.5 block font-medium">
          {words.file}
        </label>
        <p id={`${id}-hint`} className="mb-2 max-w-prose text-sm text-soft">
          {words.hint}
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
              currentTarget.setCustomValidity(size > tooLarge.bytes ? tooLarge.why : '');
            }}
            accept=".csv,.tsv,.txt,.jsonl,.ndjson,.gz"
            className="min-w-0 max-w-full rounded-md border border-edge bg-surface py-1.5 pr-3 pl-1.5 text-sm file:mr-3 file:h-8 file:rounded-sm file:border-0 file:bg-sunken file:px-3 file:font-medium file:text-ink"
          />
          <Button tone="primary" icon="upload">
            {words.submit}
          </Button>
        </div>
      </form>
      {children}
    </Card>
  );
}

/** The server's own limit; here only to say so before two gigabytes are sent. */
export const largestUpload = 2 * 1024 ** 3;
