import type { ShownMessage } from '../inbox/opening.ts';
import { useFormats, useWords } from '../layout/frame.tsx';

type Edited = NonNullable<ShownMessage['edited']>;

/** Beside the time: its author changed it. */
export function EditedMark({ at }: Pick<Edited, 'at'>) {
  const { edited } = useWords().notifying;
  const { moment } = useFormats();
  return <span title={edited.at(moment(at))}>{edited.label}</span>;
}

/** What stood there before, folded. */
export function EarlierTexts({ edited: { before } }: { edited: Edited }) {
  const { edited } = useWords().notifying;
  const { moment } = useFormats();
  if (before.length === 0) return null;
  return (
    <details className="mt-1.5 text-sm">
      <summary className="w-fit cursor-pointer text-soft underline underline-offset-2">
        {edited.earlier}
      </summary>
      <ol className="mt-1.5 space-y-2 border-l-2 border-line pl-3">
        {before.map(({ text, until }) => (
          <li key={until}>
            <p className="text-xs text-faint">{edited.until(moment(until))}</p>
            <p className="break-words whitespace-pre-wrap text-soft">{text}</p>
          </li>
        ))}
      </ol>
    </details>
  );
}
