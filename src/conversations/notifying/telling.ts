import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { type Kind, kinds, standardWays, type Way } from './kind.ts';

/** Something that a colleague is told. */
export interface News {
  employeeId: string;
  kind: Kind;
  conversationId: string;
  /** Who did it; null: nobody in particular. Nobody is told what they did themselves. */
  by: string | null;
  /** Of a rule that tells it, its key. */
  rule?: string;
  /** What happened: the same is told once to the same colleague. */
  cause: string;
}

/** While one of these is unread about a conversation, another one says nothing new. */
const once: readonly Kind[] = ['replied', 'due_soon', 'overdue'];

/**
 * Tells colleagues, in the transaction of what happened or soon after, each in the ways they want. What they do not want
 * to see in Polder is kept as read, so that a summary may still name it. Harmless to do twice. One statement.
 */
export async function tell(ctx: Context, news: readonly News[]): Promise<void> {
  const others = news.filter(({ employeeId, by }) => employeeId !== by);
  if (others.length === 0) return;
  const at = asDate(ctx.clock.now());
  const told = await sql<{ employee: string }>`
    insert into notification (public_id, employee_id, kind, conversation_id, by, cause, rule, at, read_at, push, mail)
    select t.public_id, t.employee_id, t.kind, t.conversation_id, t.by, t.cause, t.rule, ${at},
      case when coalesce(w.app, ${standard('app')}) then null else ${at}::timestamptz end,
      case when coalesce(w.push, ${standard('push')})
        and exists (select from push_subscription s where s.employee_id = t.employee_id) then 'waiting' else 'no' end,
      case when coalesce(w.mail, ${standard('mail')}) then 'waiting' else 'no' end
    from unnest(${others.map(() => publicId('nt', at.getTime()))}::text[], ${others.map((one) => one.employeeId)}::bigint[],
      ${others.map(({ kind }) => kind)}::text[], ${others.map((one) => one.conversationId)}::bigint[],
      ${others.map(({ by }) => by)}::bigint[], ${others.map(({ cause }) => cause)}::text[], ${others.map(({ rule }) => rule ?? null)}::text[])
      as t (public_id, employee_id, kind, conversation_id, by, cause, rule)
    join employee e on e.id = t.employee_id and e.left_at is null
    left join notification_wish w on w.employee_id = t.employee_id and w.kind = t.kind
    where not (t.kind = any(${once}::text[]) and exists (select from notification n
      where n.employee_id = t.employee_id and n.conversation_id = t.conversation_id and n.kind = t.kind and n.read_at is null))
    on conflict (employee_id, cause) do nothing returning employee_id as employee`.execute(ctx.database);
  const employees = [...new Set(told.rows.map(({ employee }) => employee))];
  if (employees.length > 0)
    await ctx.emit([
      { verb: 'colleagues.told', subject: { kind: 'notification', id: null }, data: { employees } },
    ]);
}

function standard(way: Way): RawBuilder<boolean> {
  return sql<boolean>`t.kind = any(${kinds.filter((kind) => standardWays[kind][way])}::text[])`;
}
