import { createHash } from 'node:crypto';
import type { Heard } from '../channel.ts';
import type { Happened } from '../connection.ts';
import { at, readJson, textOf, timeOf } from '../json.ts';
import type { WebhookSettings } from './settings.ts';

type Paths = Pick<
  WebhookSettings,
  'style' | 'items' | 'text' | 'author' | 'authorName' | 'id' | 'time' | 'thread'
>;

/** More than this in one body is a file. */
const most = 500;

interface Came {
  readonly body: Uint8Array;
  /** When, ISO 8601: for what says no time itself. */
  readonly at: string;
  /** Of the delivery; where it was signed (Standard Webhooks) it names what has no id of its own. */
  readonly key: string;
}

/**
 * What a body says, by the paths of its account.
 * @throws SyntaxError when it is no JSON, TypeError `no-words` when none of it has text, `too-many-items`
 */
export function readWebhook(paths: Paths, came: Came): Happened[] {
  const parsed = readJson(came.body);
  const found = paths.items === '' ? [parsed] : at(parsed, paths.items);
  const items = Array.isArray(found) ? found : [found];
  if (items.length > most) throw new TypeError('too-many-items');
  const heard = items.flatMap((item, n) => heardIn(paths, item, { at: came.at, name: `${came.key}/${n}` }));
  if (heard.length === 0 && !(Array.isArray(found) && found.length === 0)) throw new TypeError('no-words');
  return heard.map((heard) => ({ kind: 'said', heard }));
}

function heardIn(paths: Paths, item: unknown, came: { at: string; name: string }): Heard[] {
  const said = (path: string) => (path === '' ? null : textOf(at(item, path)));
  const text = said(paths.text);
  if (text === null) return [];
  const author = said(paths.author)?.slice(0, 300) ?? null;
  const sentAt = (paths.time === '' ? null : timeOf(at(item, paths.time))) ?? came.at;
  const thread = said(paths.thread)?.slice(0, 300) ?? null;
  const name = said(paths.authorName)?.slice(0, 200);
  const unnamed = () =>
    paths.style === 'standard'
      ? came.name
      : hashOf([author, paths.time === '' ? null : sentAt, thread, text]);
  const id = said(paths.id)?.slice(0, 400) ?? unnamed();
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
