import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Days } from './interval-days.ts';

/** Two colleagues who had to do with each other: in how many conversations, on one day. `one` has the lower number. */
export interface ContactDay {
  readonly day: string;
  readonly oneId: string;
  readonly otherId: string;
  readonly contacts: number;
}

/**
 * Both wrote in one conversation within 91 days, or one handed it to the other. Counted on the day of the later of the
 * two. Runs in a transaction with a purpose.
 */
export async function measureContacts(ctx: Context, { from, to, zone }: Days): Promise<ContactDay[]> {
  const found = await sql<ContactDay>`
    with act as (
      select t.conversation_id, t.sent_at, m.employee_id from conversation_item t
      join message m on m.id = t.message_id and m.received_at = t.received_at
      where t.kind in ('reply', 'post') and t.sent_at >= ${from} and t.sent_at < ${to} and m.employee_id is not null
      union all
      select t.conversation_id, t.sent_at, m.employee_id from conversation_item t
      join message m on m.id = t.message_id and m.received_at = t.received_at
      where t.kind = 'note' and t.sent_at >= ${from} and t.sent_at < ${to} and m.employee_id is not null)
    , met as (
      select a.sent_at as at, a.conversation_id, a.employee_id as mine, m.employee_id as yours
      from act a join conversation_item t on t.conversation_id = a.conversation_id and t.kind in ('reply', 'post', 'note')
        and t.sent_at <= a.sent_at and t.sent_at > a.sent_at - interval '91 days'
      join message m on m.id = t.message_id and m.received_at = t.received_at
      where m.employee_id <> a.employee_id
      union all
      select assigned_at, conversation_id, assigned_by, employee_id from assignment
      where assigned_at >= ${from} and assigned_at < ${to} and assigned_by <> employee_id)
    select (at at time zone ${zone})::date::text as day, least(mine, yours)::text as "oneId",
      greatest(mine, yours)::text as "otherId", count(distinct conversation_id)::int as contacts
    from met group by 1, least(mine, yours), greatest(mine, yours)`.execute(ctx.database);
  return found.rows;
}

/** Conversations that began on a day and were answered, and of those the ones that went there and back again. */
export interface DepthDay {
  readonly day: string;
  readonly replied: number;
  readonly deep: number;
}

export async function measureDepths(ctx: Context, { from, to, zone }: Days): Promise<DepthDay[]> {
  const found = await sql<DepthDay>`
    select (first_message_at at time zone ${zone})::date::text as day, count(*)::int as replied,
      count(*) filter (where turns >= 2)::int as deep
    from conversation where replies > 0 and first_message_at >= ${from} and first_message_at < ${to}
    group by 1`.execute(ctx.database);
  return found.rows;
}
