import { useEffect, useRef, useState } from 'react';
import { Outlet, type ShouldRevalidateFunctionArgs, useParams } from 'react-router';
import { pageContext } from '../../platform/http/load-context.ts';
import { StaleBar } from '../live/stale-bar.tsx';
import type { Route } from './+types/inbox-frame.ts';
import { ClassNaming } from './class-names.tsx';
import { ConversationList } from './conversation-list.tsx';
import './inbox.css';
import { type ListData, readList } from './listing.ts';
import { RowDrawings } from './marks.tsx';
import { isSamePlace, placeOf } from './place.ts';
import { useFreshList } from './use-fresh-list.ts';
import { useListKeys } from './use-list-keys.ts';
import { Views } from './views.tsx';

export function loader({ context, url }: Route.LoaderArgs) {
  return readList(pageContext(context), url);
}

/** Opening a conversation leaves the list where it is; what changes meanwhile comes by the live stream. */
export function shouldRevalidate(asked: ShouldRevalidateFunctionArgs): boolean {
  const { currentUrl, nextUrl, formMethod, defaultShouldRevalidate } = asked;
  if (formMethod && formMethod !== 'GET') return defaultShouldRevalidate;
  const stays = isSamePlace(placeOf(currentUrl.searchParams), placeOf(nextUrl.searchParams));
  return !stays || nextUrl.pathname === '/inbox';
}

/** What the pane of the conversation is told about the list beside it. */
export interface BesideList {
  list: ListData;
  /** The one to go on with when this one is closed. */
  next: string | null;
}

export default function InboxFrame({ loaderData }: Route.ComponentProps) {
  const chosen = useParams().id ?? null;
  const scroller = useRef<HTMLElement>(null);
  const { list, news, showNews, downSince } = useFreshList(loaderData, { chosen, scroller });
  const next = useNext(list, chosen);
  useListKeys({ scroller, chosen, place: list.place, next });
  return (
    <ClassNaming value={list.names}>
      <div className="panes" data-open={chosen ? '' : undefined}>
        <RowDrawings />
        <div className="pane-browse">
          <Views list={list} current={!chosen} />
          <ConversationList ref={scroller} list={list} chosen={chosen} news={news} onShowNews={showNews} />
        </div>
        <div className="pane-talk">
          <Outlet context={{ list, next } satisfies BesideList} />
        </div>
        <StaleBar since={downSince} />
      </div>
    </ClassNaming>
  );
}

/** Also after an answer has taken the conversation out of the list: the row that now stands in its place. */
function useNext({ rows }: ListData, chosen: string | null): string | null {
  const at = rows.findIndex((row) => row.id === chosen);
  const [stood, setStood] = useState(0);
  useEffect(() => {
    if (at >= 0) setStood(at);
  }, [at]);
  if (!chosen) return null;
  const following = at >= 0 ? (rows[at + 1] ?? rows[at - 1]) : (rows[stood] ?? rows.at(-1));
  return following?.id ?? null;
}
