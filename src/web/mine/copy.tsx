import { urls } from '../../urls.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { CsrfField } from '../ui/form.tsx';

interface CopyProps {
  copy: { state: string; bytes: number | null; expiresAt: string | null } | null;
  fresh: boolean;
}

/** A copy of everything: asked here, made by a job, taken once by whoever asked. */
export function Copy({ copy, fresh }: CopyProps) {
  const { copy: words } = useWords().mine.rights;
  const { day, number } = useFormats();
  return (
    <Card title={words.title}>
      <p className="mb-3">{words.what}</p>
      {copy?.state === 'waiting' && <p className="mb-3 font-medium">{words.waiting}</p>}
      {copy?.state === 'ready' && (
        <form method="post" action={urls.mineExport()} className="mb-3">
          <CsrfField />
          <p className="mb-2">
            {words.ready(number((copy.bytes ?? 0) / 1024), copy.expiresAt ? day(copy.expiresAt) : '')}
          </p>
          <Button tone="primary" icon="download">
            {words.take}
          </Button>
        </form>
      )}
      {copy?.state !== 'waiting' && copy?.state !== 'ready' && (
        <form method="post">
          <CsrfField />
          <Button name="right" value="export" disabled={!fresh}>
            {words.ask}
          </Button>
        </form>
      )}
    </Card>
  );
}
