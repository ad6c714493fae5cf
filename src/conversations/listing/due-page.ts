import { type RawBuilder, sql } from 'kysely';
import { personAllows } from '../../customers/using.ts';
import type { Context } from '../../platform/context.ts';
import { columns, marksOf, ofHead } from './columns.ts';
import { me } from './me.ts';
import type { Asked } from './pages.ts';

/**
 * By when it falls due, what is late first: per queue the first rows by its own index, then merged. What waits for the
 * customer, lies asleep or stands folded is not in it.
 */
export function duePage(ctx: Context, { queues, position, limit, reading }: Asked): RawBuilder<unknown> {
  // The order of this list is the other way round: what comes after is later.
  const order = position?.newer ? sql`desc` : sql`asc`;
  const from = position
    ? sql`and (o.due_at, o.conversation_id) ${position.newer ? sql`<` : sql`>`}
        (${position.at}::timestamptz, ${position.id}::bigint)`
    : sql``;
  return sql`
    select h.*, null as "foldGroup", null as "foldSize", e.public_id as "assigneePublicId", e.name as "assigneeName",
      coalesce(r.seen_seq, 0) < h.inbound_seq as unread, ${marksOf(ctx, 'h')}
    from (
      select h.* from unnest(${queues}::bigint[]) as q (id)
      cross join lateral (
        select o.conversation_id as id, o.due_at as place, o.due_at::text as at, ${columns}
        from conversation_open o
        where o.queue_id = q.id and o.due_at is not null and o.state <> 'waiting' and o.fold_id is null
          and o.snoozed_until is null and ${personAllows(sql`o.person_id`, 'service')}
          and ${reading.mayRead(ofHead)} ${from}
        order by o.due_at ${order}, o.conversation_id ${order} limit ${limit}) h
      order by h.place ${order}, h.id ${order} limit ${limit}) h
    left join employee e on e.id = h.assignee_id
    left join read_mark r on r.conversation_id = h.conversation_id and r.employee_id = ${me(ctx)}
    order by h.place ${order}, h.id ${order}`;
}
