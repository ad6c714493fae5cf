import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { useFormats, useNow, useWords } from '../layout/frame.tsx';
import { Age } from '../ui/age.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import type { ConversationView } from './customer-page.tsx';

interface TimelineProps {
  rows: readonly ConversationView[];
  /** As many as the page shows: there may be older ones. */
  full: boolean;
}

/** All conversations with a person, newest first. */
export function Timeline({ rows, full }: TimelineProps) {
  const { timeline } = useWords().customers;
  return (
    <Card title={timeline.title}>
      {rows.length === 0 && <p className="text-soft">{timeline.none}</p>}
      <ol className="relative border-l-2 border-line">
        {rows.map((row) => (
          <Conversation key={row.publicId} row={row} />
        ))}
      </ol>
      {full && <p className="mt-3 text-sm text-faint">{timeline.newest(rows.length)}</p>}
    </Card>
  );
}

function Conversation({ row }: { row: ConversationView }) {
  const { timeline } = useWords().customers;
  const { shortDay } = useFormats();
  const now = useNow();
  const waits = row.state === 'new' || row.state === 'open';
  return (
    <li className="relative pb-5 pl-5 last:pb-0">
      <span
        aria-hidden="true"
        className={`absolute top-1.5 -left-[7px] size-3 rounded-full border-2 border-surface ${waits ? 'bg-clay' : 'bg-water'}`}
      />
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        <span className="figures">{shortDay(row.startedAt, now)}</span>
        <span>{row.channel}</span>
        <Badge tone={waits ? 'attention' : 'neutral'}>{timeline.state[row.state]}</Badge>
      </p>
      <p className="mt-1">
        <Link to={urls.conversation(row.publicId)} className="link break-words">
          {row.preview}
        </Link>
      </p>
      <p className="mt-0.5 flex flex-wrap gap-x-3 text-sm text-faint">
        <span>{timeline.messages(row.messages)}</span>
        <span>{row.replies > 0 ? timeline.replies(row.replies) : timeline.noReply}</span>
        <Age at={row.lastMessageAt} />
      </p>
    </li>
  );
}
