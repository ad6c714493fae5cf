import { Link } from 'react-router';
import { Suggested } from '../assisting/suggested.tsx';
import { Beside } from '../channels/beside.tsx';
import { useWords } from '../layout/frame.tsx';
import { EarlierTexts, EditedMark } from '../notifying/edited.tsx';
import { Moment } from '../ui/age.tsx';
import { Badge } from '../ui/badge.tsx';
import { Icon } from '../ui/icon.tsx';
import { Delivery } from './delivery.tsx';
import { MarkedText } from './marked-text.tsx';
import type { ShownMessage } from './opening.ts';
import { amongPlace, placed } from './place.ts';
import type { ShownHead } from './shown-head.ts';
import { Understood } from './understood.tsx';

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
    <article id={message.publicId} className="message" data-kind={kind}>
      {kind === 'note' && <NoteLabel />}
      <header className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5 text-sm">
        <Author message={message} customer={customer} />
        <span className="ml-auto flex items-center gap-1.5 pl-3 text-xs text-faint">
          {fresh && <Badge tone="water">{words.fresh}</Badge>}
          <Time message={message} />
          {message.edited && <EditedMark at={message.edited.at} />}
        </span>
      </header>
      {message.removed ? <Removed why={message.removed} /> : <MarkedText message={message} />}
      {message.edited && <EarlierTexts edited={message.edited} />}
      {message.alike && <AlikeLink alike={message.alike} />}
      {kind === 'in' && <Understood message={message} heads={heads} />}
      {kind === 'in' && <Suggested message={message} heads={heads} />}
      {message.beside && <Beside {...message.beside} />}
      {message.delivery && <Delivery message={message.publicId} {...message.delivery} />}
      {message.promiseAt && <PromiseLink to={message.promiseAt} />}
    </article>
  );
}

/** Nothing is left of the words; why stands in their place. */
function Removed({ why }: { why: NonNullable<ShownMessage['removed']> }) {
  return <p className="text-sm text-soft italic">{useWords().handling.removed[why]}</p>;
}

function PromiseLink({ to }: { to: string }) {
  return (
    <p className="mt-1.5 text-sm">
      <Link to={to} className="link">
        {useWords().keeping.promises.inConversation}
      </Link>
    </p>
  );
}

function AlikeLink({ alike: { publicId, messages, more } }: { alike: NonNullable<ShownMessage['alike']> }) {
  const { others } = useWords().signals.alike;
  return (
    <p className="mt-1.5 text-sm">
      <Link
        to={placed.inbox(amongPlace({ kind: 'alike', id: publicId }))}
        className="link inline-flex items-center gap-1.5"
      >
        <Icon name="rows" className="size-4" />
        {others(messages - 1, more)}
      </Link>
    </p>
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
