import { z } from 'zod';
import type { Happened } from '../connection.ts';
import { heardOf, type Posted } from './hearing.ts';
import { ownerOf, postOf } from './post.ts';
import type { Session } from './session.ts';
import type { Page, Walked } from './walking.ts';

const author = z.object({ did: z.string(), handle: z.string(), displayName: z.string().optional() });
const view = z.object({
  uri: z.string(),
  cid: z.string(),
  author,
  record: z.unknown(),
  indexedAt: z.string(),
});
const cursor = z.string().optional();
const size = 100;

/** A list of posts there, the newest first. One that cannot be read is passed over: `onUnreadable` is told. */
export type Posts = Page<Posted>;

export interface Asking {
  readonly session: Session;
  readonly signal: AbortSignal;
  onUnreadable(uri: string, raw: unknown): void;
}

/** What was said to us: who names us, answers us or quotes us. */
export function notices({ session, signal, onUnreadable }: Asking): Posts {
  const said = z.object({ notifications: z.array(view), cursor });
  const reasons = ['mention', 'reply', 'quote'];
  return async (from) => {
    const method = 'app.bsky.notification.listNotifications';
    const got = said.parse(
      await session.call({ method, query: { limit: size, reasons, cursor: from }, signal }),
    );
    return { items: got.notifications.flatMap((one) => itemOf(one, onUnreadable)), next: got.cursor };
  };
}

/** Posts with a word, a phrase or a tag. */
export function hits(word: string, { session, signal, onUnreadable }: Asking): Posts {
  const said = z.object({ posts: z.array(view), cursor });
  const q = /\s/.test(word) ? `"${word.replaceAll('"', '')}"` : word;
  return async (from) => {
    const method = 'app.bsky.feed.searchPosts';
    const query = { q, sort: 'latest', limit: size, cursor: from };
    const got = said.parse(await session.call({ method, query, signal }));
    return { items: got.posts.flatMap((one) => itemOf(one, onUnreadable)), next: got.cursor };
  };
}

/** What an account posts, what it repeats of others apart. */
export function postsBy(actor: string, { session, signal, onUnreadable }: Asking): Posts {
  const said = z.object({ feed: z.array(z.object({ post: view, reason: z.unknown() })), cursor });
  return async (from) => {
    const method = 'app.bsky.feed.getAuthorFeed';
    const query = { actor, filter: 'posts_with_replies', limit: size, cursor: from };
    const got = said.parse(await session.call({ method, query, signal }));
    const own = got.feed.filter(({ reason }) => reason === undefined || reason === null);
    return { items: own.flatMap(({ post }) => itemOf(post, onUnreadable)), next: got.cursor };
  };
}

/** What we posted ourselves, from here or elsewhere; our own server tells. */
export function ownPosts(did: string, { session, signal, onUnreadable }: Asking): Posts {
  const said = z.object({
    records: z.array(z.object({ uri: z.string(), cid: z.string(), value: z.unknown() })),
    cursor,
  });
  return async (from) => {
    const method = 'com.atproto.repo.listRecords';
    const query = { repo: did, collection: 'app.bsky.feed.post', limit: size, cursor: from };
    const got = said.parse(await session.call({ method, query, signal }));
    const items = got.records.flatMap(({ uri, cid, value }) => {
      const indexedAt = String((value as { createdAt?: unknown })?.createdAt ?? '');
      return itemOf({ uri, cid, record: value, indexedAt, author: { did, handle: '' } }, onUnreadable);
    });
    return { items, next: got.cursor };
  };
}

/** What was put aside, read once more. @throws Error `no-post` */
export function rereadPost(raw: Uint8Array, us: string): Happened[] {
  const [found] = itemOf(view.parse(JSON.parse(Buffer.from(raw).toString())), () => undefined);
  const heard = found && heardOf(found.item, us);
  if (!heard) throw new Error('no-post');
  return [{ kind: 'said', heard }];
}

function itemOf(given: z.infer<typeof view>, onUnreadable: Asking['onUnreadable']): Walked<Posted>[] {
  const { uri, cid, author, record, indexedAt } = given;
  const at = new Date(indexedAt);
  try {
    if (Number.isNaN(at.getTime())) throw new Error('no-time');
    const name = author.displayName || author.handle || null;
    const item = {
      uri,
      cid,
      record: postOf(record),
      author: { did: ownerOf(uri), name },
      seenAt: at.toISOString(),
    };
    return [{ id: uri, at: at.toISOString(), item }];
  } catch {
    onUnreadable(uri, given);
    return [];
  }
}
