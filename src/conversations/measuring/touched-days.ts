import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Position } from '../../platform/following.ts';

/**
 * The days that what happened between two places in the event log may be about: when anything was said, asked, begun or
 * ended in the conversations it happened to. Runs in a transaction with a purpose.
 */
export async function touchedDays(
  ctx: Context,
  { after, until, zone }: { after: Position; until: Position; zone: string },
): Promise<string[]> {
  const found = await sql<{ day: string }>`
    with happened as (
      select subject_kind, subject_id from event
      where (xid, seq) > (${after.xid}::xid8, ${after.seq}::bigint)
        and (xid, seq) <= (${until.xid}::xid8, ${until.seq}::bigint)
        and subject_kind in ('conversation', 'message') and subject_id is not null)
    , touched as materialized (
      select subject_id as id from happened where subject_kind = 'conversation'
      union
      select t.conversation_id from happened h join conversation_item t on t.message_id = h.subject_id
      where h.subject_kind = 'message')
    select distinct (at at time zone ${zone})::date::text as day from (
      select t.sent_at as at from touched o join conversation_item t on t.conversation_id = o.id
      union all
      select w.opened_at from touched o join conversation_item t on t.conversation_id = o.id and t.kind = 'in'
      join response_interval w on w.message_id = t.message_id and w.received_at = t.received_at
      union all
      select c.first_message_at from touched o join conversation c on c.id = o.id
      union all
      select k.closed_at from touched o join closure k on k.conversation_id = o.id) moments
    order by 1`.execute(ctx.database);
  return found.rows.map(({ day }) => day);
}
