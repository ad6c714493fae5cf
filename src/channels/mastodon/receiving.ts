import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { type Happened, Outage, type Received, type Unreadable } from '../connection.ts';
import { ApiRefusal, callServer, type Server } from './calling.ts';
import { heardOf, type Status, status, wordsOf } from './status.ts';

const place = z.object({
  /** Of each list the newest id that was taken; '' where there was none. */
  lists: z.record(z.string(), z.string()),
  /** What was heard last with the moment of its last change, to see changes: the newest last. */
  seen: z.array(z.tuple([z.string(), z.string().nullable()])),
});
type Place = z.infer<typeof place>;

export interface ReceivingMeans {
  readonly server: Server;
  readonly us: { readonly id: string; readonly home: string };
  readonly clock: Clock;
  readonly tags: readonly string[];
  readonly words: readonly string[];
}

/** How many of what was heard last are looked at for changes, and how often, in milliseconds. */
const mostSeen = 60;
const lookEvery = 60_000;
const searchEvery = 60_000;
const pageSize = 30;
const mostPages = 30;

/**
 * What happened there since a cursor. Notifications and tags are read from the oldest unread one on (`min_id`), so that
 * nothing falls between two pages; posts that were heard lately are asked for again, to see what changed or went.
 */
export function receivingOver(means: ReceivingMeans): (cursor: string | null) => Promise<Received> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  let searchedAt = Number.NEGATIVE_INFINITY;
  let given: string | null = null;
  return async (cursor) => {
    const before: Place = cursor === null ? { lists: {}, seen: [] } : place.parse(JSON.parse(cursor));
    const now = means.clock.now().epochMilliseconds;
    const isKnown = cursor !== null && cursor === given;
    const isDue = !isKnown || now - searchedAt >= searchEvery;
    if (isDue) searchedAt = now;
    const lists: Record<string, string> = { ...before.lists };
    const fresh: Status[] = [];
    const unreadable: Unreadable[] = [];
    for (const [key, list] of listsOf(means, isDue)) {
      const read = await newer(list, before.lists[key]);
      lists[key] = read.newest;
      fresh.push(...read.statuses);
      unreadable.push(...read.unreadable);
    }
    const changes: Happened[] = [];
    let seen = before.seen;
    if (!isKnown || now - lookedAt >= lookEvery) {
      lookedAt = now;
      const looked = await lookAgain(means, before.seen);
      changes.push(...looked.happened);
      seen = looked.seen;
    }
    const said = fresh.flatMap((one): Happened[] => {
      const heard = heardOf(one, means.us);
      return heard ? [{ kind: 'said', heard }] : [];
    });
    const others = fresh.filter(({ account }) => account.id !== means.us.id);
    const added = others.map(({ id, edited_at }): [string, string | null] => [id, edited_at]);
    const known = new Set(added.map(([id]) => id));
    seen = [...seen.filter(([id]) => !known.has(id)), ...added].slice(-mostSeen);
    given = JSON.stringify({ lists, seen } satisfies Place);
    return { happened: [...said, ...changes], unreadable, cursor: given, more: false };
  };
}

interface List {
  /** A page: with `after` the ones just after it, without the newest. */
  page(after: string | undefined): Promise<{ id: string; status: unknown }[]>;
}

function listsOf({ server, us, tags, words }: ReceivingMeans, isDue: boolean): [string, List][] {
  const statuses = (path: string, query: Record<string, string> = {}): List => ({
    page: async (after) => {
      const said = await callServer(server, { path, query: { ...query, limit: pageSize, min_id: after } });
      return z
        .array(z.looseObject({ id: z.string() }))
        .parse(said)
        .map((one) => ({ id: one.id, status: one }));
    },
  });
  const mentions: List = {
    page: async (after) => {
      const query = { types: ['mention'], limit: pageSize, min_id: after };
      const said = await callServer(server, { path: '/api/v1/notifications', query });
      return z.array(z.looseObject({ id: z.string(), status: z.unknown() })).parse(said);
    },
  };
  if (!isDue) return [['mentions', mentions]];
  return [
    ['mentions', mentions],
    ['own', statuses(`/api/v1/accounts/${us.id}/statuses`, { exclude_reblogs: 'true' })],
    ...tags.map((tag): [string, List] => [
      `tag ${tag}`,
      statuses(`/api/v1/timelines/tag/${encodeURIComponent(tag.replace(/^#/, ''))}`),
    ]),
    ...words.map((word): [string, List] => [`word ${word}`, searching(server, word)]),
  ];
}

/** Search gives the newest first and knows no `min_id` everywhere: what is not newer than the last one is left out. */
function searching(server: Server, word: string): List {
  return {
    page: async (after) => {
      const query = { q: /\s/.test(word) ? `"${word}"` : word, type: 'statuses', limit: 40, min_id: after };
      const said = await callServer(server, { path: '/api/v2/search', query });
      const { statuses } = z.object({ statuses: z.array(z.looseObject({ id: z.string() })) }).parse(said);
      return statuses
        .filter(({ id }) => after === undefined || isNewer(id, after))
        .map((one) => ({ id: one.id, status: one }));
    },
  };
}

/** Ids are numbers of any length in most servers, and texts that sort in some. */
function isNewer(id: string, than: string): boolean {
  if (/^\d+$/.test(id) && /^\d+$/.test(than)) return BigInt(id) > BigInt(than);
  return id > than;
}

async function newer(list: List, after: string | undefined) {
  const statuses: Status[] = [];
  const unreadable: Unreadable[] = [];
  let newest = after ?? '';
  if (after === undefined) {
    // Not what was there before: from here on.
    for (const { id } of await list.page(undefined)) if (newest === '' || isNewer(id, newest)) newest = id;
    return { newest, statuses, unreadable };
  }
  for (let turn = 0; turn < mostPages; turn += 1) {
    const page = (await list.page(newest === '' ? '0' : newest)).toSorted((a, b) =>
      isNewer(a.id, b.id) ? 1 : -1,
    );
    for (const { id, status: raw } of page) {
      const read = status.safeParse(raw);
      if (read.success) statuses.push(read.data);
      else unreadable.push({ key: id, why: 'no-post', raw: Buffer.from(JSON.stringify(raw ?? null)) });
      newest = id;
    }
    if (page.length < pageSize) break;
  }
  return { newest, statuses, unreadable };
}

/** What was put aside, read once more. @throws Error `no-post` */
export function rereadStatus(raw: Uint8Array, us: ReceivingMeans['us']): Happened[] {
  const read = status.safeParse(JSON.parse(Buffer.from(raw).toString()));
  const heard = read.success ? heardOf(read.data, us) : undefined;
  if (!heard) throw new Error('no-post');
  return [{ kind: 'said', heard }];
}

async function lookAgain({ server, clock }: ReceivingMeans, seen: Place['seen']) {
  const there = await statusesOf(
    server,
    seen.map(([id]) => id),
  );
  const happened: Happened[] = [];
  const kept: Place['seen'] = [];
  const now = clock.now().toString();
  for (const [externalId, editedAt] of seen) {
    const found = there.get(externalId);
    if (found === 'gone') happened.push({ kind: 'removed', externalId, at: now });
    else if (found && found.edited_at !== null && found.edited_at !== editedAt) {
      happened.push({ kind: 'edited', externalId, text: wordsOf(found), at: found.edited_at });
      kept.push([externalId, found.edited_at]);
    } else kept.push([externalId, editedAt]);
  }
  return { happened, seen: kept };
}

const atOnce = 20;

/**
 * These posts as they stand there now; `gone`: there no longer. Several at once where the server can (4.3 and later),
 * one by one where not.
 */
export async function statusesOf(
  server: Server,
  ids: readonly string[],
): Promise<Map<string, Status | 'gone'>> {
  const found = new Map<string, Status | 'gone'>();
  for (let at = 0; at < ids.length; at += atOnce) {
    const part = ids.slice(at, at + atOnce);
    const said = await callServer(server, { path: '/api/v1/statuses', query: { id: part } }).catch(
      (error: unknown) => {
        if (error instanceof ApiRefusal) return undefined;
        throw error;
      },
    );
    if (Array.isArray(said)) {
      for (const id of part) found.set(id, 'gone');
      for (const raw of said) {
        const read = status.safeParse(raw);
        if (read.success) found.set(read.data.id, read.data);
      }
    } else for (const id of part) await findOne(server, id, found);
  }
  return found;
}

async function findOne(server: Server, id: string, found: Map<string, Status | 'gone'>): Promise<void> {
  try {
    const read = status.safeParse(await callServer(server, { path: `/api/v1/statuses/${id}` }));
    if (read.success) found.set(id, read.data);
  } catch (error) {
    if (!(error instanceof ApiRefusal)) throw error;
    if (error.status === 404 || error.status === 410) found.set(id, 'gone');
  }
}

export const troubled = (error: unknown) => (error instanceof ApiRefusal ? new Outage(error.message) : error);
