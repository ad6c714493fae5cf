import { at, textOf, timeOf } from '../json.ts';
import { heardPlainly, listOf } from '../meta/entry.ts';
import type { Found } from '../polling.ts';

/** The comments of a thread, the first and those below it; each with the change of it, if there was one. */
export function readThread(thread: unknown, us: string): Found[] {
  const top = at(thread, 'snippet.topLevelComment');
  return [top, ...listOf(at(thread, 'replies.comments'))].flatMap((one) => readComment(one, us));
}

/** One comment. Those below it bear its number before their own. */
export function readComment(comment: unknown, us: string): Found[] {
  const said = (path: string) => textOf(at(comment, path));
  const id = said('id');
  const text = said('snippet.textOriginal') ?? said('snippet.textDisplay');
  const when = timeOf(at(comment, 'snippet.publishedAt'));
  const changed = timeOf(at(comment, 'snippet.updatedAt'));
  const author = said('snippet.authorChannelId.value');
  if (id === null || text === null || when === null || author === us) return [];
  const above = parentOf(id);
  const heard = heardPlainly({
    ...{ externalId: id, text, author, name: said('snippet.authorDisplayName'), sentAt: when },
    ...{ replyTo: above === id ? null : above, thread: null, facts: { video: said('snippet.videoId') } },
  });
  const found: Found = { key: id, at: when, happened: [{ kind: 'said', heard }] };
  if (changed === null || changed <= when) return [found];
  const edit = { kind: 'edited', externalId: id, text, at: changed } as const;
  return [found, { key: `${id}@${changed}`, at: changed, happened: [edit] }];
}

/** Answers hang on the first comment of a thread, and on no other. */
export function parentOf(id: string): string {
  return id.split('.')[0] ?? id;
}
