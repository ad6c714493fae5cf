import { type RefObject, useEffect, useRef, useState } from 'react';
import { useFetcher, useRevalidator } from 'react-router';
import { useLive } from '../live/use-live.ts';
import type { loader } from './list.ts';
import type { ListData, ListRow } from './listing.ts';
import { isSamePlace, placed } from './place.ts';

/** Scrolled further than this, somebody is reading, and nothing may move under their eyes. */
const atTop = 24;

interface Beside {
  chosen: string | null;
  scroller: RefObject<HTMLElement | null>;
}

/** The list as it was given, kept up to date by the live stream. */
export function useFreshList(given: ListData, { chosen, scroller }: Beside) {
  const fetcher = useFetcher<typeof loader>();
  const { revalidate } = useRevalidator();
  const [held, setHeld] = useState<{ given: ListData; list: ListData } | null>(null);
  const newest = latest(given, fetcher.data);
  const holding = held?.given === given ? held.list : null;
  const refresh = () => {
    if (isReading(scroller.current)) setHeld((before) => before ?? { given, list: newest });
    fetcher.load(placed.list(given.place));
  };
  const downSince = useLive((news) => {
    refresh();
    if (chosen && (news === 'everything' || news.includes(chosen))) revalidate();
  });
  const list = holding ? { ...holding, counts: newest.counts, asOf: newest.asOf } : newest;
  return {
    list: { ...list, rows: useSeen(list.rows, chosen) },
    news: holding !== null && signOf(holding) !== signOf(newest),
    showNews: () => {
      setHeld(null);
      scroller.current?.scrollTo({ top: 0 });
      if (!isPane(scroller.current)) window.scrollTo({ top: 0 });
    },
    downSince,
  };
}

function latest(given: ListData, fetched: ListData | undefined): ListData {
  if (!fetched || !isSamePlace(fetched.place, given.place)) return given;
  return fetched.asOf > given.asOf ? fetched : given;
}

function signOf({ rows }: ListData): string {
  return rows.map((row) => row.id + row.at).join();
}

/** On a wide screen the list scrolls by itself; on a telephone the whole page does. */
function isPane(scroller: HTMLElement | null): boolean {
  return scroller !== null && getComputedStyle(scroller).overflowY === 'auto';
}

function isReading(scroller: HTMLElement | null): boolean {
  if (!scroller) return false;
  return (isPane(scroller) ? scroller.scrollTop : window.scrollY) > atTop;
}

/** What was opened here is read, also before the server says so in the next list. */
function useSeen(rows: readonly ListRow[], chosen: string | null): ListRow[] {
  const seen = useRef(new Map<string, string>());
  const [, show] = useState(0);
  const at = rows.find((row) => row.id === chosen)?.at;
  useEffect(() => {
    if (!chosen || !at || seen.current.get(chosen) === at) return;
    seen.current.set(chosen, at);
    show((times) => times + 1);
  }, [chosen, at]);
  return rows.map((row) =>
    row.unread && (row.id === chosen || seen.current.get(row.id) === row.at)
      ? { ...row, unread: false }
      : row,
  );
}
