import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { urls } from '../../urls.ts';
import { useShell, useWords } from '../layout/frame.tsx';
import { openStream } from '../live/stream.ts';
import { Icon } from '../ui/icon.tsx';

/** How often the number is asked for where no live stream says when. Milliseconds. */
const often = 30_000;
/** After a step to another page: what was opened there is read. Milliseconds. */
const soon = 1_500;

/** On the rail: how many notifications are unread. Right with every page; while one stands open, the live stream says when. */
export function Bell() {
  const { bell } = useWords().notifying;
  const colleague = useShell()?.colleague;
  const unread = useUnread(colleague?.unreadNews ?? 0, colleague?.sections.includes('inbox') ?? false);
  const { pathname } = useLocation();
  return (
    <Link
      to={urls.notifications()}
      aria-label={bell(unread)}
      title={bell(unread)}
      aria-current={pathname === urls.notifications() ? 'page' : undefined}
      className="relative grid size-11 place-items-center rounded-md text-rail-soft hover:text-rail-ink aria-[current=page]:text-rail-ink"
    >
      <Icon name="bell" className="size-6" />
      {unread > 0 && (
        <span
          aria-hidden="true"
          className="figures absolute top-0.5 right-0.5 min-w-5 rounded-full bg-clay px-1 text-center text-xs font-semibold text-surface"
        >
          {unread >= 100 ? '99+' : unread}
        </span>
      )}
    </Link>
  );
}

/** `live`: this colleague may hear the stream. One stream serves all pages of a browser, where browsers have locks. */
function useUnread(given: number, live: boolean): number {
  const [heard, setHeard] = useState({ at: '', given, unread: given });
  const { key } = useLocation();
  const ask = useRef(async () => {});
  const hears = useRef(false);
  useEffect(() => {
    let timer = 0;
    ask.current = async () => {
      window.clearTimeout(timer);
      timer = hears.current ? 0 : window.setTimeout(() => ask.current(), often);
      if (document.hidden) return;
      const answer = await fetch(urls.notificationCount()).catch(() => undefined);
      if (answer?.ok)
        setHeard({ at: key, given, unread: ((await answer.json()) as { unread: number }).unread });
    };
    const now = () => void ask.current();
    timer = window.setTimeout(now, soon);
    window.addEventListener('focus', now);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('focus', now);
    };
  }, [given, key]);
  useEffect(() => {
    // Without locks every page would hold a stream of its own beside that of the list.
    if (!live || !('locks' in navigator)) return;
    return openStream(({ kind }) => {
      hears.current = kind !== 'down';
      if (kind === 'news' || kind === 'down' || kind === 'reset') void ask.current();
    });
  }, [live]);
  return heard.given === given ? heard.unread : given;
}
