import { urls } from '../../urls.ts';

/** What the live stream says. `since` is in milliseconds since 1970, by this browser's clock. */
export type LiveNews =
  | { kind: 'changed'; conversations: string[] }
  /** This colleague was told something. */
  | { kind: 'news' }
  /** Something may have been missed: read everything again. */
  | { kind: 'reset' }
  | { kind: 'up' }
  | { kind: 'down'; since: number };

type Tell = (news: LiveNews) => void;

const name = 'polder.live';
const tryAgain = 5_000;

/**
 * Listens to what changes, with one stream per browser: the page that holds the lock reads it and tells the others.
 * When that page closes, the lock goes to the next. Answers with the function that stops it.
 */
export function openStream(hear: Tell): () => void {
  const stopping = new AbortController();
  // Without a secure connection browsers have no locks; then every page reads for itself.
  if (!('locks' in navigator)) {
    void follow(hear, stopping.signal);
    return () => stopping.abort();
  }
  const channel = new BroadcastChannel(name);
  channel.onmessage = (message: MessageEvent<LiveNews>) => hear(message.data);
  const tell: Tell = (news) => {
    channel.postMessage(news);
    hear(news);
  };
  navigator.locks
    .request(name, { signal: stopping.signal }, () => follow(tell, stopping.signal))
    .catch(() => {});
  return () => {
    stopping.abort();
    channel.close();
  };
}

/** Reads the stream until it is stopped; comes back by itself, also when the server refused. */
function follow(tell: Tell, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    let source: EventSource | undefined;
    let timer = 0;
    let since: number | null = null;
    const down = (at: number) => {
      since ??= performance.timeOrigin + at;
      tell({ kind: 'down', since });
    };
    const connect = () => {
      source = read(tell, {
        up: () => {
          since = null;
          tell({ kind: 'up' });
        },
        down: (event, closed) => {
          down(event.timeStamp);
          if (closed) timer = window.setTimeout(connect, tryAgain);
        },
      });
    };
    connect();
    window.addEventListener('offline', (event) => down(event.timeStamp), { signal });
    signal.addEventListener('abort', () => {
      window.clearTimeout(timer);
      source?.close();
      resolve();
    });
  });
}

interface Standing {
  up: () => void;
  down: (event: Event, closed: boolean) => void;
}

function read(tell: Tell, { up, down }: Standing): EventSource {
  const source = new EventSource(urls.live());
  // The server can tell what was missed since an event; without one, nobody knows.
  let placeKnown = false;
  source.onopen = () => {
    up();
    if (!placeKnown) tell({ kind: 'reset' });
  };
  source.onerror = (event) => down(event, source.readyState === EventSource.CLOSED);
  source.addEventListener('changed', (event: MessageEvent<string>) => {
    placeKnown = true;
    const { conversations } = JSON.parse(event.data) as { conversations: string[] };
    tell({ kind: 'changed', conversations });
  });
  source.addEventListener('news', () => tell({ kind: 'news' }));
  source.addEventListener('reset', () => tell({ kind: 'reset' }));
  return source;
}
