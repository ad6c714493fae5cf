import { Link } from 'react-router';
import { listWaiting, type Waiting } from '../../conversations/approving/waiting.ts';
import { requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { NetworkMark } from '../inbox/marks.tsx';
import { useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { topicNames } from '../organisation/mandates/topics.ts';
import { Moment } from '../ui/age.tsx';
import { Badge } from '../ui/badge.tsx';
import { Card } from '../ui/card.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import type { Route } from './+types/approvals-page.ts';

export async function loader({ context }: Route.LoaderArgs) {
  const { context: ctx, locale } = pageContext(context);
  requires(ctx.actor, 'conversation.answer');
  const topics = new Map((await topicNames(ctx, locale)).map(({ key, name }) => [key, name]));
  const rows = await listWaiting(ctx);
  return rows.map((row) => ({
    ...row,
    madeAt: row.madeAt.toISOString(),
    because: row.because.map((one) => ({ ...one, name: one.name ?? topics.get(one.of) ?? one.of })),
  }));
}

type Row = Route.ComponentProps['loaderData'][number];

export default function ApprovalsPage({ loaderData: rows }: Route.ComponentProps) {
  const { answers } = useWords();
  const words = answers.approvals;
  return (
    <div className="max-w-4xl">
      <PageHeader title={words.title} lead={words.lead} />
      {rows.length === 0 ? (
        <EmptyState title={words.none}>{words.noneNext}</EmptyState>
      ) : (
        <ul className="space-y-5">
          {rows.map((row) => (
            <li key={row.publicId}>
              <WaitingCard row={row} />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

function WaitingCard({ row }: { row: Row }) {
  const { answers, composing, inbox } = useWords();
  const words = answers.approvals;
  return (
    <Card
      title={words.of(row.author, row.customer ?? inbox.list.unknown)}
      aside={
        <Badge tone={row.audience === 'public' ? 'attention' : 'water'}>
          {composing.modes[row.audience].word}
        </Badge>
      }
    >
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
        <NetworkMark channel={row.channel} />
        {inbox.conversation.queue(row.queue)}
        <Moment at={row.madeAt} />
        <Why because={row.because} />
      </p>
      {row.asked && (
        <blockquote className="message mt-3" data-kind="in">
          <p className="message-text line-clamp-6">{row.asked}</p>
        </blockquote>
      )}
      {row.askedSince > 0 && (
        <p role="status" className="mt-2 text-sm font-medium text-clay">
          {words.wroteSince(row.askedSince)}
        </p>
      )}
      <div className="message mt-3" data-kind="reply">
        <p className="message-text">{row.text}</p>
      </div>
      <p className="mt-3">
        <Link to={urls.conversation(row.conversation)} className="link">
          {row.mayDecide ? words.decide : words.open}
        </Link>
      </p>
    </Card>
  );
}

function Why({
  because,
}: {
  because: readonly { kind: Waiting['because'][number]['kind']; name: string }[];
}) {
  const { why } = useWords().answers.approvals;
  return <span>{because.map(({ kind, name }) => why[kind](name)).join(' · ')}</span>;
}
