import { createHash } from 'node:crypto';
import { parseFeed } from 'feedsmith';
import { textOf, timeOf } from '../json.ts';
import { textOfHtml } from '../mail/reading.ts';

/** One thing that stands in a feed, whatever kind of feed it is. */
export interface Entry {
  /** As the feed calls it: its id, else its address, else a hash of what it says. */
  readonly id: string;
  readonly link: string | null;
  readonly text: string;
  readonly author: string | null;
  /** ISO 8601; null: it does not say. */
  readonly at: string | null;
  readonly changedAt: string | null;
}

export interface ReadFeed {
  readonly title: string | null;
  readonly entries: readonly Entry[];
  /** Where a hub tells of news (WebSub), and what the feed is called there. */
  readonly hub: string | null;
  readonly self: string | null;
}

/** More than this in one feed is an archive. */
const most = 500;
const longest = 20_000;

/**
 * Reads a feed. What defines words of its own (entities) is refused: nobody needs it, and it can grow without end.
 * @throws TypeError `unsafe-feed`, `not-a-feed`
 */
export function readFeed(text: string): ReadFeed {
  if (/<!ENTITY/i.test(text)) throw new TypeError('unsafe-feed');
  const parsed = parsedIn(text);
  if (parsed.format === 'atom') return readAtom(parsed.feed as Atom);
  if (parsed.format === 'json') return readJsonFeed(parsed.feed as Json);
  return readRss(parsed.feed as Rss);
}

function parsedIn(text: string) {
  try {
    return parseFeed(text, { maxItems: most });
  } catch {
    throw new TypeError('not-a-feed');
  }
}

/** Of all that feeds may hold, what is read here. */
interface Atom {
  title?: Marked;
  links?: Link[];
  entries?: {
    id?: string;
    title?: Marked;
    content?: Marked;
    summary?: Marked;
    links?: Link[];
    authors?: Named[];
    published?: string;
    updated?: string;
  }[];
}
interface Json {
  title?: string;
  feed_url?: string;
  hubs?: { type?: string; url?: string }[];
  items?: {
    id?: string;
    url?: string;
    external_url?: string;
    title?: string;
    content_text?: string;
    content_html?: string;
    summary?: string;
    authors?: Named[];
    date_published?: string;
    date_modified?: string;
  }[];
}
interface Rss {
  title?: string;
  atom?: { links?: Link[] };
  items?: {
    guid?: { value?: string };
    rdf?: { about?: string };
    link?: string;
    title?: string;
    description?: string;
    content?: { encoded?: string };
    authors?: (string | Named)[];
    dc?: { creators?: string[]; dates?: string[] };
    atom?: { published?: string; updated?: string };
    pubDate?: string;
  }[];
}
interface Marked {
  value?: string;
  type?: string;
}
interface Named {
  name?: string;
}
interface Link {
  href?: string;
  rel?: string;
}
const linkIn = (links: readonly Link[] | undefined, rel: string) =>
  links?.find((link) => (link.rel ?? 'alternate') === rel)?.href ?? null;

function readAtom(feed: Atom): ReadFeed {
  const entries = (feed.entries ?? []).map((entry) => {
    const content = entry.content?.value ?? entry.summary?.value;
    return entryOf({
      id: entry.id,
      link: linkIn(entry.links, 'alternate'),
      title: wordsOf(entry.title?.value, entry.title?.type !== 'text' && entry.title?.type !== undefined),
      content: wordsOf(content, true),
      author: entry.authors?.[0]?.name,
      at: entry.published ?? entry.updated,
      changedAt: entry.updated,
    });
  });
  const title = wordsOf(feed.title?.value, true);
  return {
    title,
    entries: present(entries),
    hub: linkIn(feed.links, 'hub'),
    self: linkIn(feed.links, 'self'),
  };
}

function readJsonFeed(feed: Json): ReadFeed {
  const entries = (feed.items ?? []).map((item) =>
    entryOf({
      id: item.id,
      link: item.url ?? item.external_url,
      title: wordsOf(item.title, false),
      content: item.content_text ?? wordsOf(item.content_html ?? item.summary, true),
      author: item.authors?.[0]?.name,
      at: item.date_published,
      changedAt: item.date_modified,
    }),
  );
  const hub = feed.hubs?.find(({ type }) => type?.toLowerCase() === 'websub')?.url ?? null;
  return { title: wordsOf(feed.title, false), entries: present(entries), hub, self: feed.feed_url ?? null };
}

function readRss(feed: Rss): ReadFeed {
  const entries = (feed.items ?? []).map((item) => {
    const [author] = item.authors ?? [];
    return entryOf({
      id: item.guid?.value ?? item.rdf?.about,
      link: item.link,
      title: wordsOf(item.title, true),
      content: wordsOf(item.content?.encoded ?? item.description, true),
      author: item.dc?.creators?.[0] ?? (typeof author === 'string' ? author : author?.name),
      at: item.pubDate ?? item.dc?.dates?.[0] ?? item.atom?.published,
      changedAt: item.atom?.updated,
    });
  });
  const links = feed.atom?.links;
  return {
    ...{ title: wordsOf(feed.title, true), entries: present(entries) },
    ...{ hub: linkIn(links, 'hub'), self: linkIn(links, 'self') },
  };
}

/** Marked-up words become plain ones; what only looks like a mark stays. */
function wordsOf(value: string | undefined, isHtml: boolean): string | null {
  if (value === undefined) return null;
  return textOf(isHtml && /[<&]/.test(value) ? textOfHtml(value) : value);
}

interface Given {
  id: string | undefined;
  link: string | null | undefined;
  title: string | null;
  content: string | null | undefined;
  author: string | undefined;
  at: string | undefined;
  changedAt: string | undefined;
}

function entryOf({ id, link: given, title, content, author, at, changedAt }: Given): Entry | null {
  const link = given && /^https?:\/\//i.test(given.trim()) ? given.trim().slice(0, 1000) : null;
  const words = [title, textOf(content)].filter((one) => one !== null);
  if (words.length === 0) return null;
  const text = words.join('\n\n').slice(0, longest);
  const named = textOf(id)?.slice(0, 500) ?? link;
  return {
    id:
      named ??
      `h:${createHash('sha256')
        .update(`${at ?? ''} ${text}`)
        .digest('base64url')}`,
    ...{ link, text, author: textOf(author)?.slice(0, 200) ?? null },
    ...{ at: timeOf(at), changedAt: timeOf(changedAt) },
  };
}

const present = (entries: readonly (Entry | null)[]) => entries.filter((entry) => entry !== null);
