import { useWords } from '../layout/frame.tsx';
import { Moment } from '../ui/age.tsx';
import { Badge } from '../ui/badge.tsx';
import { Icon } from '../ui/icon.tsx';
import { Delivery } from './delivery.tsx';
import { MarkedText } from './marked-text.tsx';
import type { ShownMessage } from './opening.ts';
import { Understood } from './understood.tsx';
import type { ShownHead } from './verdicts.ts';

interface MessageProps {
  message: ShownMessage;
  /** Name of the customer, for messages whose writer is not named. */
  customer: string;
  /** Came in while somebody was writing. */
  fresh: boolean;
  heads: readonly ShownHead[];
}

/** The customer on the left, we on the right, notes in the middle on their own paper. */
export function Message({ message, customer, fresh, heads }: MessageProps) {
  const { message: words } = useWords().inbox;
  const { kind } = message;
  return (
    <article className="message" data-kind={kind}>
      {kind === 'note' && <NoteLabel />}
      <header className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-sm">
        <Author message={message} customer={customer} />
        <span className="ml-auto flex items-center gap-1.5 pl-3 text-xs text-faint">
          {fresh && <Badge tone="water">{words.fresh}</Badge>}
          <Time message={message} />
        </span>
      </header>
      <MarkedText message={message} />
      {kind === 'in' && <Understood message={message} heads={heads} />}
      {message.delivery && <Delivery {...message.delivery} />}
    </article>
  );
}

function Author({ message, customer }: Pick<MessageProps, 'message' | 'customer'>) {
  const { message: words } = useWords().inbox;
  const { kind, author, department, automatic } = message;
  const role = automatic ? words.automatic : kind === 'post' ? words.post : null;
  return (
    <>
      <b className="font-semibold">{author ?? (kind === 'in' ? customer : words.us)}</b>
      <span className="text-xs text-soft">{[department, role].filter(Boolean).join(' · ')}</span>
    </>
  );
}

function Time({ message: { sentAt, timeKnown } }: Pick<MessageProps, 'message'>) {
  const { message: words } = useWords().inbox;
  if (timeKnown) return <Moment at={sentAt} />;
  return (
    <span title={words.timeUnknownWhy} className="border-b border-dotted border-edge">
      {words.timeUnknown}
    </span>
  );
}

function NoteLabel() {
  return (
    <p className="note-label">
      <Icon name="note" className="size-4" />
      {useWords().inbox.message.note}
    </p>
  );
}

/** Written here a moment ago, not yet heard back from the server. */
export function PendingMessage({ kind, text }: { kind: 'reply' | 'note'; text: string }) {
  const { message: words } = useWords().inbox;
  return (
    <div className="message opacity-70" data-kind={kind}>
      {kind === 'note' && <NoteLabel />}
      <p className="message-text">{text}</p>
      <p className="mt-1 text-xs text-soft">{words.sending}</p>
    </div>
  );
}
