import { sql } from 'kysely';
import { entersListUse, personAllows } from '../../customers/using.ts';
import { readingFor } from '../../organisation/mandates/reading.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { employeeOf } from '../closing.ts';
import { ofConversation } from '../listing/columns.ts';
import { cursorOf, readCursor } from '../listing/cursor.ts';
import type { Kind } from './kind.ts';

/** What the actor was told, as far as they may still read it. */
export interface Notification {
  publicId: string;
  kind: Kind;
  at: Date;
  unread: boolean;
  /** The colleague who did it. */
  by: string | null;
  /** The name of the rule that told it; null also when that rule is gone. */
  rule: string | null;
  /** null: it may not be read, as by whoever is asked something about it. */
  conversation: { publicId: string; personName: string | null; channel: string } | null;
  /** Of a question to the own department: its public id. */
  handOver: string | null;
}

export interface NotificationPage {
  rows: Notification[];
  next?: string;
}

const pageSize = 25;

/** The newest things the actor was told. Two statements; programs are told nothing. */
export async function listNotifications(
  ctx: Context,
  { after, unread = false }: { after?: string | undefined; unread?: boolean } = {},
): Promise<NotificationPage> {
  const me = employeeOf(ctx);
  if (me === null) return { rows: [] };
  const from = after ? readCursor(after) : null;
  return transact(ctx, 'service', async (ctx) => {
    const reading = await readingFor(ctx, 'inbox.read', { writing: entersListUse(ctx, 'inbox.listed') });
    const found = await sql<Notification & { id: string; stamp: string }>`
      select n.id, n.at::text as stamp, n.public_id as "publicId", n.kind, n.at, n.read_at is null as unread, b.name as by,
        case when n.rule is not null then (select r ->> 'name' from (select rules from ruling_version order by id desc limit 1) v,
          jsonb_array_elements(v.rules) r where r ->> 'key' = n.rule) end as rule,
        d.conversation, case when n.kind = 'handed_over' then (select h.public_id from hand_over h
          where h.conversation_id = n.conversation_id and h.ended_at is null
            and h.department_id = (select department_id from employee where id = ${me}) limit 1) end as "handOver"
      from (select * from notification n where n.employee_id = ${me}
          and ${unread ? sql`n.read_at is null` : sql`true`}
          and ${from ? sql`n.id < ${from.id}::bigint` : sql`true`}
        order by n.id desc limit ${pageSize + 1}) n
      left join employee b on b.id = n.by
      left join lateral (
        select json_build_object('publicId', c.public_id, 'personName', coalesce(i.name, i.handle), 'channel', a.channel) as conversation
        from conversation c join channel_account a on a.id = c.channel_account_id
        left join identity i on i.id = c.identity_id
        where c.id = n.conversation_id and c.queue_id = any(${reading.queues}::bigint[])
          and ${personAllows(sql`c.person_id`, 'service')} and ${reading.mayRead(ofConversation)}) d on true
      order by n.id desc`.execute(ctx.database);
    const rows = found.rows.slice(0, pageSize);
    const last = rows.at(-1);
    return {
      rows: rows.map(({ id: _, stamp: __, ...row }) => row),
      ...(last && found.rows.length > pageSize
        ? { next: cursorOf({ at: last.stamp, id: last.id }, false) }
        : {}),
    };
  });
}

/** For every page of a colleague: how many are unread, counted up to a hundred. An expression over employee `e`. */
export const unreadOf = sql<number>`(select count(*)::integer from (
  select from notification n where n.employee_id = e.id and n.read_at is null limit 100) t)`;

/** Reads one, all about one conversation (by its number), or all. One statement. */
export async function markTold(
  ctx: Context,
  which: { publicId: string } | { conversationId: string } | 'all',
): Promise<void> {
  const me = employeeOf(ctx);
  if (me === null) return;
  const those =
    which === 'all'
      ? sql`true`
      : 'publicId' in which
        ? sql`public_id = ${which.publicId}`
        : sql`conversation_id = ${which.conversationId}`;
  await sql`
    update notification set read_at = ${asDate(ctx.clock.now())}, push = case push when 'waiting' then 'no' else push end,
      mail = case mail when 'waiting' then 'no' else mail end
    where employee_id = ${me} and read_at is null and ${those}`.execute(ctx.database);
}

/** Kept for so long. */
const kept = { hours: 24 * 90 };

/** Every night. */
export async function forgetNotifications(ctx: Context): Promise<void> {
  await sql`delete from notification where at < ${asDate(ctx.clock.now().subtract(kept))}`.execute(
    ctx.database,
  );
}
