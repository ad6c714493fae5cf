import { type RawBuilder, sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import { mayRead } from '../../organisation/mandates/reading.ts';
import type { Context } from '../../platform/context.ts';
import { columns, marksOf, ofHead } from './columns.ts';
import { type Filter, type FilterableView, filterCondition, viewParts } from './filter.ts';
import { me } from './me.ts';
import type { Asked } from './pages.ts';

/** A view narrowed to a filter; each conversation by itself. Per queue the first rows, then merged. */
export function filterPage(
  ctx: Context,
  { queues, position, limit, reading }: Asked,
  { view, filter }: { view: FilterableView; filter: Filter },
): RawBuilder<unknown> {
  const order = position?.newer ? sql`asc` : sql`desc`;
  const from = position
    ? sql`and (o.last_message_at, o.conversation_id) ${position.newer ? sql`>` : sql`<`}
        (${position.at}::timestamptz, ${position.id}::bigint)`
    : sql``;
  const part = (condition: RawBuilder<unknown>) => sql`(
    select o.conversation_id as id, o.last_message_at as place, o.last_message_at::text as at, ${columns}
    from conversation_open o
    where o.queue_id = q.id and ${condition} and ${filterCondition(ctx, filter)}
      and ${personAllows(sql`o.person_id`, 'service')} and ${reading.mayRead(ofHead)} ${from}
    order by o.last_message_at ${order}, o.conversation_id ${order} limit ${limit})`;
  return sql`
    select h.*, null as "foldGroup", null as "foldSize", e.public_id as "assigneePublicId", e.name as "assigneeName",
      coalesce(r.seen_seq, 0) < h.inbound_seq as unread, ${marksOf(ctx, 'h')}
    from (
      select h.* from unnest(${queues}::bigint[]) as q (id)
      cross join lateral (
        ${sql.join(viewParts(ctx, view).map(part), sql` union all `)}) h
      order by h.place ${order}, h.id ${order} limit ${limit}) h
    left join employee e on e.id = h.assignee_id
    left join read_mark r on r.conversation_id = h.conversation_id and r.employee_id = ${me(ctx)}
    order by h.place ${order}, h.id ${order}`;
}

/** Public ids of the first of a filtered view that had their last message by then: for one act with all of them. */
export async function idsWithin(
  ctx: Context,
  queues: readonly string[],
  asked: { view: FilterableView; filter: Filter; asOf: Date; most: number },
): Promise<string[]> {
  const part = (condition: RawBuilder<unknown>) => sql`(
    select o.public_id as id, o.last_message_at as at, o.conversation_id as n from conversation_open o
    where o.queue_id = any(${queues}::bigint[]) and ${condition} and ${filterCondition(ctx, asked.filter)}
      and o.last_message_at <= ${asked.asOf} and ${personAllows(sql`o.person_id`, 'service')}
      and ${mayRead(ctx, ofHead)}
    order by o.last_message_at desc, o.conversation_id desc limit ${asked.most})`;
  const found = await sql<{ id: string }>`
    select id from (${sql.join(viewParts(ctx, asked.view).map(part), sql` union all `)}) t
    order by at desc, n desc limit ${asked.most}`.execute(ctx.database);
  return found.rows.map(({ id }) => id);
}
