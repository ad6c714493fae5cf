import { createHash } from 'node:crypto';
import { type ChannelConnection, findConnection } from '../../listening/connecting/connection.ts';
import { cleanText, findGuest, type Guest, nameGuest, welcome } from '../../listening/talking/guest.ts';
import { type File, type Line, linesOf, say } from '../../listening/talking/line.ts';
import { askForProof } from '../../listening/talking/proving.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import type { Context, Locale } from '../../platform/context.ts';
import { isRefusal, Refusal } from '../../platform/refusal.ts';
import { throttle } from '../../platform/throttling.ts';
import { questionHere } from '../asking/asking-here.ts';
import { expectedAnswer } from './expecting.ts';

/** An account on our own site that is connected, on or not; undefined when there is none. */
export async function findTalk(ctx: Context, id: string): Promise<Talk | undefined> {
  const connection = await findConnection(ctx, id);
  if (connection?.connector !== 'site') return undefined;
  const { origins, greeting } = connection.settings as Partial<Talk>;
  return { connection, origins: origins ?? [], greeting: greeting ?? '' };
}

/** @throws Refusal `not-found.talk` */
export async function getTalk(ctx: Context, id: string): Promise<Talk> {
  const talk = await findTalk(ctx, id);
  if (!talk) throw new Refusal('not-found.talk');
  return talk;
}

export interface Talk {
  readonly connection: ChannelConnection;
  /** The sites on which the chat may stand. */
  readonly origins: readonly string[];
  /** What stands above it; '' where nothing was written. */
  readonly greeting: string;
}

/**
 * What a guest sees: when they may count on an answer, and what was said. `seen`: it stands before their eyes, so what is
 * asked in it counts as asked.
 */
export async function talkFor(
  ctx: Context,
  talk: Talk,
  { guest, locale, seen }: { guest: Guest | undefined; locale: Locale; seen: boolean },
) {
  const { connection, greeting } = talk;
  const { name: organisation } = await getOrganisation(ctx);
  const account = connection.publicId;
  const expected = await expectedAnswer(ctx, { channel: 'site', account, language: locale });
  return {
    organisation,
    greeting,
    isOn: connection.state === 'on',
    open: expected.isOpen,
    opensAt: expected.opensAt?.toISOString() ?? null,
    answerBy: expected.answerBy?.toISOString() ?? null,
    guest: guest ? { name: guest.name, address: guest.address, asked: guest.askedAddress } : null,
    lines: guest ? (await linesOf(ctx, guest)).map(shownLine) : [],
    /** What they are asked about the answer, once the conversation is done. */
    question: guest && seen ? await questionHere(ctx, { connector: 'site', author: guest.publicId }) : null,
  };
}

function shownLine({ at, ...line }: Line) {
  return { ...line, at: at.toISOString() };
}

export interface Said {
  /** Made by their browser or told before: whoever has it is this guest, from now on when it was nobody's. */
  token: string | null;
  /** The same in every try of one line: see `say`. */
  key: string | null;
  name: string | null;
  text: string;
  files: readonly File[];
  locale: Locale;
  remote: string | undefined;
}

/**
 * Somebody says something; whose token is nobody's yet becomes a guest. Gives the token, the only time that it is told.
 * @throws Refusal `conflict.talk-off`, `too-many.lines`, and what `say` throws
 */
export async function sayOnSite(ctx: Context, { connection }: Talk, said: Said): Promise<{ token: string }> {
  if (connection.state !== 'on') throw new Refusal('conflict.talk-off');
  const known = said.token ? await findGuest(ctx, connection.id, said.token) : undefined;
  const from = remoteKey(connection, said.remote);
  await slowly(
    ctx,
    known ? `talk-guest:${known.publicId}` : `talk-new:${from}`,
    known ? mostOfGuest : mostNew(said.remote),
  );
  const { guest, token } =
    known && said.token ? { guest: known, token: said.token } : await welcome(ctx, connection.id, said);
  const name = said.name === null ? '' : cleanText(said.name);
  const named = name !== '' && name !== guest.name ? { ...guest, name } : guest;
  if (named !== guest && named.name !== null) await nameGuest(ctx, guest, named.name);
  await say(ctx, named, said);
  return { token };
}

const mostOfGuest = { most: 20, seconds: 60 };
/** Behind a proxy everybody seems to come from one place. */
const mostNew = (remote: string | undefined) => ({ most: remote === undefined ? 300 : 20, seconds: 600 });
const mostProofs = { most: 5, seconds: 3600 };

function remoteKey({ publicId }: ChannelConnection, remote: string | undefined): string {
  return createHash('sha256')
    .update(`${publicId} ${remote ?? ''}`)
    .digest('base64url')
    .slice(0, 22);
}

async function slowly(ctx: Context, key: string, bounds: { most: number; seconds: number }): Promise<void> {
  try {
    await throttle(ctx, key, bounds);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    throw new Refusal('too-many.lines', { seconds: bounds.seconds });
  }
}

/** `page`: the path of the page that the link leads to. @throws Refusal `invalid.mail-address`, `too-many.lines` */
export async function askProofOnSite(
  ctx: Context,
  { guest, given, page }: { guest: Guest; given: string; page: string },
): Promise<void> {
  await slowly(ctx, `talk-proof:${guest.publicId}`, mostProofs);
  const to = createHash('sha256').update(given.trim().toLowerCase()).digest('base64url').slice(0, 22);
  await slowly(ctx, `talk-proof-to:${to}`, mostProofs);
  const { name: organisation } = await getOrganisation(ctx);
  const link = `${ctx.outside.baseUrl}${page}?token=`;
  await askForProof(ctx, guest, { given, link, organisation });
}
