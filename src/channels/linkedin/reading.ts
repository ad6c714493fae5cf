import type { Happened } from '../connection.ts';
import { at, readJson, textOf, timeOf } from '../json.ts';
import { heardPlainly, listOf } from '../meta/entry.ts';

/**
 * What a body says about our page: comments of others, what they change and take back, and posts that name us. What our
 * own people say as the page, likes and the like are nothing to answer. @throws SyntaxError
 */
export function readNotifications(body: Uint8Array, organization: string, came: string): Happened[] {
  return listOf(at(readJson(body), 'notifications'))
    .filter((one) => textOf(at(one, 'organizationalEntity')) === organization)
    .flatMap((one) => happenedIn(one, organization, came));
}

function happenedIn(notification: unknown, organization: string, came: string): Happened[] {
  const said = (path: string) => textOf(at(notification, path));
  const action = said('action');
  const externalId = said('generatedActivity') ?? said('decoratedGeneratedActivity.comment.entity');
  const when = timeOf(at(notification, 'lastModifiedAt')) ?? came;
  if (externalId === null) return [];
  if (action === 'COMMENT_DELETE') return [{ kind: 'removed', externalId, at: when }];
  const within = action === 'SHARE_MENTION' ? 'share' : 'comment';
  const told = `decoratedGeneratedActivity.${within}`;
  const text = said(`${told}.text`);
  const author = said(`${told}.owner`);
  if (text === null || author === organization) return [];
  if (action === 'COMMENT_EDIT') return [{ kind: 'edited', externalId, text, at: when }];
  if (action !== 'COMMENT' && action !== 'SHARE_MENTION') return [];
  const source = said('sourcePost');
  const heard = heardPlainly({
    ...{ externalId, text, author, name: said(`${told}.ownerName`), sentAt: when },
    ...{ replyTo: said(`${told}.parentComment`), thread: within === 'share' ? externalId : null },
    facts: { post: within === 'share' ? externalId : source },
  });
  return [{ kind: 'said', heard }];
}
