import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { changePassword, endSessions } from '../../platform/session.ts';
import { throttle } from '../../platform/throttling.ts';

/** How a colleague comes in, as they see it themselves. */
export interface OwnAccess {
  email: string;
  /** Places where they are signed in now, this one included. */
  sessions: number;
  /** Names of the keys for programs that they made and that work. */
  keys: string[];
}

/** @throws Refusal `sign-in.required` */
export async function ownAccess(ctx: Context): Promise<OwnAccess> {
  const found = await sql<OwnAccess>`
    select e.email,
      (select count(*)::int from auth."session" s where s."userId" = e.user_id
        and s."expiresAt" > ${asDate(ctx.clock.now())}) as sessions,
      array(select k.name from api_key k where k.created_by = e.id and k.revoked_at is null order by k.name) as keys
    from employee e where e.id = ${ownId(ctx)}`.execute(ctx.database);
  const [own] = found.rows;
  if (!own) throw new Refusal('sign-in.required');
  return own;
}

/**
 * Another password: whoever was signed in with the old one is out at once, everywhere. Gives the address, to sign in
 * anew. @throws Refusal `invalid.own-password`, `too-many.sign-in`
 */
export async function changeOwnPassword(
  ctx: Context,
  { current, next, keys }: { current: string; next: string; keys: boolean },
): Promise<string> {
  await throttle(ctx, `own-password:${ownId(ctx)}`, { most: 10, seconds: 300 });
  return transact(ctx, null, async (ctx) => {
    const { userId, email } = await lockOwn(ctx);
    await changePassword(ctx, userId, { current, next });
    await shut(ctx, keys);
    return email;
  });
}

/** Signs out everywhere, here too; with `keys` the programs that this colleague let in are out as well. */
export async function endOwnSessions(ctx: Context, { keys }: { keys: boolean }): Promise<void> {
  await transact(ctx, null, async (ctx) => {
    const { userId } = await lockOwn(ctx);
    await endSessions(ctx, userId);
    await shut(ctx, keys);
  });
}

/** Tells it, so that every open stream of theirs ends as well (src/live.ts). */
async function shut(ctx: Context, keys: boolean): Promise<void> {
  const id = ownId(ctx);
  if (keys)
    await sql`update api_key set revoked_at = ${asDate(ctx.clock.now())}
      where created_by = ${id} and revoked_at is null`.execute(ctx.database);
  await ctx.emit([{ verb: 'employee.signed-out', subject: { kind: 'employee', id }, data: { keys } }]);
}

async function lockOwn(ctx: Context): Promise<{ userId: string; email: string }> {
  const found = await sql<{ userId: string | null; email: string }>`
    select user_id as "userId", email from employee where id = ${ownId(ctx)} and left_at is null for update`.execute(
    ctx.database,
  );
  const [own] = found.rows;
  if (!own?.userId) throw new Refusal('sign-in.required');
  return { userId: own.userId, email: own.email };
}

function ownId({ actor }: Context): string {
  if (actor.kind !== 'employee') throw new Refusal('sign-in.required');
  return actor.employeeId;
}
