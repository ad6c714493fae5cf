import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { type Happened, Outage, type Received, type Unreadable } from '../connection.ts';
import { ApiRefusal, callServer, type Server } from './calling.ts';
import type { Looking } from './looking.ts';
import { heardOf, type Status, status, wordsOf } from './status.ts';

const place = z.object({
  /** Of each list the newest id that was taken; '' where there was none. */
  lists: z.record(z.string(), z.string()),
  /** What was heard last with the moment of its last change, to see changes: the newest last. */
  seen: z.array(z.tuple([z.string(), z.string().nullable()])),
  /** What did not stand there when it was looked at, with the moment of the first time, in milliseconds since 1970. */
  missed: z.record(z.string(), z.number()).default({}),
});
type Place = z.infer<typeof place>;

export interface ReceivingMeans {
  readonly server: Server;
  readonly us: { readonly id: string; readonly home: string };
  readonly clock: Clock;
  readonly tags: readonly string[];
  readonly words: readonly string[];
  readonly looking: Looking;
}

/** How many of what was heard last are looked at for changes, and how often, in milliseconds. */
const mostSeen = 60;
const lookEvery = 60_000;
/** So many a time, in turn, where the server gives one post at a time: the whole of them takes twelve minutes. */
const mostOneByOne = 5;
/** One miss takes nothing away: what is still not there after this is gone. */
const goneAfter = 15 * 60_000;
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
  let lookFrom = 0;
  let given: string | null = null;
  return async (cursor) => {
    const before: Place =
      cursor === null ? { lists: {}, seen: [], missed: {} } : place.parse(JSON.parse(cursor));
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
    let { seen, missed } = before;
    if (!isKnown || now - lookedAt >= lookEvery) {
      lookedAt = now;
      const looked = await lookAgain(means, before, lookFrom % Math.max(1, seen.length));
      lookFrom += mostOneByOne;
      changes.push(...looked.happened);
      ({ seen, missed } = looked);
    }
    const said = fresh.flatMap((one): Happened[] => {
      const heard = heardOf(one, means.us);
      return heard ? [{ kind: 'said', heard }] : [];
    });
    const others = fresh.filter(({ account }) => account.id !== means.us.id);
    const added = others.map(({ id, edited_at }): [string, string | null] => [id, edited_at]);
    const known = new Set(added.map(([id]) => id));
    seen = [...seen.filter(([id]) => !known.has(id)), ...added].slice(-mostSeen);
    given = JSON.stringify({ lists, seen, missed } satisfies Place);
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

async function lookAgain(
  { looking, clock }: ReceivingMeans,
  { seen, missed }: Place,
  from: number,
): Promise<{ happened: Happened[] } & Pick<Place, 'seen' | 'missed'>> {
  const ids = seen.map(([id]) => id);
  const there = await looking.statusesOf([...ids.slice(from), ...ids.slice(0, from)], mostOneByOne);
  const happened: Happened[] = [];
  const kept: Place['seen'] = [];
  const still: Place['missed'] = {};
  const now = clock.now();
  for (const [externalId, editedAt] of seen) {
    const found = there.get(externalId);
    const since = missed[externalId] ?? (found === 'gone' ? now.epochMilliseconds : undefined);
    if (found === 'gone' && since !== undefined && now.epochMilliseconds - since >= goneAfter) {
      happened.push({ kind: 'removed', externalId, at: now.toString() });
      continue;
    }
    if ((found === 'gone' || found === undefined) && since !== undefined) still[externalId] = since;
    if (typeof found === 'object' && found.edited_at !== null && found.edited_at !== editedAt) {
      happened.push({ kind: 'edited', externalId, text: wordsOf(found), at: found.edited_at });
      kept.push([externalId, found.edited_at]);
    } else kept.push([externalId, editedAt]);
  }
  return { happened, seen: kept, missed: still };
}

export const troubled = (error: unknown) => (error instanceof ApiRefusal ? new Outage(error.message) : error);
