import { useFormats, useWords } from '../layout/frame.tsx';
import { type Marking, type Stretch, stretches } from './marking.ts';
import type { ShownMessage } from './opening.ts';
import { wordFor } from './word-for.ts';

/** The text as it was written; personal data lightly marked, and the words that decided once the reasons are open. */
export function MarkedText({ message: { text, understanding } }: { message: ShownMessage }) {
  const markings: Marking[] = [
    ...(understanding?.because ?? []).flatMap(({ head, words }) =>
      words.map((value) => ({ value, as: 'because' as const, what: head })),
    ),
    ...(understanding?.personal ?? []).map(({ kind, value }) => ({
      value,
      as: 'personal' as const,
      what: kind,
    })),
  ];
  let at = 0;
  return (
    <p className="message-text">
      {stretches(text, markings).map((stretch) => {
        const key = at;
        at += stretch.text.length;
        return <Piece key={key} stretch={stretch} />;
      })}
    </p>
  );
}

function Piece({ stretch: { text, because, personal } }: { stretch: Stretch }) {
  const { understood, kinds } = useWords().inbox;
  const { list } = useFormats();
  if (because.length === 0 && personal.length === 0) return text;
  const title = [
    personal.length > 0 && understood.personalMark(list(personal.map((kind) => wordFor(kinds, kind)))),
    because.length > 0 && understood.decided(list(because.map((head) => wordFor(understood.head, head)))),
  ];
  const forLanguage = because.every((head) => head === 'language');
  const look = [
    because.length > 0 && (forLanguage ? 'because-language' : 'because'),
    personal.length > 0 && 'personal',
  ];
  return (
    <mark className={look.filter(Boolean).join(' ')} title={title.filter(Boolean).join('; ')}>
      {text}
    </mark>
  );
}
