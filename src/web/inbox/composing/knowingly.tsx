import type { FormAnswer } from '../../forms.ts';
import { useWords } from '../../layout/frame.tsx';

/** Somebody was first, or is writing: to go on one says that one knows. */
export function Knowingly({ answer }: { answer: FormAnswer | undefined }) {
  const { followUp, takeOver } = useWords().composing;
  if (answer?.refused === 'conflict.claimed') return <Know name="over" word={takeOver} />;
  if (answer?.refused === 'conflict.answer-pending' || answer?.refused === 'conflict.answered')
    return <Know name="followUp" word={followUp} />;
  return null;
}

function Know({ name, word }: { name: string; word: string }) {
  return (
    <label className="mb-2 flex min-h-row items-center gap-2 text-sm">
      <input type="checkbox" name={name} value="1" className="size-5 accent-water" />
      {word}
    </label>
  );
}
