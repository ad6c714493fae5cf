import { createHash } from 'node:crypto';
import type { Heard } from '../channel.ts';
import type { Happened } from '../connection.ts';
import { at, readJson, textOf, timeOf } from '../json.ts';
import type { WebhookSettings } from './settings.ts';

type Paths = Pick<WebhookSettings, 'items' | 'text' | 'author' | 'authorName' | 'id' | 'time' | 'thread'>;

/** More than this in one body is a file. */
const most = 500;

/**
 * What a body says, by the paths of its account. `at`: when it came, for what says no time itself.
 * @throws SyntaxError when it is no JSON, TypeError `no-words` when none of it has text
 */
export function readWebhook(paths: Paths, body: Uint8Array, came: string): Happened[] {
  const parsed = readJson(body);
  const found = paths.items === '' ? [parsed] : at(parsed, paths.items);
  const items = Array.isArray(found) ? found.slice(0, most) : [found];
  const heard = items.flatMap((item) => heardIn(paths, item, came));
  if (heard.length === 0 && !(Array.isArray(found) && found.length === 0)) throw new TypeError('no-words');
  return heard.map((heard) => ({ kind: 'said', heard }));
}

function heardIn(paths: Paths, item: unknown, came: string): Heard[] {
  const said = (path: string) => (path === '' ? null : textOf(at(item, path)));
  const text = said(paths.text);
  if (text === null) return [];
  const author = said(paths.author)?.slice(0, 300) ?? null;
  const sentAt = (paths.time === '' ? null : timeOf(at(item, paths.time))) ?? came;
  const thread = said(paths.thread)?.slice(0, 300) ?? null;
  const name = said(paths.authorName)?.slice(0, 200);
  const id =
    said(paths.id)?.slice(0, 400) ?? hashOf([author, paths.time === '' ? null : sentAt, thread, text]);
  return [
    {
      ...{ line: 1, externalId: id, text, author, sentAt, inbound: true, replyTo: null, thread },
      ...{ account: null, department: null, automatic: false },
      ...(name ? { authorName: name } : {}),
      facts: thread === null ? {} : { thread },
    },
  ];
}

function hashOf(parts: readonly (string | null)[]): string {
  return `h:${createHash('sha256').update(JSON.stringify(parts)).digest('base64url')}`;
}
