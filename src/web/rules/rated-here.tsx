import { highest } from '../../conversations/asking/question.ts';
import type { Rating } from '../../conversations/asking/rated.ts';
import { useFormats, useWords } from '../layout/frame.tsx';

export type ShownRating = Omit<Rating, 'dueAt' | 'answeredAt'> & { dueAt: string; answeredAt: string | null };

/** What the customer said about how we helped. Their remark stands in the conversation as a note. */
export function RatedHere({ ratings }: { ratings: readonly ShownRating[] }) {
  const words = useWords().asking.here;
  const { moment } = useFormats();
  if (ratings.length === 0) return null;
  return (
    <section className="mt-3">
      <h3 className="font-medium">{words.title}</h3>
      <ul className="mt-1 space-y-1">
        {ratings.map(({ kind, state, score, dueAt, answeredAt }) => (
          <li key={dueAt}>
            {state === 'waiting' && words.waiting(words.short[kind], moment(dueAt))}
            {state === 'asked' && words.asked(words.short[kind])}
            {score !== null && words.score(words.short[kind], score, highest[kind])}
            {answeredAt && <span className="text-xs text-faint"> {moment(answeredAt)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
