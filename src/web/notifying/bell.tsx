import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { urls } from '../../urls.ts';
import { useShell, useWords } from '../layout/frame.tsx';
import { Icon } from '../ui/icon.tsx';

/** How often the number is asked for while a page stands open. Milliseconds. */
const often = 30_000;
/** After a step to another page: what was opened there is read. Milliseconds. */
const soon = 1_500;

/** On the rail: how many notifications are unread. Right with every page; while one stands open, asked for again. */
export function Bell() {
  const { bell } = useWords().notifying;
  const unread = useUnread(useShell()?.colleague?.unreadNews ?? 0);
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

function useUnread(given: number): number {
  const [heard, setHeard] = useState({ at: '', given, unread: given });
  const { key } = useLocation();
  useEffect(() => {
    let timer = 0;
    const ask = async () => {
      window.clearTimeout(timer);
      timer = window.setTimeout(ask, often);
      if (document.hidden) return;
      const answer = await fetch(urls.notificationCount()).catch(() => undefined);
      if (answer?.ok)
        setHeard({ at: key, given, unread: ((await answer.json()) as { unread: number }).unread });
    };
    timer = window.setTimeout(ask, soon);
    window.addEventListener('focus', ask);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('focus', ask);
    };
  }, [given, key]);
  return heard.given === given ? heard.unread : given;
}
