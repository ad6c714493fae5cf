import { reach } from '../../platform/reaching/reaching.ts';
import { waitAsked } from '../asking.ts';
import { Outage, Refused } from '../connection.ts';
import { decodeFeed } from './decoding.ts';
import { type ReadFeed, readFeed } from './reading.ts';

/** What the server said of the feed when it was fetched last, so that it need not send it again. */
export interface Validators {
  readonly etag: string | null;
  readonly modified: string | null;
}

export interface Fetched {
  /** null: nothing changed since. */
  readonly feed: ReadFeed | null;
  readonly validators: Validators;
}

const timeout = 20_000;
const largest = 5_000_000;
const accept =
  'application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml;q=0.9, application/xml;q=0.8, */*;q=0.5';

/**
 * Fetches a feed, when it changed. Everybody may read it, so it may come without TLS; whoever sends on is followed.
 * @throws Outage, Refused; both with a code that people can be told
 */
export async function fetchFeed(
  url: string,
  { etag, modified }: Validators,
  { allowed, now }: { allowed: readonly string[]; now: number },
): Promise<Fetched> {
  const reached = await reach(url, {
    ...{ allowed, plain: true, timeout, largest, redirects: 5 },
    headers: {
      ...{ Accept: accept, 'User-Agent': 'Polder-Feeds/1' },
      ...(etag === null ? {} : { 'If-None-Match': etag }),
      ...(modified === null ? {} : { 'If-Modified-Since': modified }),
    },
  });
  if (reached.why === 'too-large' || reached.why === 'redirect') throw new Refused(reached.why);
  if (reached.why === 'url' || reached.why === 'address') throw new Refused('within');
  if (reached.why !== null) throw new Outage(reached.why === 'tls' ? 'certificate' : 'unreachable');
  const { status, headers, body } = reached;
  if (status === 304) return { feed: null, validators: { etag, modified } };
  if (status === 410 || status === 404) throw new Refused('gone');
  if (status === 401 || status === 403) throw new Refused('sign-in');
  if (status !== 200) throw new Outage('unreachable', waitAsked(headers, { reset: '', now }));
  const validators = { etag: headers.etag ?? null, modified: headers['last-modified'] ?? null };
  return { feed: withHub(read(body, headers['content-type']), headers.link), validators };
}

function read(body: Uint8Array, contentType: string | undefined): ReadFeed {
  try {
    return readFeed(decodeFeed(body, contentType));
  } catch (error) {
    throw new Refused(error instanceof TypeError ? error.message : 'not-a-feed');
  }
}

/** A hub may also be named in a header (RFC 8288). */
function withHub(feed: ReadFeed, header: string | undefined): ReadFeed {
  const named = (rel: string) =>
    new RegExp(`<([^>]{1,500})>\\s*;[^,]{0,200}rel="?${rel}"?`, 'i').exec(header ?? '')?.[1] ?? null;
  return { ...feed, hub: named('hub') ?? feed.hub, self: named('self') ?? feed.self };
}
