import { useFormats, useWords } from '../layout/frame.tsx';

interface LinesProps {
  lines: readonly { kind: 'question' | 'answer'; text: string; at: string; by: string | null }[];
}

/** What was asked and answered between departments. */
export function Lines({ lines }: LinesProps) {
  const { handOvers: words } = useWords().work;
  const { system } = useWords().organisation;
  const { moment } = useFormats();
  return (
    <ul className="mt-1 space-y-1.5">
      {lines.map(({ kind, text, at, by }) => (
        <li
          key={at + text}
          className={kind === 'answer' ? 'border-l-2 border-water pl-2' : 'border-l-2 border-line pl-2'}
        >
          <p className="break-words whitespace-pre-line">{text}</p>
          <p className="text-xs text-soft">
            {words.kinds[kind]} · {by ?? system} · {moment(at)}
          </p>
        </li>
      ))}
    </ul>
  );
}
