import { useEffect, useState } from 'react';
import { useWords } from '../layout/frame.tsx';
import { Notice } from '../ui/notice.tsx';
import { Failed } from './failed.tsx';
import type { Opened, ShownMessage } from './opening.ts';
import type { Acting } from './use-acts.ts';
import type { Draft } from './use-draft.ts';

interface ChangedProps {
  opened: Opened;
  acting: Acting;
  draft: Draft;
}

/** What came in since the writer began: after a conflict, and while writing. The text is kept in both. */
export function Changed({ opened, acting: { answer, busy }, draft }: ChangedProps) {
  const { changed } = useWords().inbox;
  const began = useBeginning(opened.seen, draft.length > 0);
  // Its own piece names the rules and asks for the reason.
  if (answer?.refused === 'conflict.house-rule') return null;
  if (answer?.refused && answer.refused !== 'conflict.version') return <Failed answer={answer} />;
  if (busy) return null;
  const conflict = answer?.refused === 'conflict.version';
  const seen = conflict ? Number(answer?.given?.seen) : began;
  const fresh = seen === null ? [] : opened.messages.filter((message) => message.seq > seen);
  if (!conflict && fresh.length === 0) return null;
  return (
    <div className="mb-2">
      <Notice tone="attention" title={conflict ? changed.title : changed.whileWriting}>
        {fresh.length > 0 ? <Fresh messages={fresh} /> : changed.standing}
        {conflict && <p className="mt-1">{changed.next}</p>}
      </Notice>
    </div>
  );
}

/** What the newest message was when the first character was written; null while nothing is written. */
function useBeginning(seen: number, writing: boolean): number | null {
  const [began, setBegan] = useState<number | null>(null);
  useEffect(() => {
    setBegan((before) => (writing ? (before ?? seen) : null));
  }, [seen, writing]);
  return began;
}

function Fresh({ messages }: { messages: readonly ShownMessage[] }) {
  const { message: words } = useWords().inbox;
  return (
    <ul>
      {messages.slice(-3).map(({ publicId, author, kind, text }) => (
        <li key={publicId} className="line-clamp-2">
          <b className="font-medium">{author ?? (kind === 'in' ? words.customer : words.us)}:</b> {text}
        </li>
      ))}
    </ul>
  );
}
