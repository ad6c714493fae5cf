import { Link } from 'react-router';
import { useWords } from '../layout/frame.tsx';
import type { ListRow } from './listing.ts';
import { AudienceMark, NetworkMark, SentimentMark, UrgencyMark, WaitingMark } from './marks.tsx';
import { type Place, placed } from './place.ts';
import { ShortAge } from './short-age.tsx';
import { wordFor } from './word-for.ts';

interface ConversationRowProps {
  row: ListRow;
  place: Place;
  current: boolean;
  /** Milliseconds: what the ages are counted from. */
  now: number;
}

/** Two lines: who, where, how urgent and since when; then what it is about and who has it. */
export function ConversationRow({ row, place, current, now }: ConversationRowProps) {
  const { list } = useWords().inbox;
  return (
    <li className="row">
      <Link
        to={placed.conversation(row.id, place)}
        preventScrollReset
        className="row-link"
        data-row={row.id}
        data-unread={row.unread || undefined}
        aria-current={current || undefined}
      >
        {row.unread && (
          <span className="row-unread" title={list.unread}>
            <span className="sr-only">{list.unread}</span>
          </span>
        )}
        <NetworkMark channel={row.channel} />
        <span className="row-name">
          <span>{row.name ?? list.unknown}</span>
          <AudienceMark audience={row.audience} />
        </span>
        <Moments row={row} now={now} />
        {row.sentiment ? <SentimentMark sentiment={row.sentiment} /> : <span />}
        <About row={row} />
      </Link>
    </li>
  );
}

function Moments({ row, now }: Pick<ConversationRowProps, 'row' | 'now'>) {
  const { list } = useWords().inbox;
  return (
    <span className="flex items-center justify-end gap-1.5">
      <UrgencyMark urgency={row.urgency} />
      <span className="row-age" data-waits={row.waits ? '' : undefined}>
        {row.waits && <WaitingMark />}
        <ShortAge at={row.waits ?? row.at} now={now} title={row.waits ? list.waitsSince : list.lastMessage} />
      </span>
    </span>
  );
}

function About({ row }: { row: ListRow }) {
  const { intents } = useWords().inbox;
  const word = row.intent && row.intent !== 'other' ? wordFor(intents, row.intent) : null;
  return (
    <span className="row-about">
      <span className="row-words">
        {word && (
          <>
            <b>{word}</b>{' '}
          </>
        )}
        {row.preview}
      </span>
      <Assignee name={row.assignee} />
    </span>
  );
}

function Assignee({ name }: { name: string | null }) {
  const { list } = useWords().inbox;
  if (!name) return null;
  return (
    <span className="row-who" title={list.assignedTo(name)}>
      <span aria-hidden="true">{name.trim().split(/\s+/)[0]}</span>
      <span className="sr-only">, {list.assignedTo(name)}</span>
    </span>
  );
}
