import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { shownAs } from '../shown.ts';
import type { Criterion, CriterionSource } from './criterion.ts';

const relations = ['customer', 'prospect', 'partner', 'influencer', 'unknown'] as const;

const relation: Criterion = {
  key: 'relation',
  names: null,
  categories: ['identity'],
  asks: [{ name: 'is', kind: 'choice', options: relations.map((value) => ({ value })) }],
  persons: ({ is }) => sql`select ${shownAs(sql`p.id`)} as person_id from person p where p.relation = ${is}`,
};

const known: Criterion = {
  key: 'known',
  names: null,
  categories: ['identity'],
  open: true,
  asks: [
    { name: 'from', kind: 'date' },
    { name: 'until', kind: 'date' },
  ],
  persons: ({ from, until }) => sql`
    select shown as person_id from (
      select ${shownAs(sql`p.id`)} as shown, min(p.created_at) as first from person p group by 1) known
    where ${from ? sql`first >= ${from}::date` : sql`true`}
      and ${until ? sql`first < ${until}::date + 1` : sql`true`}`,
};

/** For how long somebody is a customer, as the system of record says; one that says nothing tells nothing. */
const since: Criterion = {
  key: 'since',
  names: null,
  categories: ['commerce'],
  open: true,
  asks: [
    { name: 'from', kind: 'date' },
    { name: 'until', kind: 'date' },
  ],
  persons: ({ from, until }) => sql`
    select distinct ${shownAs(sql`r.person_id`)} as person_id from customer_record r
    where r.customer_since is not null and ${from ? sql`r.customer_since >= ${from}::date` : sql`true`}
      and ${until ? sql`r.customer_since <= ${until}::date` : sql`true`}`,
};

const days = { name: 'days', kind: 'number', least: 1, most: 3650, start: 365 } as const;

const ordered: Criterion = {
  key: 'ordered',
  names: null,
  categories: ['commerce'],
  asks: [{ name: 'times', kind: 'number', least: 1, most: 1000, start: 1 }, days],
  persons: ({ times, days }, now) => sql`
    select ${shownAs(sql`o.person_id`)} as person_id from customer_order o
    where o.person_id is not null and o.state <> 'cancelled'
      and o.ordered_at > ${now}::timestamptz - make_interval(days => ${days}::int)
    group by 1 having count(*) >= ${times}::int`,
};

const spent: Criterion = {
  key: 'spent',
  names: null,
  categories: ['commerce'],
  asks: [{ name: 'euros', kind: 'number', least: 1, most: 100_000_000, start: 100 }, days],
  persons: ({ euros, days }, now) => sql`
    select ${shownAs(sql`i.person_id`)} as person_id from invoice i
    where i.person_id is not null and i.state <> 'cancelled' and i.currency = 'EUR'
      and i.issued_on > (${now}::timestamptz - make_interval(days => ${days}::int))::date
    group by 1 having sum(i.total_minor) >= round(${euros}::numeric * 100)`,
};

const overdue: Criterion = {
  key: 'overdue',
  names: null,
  categories: ['commerce'],
  asks: [{ name: 'days', kind: 'number', least: 1, most: 3650, start: 14 }],
  persons: ({ days }, now) => sql`
    select distinct ${shownAs(sql`i.person_id`)} as person_id from invoice i
    where i.person_id is not null and i.state = 'open'
      and i.due_on < (${now}::timestamptz - make_interval(days => ${days}::int))::date`,
};

/** The networks on which somebody was ever met. */
async function network(ctx: Context): Promise<Criterion> {
  const rows = await ctx.database
    .selectFrom('identity')
    .select('network')
    .distinct()
    .orderBy('network')
    .execute();
  const options = rows.map(({ network }) => ({ value: network, names: { nl: network, en: network } }));
  return {
    key: 'network',
    names: null,
    categories: ['handle'],
    asks: [{ name: 'is', kind: 'choice', options }],
    persons: ({ is }) =>
      sql`select distinct ${shownAs(sql`i.person_id`)} as person_id from identity i where i.network = ${is}`,
  };
}

/** What customers themselves can tell apart persons by. Two statements, with the attributes. */
export const ownCriteria: CriterionSource = async (ctx) => [
  relation,
  known,
  since,
  ordered,
  spent,
  overdue,
  await network(ctx),
];
