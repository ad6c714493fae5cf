import { refusalWords } from '../../../locales/refusals.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Notice } from '../ui/notice.tsx';

/** Why the server refused; a conflict is told elsewhere, with what changed. */
export function Failed({ answer }: { answer: FormAnswer | undefined }) {
  const { refusals, forms } = useWords();
  if (!answer?.refused && !answer?.problems) return null;
  const words = answer.refused ? refusalWords(refusals, answer.refused) : null;
  return (
    <div className="mb-3">
      <Notice tone="attention" title={words?.title ?? forms.checkFields}>
        {words?.next}
      </Notice>
    </div>
  );
}
