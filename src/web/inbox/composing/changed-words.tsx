import { useWords } from '../../layout/frame.tsx';
import { wordDiff } from './word-diff.ts';

/** A text as it was changed: what is gone is struck through, what is new is underlined, and both are said aloud. */
export function ChangedWords({ before, after }: { before: string; after: string }) {
  const { decide } = useWords().composing;
  return (
    <p className="message-text">
      {wordDiff(before, after).map(({ kind, text }, n) => {
        const key = `${n}${kind}`;
        if (kind === 'kept') return <span key={key}>{text}</span>;
        if (kind === 'new')
          return (
            <ins key={key} className="bg-water-wash underline decoration-water decoration-2">
              <span className="sr-only">{decide.added} </span>
              {text}
            </ins>
          );
        return (
          <del key={key} className="bg-clay-wash text-clay">
            <span className="sr-only">{decide.removed} </span>
            {text}
          </del>
        );
      })}
    </p>
  );
}
