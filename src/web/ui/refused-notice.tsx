import { refusalWords } from '../../../locales/refusals.ts';
import { useWords } from '../layout/frame.tsx';
import { Notice } from './notice.tsx';

/** What was refused elsewhere, told where one came back. */
export function RefusedNotice({ code }: { code: string }) {
  const { title, next } = refusalWords(useWords().refusals, code);
  return (
    <div className="mb-5">
      <Notice tone="attention" title={title}>
        {next}
      </Notice>
    </div>
  );
}
