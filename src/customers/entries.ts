import { type RawBuilder, sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { allows } from '../privacy/predicate.ts';
import type { TimelineAsked, TimelineEntry, TimelineKind, TimelineSource } from './timeline.ts';

/** The part of a statement that gives the newest entries of one table before a place. */
interface Told {
  kind: TimelineKind;
  table: string;
  at: RawBuilder<unknown>;
  key: RawBuilder<unknown>;
  text: RawBuilder<unknown>;
  facts: RawBuilder<unknown>;
  only?: RawBuilder<unknown>;
}

const commerce = allows(sql`t.person_id`, 'service', ['commerce']);

const told: readonly Told[] = [
  {
    kind: 'note',
    table: 'customer_note',
    at: sql`t.written_at`,
    key: sql`t.public_id`,
    text: sql`t.text`,
    facts: sql`json_build_object('by', (select name from employee where id = t.written_by))`,
  },
  {
    kind: 'follow_up',
    table: 'follow_up',
    at: sql`coalesce(t.done_at, t.made_at)`,
    key: sql`t.public_id`,
    text: sql`t.text`,
    facts: sql`json_build_object('state', case when t.done_at is null then 'open' else 'done' end, 'day', t.due_on,
      'by', (select name from employee where id = coalesce(t.done_by, t.made_by)))`,
  },
  {
    kind: 'order',
    table: 'customer_order',
    at: sql`t.ordered_at`,
    key: sql`t.public_id`,
    text: sql`t.number`,
    facts: sql`json_build_object('state', t.state, 'minor', t.total_minor, 'currency', t.currency)`,
    only: commerce,
  },
  {
    kind: 'invoice',
    table: 'invoice',
    at: sql`t.issued_on::timestamptz`,
    key: sql`t.public_id`,
    text: sql`t.number`,
    facts: sql`json_build_object('state', t.state, 'minor', t.total_minor, 'currency', t.currency)`,
    only: commerce,
  },
  {
    kind: 'delivery',
    table: 'delivery',
    at: sql`coalesce(t.delivered_at, t.told_at)`,
    key: sql`t.public_id`,
    text: sql`t.number`,
    facts: sql`json_build_object('state', t.state)`,
    only: commerce,
  },
  {
    kind: 'promise',
    table: 'promise',
    at: sql`coalesce(t.settled_at, t.made_at)`,
    key: sql`t.public_id`,
    text: sql`t.what`,
    facts: sql`json_build_object('state', coalesce(t.outcome, 'open'), 'day', t.due_on,
      'by', (select name from employee where id = coalesce(t.settled_by, t.made_by)))`,
  },
  {
    kind: 'relation',
    table: 'person_relation',
    at: sql`t.at`,
    key: sql`'rl_' || t.id`,
    text: sql`null::text`,
    facts: sql`json_build_object('relation', t.relation,
      'by', coalesce((select name from employee where id = t.by_employee), t.source))`,
  },
  {
    kind: 'merge',
    table: 'person_alias',
    at: sql`t.made_at`,
    key: sql`t.public_id`,
    text: sql`(select name from person where id = t.person_id)`,
    facts: sql`json_build_object('by', (select name from employee where id = t.made_by))`,
    only: sql`t.undone_at is null`,
  },
];

/** What this module itself adds to the timeline of a person: one statement for all its tables. */
export const customerTimeline: TimelineSource = {
  kinds: told.map(({ kind }) => kind),
  entries: async (ctx: Context, personIds, asked) => {
    const parts = told.map((one) => newestOf(one, personIds, asked));
    const found = await sql<TimelineEntry>`
      select * from (${sql.join(parts, sql` union all `)}) e order by at desc, key desc limit ${asked.limit}`.execute(
      ctx.database,
    );
    return found.rows;
  },
};

function newestOf(
  { kind, table, at, key, text, facts, only = sql`true` }: Told,
  personIds: readonly string[],
  { before, limit }: TimelineAsked,
): RawBuilder<unknown> {
  const earlier = before
    ? sql`(${at}, ${key}) < (${before.at}::timestamptz, ${before.key}::text)`
    : sql`true`;
  return sql`(select ${sql.lit(kind)}::text as kind, ${at} as at, ${key} as key, ${text} as text, ${facts} as facts
    from ${sql.table(table)} t where t.person_id = any(${personIds}::bigint[]) and ${only} and ${earlier}
    order by 2 desc, 3 desc limit ${limit})`;
}
