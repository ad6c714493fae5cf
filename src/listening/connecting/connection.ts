import type { Updateable } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { DB } from '../../platform/generated/database.ts';
import { sendJob } from '../../platform/jobs.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal, unseal } from '../../platform/secret.ts';
import { accountNamed } from '../account.ts';
import { dropDeliveries } from './delivery.ts';

export type ConnectionState = 'paused' | 'on' | 'ended';

export type Trial =
  | { readonly state: 'running' }
  | { readonly state: 'failed'; readonly said: string }
  | { readonly state: 'good'; readonly as: string; readonly test?: TestMessage };

/** What became of a message that a colleague sent to try the way out. */
export interface TestMessage {
  readonly state: 'running' | 'sent' | 'failed';
  readonly said: string;
}

/** The jobs that try an account, send a test message over it, and read once more what was put aside. */
export const trialJob = 'try-channel';
export const testJob = 'test-channel';
export const retryJob = 'retry-aside';

/** A channel account that Polder speaks to itself. */
export interface ChannelConnection {
  readonly id: string;
  readonly publicId: string;
  readonly accountId: string;
  /** The network, and what the account is called there. */
  readonly channel: string;
  readonly name: string;
  readonly connector: string;
  /** Where it is and who we are there; only its connector knows what stands in it. */
  readonly settings: Readonly<Record<string, unknown>>;
  readonly state: ConnectionState;
  /** When it was last seen answering; null: never, and it cannot be switched on. */
  readonly triedAt: Date | null;
  readonly trial: Trial | null;
  /** Until when the way in holds, where the channel says so. */
  readonly expiresAt: Date | null;
  readonly heardAt: Date | null;
  readonly problem: string | null;
  readonly problemSince: Date | null;
  /** Not received from before this; after something went wrong. */
  readonly againAt: Date | null;
  readonly attempts: number;
  /** Calls in a row that failed, and until when none is made. */
  readonly failures: number;
  readonly openUntil: Date | null;
}

export interface NewConnection {
  readonly channel: string;
  readonly name: string;
  readonly connector: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly secrets: Readonly<Record<string, string>>;
}

const rows = (ctx: Context) =>
  ctx.database
    .selectFrom('channel_connection as c')
    .innerJoin('channel_account as a', 'a.id', 'c.channel_account_id')
    .selectAll('c')
    .select(['a.channel', 'a.name'])
    .where('c.state', '<>', 'ended');
type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number];

export async function listConnections(ctx: Context): Promise<ChannelConnection[]> {
  return (await rows(ctx).orderBy('c.id').execute()).map(toConnection);
}

/** One that is connected, on or not; undefined when there is none, or it was ended. */
export async function findConnection(ctx: Context, id: string): Promise<ChannelConnection | undefined> {
  const row = await rows(ctx).where('c.public_id', '=', id).executeTakeFirst();
  return row && toConnection(row);
}

/** @throws Refusal `not-found.channel-connection` */
export async function getConnection(ctx: Context, id: string): Promise<ChannelConnection> {
  return toConnection(await getRow(ctx, id));
}

/** Passwords and the like, opened. @throws Refusal `not-found.channel-connection`, `conflict.secret-shut` */
export async function secretsOf(ctx: Context, id: string): Promise<Record<string, string>> {
  const { public_id, sealed } = await getRow(ctx, id);
  return JSON.parse(unseal(ctx.outside.linkSecret, aboutOf(public_id), sealed)) as Record<string, string>;
}

async function getRow(ctx: Context, id: string): Promise<Row> {
  const row = await rows(ctx).where('c.public_id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal('not-found.channel-connection', { id });
  return row;
}

/**
 * Keeps where it is and how to get in; nothing is heard or sent before it was tried and switched on. An account that
 * was imported from a file before goes on under this connection. Gives its id.
 * @throws Refusal `conflict.channel-connected` when that account has one already
 */
export async function connectChannel(ctx: Context, given: NewConnection): Promise<string> {
  return transact(ctx, null, async (ctx) => {
    const at = asDate(ctx.clock.now());
    const account = await accountNamed(ctx, given);
    const before = await rows(ctx).where('c.channel_account_id', '=', account.id).executeTakeFirst();
    if (before) throw new Refusal('conflict.channel-connected', { id: before.public_id });
    const id = publicId('cc', at.getTime());
    await ctx.database
      .insertInto('channel_connection')
      .values({
        public_id: id,
        channel_account_id: account.id,
        connector: given.connector,
        settings: JSON.stringify(given.settings),
        sealed: seal(ctx.outside.linkSecret, aboutOf(id), JSON.stringify(given.secrets)),
        made_at: at,
        made_by: byWhom(ctx),
        changed_at: at,
        changed_by: byWhom(ctx),
      })
      .execute();
    await speakThrough(ctx, account.id, given.connector);
    const subject = { kind: 'channel_connection', id: null };
    await ctx.emit([{ verb: 'channel.connected', subject, data: { id, connector: given.connector } }]);
    return id;
  });
}

/** Other settings or passwords; an empty one keeps what there is. It must be tried again before it is used. */
export async function changeConnection(
  ctx: Context,
  id: string,
  given: Pick<NewConnection, 'settings' | 'secrets'>,
): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const kept = await secretsOf(ctx, id);
    const secrets = {
      ...kept,
      ...Object.fromEntries(Object.entries(given.secrets).filter(([, is]) => is !== '')),
    };
    await changeRow(ctx, id, {
      settings: JSON.stringify(given.settings),
      sealed: seal(ctx.outside.linkSecret, aboutOf(id), JSON.stringify(secrets)),
      state: 'paused',
      tried_at: null,
      trial: null,
    });
  });
}

/**
 * What a network gave anew, as a session that takes the place of an older one. Nothing else changes; of one that was
 * ended meanwhile nothing is kept.
 */
export async function keepSecrets(
  ctx: Context,
  id: string,
  fresh: Readonly<Record<string, string>>,
): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const row = await rows(ctx).where('c.public_id', '=', id).forUpdate('c').executeTakeFirst();
    if (!row) return;
    const about = aboutOf(id);
    const kept = JSON.parse(unseal(ctx.outside.linkSecret, about, row.sealed)) as Record<string, string>;
    const sealed = seal(ctx.outside.linkSecret, about, JSON.stringify({ ...kept, ...fresh }));
    await ctx.database.updateTable('channel_connection').set({ sealed }).where('id', '=', row.id).execute();
  });
}

/** Has it tried, soon: `noteTrial` says what came of it. */
export async function orderTrial(ctx: Context, id: string): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    await getRow(ctx, id);
    await changeRow(ctx, id, { trial: JSON.stringify({ state: 'running' } satisfies Trial) });
    await sendJob(ctx, trialJob, { id });
  });
}

/**
 * Has a test message sent, soon. Only over an account that was tried.
 * @throws Refusal `conflict.channel-untried`
 */
export async function orderTest(ctx: Context, id: string, to: string): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const { trial } = toConnection(await getRow(ctx, id));
    if (trial?.state !== 'good') throw new Refusal('conflict.channel-untried', { id });
    await noteTest(ctx, id, { state: 'running', said: '' });
    await sendJob(ctx, testJob, { id, to });
  });
}

export async function noteTest(ctx: Context, id: string, test: TestMessage): Promise<void> {
  const { trial } = toConnection(await getRow(ctx, id));
  if (trial?.state !== 'good') return;
  await changeRow(ctx, id, { trial: JSON.stringify({ ...trial, test } satisfies Trial) });
}

/** What came of trying it. One that answered, and has what is needed, can be switched on. */
export async function noteTrial(
  ctx: Context,
  id: string,
  { trial, expiresAt = null }: { trial: Trial; expiresAt?: Date | null },
): Promise<void> {
  const well = trial.state === 'good';
  const mended = {
    problem: null,
    problem_since: null,
    again_at: null,
    attempts: 0,
    failures: 0,
    open_until: null,
  };
  await changeRow(ctx, id, {
    trial: JSON.stringify(trial),
    ...(well ? { tried_at: asDate(ctx.clock.now()), expires_at: expiresAt, ...mended } : {}),
  });
}

/**
 * Switches it on, pauses it, or ends it. Ended: nothing is heard or sent any more and the passwords are thrown away;
 * what was heard stays, because conversations do not end with a connection.
 * @throws Refusal `not-found.channel-connection`, `conflict.channel-untried`
 */
export async function turnConnection(ctx: Context, id: string, state: ConnectionState): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const row = await getRow(ctx, id);
    if (state === 'on' && !row.tried_at) throw new Refusal('conflict.channel-untried', { id });
    await changeRow(ctx, id, { state, ...(state === 'ended' && { sealed: Buffer.alloc(0) }) });
    if (state === 'ended') {
      await speakThrough(ctx, row.channel_account_id, 'ended');
      await dropDeliveries(ctx, row.id);
    }
    await ctx.emit([
      { verb: 'channel.turned', subject: { kind: 'channel_connection', id: row.id }, data: { state } },
    ]);
  });
}

/** Which connector speaks for an account now. */
async function speakThrough(ctx: Context, accountId: string, connector: string): Promise<void> {
  await ctx.database.updateTable('channel_account').set({ connector }).where('id', '=', accountId).execute();
}

async function changeRow(
  ctx: Context,
  id: string,
  changes: Updateable<DB['channel_connection']>,
): Promise<void> {
  await ctx.database
    .updateTable('channel_connection')
    .set({ ...changes, changed_at: asDate(ctx.clock.now()), changed_by: byWhom(ctx) })
    .where('public_id', '=', id)
    .where('state', '<>', 'ended')
    .execute();
}

const aboutOf = (publicId: string) => `channel connection ${publicId}`;
const byWhom = (ctx: Context) => (ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null);

function toConnection(row: Row): ChannelConnection {
  return {
    id: row.id,
    publicId: row.public_id,
    accountId: row.channel_account_id,
    channel: row.channel,
    name: row.name,
    connector: row.connector,
    settings: row.settings as Readonly<Record<string, unknown>>,
    state: row.state as ConnectionState,
    triedAt: row.tried_at,
    trial: row.trial as Trial | null,
    expiresAt: row.expires_at,
    heardAt: row.heard_at,
    problem: row.problem,
    problemSince: row.problem_since,
    againAt: row.again_at,
    attempts: row.attempts,
    failures: row.failures,
    openUntil: row.open_until,
  };
}
