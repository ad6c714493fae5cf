import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { getPerson } from '../customer.ts';
import { kept } from '../events.ts';
import { employeeOf } from '../identifying/merging.ts';
import { digitsOf } from './money.ts';

/** What we said that we would do. Its evidence is the message in which it was said. */
export interface Promised {
  publicId: string;
  what: string;
  dueOn: string;
  amountMinor: number | null;
  currency: string | null;
  /** Public id of the message. */
  message: string | null;
  madeAt: Date;
  madeBy: string | null;
  outcome: 'kept' | 'broken' | null;
  settledAt: Date | null;
  settledBy: string | null;
  evidence: string | null;
}

export interface NewPromise {
  what: string;
  dueOn: string;
  message?: string | null;
  amountMinor?: number | null;
  currency?: string | null;
}

/** @throws Refusal `not-found.person`, `invalid.currency` */
export async function promise(ctx: Context, id: string, made: NewPromise): Promise<string> {
  const amount = made.amountMinor ?? null;
  const currency = amount === null ? null : (made.currency ?? 'EUR');
  if (currency !== null && digitsOf(currency) === null) throw new Refusal('invalid.currency', { currency });
  return transact(ctx, 'service', async (ctx) => {
    const person = await getPerson(ctx, id);
    const at = ctx.clock.now();
    const key = publicId('pm', at.epochMilliseconds);
    await sql`
      insert into promise (public_id, person_id, what, due_on, amount_minor, currency, message, made_at, made_by)
      values (${key}, ${person.id}, ${made.what}, ${made.dueOn}::date, ${amount}, ${currency}, ${made.message ?? null},
        ${asDate(at)}, ${employeeOf(ctx)})`.execute(ctx.database);
    await ctx.emit([kept('promise.made', person.id, key)]);
    return key;
  });
}

/**
 * Says whether a promise was kept, with what shows it. Said once; who differs makes a new promise.
 * @throws Refusal `not-found.promise`, `conflict.promise-settled`
 */
export async function settlePromise(
  ctx: Context,
  id: string,
  { outcome, evidence }: { outcome: 'kept' | 'broken'; evidence: string | null },
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const done = await sql<{ person_id: string; before: string | null }>`
      update promise p set outcome = coalesce(p.outcome, ${outcome}), settled_at = coalesce(p.settled_at, ${asDate(ctx.clock.now())}),
        settled_by = case when p.outcome is null then ${employeeOf(ctx)}::bigint else p.settled_by end,
        evidence = case when p.outcome is null then ${evidence} else p.evidence end
      from promise b where b.id = p.id and p.public_id = ${id} returning p.person_id, b.outcome as before`.execute(
      ctx.database,
    );
    const [row] = done.rows;
    if (!row) throw new Refusal('not-found.promise', { id });
    if (row.before !== null && row.before !== outcome) throw new Refusal('conflict.promise-settled', { id });
    if (row.before === null) await ctx.emit([kept('promise.settled', row.person_id, id)]);
  });
}

/** Open ones first, by their day. Runs under the purpose that opened the person. */
export async function promisesTo(
  ctx: Context,
  personIds: readonly string[],
  limit = 50,
): Promise<Promised[]> {
  if (ctx.purpose !== 'service') return [];
  const found = await sql<Promised>`
    select p.public_id as "publicId", p.what, p.due_on::text as "dueOn", p.amount_minor::float8 as "amountMinor",
      p.currency, p.message, p.made_at as "madeAt", m.name as "madeBy", p.outcome, p.settled_at as "settledAt",
      s.name as "settledBy", p.evidence
    from promise p left join employee m on m.id = p.made_by left join employee s on s.id = p.settled_by
    where p.person_id = any(${personIds}::bigint[])
    order by p.outcome is not null, case when p.outcome is null then p.due_on end, p.settled_at desc, p.id
    limit ${limit}`.execute(ctx.database);
  return found.rows;
}
