import { useEffect, useState } from 'react';
import type { Present } from '../../conversations/following/looking.ts';
import { urls } from '../../urls.ts';
import { useShell } from '../layout/frame.tsx';

/** A sign of life so often; the lease is more than twice as long. Milliseconds. */
const beat = 30_000;

/** Says that somebody has this conversation before them, and hears who else does. Opening it said so the first time. */
export function useLooking(id: string, given: readonly Present[]): readonly Present[] {
  const csrf = useShell()?.csrf ?? '';
  const [heard, setHeard] = useState<{ given: readonly Present[]; present: readonly Present[] } | null>(null);
  useEffect(() => {
    const body = (act: 'look' | 'leave') => new URLSearchParams({ act, csrf });
    let timer = 0;
    const look = async () => {
      timer = window.setTimeout(look, beat);
      if (document.hidden) return;
      const answer = await fetch(urls.conversationFollowing(id), {
        method: 'POST',
        body: body('look'),
      }).catch(() => undefined);
      if (answer?.ok) setHeard({ given, present: ((await answer.json()) as { present: Present[] }).present });
    };
    const leave = () => navigator.sendBeacon(urls.conversationFollowing(id), body('leave'));
    timer = window.setTimeout(look, beat);
    window.addEventListener('pagehide', leave);
    return () => {
      window.clearTimeout(timer);
      window.removeEventListener('pagehide', leave);
    };
  }, [id, csrf, given]);
  useEffect(
    () => () => {
      navigator.sendBeacon(urls.conversationFollowing(id), new URLSearchParams({ act: 'leave', csrf }));
    },
    [id, csrf],
  );
  return heard?.given === given ? heard.present : given;
}
