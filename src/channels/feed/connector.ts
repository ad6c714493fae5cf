import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Connection, Happened, Received } from '../connection.ts';
import type { Connector, Opening } from '../connector.ts';
import { restFor } from '../polling.ts';
import { feed } from './feed.ts';
import { fetchFeed } from './fetching.ts';
import type { Entry, ReadFeed } from './reading.ts';
import { greetHub, hubSecret, judgeHint, leaseSeconds, subscribe } from './websub.ts';

const feedSettings = z.object({ url: z.url({ protocol: /^https?$/ }).max(500) });

const cursorSchema = z.object({
  etag: z.string().nullable(),
  modified: z.string().nullable(),
  /** What stood there, each with what it said: by both is seen what is new and what was changed. */
  known: z.array(z.tuple([z.string(), z.string()])),
  hint: z.string().nullable(),
  /** Until when a hub tells of news, epoch milliseconds. */
  until: z.number(),
});
type Cursor = z.infer<typeof cursorSchema>;

const fresh: Cursor = { etag: null, modified: null, known: [], hint: null, until: 0 };
const mostKnown = 1000;
const pause = 5 * 60_000;

/** A feed of a blog or a forum: asked for when it changed, or when a hub says so. */
export const feedConnector: Connector = {
  channel: feed,
  test: 'none',
  form: feedSettings,
  fields: [{ name: 'url', kind: 'url', fixed: true }],
  nameOf: ({ url }) => {
    const { host, pathname } = new URL(String(url));
    return `${host}${pathname === '/' ? '' : pathname}`;
  },
  open: openFeed,
  pushed: ({ id, key }) => {
    const secret = hubSecret(key, id);
    return {
      largest: 5_000_000,
      keeps: [],
      judge: (arrival) => judgeHint(secret, arrival),
      greet: (query) => greetHub(secret, query),
    };
  },
};

function openFeed(opening: Opening): Connection {
  const { url } = feedSettings.parse(opening.settings);
  const { allowed, clock, deliveries } = opening;
  const now = () => clock.now().epochMilliseconds;
  let hint: string | null = null;
  return {
    channel: feed,
    check: async () => {
      const { feed: found } = await fetchFeed(url, fresh, { allowed, now: now() });
      return { as: found?.title ?? url, expiresAt: null };
    },
    receive: async (given): Promise<Received> => {
      const before = given === null ? fresh : cursorSchema.parse(JSON.parse(given));
      const hints = await deliveries.after(before.hint);
      hint = hints.cursor;
      const fetched = await fetchFeed(url, before, { allowed, now: now() });
      const { happened, known } = compare(before, fetched.feed, { url, isFirst: given === null });
      const until = fetched.feed
        ? await tellUs(opening, { url, feed: fetched.feed, until: before.until })
        : before.until;
      const cursor: Cursor = { ...fetched.validators, known, hint, until };
      return { happened, unreadable: [], cursor: JSON.stringify(cursor), more: false };
    },
    reread: async () => [],
    waitForMore: async (signal) => {
      const end = now() + pause;
      const began = performance.now();
      while (now() < end && performance.now() - began < pause) {
        await deliveries.waitForMore(signal);
        if ((await deliveries.after(hint)).deliveries.length > 0) return;
        await restFor(1000, signal);
      }
    },
    nameOf: () => null,
    send: async () => ({ kind: 'refused', answer: 'nothing can be answered in a feed' }),
    find: async () => ({ kind: 'absent' }),
    close: async () => {},
  };
}

const short = (text: string) => createHash('sha256').update(text).digest('base64url').slice(0, 16);

/** What is new in it, and what says something else than before. What stood there at the first look is no news. */
function compare(
  before: Cursor,
  read: ReadFeed | null,
  { url, isFirst }: { url: string; isFirst: boolean },
): { happened: Happened[]; known: Cursor['known'] } {
  if (!read) return { happened: [], known: before.known };
  const known = new Map(before.known);
  const happened: Happened[] = [];
  for (const entry of read.entries.toReversed()) {
    const [id, said] = [short(entry.id), short(entry.text)];
    const was = known.get(id);
    known.delete(id);
    known.set(id, said);
    if (isFirst || was === said) continue;
    if (was === undefined) happened.push({ kind: 'said', heard: heardFrom(entry, url) });
    else if (entry.changedAt !== null)
      happened.push({ kind: 'edited', externalId: entry.id, text: shown(entry), at: entry.changedAt });
  }
  return { happened, known: [...known].slice(-mostKnown) };
}

const shown = ({ text, link }: Entry) => (link === null ? text : `${text}\n\n${link}`);

function heardFrom(entry: Entry, url: string): Extract<Happened, { kind: 'said' }>['heard'] {
  const { id, link, author, at } = entry;
  const { host } = new URL(url);
  return {
    ...{ line: 1, externalId: id, text: shown(entry), sentAt: at, inbound: true, replyTo: null },
    // Comments under one article belong together.
    thread: link === null ? null : (link.split('#')[0] ?? null),
    ...{ account: null, department: null, automatic: false },
    author: author === null ? null : `${host}/${author}`,
    ...(author === null ? {} : { authorName: author }),
    facts: { link },
  };
}

/** A hub that the feed names is asked to tell of news, a day before the last wish ends. */
async function tellUs(
  { id, key, wayIn, allowed, clock }: Opening,
  { url, feed, until }: { url: string; feed: ReadFeed; until: number },
): Promise<number> {
  const now = clock.now().epochMilliseconds;
  const hub = feed.hub && URL.parse(feed.hub, url);
  if (!hub || until - now > 86_400_000) return until;
  const topic = URL.parse(feed.self ?? url, url)?.href ?? url;
  const wish = { hub: hub.href, topic, callback: wayIn, secret: hubSecret(key, id), allowed };
  // One that does not want to is asked again tomorrow.
  return (await subscribe(wish)) ? now + leaseSeconds * 1000 : now + 2 * 86_400_000;
}
