import type { Happened } from '../connection.ts';
import { at, textOf, timeOf } from '../json.ts';
import { type Change, changesIn, heardPlainly } from '../meta/entry.ts';

/**
 * What a body about a page says: comments and posts of others, and what they change and take back. What the page itself
 * says, likes and hidden ones are nothing to answer. @throws as `changesIn`
 */
export function readFeed(body: Uint8Array, pageId: string, came: string): Happened[] {
  return changesIn(body, 'page', pageId).flatMap((change) => happenedIn(change, came));
}

const told = new Set(['comment', 'post', 'status', 'photo', 'video', 'share', 'link']);

function happenedIn({ owner, field, value }: Change, came: string): Happened[] {
  if (field !== 'feed' && field !== 'mention') return [];
  const said = (path: string) => textOf(at(value, path));
  const item = said('item') ?? '';
  const post = said('post_id');
  const externalId = item === 'comment' ? said('comment_id') : post;
  const author = said('from.id') ?? said('sender_id');
  if (!told.has(item) || externalId === null || author === owner) return [];
  const text = said('message')?.slice(0, 50_000) ?? null;
  const when = timeOf(at(value, 'created_time')) ?? came;
  const verb = said('verb');
  if (verb === 'remove' || verb === 'delete') return [{ kind: 'removed', externalId, at: came }];
  // A picture without words: there is nothing to read, and the post itself tells of it.
  if (text === null) return [];
  if (verb === 'edited' || verb === 'edit') return [{ kind: 'edited', externalId, text, at: came }];
  if (verb !== 'add') return [];
  const parent = said('parent_id');
  const below = item === 'comment' && parent !== null && parent !== post ? parent : null;
  // In a thread that we began everybody speaks for themselves; in somebody else's it hangs together.
  const ours = post === null || post.startsWith(`${owner}_`);
  const heard = heardPlainly({
    ...{ externalId, text, author, name: said('from.name') ?? said('sender_name'), sentAt: when },
    ...{ replyTo: below, thread: ours ? null : post, facts: { post } },
  });
  return [{ kind: 'said', heard }];
}
