import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Outside } from '../../platform/outside.ts';
import { publicId } from '../../platform/public-id.ts';
import {
  type Pushed,
  push,
  requireSubscription,
  type Subscription,
  subscriptionHash,
} from '../../platform/push.ts';
import { Refusal } from '../../platform/refusal.ts';
import { seal, unseal } from '../../platform/secret.ts';
import { employeeOf } from '../closing.ts';
import { isQuiet, type Quiet, standardQuiet } from './wishes.ts';

/** A browser in which the actor is told things when Polder is not open. */
export interface Device {
  publicId: string;
  browser: string;
  madeAt: Date;
}

const mostDevices = 10;
const mostFailures = 10;

export async function devicesOf(ctx: Context): Promise<Device[]> {
  const found = await sql<Device>`
    select public_id as "publicId", browser, made_at as "madeAt" from push_subscription
    where employee_id = ${employeeOf(ctx)} order by id`.execute(ctx.database);
  return found.rows;
}

/**
 * From now on the actor is reached in this browser. Its address is kept shut. A browser that somebody else used before
 * is theirs no more.
 * @throws Refusal `invalid.push-address`, `conflict.too-many-devices`
 */
export async function addDevice(
  ctx: Context,
  { subscription, browser }: { subscription: Subscription; browser: string },
): Promise<void> {
  const me = employeeOf(ctx);
  if (me === null) throw new Refusal('forbidden.action', { action: 'notifications' });
  requireSubscription(subscription);
  await transact(ctx, null, async (ctx) => {
    const hash = subscriptionHash(ctx.outside, subscription.endpoint);
    await sql`delete from push_subscription where address_hash = ${hash}`.execute(ctx.database);
    if ((await devicesOf(ctx)).length >= mostDevices) throw new Refusal('conflict.too-many-devices');
    const at = asDate(ctx.clock.now());
    await sql`insert into push_subscription (public_id, employee_id, address_hash, sealed, browser, made_at)
      values (${publicId('ps', at.getTime())}, ${me}, ${hash},
        ${seal(ctx.outside.linkSecret, `push ${hash}`, JSON.stringify(subscription))}, ${browser.slice(0, 60)}, ${at})`.execute(
      ctx.database,
    );
  });
}

export async function removeDevice(ctx: Context, id: string): Promise<void> {
  await sql`delete from push_subscription where public_id = ${id} and employee_id = ${employeeOf(ctx)}`.execute(
    ctx.database,
  );
}

type Carry = (outside: Outside, to: Subscription, payload: string) => Promise<Pushed>;

interface Waiting {
  employeeId: string;
  unread: number;
  /** The newest notification that is told of. */
  upTo: string;
  quiet: Quiet | null;
}

/**
 * Every minute: whoever has something new is told how much is unread, on all their devices, and nothing of what it is.
 * Not while it is quiet for them; then it waits. A day later it says nothing any more.
 */
export async function pushNews(ctx: Context, carry: Carry = push): Promise<void> {
  const { timezone } = await ctx.database
    .selectFrom('organisation')
    .select('timezone')
    .executeTakeFirstOrThrow();
  const now = ctx.clock.now();
  await sql`update notification set push = 'failed'
    where push = 'waiting' and at < ${asDate(now.subtract({ hours: 24 }))}`.execute(ctx.database);
  const found = await sql<Waiting>`
    select n.employee_id as "employeeId", count(*)::integer as unread, max(n.id)::text as "upTo",
      (select json_build_object('from', to_char(q.quiet_from, 'HH24:MI'), 'until', to_char(q.quiet_until, 'HH24:MI'),
        'days', q.quiet_days, 'digest', q.digest) from notification_quiet q where q.employee_id = n.employee_id) as quiet
    from notification n where n.push = 'waiting' group by n.employee_id`.execute(ctx.database);
  for (const one of found.rows) {
    if (isQuiet(one.quiet ?? standardQuiet, now, timezone)) continue;
    if (await pushToAll(ctx, one, carry))
      await sql`update notification set push = 'sent'
        where push = 'waiting' and employee_id = ${one.employeeId} and id <= ${one.upTo}::bigint`.execute(
        ctx.database,
      );
  }
}

/** Whether one of their devices was reached. One that is there no more is forgotten, as is one that always fails. */
async function pushToAll(ctx: Context, { employeeId, unread }: Waiting, carry: Carry): Promise<boolean> {
  const devices = await sql<{ id: string; hash: string; sealed: Buffer }>`
    select id, address_hash as hash, sealed from push_subscription where employee_id = ${employeeId}`.execute(
    ctx.database,
  );
  let reached = false;
  for (const { id, hash, sealed } of devices.rows) {
    const outcome = await carryTo(ctx, { hash, sealed }, { unread, carry });
    reached ||= outcome === 'sent';
    const sent = outcome === 'sent';
    await sql`update push_subscription set failures = case when ${sent} then 0 else failures + 1 end,
        used_at = case when ${sent} then ${asDate(ctx.clock.now())} else used_at end where id = ${id}`.execute(
      ctx.database,
    );
    await sql`delete from push_subscription
      where id = ${id} and (${outcome === 'gone'} or failures >= ${mostFailures})`.execute(ctx.database);
  }
  return reached;
}

async function carryTo(
  ctx: Context,
  { hash, sealed }: { hash: string; sealed: Buffer },
  { unread, carry }: { unread: number; carry: Carry },
): Promise<Pushed> {
  try {
    const to = JSON.parse(unseal(ctx.outside.linkSecret, `push ${hash}`, sealed)) as Subscription;
    return await carry(ctx.outside, to, JSON.stringify({ unread }));
  } catch {
    // Shut with the key of another data folder: nobody can be reached by it any more.
    return 'gone';
  }
}
