import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

export interface Delivery {
  /** The webhook-id. */
  publicId: string;
  type: string;
  body: string;
  state: 'waiting' | 'sent' | 'failed';
  attempts: number;
  madeAt: Date;
  nextAt: Date;
  endedAt: Date | null;
  /** What came of the last try. */
  status: number | null;
  error: string | null;
}

const shown = 50;
const keptDays = 30;

/** What was laid ready for an endpoint, newest first; `before`: below this webhook-id. One statement. */
export async function deliveriesOf(
  ctx: Context,
  endpoint: string,
  { before, state }: { before?: string | undefined; state?: Delivery['state'] | undefined } = {},
): Promise<Delivery[]> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const found = await sql<Delivery>`
    select d.public_id as "publicId", d.type, d.body, d.state, d.attempts, d.made_at as "madeAt", d.next_at as "nextAt",
      d.ended_at as "endedAt", a.status, a.error
    from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
    left join lateral (select status, error from webhook_attempt a where a.delivery_id = d.id order by a.id desc limit 1) a
      on true
    where e.public_id = ${endpoint} and e.ended_at is null and (${state ?? null}::text is null or d.state = ${state ?? null})
      and (${before ?? null}::text is null or d.id < (select id from webhook_delivery where public_id = ${before ?? null}))
    order by d.id desc limit ${shown}`.execute(ctx.database);
  return found.rows;
}

export interface Attempt {
  at: Date;
  status: number | null;
  error: string | null;
  milliseconds: number;
}

/** Every try of one delivery, newest first. @throws Refusal `not-found.delivery` */
export async function attemptsOf(
  ctx: Context,
  endpoint: string,
  delivery: string,
): Promise<{ body: string; type: string; attempts: Attempt[] }> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const found = await sql<{ id: string; body: string; type: string }>`
    select d.id, d.body, d.type from webhook_delivery d join webhook_endpoint e on e.id = d.endpoint_id
    where d.public_id = ${delivery} and e.public_id = ${endpoint} and e.ended_at is null`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.delivery', { id: delivery });
  const attempts = await sql<Attempt>`
    select at, status, error, milliseconds from webhook_attempt where delivery_id = ${row.id}
    order by id desc limit 50`.execute(ctx.database);
  return { body: row.body, type: row.type, attempts: attempts.rows };
}

/** Every night: what ended a month ago is not kept, nor what waited so long for an endpoint that is off. */
export async function forgetDeliveries(ctx: Context): Promise<void> {
  const before = asDate(ctx.clock.now().subtract({ hours: 24 * keptDays }));
  await transact(ctx, null, ({ database }) =>
    sql`delete from webhook_delivery where ended_at < ${before} or (ended_at is null and made_at < ${before})`.execute(
      database,
    ),
  );
}
