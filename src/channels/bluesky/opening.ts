import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { type Connection, Outage } from '../connection.ts';
import { restFor } from '../polling.ts';
import { bluesky } from './bluesky.ts';
import { XrpcRefusal } from './calling.ts';
import { readJetstreamFrame, readRepoFrame } from './frame.ts';
import { rereadPost } from './polling.ts';
import { type Receiving, receivingOver } from './receiving.ts';
import { findPost, sendPost, takeBack, uriOf } from './sending.ts';
import { openSession, type Session } from './session.ts';
import type { BlueskySecrets, BlueskySettings } from './settings.ts';
import { openStream, type StreamMeans } from './stream.ts';
import { wordsWanted } from './wanted.ts';

export interface BlueskyAccount {
  readonly settings: BlueskySettings;
  readonly secrets: BlueskySecrets;
  readonly clock: Clock;
  readonly allowed: readonly string[];
  keep(fresh: Readonly<Record<string, string>>): Promise<void>;
  heardOf(externalIds: readonly string[]): Promise<ReadonlySet<string>>;
}

/** Without a stream: how often is asked what was said to us, in milliseconds. */
const pollEvery = 15_000;
/** Shorter than the longest call that the channel promises. */
const sendingLimit = 25_000;

/** An account on Bluesky, in and out: by its own server (PDS), which asks the rest of the network for us. */
export function openBluesky(account: BlueskyAccount): Connection {
  const { settings, secrets, clock, allowed, keep } = account;
  const server = { service: settings.service, allowed, clock };
  const session = openSession({ server, handle: settings.handle, secrets, keep });
  let receiving: Promise<Receiving> | undefined;
  const receivingNow = () => {
    receiving ??= receivingFor(account, session).catch((error: unknown) => {
      receiving = undefined;
      throw error;
    });
    return receiving;
  };
  return {
    channel: bluesky,
    check: async () => ({ as: `@${(await whoWeAre(session)).handle}`, expiresAt: null }),
    receive: async (cursor) => (await receivingNow()).receive(cursor),
    reread: async (raw) => rereadPost(raw, (await whoWeAre(session)).did),
    waitForMore: async (signal) => {
      const waiting = restFor(pollEvery, signal);
      await Promise.race([waiting, receiving?.then((open) => open.more()) ?? waiting]);
      waiting.catch(() => undefined);
    },
    nameOf: (outgoing) => uriOf(session, outgoing),
    send: (outgoing) => sendPost(session, outgoing, sendingLimit),
    find: (outgoing) => findPost(session, outgoing),
    gone: (externalIds) => goneOf(session, externalIds),
    tryOut: async (outgoing) => {
      const outcome = await sendPost(session, outgoing, sendingLimit);
      // It was sent, whether or not it can be taken away again: thrown on, it would be sent a second time.
      if (outcome.kind === 'sent') await takeBack(session, outgoing).catch(() => undefined);
      return outcome;
    },
    close: async () => (await receiving?.catch(() => undefined))?.close(),
  };
}

async function receivingFor(account: BlueskyAccount, session: Session): Promise<Receiving> {
  const { did } = await whoWeAre(session);
  const { settings, clock, allowed } = account;
  const means = { session, did, clock, heardOf: account.heardOf, namesOf: namesFrom(session) };
  const lists = { words: settings.words, accounts: settings.accounts };
  if (settings.stream === 'none') return receivingOver({ ...means, ...lists, openStream: undefined });
  const accounts = await didsOf(session, settings.accounts);
  const wanted = { us: did, accounts, words: wordsWanted(settings.words) };
  const from: StreamMeans = { ...kindOf(settings), wanted, allowed };
  return receivingOver({ ...means, ...lists, openStream: (at) => openStream(from, at) });
}

/** The relay of the whole network, or the Jetstream that its makers run; or another one, by its address. */
function kindOf({ stream, streamUrl }: BlueskySettings): Pick<StreamMeans, 'url' | 'read'> {
  const base = (usual: string) =>
    (streamUrl === '' ? usual : streamUrl).replace(/^http/, 'ws').replace(/\/$/, '');
  if (stream === 'relay') {
    const at = `${base('wss://bsky.network')}/xrpc/com.atproto.sync.subscribeRepos`;
    return { read: readRepoFrame, url: (from) => (from === null ? at : `${at}?cursor=${from}`) };
  }
  const at = `${base('wss://jetstream2.us-east.bsky.network')}/subscribe?wantedCollections=app.bsky.feed.post`;
  return { read: readJetstreamFrame, url: (from) => (from === null ? at : `${at}&cursor=${from}`) };
}

const us = z.object({ did: z.string(), handle: z.string() });

/** @throws Outage, Refused */
async function whoWeAre(session: Session): Promise<z.infer<typeof us>> {
  try {
    return us.parse(await session.call({ method: 'com.atproto.server.getSession' }));
  } catch (error) {
    throw error instanceof XrpcRefusal ? new Outage(error.message) : error;
  }
}

async function didsOf(session: Session, handles: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (const handle of handles) {
    if (handle.startsWith('did:')) found.add(handle);
    else {
      const query = { handle: handle.replace(/^@/, '') };
      const method = 'com.atproto.identity.resolveHandle';
      const said = await session.call({ method, query }).catch((error: unknown) => {
        if (error instanceof XrpcRefusal) return undefined;
        throw error;
      });
      if (said) found.add(us.pick({ did: true }).parse(said).did);
    }
  }
  return found;
}

const profiles = z.object({
  profiles: z.array(us.extend({ displayName: z.string().optional() })),
});
const mostNames = 5000;

/** What people call themselves; the stream tells only who they are. Where nobody can say, they stay without. */
function namesFrom(session: Session) {
  const known = new Map<string, string>();
  return async (dids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
    const asked = [...new Set(dids)].filter((did) => !known.has(did));
    if (known.size > mostNames) known.clear();
    for (let at = 0; at < asked.length; at += 25) {
      const query = { actors: asked.slice(at, at + 25) };
      const signal = AbortSignal.timeout(10_000);
      const said = await session
        .call({ method: 'app.bsky.actor.getProfiles', query, signal })
        .catch(() => undefined);
      for (const { did, handle, displayName } of profiles.safeParse(said).data?.profiles ?? [])
        known.set(did, displayName || handle);
    }
    return known;
  };
}

const mostAsked = 25;

/** Which of these posts stand there no longer; their authors took them back, or were taken off. @throws Outage */
async function goneOf(session: Session, externalIds: readonly string[]): Promise<string[]> {
  const posts = z.object({ posts: z.array(z.object({ uri: z.string() })) });
  const asked = externalIds.filter((id) => id.startsWith('at://'));
  const gone: string[] = [];
  for (let at = 0; at < asked.length; at += mostAsked) {
    const uris = asked.slice(at, at + mostAsked);
    const said = await session
      .call({ method: 'app.bsky.feed.getPosts', query: { uris } })
      .catch((error: unknown) => {
        throw error instanceof XrpcRefusal ? new Outage(error.message) : error;
      });
    const there = new Set(posts.parse(said).posts.map(({ uri }) => uri));
    gone.push(...uris.filter((uri) => !there.has(uri)));
  }
  return gone;
}
