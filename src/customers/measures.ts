import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { doubleFrom } from './identifying/reason.ts';
import { shownAs, standsAlone } from './shown.ts';

/** k of n. */
export interface Tally {
  k: number;
  n: number;
}

/** What the data-quality gate is judged by: complete counts, so without interval. */
export interface DataQuality {
  /** Customers who stand in an open suggestion that is strong, of all customers. */
  duplicates: Tally;
  /** Customers with a way to reach them: a mail address, a telephone number, or an account they wrote from. */
  contact: Tally;
  /** Orders and invoices that have a customer. */
  linked: Tally;
  /** Sources that told something within 24 hours. */
  fresh: Tally;
}

export const qualityChecks = ['duplicates', 'contact', 'linked', 'fresh'] as const;
export type QualityCheck = (typeof qualityChecks)[number];

/** Whether a check holds; null while there is nothing to judge. */
export function holdsQuality(check: QualityCheck, { k, n }: Tally): boolean | null {
  if (n === 0) return null;
  if (check === 'duplicates') return k / n < 0.03;
  return k / n >= { contact: 0.95, linked: 0.98, fresh: 1 }[check];
}

const isCustomer = sql`(p.relation = 'customer' and ${standsAlone(sql`p.id`)})`;
/** As whom everybody with a way to reach them is shown: joined to all persons at once, for most of them are in it. */
const reachable = sql`(select distinct coalesce(s.shown_id, i.person_id) as id from identity i
  left join person_shown s on s.person_id = i.person_id where i.external_id not like 'unnamed:%')`;

/** Names nobody, so it asks no permission of anybody. One statement per check. */
export async function measureQuality(ctx: Context): Promise<DataQuality> {
  return transact(ctx, 'service', async (ctx) => {
    const counted = await sql<{ n: number; doubles: number; contact: number }>`
      select count(*)::integer as n, count(r.id)::integer as contact, count(d.id)::integer as doubles
      from person p left join ${reachable} r on r.id = p.id left join (${doubles()}) d (id) on d.id = p.id
      where ${isCustomer}`.execute(ctx.database);
    const linked = await sql<Tally>`
      select count(*)::integer as n, count(person_id)::integer as k from (
        select person_id from customer_order union all select person_id from invoice) t`.execute(
      ctx.database,
    );
    const told = await sourcesTold(ctx);
    const { n, doubles: k, contact } = counted.rows[0] ?? { n: 0, doubles: 0, contact: 0 };
    const none = { k: 0, n: 0 };
    return {
      duplicates: { k, n },
      contact: { k: contact, n },
      linked: linked.rows[0] ?? none,
      fresh: freshAmong(ctx, told),
    };
  });
}

function doubles() {
  const side = (mine: 'person_id' | 'other_id', other: 'person_id' | 'other_id') => sql`
    select ${shownAs(sql.ref(`m.${mine}`))} from merge_suggestion m where m.dismissed_at is null
      and m.score >= ${sql.lit(doubleFrom)}
      and ${shownAs(sql.ref(`m.${mine}`))} <> ${shownAs(sql.ref(`m.${other}`))}`;
  return sql`${side('person_id', 'other_id')} union ${side('other_id', 'person_id')}`;
}

export interface SourceTold {
  source: string;
  last: Date;
}

/** Each system that ever told something, and when it last did. */
export async function sourcesTold(ctx: Context): Promise<SourceTold[]> {
  const of = (table: string) =>
    sql`select source, max(refreshed_at) as last from ${sql.table(table)} group by source`;
  const all = ['customer_record', 'customer_order', 'invoice', 'delivery'].map(of);
  const found = await sql<SourceTold>`
    select source, max(last) as last from (${sql.join(all, sql` union all `)}) t group by source order by 2`.execute(
    ctx.database,
  );
  return found.rows;
}

/** Whether a system told something within the last 24 hours. */
export function isFresh(ctx: Context, { last }: SourceTold): boolean {
  return last.getTime() > asDate(ctx.clock.now()).getTime() - 86_400_000;
}

export function freshAmong(ctx: Context, told: readonly SourceTold[]): Tally {
  return { k: told.filter((one) => isFresh(ctx, one)).length, n: told.length };
}

/** The newest customers whom nothing reaches. */
export async function unreachable(ctx: Context, most: number): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select p.id from person p left join ${reachable} r on r.id = p.id where ${isCustomer} and r.id is null
    order by p.id desc limit ${most}`.execute(ctx.database);
  return found.rows.map(({ id }) => id);
}
