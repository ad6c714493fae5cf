import type { Clock } from '../../platform/clock.ts';
import { type Happened, Outage, type Received, type Unreadable } from '../connection.ts';
import { XrpcRefusal } from './calling.ts';
import { heardOf, type Posted } from './hearing.ts';
import { cursorOf, type Place, placeOf } from './place.ts';
import { type Asking, hits, notices, ownPosts, type Posts, postsBy } from './polling.ts';
import type { Session } from './session.ts';
import type { Caught, Stream } from './stream.ts';
import { walk } from './walking.ts';

export interface ReceivingMeans {
  readonly session: Session;
  readonly did: string;
  readonly clock: Clock;
  readonly words: readonly string[];
  readonly accounts: readonly string[];
  /** Opens the stream at a place; undefined: none is read. */
  readonly openStream: ((from: string | null) => Promise<Stream>) | undefined;
  heardOf(externalIds: readonly string[]): Promise<ReadonlySet<string>>;
  namesOf(dids: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

export interface Receiving {
  receive(cursor: string | null): Promise<Received>;
  /** Resolves when the stream has something. Never, without one. */
  more(): Promise<void>;
  close(): void;
}

/** What is searched for costs more than what is told to us: so often, in milliseconds. */
const searchEvery = 60_000;
/** Beside a stream the lists only mend: so often at most, in milliseconds, however much the stream wakes. */
const mendEvery = 15_000;
const mostOfStream = 10;

/** What happened there since a cursor: what is said to us, what is followed, what we posted elsewhere, the stream. */
export function receivingOver(means: ReceivingMeans): Receiving {
  let stream: { open: Stream; at: string | null } | undefined;
  let cursorGiven: string | null = null;
  let searchedAt = Number.NEGATIVE_INFINITY;
  let listedAt = Number.NEGATIVE_INFINITY;

  async function fromLists(place: Place, isKnown: boolean, signal: AbortSignal) {
    const unreadable: Unreadable[] = [];
    const asking: Asking = {
      ...{ session: means.session, signal },
      onUnreadable: (key, raw) =>
        unreadable.push({ key, why: 'no-post', raw: Buffer.from(JSON.stringify(raw ?? null)) }),
    };
    const now = means.clock.now().epochMilliseconds;
    const lists = { ...place.lists };
    const posted: Posted[] = [];
    if (means.openStream && isKnown && now - listedAt < mendEvery) return { lists, posted, unreadable };
    listedAt = now;
    const isDue = !isKnown || now - searchedAt >= searchEvery;
    if (isDue) searchedAt = now;
    for (const [key, posts] of listsOf(means, asking, isDue)) {
      const walked = await tolerated(walk(posts, place.lists[key]), means.openStream !== undefined);
      if (!walked) continue;
      lists[key] = walked.mark;
      posted.push(...walked.fresh.map(({ item }) => item));
    }
    return { lists, posted, unreadable };
  }

  async function fromStream(place: Place) {
    if (!means.openStream) return { caught: [], seq: place.stream, more: false };
    if (stream && (stream.at !== place.stream || stream.open.ended())) {
      const why = stream.open.ended();
      stream.open.close();
      stream = undefined;
      // Said once, so that the pause after trouble is kept; the next time it is opened anew.
      if (why) throw why;
    }
    stream ??= await openAt(means.openStream, place.stream);
    const taken = stream.open.take(mostOfStream);
    stream.at = taken.seq;
    return taken;
  }

  return {
    receive: async (cursor) => {
      const place = placeOf(cursor);
      const taken = await fromStream(place);
      const isGoingOn = taken.more;
      const listed = isGoingOn
        ? { lists: place.lists, posted: [], unreadable: [] }
        : await fromLists(place, cursor !== null && cursor === cursorGiven, AbortSignal.timeout(120_000));
      const happened = [
        ...(await happenedOf(taken.caught, means)),
        ...listed.posted.flatMap((post) => saidOf(post, means.did)),
      ];
      cursorGiven = cursorOf({ lists: listed.lists, stream: taken.seq });
      return { happened, unreadable: listed.unreadable, cursor: cursorGiven, more: isGoingOn };
    },
    more: () => stream?.open.more() ?? new Promise(() => undefined),
    close: () => stream?.open.close(),
  };
}

/** Without a place to go on from it begins now. Where nothing is said at all, what was said last tells where that is. */
async function openAt(
  openStream: (from: string | null) => Promise<Stream>,
  from: string | null,
): Promise<{ open: Stream; at: string | null }> {
  const open = await openStream(from);
  await open.settled();
  if (from !== null || open.seen() !== null) return { open, at: from };
  open.close();
  const past = await openStream('0');
  do {
    await past.settled();
  } while (past.take(Number.POSITIVE_INFINITY).caught.length > 0);
  return { open: past, at: from };
}

function listsOf(
  { did, words, accounts, openStream }: ReceivingMeans,
  asking: Asking,
  isDue: boolean,
): [string, Posts][] {
  const always: [string, Posts][] = [['notices', notices(asking)]];
  if (!isDue) return always;
  const own: [string, Posts][] = [['own', ownPosts(did, asking)]];
  // The stream brings these already.
  if (openStream) return [...always, ...own];
  return [
    ...always,
    ...own,
    ...words.map((word): [string, Posts] => [`word ${word}`, hits(word, asking)]),
    ...accounts.map((account): [string, Posts] => [`account ${account}`, postsBy(account, asking)]),
  ];
}

/** Where the stream brings it all, the lists only mend: a network without them (its own server alone) is no trouble. */
async function tolerated<T>(asked: Promise<T>, isMending: boolean): Promise<T | undefined> {
  try {
    return await asked;
  } catch (error) {
    if (
      isMending &&
      (error instanceof XrpcRefusal || (error instanceof Outage && /^5\d\d/.test(error.message)))
    )
      return undefined;
    throw error instanceof XrpcRefusal ? new Outage(error.message) : error;
  }
}

function saidOf(post: Posted, did: string): Happened[] {
  const heard = heardOf(post, did);
  return heard ? [{ kind: 'said', heard }] : [];
}

async function happenedOf(caught: readonly Caught[], means: ReceivingMeans): Promise<Happened[]> {
  const removed = caught.flatMap((one) => (one.kind === 'removed' ? [one.uri] : []));
  const heard = await means.heardOf(removed);
  const here = new Set(caught.flatMap((one) => (one.kind === 'said' ? [one.uri] : [])));
  const names = await means.namesOf(caught.flatMap((one) => (one.kind === 'said' ? [one.did] : [])));
  return caught.flatMap((one): Happened[] => {
    const { uri: externalId, at } = one;
    if (one.kind === 'removed')
      return heard.has(externalId) || here.has(externalId) ? [{ kind: 'removed', externalId, at }] : [];
    const { cid, did, record } = one;
    const author = { did, name: names.get(did) ?? null };
    const said = saidOf({ uri: one.uri, cid, record, author, seenAt: at }, means.did);
    if (one.kind === 'said') return said;
    const [now] = said;
    return now?.kind === 'said' ? [{ kind: 'edited', externalId, text: now.heard.text, at }] : [];
  });
}
