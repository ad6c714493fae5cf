import { z } from 'zod';
import type { Clock } from '../../platform/clock.ts';
import { type Connection, type Received, Refused } from '../connection.ts';
import { restFor } from '../polling.ts';
import { callServer, type Server } from './calling.ts';
import { lookingOver } from './looking.ts';
import { mastodon } from './mastodon.ts';
import { receivingOver, rereadStatus, troubled } from './receiving.ts';
import { findStatus, sendStatus } from './sending.ts';
import type { MastodonSecrets, MastodonSettings } from './settings.ts';
import { addressOf } from './status.ts';
import { streamingOf } from './streaming.ts';

export interface MastodonAccount {
  readonly settings: MastodonSettings;
  readonly secrets: MastodonSecrets;
  readonly clock: Clock;
  readonly allowed: readonly string[];
}

/** Between two looks, in milliseconds: the network allows 300 calls in five minutes. */
const pollEvery = 20_000;
/** So many posts are asked after in one turn where the server gives one at a time. */
const mostOneByOne = 50;

const me = z.object({
  id: z.string(),
  acct: z.string(),
  display_name: z.string().default(''),
  bot: z.boolean().default(false),
});
const instance = z.object({
  configuration: z.object({ statuses: z.object({ max_characters: z.number() }) }),
});

/** An account on a server with the API of Mastodon, in and out. */
export function openMastodon({ settings, secrets, clock, allowed }: MastodonAccount): Connection {
  const server: Server = { server: settings.server, token: secrets.token, allowed, clock };
  const home = settings.handle.split('@')[1] ?? new URL(settings.server).host;
  const streaming = streamingOf(server);
  const looking = lookingOver(server);
  let who: Promise<{ id: string; home: string; as: string }> | undefined;
  let longest: Promise<number> | undefined;
  let receive: ((cursor: string | null) => Promise<Received>) | undefined;
  const us = () => {
    who ??= whoWeAre(server, { home, handle: settings.handle }).catch((error: unknown) => {
      who = undefined;
      throw troubled(error);
    });
    return who;
  };
  const longestNow = () => {
    longest ??= longestOn(server).catch((error: unknown) => {
      longest = undefined;
      throw error;
    });
    return longest;
  };
  return {
    channel: mastodon,
    check: async () => ({ as: `@${(await us()).as}`, expiresAt: null }),
    receive: async (cursor) => {
      const { id } = await us();
      const { tags, words } = settings;
      receive ??= receivingOver({ server, us: { id, home }, clock, tags, words, looking });
      return receive(cursor).catch((error: unknown) => {
        throw troubled(error);
      });
    },
    reread: async (raw) => rereadStatus(raw, await us()),
    waitForMore: async (signal) => {
      const waiting = restFor(pollEvery, signal);
      await Promise.race([waiting, streaming.more()]);
      waiting.catch(() => undefined);
    },
    nameOf: () => null,
    send: (outgoing) => sendStatus(server, outgoing, longestNow),
    find: async (outgoing) => {
      const found = await us().catch(() => undefined);
      return found ? findStatus(server, found.id, outgoing) : { kind: 'unsure' };
    },
    tryOut: (outgoing) => sendStatus(server, { ...outgoing, audience: 'private' }, longestNow),
    mostGone: async () => ((await looking.givesMany()) ? null : mostOneByOne),
    gone: async (externalIds) => {
      const found = await looking.statusesOf(externalIds, mostOneByOne);
      return externalIds.filter((id) => found.get(id) === 'gone');
    },
    close: async () => streaming.close(),
  };
}

/** @throws Refused `other-account` when the key is of somebody else than was said */
async function whoWeAre(server: Server, { home, handle }: { home: string; handle: string }) {
  const found = me.parse(await callServer(server, { path: '/api/v1/accounts/verify_credentials' }));
  const as = addressOf(found, home);
  if (as.toLowerCase() !== handle.toLowerCase()) throw new Refused('other-account');
  return { id: found.id, home, as };
}

/** Servers choose their own; 500 where they do not say. */
async function longestOn(server: Server): Promise<number> {
  const said = await callServer(server, { path: '/api/v2/instance' }).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'ApiRefusal') return {};
    throw error;
  });
  return instance.safeParse(said).data?.configuration.statuses.max_characters ?? 500;
}
