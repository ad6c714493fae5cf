import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { queuesFor } from '../../organisation/queues.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';

/** A screen on the wall. Its address is a key of its own: it opens these figures, and nothing else. */
export interface Display {
  publicId: string;
  name: string;
  queues: string[];
  madeAt: Date;
  madeBy: string | null;
  seenAt: Date | null;
}

const hash = (token: string) => createHash('sha256').update(token).digest('hex');

/**
 * Makes a screen for queues that its maker may see, of one department or all. The key is in the answer and nowhere else.
 * @throws Refusal `invalid.display`, `not-found.department`
 */
export async function makeDisplay(
  ctx: Context,
  { name, department }: { name: string; department?: string | undefined },
): Promise<string> {
  requires(ctx.actor, 'journey.manage');
  const called = name.trim();
  if (called === '' || called.length > 60) throw new Refusal('invalid.display');
  const known = department
    ? await ctx.database
        .selectFrom('department')
        .select('id')
        .where('key', '=', department)
        .executeTakeFirst()
    : undefined;
  if (department && !known) throw new Refusal('not-found.department', { key: department });
  const queues = (await queuesFor(ctx, 'journey.manage')).filter(
    ({ departmentId, ended }) => !ended && (!known || departmentId === known.id),
  );
  const token = randomBytes(24).toString('base64url');
  const now = ctx.clock.now();
  await sql`
    insert into display (public_id, name, token_hash, queue_ids, made_at, made_by)
    values (${publicId('ds', now.epochMilliseconds)}, ${called}, ${hash(token)},
      ${queues.map(({ id }) => id)}::bigint[], ${asDate(now)}, ${doneBy(ctx)})`.execute(ctx.database);
  return token;
}

export async function listDisplays(ctx: Context): Promise<Display[]> {
  requires(ctx.actor, 'journey.manage');
  const found = await sql<Display>`
    select d.public_id as "publicId", d.name, d.made_at as "madeAt", e.name as "madeBy", d.seen_at as "seenAt",
      array(select q.name from queue q where q.id = any(d.queue_ids) order by q.name) as queues
    from display d left join employee e on e.id = d.made_by where d.revoked_at is null order by d.name, d.id`.execute(
    ctx.database,
  );
  return found.rows;
}

/** The address opens nothing any more, and a screen that shows it goes blank within seconds. */
export async function revokeDisplay(ctx: Context, id: string): Promise<void> {
  requires(ctx.actor, 'journey.manage');
  const gone = await sql`
    update display set revoked_at = ${asDate(ctx.clock.now())}, revoked_by = ${doneBy(ctx)}
    where public_id = ${id} and revoked_at is null`.execute(ctx.database);
  if (Number(gone.numAffectedRows ?? 0) === 0) throw new Refusal('not-found.display', { id });
}

/** The queues that a screen with this key shows; undefined when the key opens nothing. One statement. */
export async function findDisplay(
  ctx: Context,
  token: string,
): Promise<{ id: string; name: string; queueIds: string[] } | undefined> {
  if (!/^[\w-]{32}$/.test(token)) return undefined;
  const found = await sql<{ id: string; name: string; queueIds: string[] }>`
    select id::text as id, name, queue_ids::text[] as "queueIds" from display
    where token_hash = ${hash(token)} and revoked_at is null`.execute(ctx.database);
  return found.rows[0];
}

/** Notes that it hangs somewhere, so that whoever takes one back knows; at most once in ten minutes. */
export async function noteSeen(ctx: Context, id: string): Promise<void> {
  const now = ctx.clock.now();
  await sql`update display set seen_at = ${asDate(now)} where id = ${id}
    and (seen_at is null or seen_at < ${asDate(now.subtract({ minutes: 10 }))})`.execute(ctx.database);
}
