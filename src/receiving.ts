import type { Heard } from './channels/channel.ts';
import type { Connection, Happened } from './channels/connection.ts';
import { type Intake, receiveNext } from './channels/receiving.ts';
import { type Opener, openConnection } from './connecting.ts';
import { belongingTo } from './conversations/delivering/belonging.ts';
import { noteReturned } from './conversations/delivering/settling.ts';
import { type ChannelAccount, findAccount } from './listening/account.ts';
import { dropAside, putAside, takeAside } from './listening/connecting/aside.ts';
import { type ChannelConnection, getConnection } from './listening/connecting/connection.ts';
import { cursorOf, moveCursor } from './listening/connecting/cursor.ts';
import { keepSources, type Source } from './listening/connecting/source.ts';
import { refuseLater } from './listening/connecting/tombstone.ts';
import { editPosts } from './listening/editing.ts';
import { forgetPosts } from './listening/forgetting.ts';
import { hear } from './listening/hearing.ts';
import type { Utterance } from './listening/message.ts';
import { type Context, transact } from './platform/context.ts';
import { failpoint } from './platform/failpoint.ts';

/**
 * Receives what came in over an account until nothing more is there: messages and cursor in one transaction, so that
 * nothing is lost and nothing heard twice, wherever it breaks off.
 */
export async function receiveAll(
  ctx: Context,
  connection: ChannelConnection,
  open: Connection,
): Promise<void> {
  const account = await findAccount(ctx, connection);
  if (!account) throw new Error('an account that is connected is not there');
  while (await receiveNext(intakeOf(ctx, { connection, account }), open));
}

interface Into {
  connection: Pick<ChannelConnection, 'id'>;
  account: ChannelAccount;
}

function intakeOf(ctx: Context, { connection, account }: Into): Intake {
  let from: string | null = null;
  return {
    cursor: async () => {
      from = await cursorOf(ctx, connection.id);
      return from;
    },
    store: (page) =>
      transact(ctx, 'listen', async (ctx) => {
        await keep(ctx, account, page.happened);
        await failpoint(ctx, 'receive.kept');
        for (const one of page.unreadable) await putAside(ctx, connection.id, one);
        await moveCursor(ctx, connection.id, { from, to: page.cursor });
      }),
    storeWithoutCursor: (one) => transact(ctx, 'listen', (ctx) => keep(ctx, account, [one])),
    isPoison,
    failpoint: (place) => failpoint(ctx, place),
  };
}

/**
 * Reads once more what was put aside: after a fault of ours was mended, or because it was only the moment. It stays
 * where it is, with the reason, when it fails again.
 */
export async function retryAside(
  ctx: Context,
  { id, aside }: { id: string; aside: string },
  open: Opener = openConnection,
): Promise<void> {
  const connection = await getConnection(ctx, id);
  const account = await findAccount(ctx, connection);
  if (!account) throw new Error('an account that is connected is not there');
  const { key, raw } = await transact(ctx, 'service', (ctx) => takeAside(ctx, connection.id, aside));
  try {
    const happened = await rereadOver(ctx, { connection, open }, raw);
    await transact(ctx, 'listen', async (ctx) => {
      await keep(ctx, account, happened);
      await dropAside(ctx, connection.id, aside);
    });
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown';
    await transact(ctx, 'listen', (ctx) => putAside(ctx, connection.id, { key, why, raw: null }));
  }
}

async function rereadOver(
  ctx: Context,
  { connection, open }: { connection: ChannelConnection; open: Opener },
  raw: Uint8Array,
): Promise<readonly Happened[]> {
  const opened = await open(ctx, connection);
  try {
    // What could be read and not stored was kept as it was read.
    const text = Buffer.from(raw.subarray(0, 9)).toString();
    return text === '{"kind":"' ? [JSON.parse(Buffer.from(raw).toString())] : await opened.reread(raw);
  } finally {
    await opened.close();
  }
}

/** What the database refuses because of what is in it, and slips of our own on this one message. */
function isPoison(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError) return true;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return /^(22|23|54)/.test(code);
}

/** Stores what happened on a channel, in the running transaction; harmless to do twice. */
export async function keep(
  ctx: Context,
  account: ChannelAccount,
  happened: readonly Happened[],
): Promise<void> {
  const said = happened.flatMap((one) => (one.kind === 'said' ? [one.heard] : []));
  if (said.length > 0) await keepSaid(ctx, account, said);
  await keepChanges(ctx, account, happened);
  for (const one of happened) {
    if (one.kind === 'returned')
      await transact(ctx, 'service', (ctx) =>
        noteReturned(ctx, { accountId: account.id, externalId: one.externalId, why: one.why }),
      );
  }
}

/** What authors changed and took back, after all that was said: the order in which a channel tells it does not count. */
async function keepChanges(
  ctx: Context,
  account: ChannelAccount,
  happened: readonly Happened[],
): Promise<void> {
  const edits = happened
    .flatMap((one) => (one.kind === 'edited' ? [{ ...one, at: new Date(one.at) }] : []))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime());
  if (edits.length > 0) await editPosts(ctx, account, edits);
  const removed = happened.flatMap((one) => (one.kind === 'removed' ? [one.externalId] : []));
  if (removed.length === 0) return;
  await forgetPosts(ctx, account, removed);
  await refuseLater(ctx, account, removed);
}

async function keepSaid(ctx: Context, account: ChannelAccount, said: readonly Heard[]): Promise<void> {
  const belonging = account.audience === 'private' ? await parentsOf(ctx, account, said) : undefined;
  const utterances = said.map((heard) => utteranceOf(heard, belonging));
  await hear(ctx, { account, utterances });
  await keepSources(ctx, account, said.filter(({ inbound }) => inbound).map(sourceOf));
}

async function parentsOf(
  ctx: Context,
  account: ChannelAccount,
  said: readonly Heard[],
): Promise<ReadonlyMap<string, string>> {
  const following = said.map(({ externalId, author, follows = [] }) => ({ externalId, author, follows }));
  const known = new Map(await belongingTo(ctx, account.id, following));
  // Of one page the answer may come with its question: both are of one writer, or it waits for its own thread.
  for (const { externalId, follows = [], author } of said) {
    const beside = follows.find((name) =>
      said.some((one) => one.externalId === name && one.author === author),
    );
    if (beside && !known.has(externalId)) known.set(externalId, beside);
  }
  return known;
}

function utteranceOf(heard: Heard, belonging: ReadonlyMap<string, string> | undefined): Utterance {
  return {
    externalId: heard.externalId,
    text: heard.text,
    author: heard.author,
    authorName: heard.authorName ?? null,
    sentAt: heard.sentAt === null ? null : new Date(heard.sentAt),
    direction: heard.inbound ? 'in' : 'out',
    replyTo: belonging ? (belonging.get(heard.externalId) ?? null) : heard.replyTo,
    thread: heard.thread,
    automatic: heard.automatic,
    ...(heard.audience && { audience: heard.audience }),
    departmentId: null,
    employeeId: null,
  };
}

function sourceOf(heard: Heard): Source {
  const { externalId, facts = {}, quoted = null, attachments = [] } = heard;
  return { externalId, facts, quoted, attachments };
}
