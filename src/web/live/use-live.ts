import { useEffect, useRef, useState } from 'react';
import { openStream } from './stream.ts';

/** Changes come in bursts; one question to the server answers them together. Milliseconds. */
const together = 250;
/** In a crisis everything changes all the time; nobody reads faster than this. Milliseconds. */
const atMost = 2_000;
/** A hiccup is not worth a word. Milliseconds. */
const patience = 10_000;

/** Ids of the conversations that changed, or everything when something may have been missed. */
export type Changes = readonly string[] | 'everything';

/**
 * Calls `change` when conversations changed, bursts together. Answers since when there is no connection, once that
 * has lasted ten seconds; null while all is well. Milliseconds since 1970.
 */
export function useLive(change: (changes: Changes) => void): number | null {
  const newest = useRef(change);
  const [downSince, setDownSince] = useState<number | null>(null);
  useEffect(() => {
    newest.current = change;
  });
  useEffect(() => {
    const changed = gather((changes) => newest.current(changes));
    let timer = 0;
    const stop = openStream((news) => {
      if (news.kind === 'changed') changed.add(news.conversations);
      // Also when the stream opens for the first time: what changed since the page was read, nobody told.
      if (news.kind === 'reset') changed.add('everything');
      if (news.kind === 'up') {
        window.clearTimeout(timer);
        timer = 0;
        setDownSince(null);
      }
      if (news.kind === 'down') timer ||= window.setTimeout(() => setDownSince(news.since), patience);
    });
    return () => {
      stop();
      changed.stop();
      window.clearTimeout(timer);
    };
  }, []);
  return downSince;
}

/** Puts changes together; a page that nobody sees waits until somebody looks. */
function gather(give: (changes: Changes) => void) {
  let gathered: Set<string> | 'everything' = new Set();
  let timer = 0;
  let gaveAt = Number.NEGATIVE_INFINITY;
  let waiting = false;
  const flush = () => {
    timer = 0;
    if (document.hidden) return;
    const changes = gathered === 'everything' ? gathered : [...gathered];
    gathered = new Set();
    gaveAt = performance.now();
    waiting = false;
    give(changes);
  };
  const soon = () => {
    timer ||= window.setTimeout(flush, Math.max(together, gaveAt + atMost - performance.now()));
  };
  const seen = () => {
    if (!document.hidden && waiting) soon();
  };
  document.addEventListener('visibilitychange', seen);
  return {
    add: (changes: Changes) => {
      if (changes === 'everything') gathered = changes;
      else if (gathered !== 'everything') for (const id of changes) gathered.add(id);
      waiting = true;
      soon();
    },
    stop: () => {
      window.clearTimeout(timer);
      document.removeEventListener('visibilitychange', seen);
    },
  };
}
