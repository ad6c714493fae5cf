import { longestLookWords, lookReasons } from '../../customers/looking/reason.ts';
import type { FormAnswer } from '../forms.ts';
import { useWords } from '../layout/frame.tsx';
import { Select, Textarea } from '../ui/field.tsx';

/** Why somebody looks at customers: one of the reasons, and a word about it. */
export function WhyFields({ answer }: { answer?: FormAnswer | undefined }) {
  const words = useWords().looking;
  return (
    <>
      <Select
        name="reason"
        label={words.reason}
        options={lookReasons.map((value) => ({ value, label: words.reasons[value] }))}
        answer={answer}
      />
      <Textarea
        name="words"
        rows={2}
        label={words.words}
        hint={words.wordsHint}
        maxLength={longestLookWords}
        answer={answer}
      />
    </>
  );
}
