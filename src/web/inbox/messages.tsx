import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { Parent } from '../handling/handled.tsx';
import { useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';
import { Closed } from './closed.tsx';
import { Message, PendingMessage } from './message.tsx';
import type { Opened } from './opening.ts';
import { type Place, placed } from './place.ts';
import { type Acts, useScripted } from './use-acts.ts';
import { useScroll } from './use-scroll.ts';

interface MessagesProps {
  opened: Opened;
  name: string;
  acts: Acts;
  place: Place;
}

/** The messages, oldest first, with what is being written on its way below them. */
export function Messages({ opened, name, acts, place }: MessagesProps) {
  const { conversation } = useWords().inbox;
  const { messages, earlier, isEarlierPage } = opened;
  const here = placed.conversation(opened.id, place);
  const seen = seenBefore(acts);
  const written = acts.reply.pending ?? acts.note.pending;
  const scroller = useScroll({ newest: opened.seen, written, isEarlierPage });
  const scripted = useScripted();
  return (
    <section
      ref={scroller}
      className="talk-scroll"
      data-from-below={scripted || isEarlierPage ? undefined : ''}
      aria-label={conversation.messages}
      {...scrollable}
    >
      <div className="space-y-3 px-4 py-5 md:px-6">
        {earlier !== null && <Step to={withBefore(here, earlier)} word={conversation.earlier} />}
        {opened.handling && earlier === null && <Parent handling={opened.handling} place={place} />}
        <ol className="space-y-3">
          {messages.map((message) => (
            <li key={message.publicId} id={message === messages.at(-1) ? 'latest' : undefined}>
              <Message
                message={message}
                customer={name}
                fresh={seen !== null && message.seq > seen}
                heads={opened.heads}
              />
            </li>
          ))}
        </ol>
        {isEarlierPage && <Step to={here} word={conversation.latest} />}
        {acts.reply.pending && <PendingMessage kind="reply" text={acts.reply.pending} />}
        {acts.note.pending && <PendingMessage kind="note" text={acts.note.pending} />}
        {opened.closure && (
          <Closed closure={opened.closure} acting={acts.reopen} mayReopen={opened.mayAnswer} />
        )}
        <Announced opened={opened} />
      </div>
    </section>
  );
}

/** What scrolls must be reachable by keyboard. */
const scrollable = { tabIndex: 0 };

/** After a conflict: the last message that the writer had seen. */
function seenBefore({ reply, close }: Acts): number | null {
  const conflict = [reply.answer, close.answer].find((answer) => answer?.refused === 'conflict.version');
  const seen = Number(conflict?.given?.seen);
  return Number.isInteger(seen) ? seen : null;
}

function withBefore(address: string, before: number): string {
  return `${address}${address.includes('?') ? '&' : '?'}before=${before}`;
}

function Step({ to, word }: { to: string; word: string }) {
  return (
    <p className="text-center">
      <Link to={to} preventScrollReset className="link inline-flex items-center gap-1.5 text-sm">
        <Icon name="clock" className="size-4" />
        {word}
      </Link>
    </p>
  );
}

/** Says aloud that messages came in while somebody was reading; for eyes they simply stand there. */
function Announced({ opened: { seen, isEarlierPage } }: { opened: Opened }) {
  const { conversation } = useWords().inbox;
  const first = useRef(seen);
  const [news, setNews] = useState(0);
  useEffect(() => {
    if (isEarlierPage || seen <= first.current) return;
    setNews(seen - first.current);
    first.current = seen;
  }, [seen, isEarlierPage]);
  return (
    <p role="status" className="sr-only">
      {news > 0 && conversation.news(news)}
    </p>
  );
}
