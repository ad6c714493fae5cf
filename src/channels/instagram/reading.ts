import type { Happened } from '../connection.ts';
import { at, textOf, timeOf } from '../json.ts';
import { type Change, changesIn, heardPlainly } from '../meta/entry.ts';
import type { Graph } from '../meta/graph.ts';

/**
 * What a body about an account says: comments of others, and where they name it. Of those the network tells the number
 * alone, so the words are asked for. It tells of no change and of nothing taken back.
 * @throws as `changesIn`; Outage, Refused
 */
export async function readInstagram(
  body: Uint8Array,
  { accountId, graph, came }: { accountId: string; graph: Graph; came: string },
): Promise<Happened[]> {
  const all = changesIn(body, 'instagram', accountId).map((change) =>
    change.field === 'mentions' ? mention(graph, change, came) : comment(change, came),
  );
  return (await Promise.all(all)).flat();
}

function comment({ owner, field, value }: Change, came: string): Happened[] {
  const said = (path: string) => textOf(at(value, path));
  const externalId = said('id');
  const text = said('text');
  const author = said('from.id');
  if (field !== 'comments' || externalId === null || text === null || author === owner) return [];
  const heard = heardPlainly({
    ...{
      externalId,
      text,
      author,
      name: said('from.username'),
      sentAt: timeOf(at(value, 'timestamp')) ?? came,
    },
    ...{ replyTo: said('parent_id'), thread: null, facts: { media: said('media.id') } },
  });
  return [{ kind: 'said', heard }];
}

async function mention(graph: Graph, { owner, value }: Change, came: string): Promise<Happened[]> {
  const media = textOf(at(value, 'media_id'));
  const commented = textOf(at(value, 'comment_id'));
  if (media === null || !/^\d+$/.test(media) || (commented !== null && !/^\d+$/.test(commented))) return [];
  const [path, fields] =
    commented === null
      ? ['mentioned_media', `mentioned_media.media_id(${media}){id,caption,username,timestamp}`]
      : ['mentioned_comment', `mentioned_comment.comment_id(${commented}){id,text,timestamp}`];
  const found = at(await graph.read(`/${owner}`, { fields }), path);
  const text = textOf(at(found, commented === null ? 'caption' : 'text'));
  if (text === null) return [];
  const name = textOf(at(found, 'username'));
  const heard = heardPlainly({
    ...{ externalId: commented ?? media, text, author: name, name },
    ...{ sentAt: timeOf(at(found, 'timestamp')) ?? came, replyTo: null, thread: media },
    facts: { media, mention: commented ?? '' },
  });
  return [{ kind: 'said', heard }];
}
