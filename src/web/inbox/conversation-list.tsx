import type { Ref } from 'react';
import { Link } from 'react-router';
import { urls } from '../../urls.ts';
import { Arranging } from '../handling/arranging.tsx';
import { useWords } from '../layout/frame.tsx';
import { SearchBox } from '../searching/search-box.tsx';
import { GroupActs } from '../signals/group-acts.tsx';
import { Rising } from '../signals/rising.tsx';
import { useTopicName } from '../signals/topic-name.ts';
import { LinkButton } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Icon } from '../ui/icon.tsx';
import { Pagination } from '../ui/pagination.tsx';
import { ConversationRow } from './conversation-row.tsx';
import type { ListData } from './listing.ts';
import { placed, viewPlace } from './place.ts';
import { useTicking } from './short-age.tsx';

interface ConversationListProps {
  list: ListData;
  /** Public id of the conversation that is open beside it. */
  chosen: string | null;
  /** There is news that is not shown, because somebody is reading further down. */
  news: boolean;
  onShowNews: () => void;
  ref: Ref<HTMLElement>;
}

export function ConversationList({ list, chosen, news, onShowNews, ref }: ConversationListProps) {
  const { inbox } = useWords();
  const { place, rows } = list;
  const now = useTicking(list.asOf);
  const Heading = chosen ? 'h2' : 'h1';
  return (
    <section ref={ref} className="pane-list" aria-label={inbox.list.label}>
      <div className="sticky top-0 z-10 flex min-h-12 items-center justify-between gap-2 border-b border-line bg-surface px-4 max-md:top-12">
        <Heading className="min-w-0 text-lg break-words">
          <Title list={list} />
        </Heading>
        <div role="status">{news && <News onShow={onShowNews} />}</div>
      </div>
      {!list.among && <SearchBox />}
      {!list.among && <Arranging list={list} />}
      {list.among ? <Back list={list} /> : <Rising signals={list.rising} mayDismiss={list.mayDismiss} />}
      {rows.length === 0 && <Empty list={list} />}
      <ul>
        {rows.map((row) => (
          <ConversationRow key={row.id} row={row} place={place} current={row.id === chosen} now={now} />
        ))}
      </ul>
      <div className="px-4">
        <Pagination
          previous={list.previous && placed.inbox({ ...place, cursor: list.previous })}
          next={list.next && placed.inbox({ ...place, cursor: list.next })}
          first={place.cursor && !list.previous ? placed.inbox({ ...place, cursor: undefined }) : null}
        />
      </div>
    </section>
  );
}

function Title({ list: { among, place, arranging } }: { list: ListData }) {
  const { inbox, signals } = useWords();
  const nameOf = useTopicName();
  const saved = arranging.saved.find(({ publicId }) => publicId === place.saved);
  if (!among) return saved?.name ?? inbox.views[place.view];
  return among.kind === 'alike'
    ? signals.alike.fold(among.messages, among.more)
    : signals.alike.topic(nameOf(among.terms));
}

function Back({ list: { among, asOf } }: { list: ListData }) {
  const { alike } = useWords().signals;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1.5 border-b border-line px-4 py-1.5">
      <Link to={placed.inbox(viewPlace('open'))} className="link inline-flex items-center gap-1 text-sm">
        <Icon name="previous" className="size-4" />
        {alike.back}
      </Link>
      {among?.kind === 'alike' && among.together && (
        <GroupActs id={among.id} together={among.together} asOf={asOf} />
      )}
    </div>
  );
}

function News({ onShow }: { onShow: () => void }) {
  const { list } = useWords().inbox;
  return (
    <button
      type="button"
      onClick={onShow}
      className="rounded-full border border-water bg-water-wash px-3 py-0.5 text-xs font-medium text-water-strong"
    >
      {list.fresh} · {list.showFresh}
    </button>
  );
}

function Empty({ list: { nothingYet, place, among, arranging } }: { list: ListData }) {
  const { handling, inbox, signals } = useWords();
  if (arranging.isFiltering) {
    const { title, next } = handling.filter.empty;
    return <EmptyState title={title}>{next}</EmptyState>;
  }
  if (among) {
    const { title, next } = signals.alike.empty;
    return <EmptyState title={title}>{next}</EmptyState>;
  }
  if (!nothingYet) {
    const { title, next } = inbox.empty[place.view];
    return <EmptyState title={title}>{next}</EmptyState>;
  }
  const { title, next, askSomebody, importFile, connect } = inbox.nothingYet;
  return (
    <EmptyState
      title={title}
      action={
        nothingYet.mayImport && (
          <>
            <LinkButton to={urls.imports()} tone="primary" icon="upload">
              {importFile}
            </LinkButton>
            <LinkButton to={urls.apiDocs()} document icon="link">
              {connect}
            </LinkButton>
          </>
        )
      }
    >
      {next} {!nothingYet.mayImport && askSomebody}
    </EmptyState>
  );
}
