import type { Happened } from '../connection.ts';
import { at, readJson, textOf, timeOf } from '../json.ts';
import { heardPlainly, listOf } from '../meta/entry.ts';

/** A post of version 2 with what it includes; an edited one is a new post that names the first. */
export function readPost(post: unknown, writers: ReadonlyMap<string, Writer>, us: string): Happened[] {
  const said = (path: string) => textOf(at(post, path));
  const id = said('id');
  const text = textOf(at(post, 'note_tweet.text')) ?? said('text');
  const author = said('author_id');
  const when = timeOf(at(post, 'created_at'));
  if (id === null || text === null || when === null || author === us) return [];
  const first = textOf(at(post, 'edit_history_tweet_ids[0]')) ?? id;
  if (first !== id) return [{ kind: 'edited', externalId: first, text: plain(text), at: when }];
  const replied = listOf(at(post, 'referenced_tweets')).find((one) => at(one, 'type') === 'replied_to');
  const thread = said('conversation_id');
  const heard = heardPlainly({
    ...{ externalId: id, text: plain(text), author, name: author ? nameOf(writers.get(author)) : null },
    ...{ sentAt: when, replyTo: textOf(at(replied, 'id')), thread },
  });
  return [{ kind: 'said', heard }];
}

export interface Writer {
  readonly name: string | null;
  readonly username: string | null;
}

export function writersIn(said: unknown): Map<string, Writer> {
  return new Map(
    listOf(at(said, 'includes.users')).flatMap((one): [string, Writer][] => {
      const id = textOf(at(one, 'id'));
      return id === null
        ? []
        : [[id, { name: textOf(at(one, 'name')), username: textOf(at(one, 'username')) }]];
    }),
  );
}

function nameOf(writer: Writer | undefined): string | null {
  if (!writer?.username) return writer?.name ?? null;
  return writer.name ? `${writer.name} (@${writer.username})` : `@${writer.username}`;
}

/** They write three signs as HTML does. */
function plain(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}

/**
 * What X hands in about our account (account activity): posts of others that name us, and posts that their writers
 * took away. @throws SyntaxError, TypeError `other-object` for another account
 */
export function readActivity(body: Uint8Array, us: string, came: string): Happened[] {
  const said = readJson(body);
  if (textOf(at(said, 'for_user_id')) !== us) throw new TypeError('other-object');
  const posts = listOf(at(said, 'tweet_create_events')).flatMap((one) => activityPost(one, us, came));
  const removed = listOf(at(said, 'tweet_delete_events')).flatMap((one): Happened[] => {
    const externalId = textOf(at(one, 'status.id'));
    const when = timeOf(Number(at(one, 'timestamp_ms') ?? Number.NaN)) ?? came;
    return externalId === null ? [] : [{ kind: 'removed', externalId, at: when }];
  });
  return [...posts, ...removed];
}

function activityPost(post: unknown, us: string, came: string): Happened[] {
  const said = (path: string) => textOf(at(post, path));
  const id = said('id_str');
  const text = said('extended_tweet.full_text') ?? said('full_text') ?? said('text');
  const author = said('user.id_str');
  // Ours, and those that only pass on ours.
  if (id === null || text === null || author === us || at(post, 'retweeted_status') !== undefined) return [];
  const writer = { name: said('user.name'), username: said('user.screen_name') };
  const heard = heardPlainly({
    ...{
      externalId: id,
      text: plain(text),
      author,
      name: nameOf(writer),
      sentAt: timeOf(at(post, 'created_at')) ?? came,
    },
    ...{ replyTo: said('in_reply_to_status_id_str'), thread: null },
  });
  return [{ kind: 'said', heard }];
}
