import { Link } from 'react-router';
import { listSignals } from '../../listening/noticing/signals.ts';
import { may, requires } from '../../organisation/authority.ts';
import { pageContext } from '../../platform/http/load-context.ts';
import { urls } from '../../urls.ts';
import { amongPlace, placed } from '../inbox/place.ts';
import { wordFor } from '../inbox/word-for.ts';
import { useFormats, useWords } from '../layout/frame.tsx';
import { PageHeader } from '../layout/page-header.tsx';
import { Badge } from '../ui/badge.tsx';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { Table } from '../ui/table.tsx';
import type { Route } from './+types/signals-page.ts';
import { Dismiss } from './rising.tsx';
import { type SignalView, signalView } from './signal-view.ts';
import { useTopicName } from './topic-name.ts';

export async function loader({ context, url }: Route.LoaderArgs) {
  const ctx = pageContext(context).context;
  requires(ctx.actor, 'inbox.read');
  const cursor = url.searchParams.get('cursor') ?? undefined;
  const { signals, next } = await listSignals(ctx, { after: cursor });
  return {
    signals: signals.map(signalView),
    next: next ?? null,
    further: cursor !== undefined,
    mayDismiss: may(ctx.actor, 'conversation.close'),
  };
}

export default function SignalsPage({
  loaderData: { signals, next, further, mayDismiss },
}: Route.ComponentProps) {
  const words = useWords().signals;
  return (
    <div className="max-w-6xl">
      <PageHeader
        title={words.title}
        lead={words.lead}
        aside={
          <LinkButton to={urls.signalWords()} icon="speech">
            {words.toWords}
          </LinkButton>
        }
      />
      {signals.length === 0 ? (
        <EmptyState title={words.empty.title}>{words.empty.next}</EmptyState>
      ) : (
        <Signals signals={signals} mayDismiss={mayDismiss} />
      )}
      <Pagination next={next && urls.signals({ cursor: next })} first={further ? urls.signals() : null} />
      <details className="mt-6 max-w-prose text-sm text-soft">
        <summary className="link">{words.howTitle}</summary>
        <p className="mt-2">{words.how}</p>
      </details>
    </div>
  );
}

function Signals({ signals, mayDismiss }: { signals: readonly SignalView[]; mayDismiss: boolean }) {
  const { list } = useWords().signals;
  const { day, time, number } = useFormats();
  return (
    <Table
      caption={list.caption}
      hideCaption
      wide
      rows={signals}
      rowKey={(row) => row.id}
      columns={[
        { key: 'terms', label: list.terms, heading: true, cell: (row) => <Topic signal={row} /> },
        {
          key: 'when',
          label: list.when,
          wideOnly: true,
          cell: (row) => <span className="whitespace-nowrap">{`${day(row.at)}, ${time(row.at)}`}</span>,
        },
        { key: 'where', label: list.where, wideOnly: true, cell: (row) => <Where signal={row} /> },
        { key: 'size', label: list.size, figures: true, wideOnly: true, cell: (row) => number(row.messages) },
        {
          key: 'persons',
          label: list.persons,
          figures: true,
          wideOnly: true,
          cell: (row) => number(row.persons),
        },
        {
          key: 'expected',
          label: list.expected,
          figures: true,
          wideOnly: true,
          cell: (row) => number(row.expected, 1),
        },
        { key: 'state', label: list.state, cell: (row) => <State signal={row} mayDismiss={mayDismiss} /> },
      ]}
    />
  );
}

function Topic({ signal }: { signal: SignalView }) {
  const { list, rising } = useWords().signals;
  const { day } = useFormats();
  const nameOf = useTopicName();
  const name = nameOf(signal.terms);
  return (
    <span className="block py-1.5 md:min-w-48">
      <Link to={placed.inbox(amongPlace({ kind: 'signal', id: signal.id }))} className="link break-words">
        {signal.terms.length === 0 ? list.withheld : name}
      </Link>
      <Link
        to={urls.signalWords({ 'a.signal': signal.id })}
        aria-label={list.compareLabel(name)}
        className="link ml-3 text-xs font-normal"
      >
        {list.compare}
      </Link>
      <span className="block text-xs font-normal text-soft md:hidden">
        {day(signal.at)}: {rising.size(signal.messages, signal.persons, signal.hours)}
      </span>
    </span>
  );
}

function Where({ signal: { account, language } }: { signal: SignalView }) {
  const { signals, inbox } = useWords();
  return (
    <>
      {account ?? signals.list.everywhere}, {wordFor(inbox.languages, language)}
    </>
  );
}

function State({ signal, mayDismiss }: { signal: SignalView; mayDismiss: boolean }) {
  const { list } = useWords().signals;
  const { moment } = useFormats();
  const nameOf = useTopicName();
  const { dismissed, isRising } = signal;
  if (dismissed) {
    const at = moment(dismissed.at);
    return (
      <span className="text-sm text-soft">
        {dismissed.by ? list.dismissed(dismissed.by, at) : list.dismissedBySystem(at)}
      </span>
    );
  }
  if (!isRising) return <span className="text-sm text-soft">{list.past}</span>;
  return (
    <span className="flex items-center gap-2">
      <Badge tone="water" icon="rising">
        {list.now}
      </Badge>
      {mayDismiss && <Dismiss id={signal.id} name={nameOf(signal.terms)} />}
    </span>
  );
}
