import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { asDate } from '../clock.ts';
import { type Context, transact } from '../context.ts';
import { Refusal } from '../refusal.ts';

const keptDays = 7;
/** A request that has not ended after this long was cut off by a crash; its transaction left nothing behind. */
const patience = 60_000;

/** Forgets the answers kept under Idempotency-Keys once they are a week old. */
export async function forgetOldKeys(ctx: Context): Promise<void> {
  const before = new Date(ctx.clock.now().epochMilliseconds - keptDays * 86_400_000);
  await ctx.database.deleteFrom('idempotency').where('created_at', '<', before).execute();
}

export interface Answer<Body> {
  status: number;
  body: Body;
}

export interface Once {
  /** What the caller sent as Idempotency-Key; without one nothing is kept. */
  key: string | undefined;
  /** The purpose of the transaction. */
  purpose: string;
  /** Whatever makes it the same request: method, path, body. JSON. */
  request: unknown;
}

/**
 * Runs `act` in a transaction, at most once for one key of one actor. The answer is kept in the same transaction, so
 * a crash leaves either both or neither: a later try with the same key can never do it a second time.
 * A refusal changes nothing and is not kept. `Body` must be JSON.
 *
 * @throws Refusal `conflict.idempotency-in-flight` while the first try still runs,
 *   `invalid.idempotency-key-reused` when the key was used for something else.
 * @example await once(ctx, { key, purpose: 'service', request: ['PUT', path, body] }, (ctx) => …)
 */
export async function once<Body>(
  ctx: Context,
  { key, purpose, request }: Once,
  act: (ctx: Context) => Promise<Answer<Body>>,
): Promise<Answer<Body> & { replayed: boolean }> {
  if (key === undefined) return { ...(await transact(ctx, purpose, act)), replayed: false };
  const claim = { actor: actorOf(ctx), key, hash: hashOf(request), at: asDate(ctx.clock.now()) };
  const kept = await claimKey(ctx, claim);
  if (kept) return { ...(kept as Answer<Body>), replayed: true };
  try {
    return await transact(ctx, purpose, async (ctx) => {
      const answer = await act(ctx);
      await keepAnswer(ctx, claim, answer);
      return { ...answer, replayed: false };
    });
  } catch (error) {
    await freeKey(ctx, claim);
    throw error;
  }
}

interface Claim {
  actor: string;
  key: string;
  hash: string;
  at: Date;
}

function actorOf(ctx: Context): string {
  const { actor } = ctx;
  if (actor.kind === 'key') return `key:${actor.keyId}`;
  if (actor.kind === 'person') return `person:${actor.personId}`;
  return actor.kind === 'employee' ? `employee:${actor.employeeId}` : `system:${actor.name}`;
}

function hashOf(request: unknown): string {
  return createHash('sha256').update(JSON.stringify(request)).digest('hex');
}

/** Takes the key, or gives the answer that is kept under it. */
async function claimKey(ctx: Context, claim: Claim): Promise<Answer<unknown> | undefined> {
  const { actor, key, hash, at } = claim;
  const stale = new Date(at.getTime() - patience);
  const forgotten = new Date(at.getTime() - keptDays * 86_400_000);
  const taken = await sql<{ key: string }>`
    insert into idempotency as i (actor, key, request_hash, created_at) values (${actor}, ${key}, ${hash}, ${at})
    on conflict (actor, key) do update
      set request_hash = excluded.request_hash, created_at = excluded.created_at, status = null, response = null
      where i.created_at < ${forgotten}
        or (i.status is null and i.created_at < ${stale} and i.request_hash = excluded.request_hash)
    returning key`.execute(ctx.database);
  if (taken.rows.length > 0) return undefined;
  const row = await ctx.database
    .selectFrom('idempotency')
    .select(['request_hash', 'status', 'response'])
    .where('actor', '=', actor)
    .where('key', '=', key)
    .executeTakeFirst();
  if (row && row.request_hash !== hash) throw new Refusal('invalid.idempotency-key-reused', { key });
  if (!row || row.status === null) throw new Refusal('conflict.idempotency-in-flight', { key });
  return { status: row.status, body: row.response };
}

/** Refuses, and with it undoes the act, when somebody else took over in the meantime. */
async function keepAnswer(ctx: Context, claim: Claim, { status, body }: Answer<unknown>): Promise<void> {
  const { actor, key, at } = claim;
  const kept = await ctx.database
    .updateTable('idempotency')
    .set({ status, response: JSON.stringify(body) })
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('created_at', '=', at)
    .where('status', 'is', null)
    .executeTakeFirst();
  if (kept.numUpdatedRows !== 1n) throw new Refusal('conflict.idempotency-in-flight', { key });
}

async function freeKey(ctx: Context, { actor, key, at }: Claim): Promise<void> {
  await ctx.database
    .deleteFrom('idempotency')
    .where('actor', '=', actor)
    .where('key', '=', key)
    .where('created_at', '=', at)
    .where('status', 'is', null)
    .execute();
}
