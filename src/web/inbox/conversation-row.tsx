import { Link } from 'react-router';
import { useWords } from '../layout/frame.tsx';
import { PresentMark } from '../notifying/present.tsx';
import { DueMark } from '../routing/due-mark.tsx';
import { Icon } from '../ui/icon.tsx';
import { useClassName } from './class-names.tsx';
import type { ListRow } from './listing.ts';
import { AudienceMark, FirstMark, NetworkMark, SentimentMark, UrgencyMark, WaitingMark } from './marks.tsx';
import { amongPlace, type Place, placed } from './place.ts';
import { ShortAge } from './short-age.tsx';

interface ConversationRowProps {
  row: ListRow;
  place: Place;
  current: boolean;
  /** Milliseconds: what the ages are counted from. */
  now: number;
}

/** From "today" on: most messages want an answer this week, and a mark on every row marks nothing. */
const hasty = 2;

/** Two lines: who, where, how urgent and since when; then what it is about and who has it. */
export function ConversationRow({ row, place, current, now }: ConversationRowProps) {
  const { list } = useWords().inbox;
  return (
    <li className="row" data-select={place.select || undefined}>
      {place.select && <Choose row={row} />}
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
        <About row={row} place={place} now={now} />
      </Link>
      {row.fold && <Fold fold={row.fold} />}
    </li>
  );
}

/** For doing something with many; the form stands above the list. */
function Choose({ row }: { row: ListRow }) {
  const { together } = useWords().handling;
  const { list } = useWords().inbox;
  return (
    <label className="row-choose">
      <span className="sr-only">{together.choose(row.name ?? list.unknown)}</span>
      <input
        type="checkbox"
        form="together"
        name={`row.${row.id}`}
        value="1"
        className="size-4 accent-water"
      />
    </label>
  );
}

/** The row stands for many: this unfolds them. */
function Fold({ fold: { group, conversations } }: { fold: NonNullable<ListRow['fold']> }) {
  const { alike } = useWords().signals;
  const { n, more } = conversations;
  return (
    <Link
      to={placed.inbox(amongPlace({ kind: 'alike', id: group }))}
      className="row-fold"
      aria-label={alike.foldLabel(n, more)}
    >
      <Icon name="rows" className="size-3.5" />
      {alike.fold(n, more)}
    </Link>
  );
}

function Moments({ row, now }: Pick<ConversationRowProps, 'row' | 'now'>) {
  const { list } = useWords().inbox;
  return (
    <span className="flex items-center justify-end gap-1.5">
      {row.first ? <FirstMark /> : row.urgency >= hasty && <UrgencyMark urgency={row.urgency} />}
      <span className="row-age" data-waits={row.waits ? '' : undefined}>
        {row.waits && <WaitingMark />}
        <ShortAge at={row.waits ?? row.at} now={now} title={row.waits ? list.waitsSince : list.lastMessage} />
      </span>
    </span>
  );
}

function About({ row, place, now }: Pick<ConversationRowProps, 'row' | 'place' | 'now'>) {
  const nameOf = useClassName();
  const word = row.intent && row.intent !== 'other' ? nameOf('intent', row.intent) : null;
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
      {row.due && <DueMark due={row.due} now={now} always={place.view === 'due'} />}
      <Marks row={row} />
      <State state={row.state} />
      {row.present && <PresentMark present={row.present} />}
      <Assignee name={row.assignee} />
    </span>
  );
}

/** At most two, so that the words stay; all stand in the conversation. */
function Marks({ row: { substate, labels } }: { row: ListRow }) {
  const marks = [...(substate ? [substate] : []), ...labels];
  return (
    <>
      {marks.slice(0, 2).map((mark) => (
        <span key={mark} className="row-mark" title={mark}>
          {mark}
        </span>
      ))}
      {marks.length > 2 && (
        <span className="row-mark" title={marks.slice(2).join(', ')}>{`+${marks.length - 2}`}</span>
      )}
    </>
  );
}

function State({ state }: Pick<ListRow, 'state'>) {
  const { states } = useWords().signals.alike;
  return state && <span className="row-who">{states[state]}</span>;
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
