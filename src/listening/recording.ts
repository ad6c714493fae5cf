import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { publicId } from '../platform/public-id.ts';

export interface OwnMessage {
  accountId: string;
  audience: string;
  direction: 'out' | 'note';
  text: string;
  /** External id of what it follows. */
  parent: string | null;
  personId: string | null;
  employeeId: string | null;
  departmentId: string | null;
  author: string;
  receivedAt: Date;
}

/** Records a message written here. Its external id starts with `polder:` until a channel gives another. */
export async function recordOwn(
  ctx: Context,
  own: OwnMessage,
): Promise<{ messageId: string; publicId: string }> {
  const id = publicId('me', ctx.clock.now().epochMilliseconds);
  const made = await sql<{ id: string }>`
    insert into message (received_at, public_id, channel_account_id, external_id, direction, audience, person_id,
      employee_id, department_id, author, parent_external_id, sent_at, text)
    values (${own.receivedAt}, ${id}, ${own.accountId}, ${`polder:${id}`}, ${own.direction}, ${own.audience},
      ${own.personId}, ${own.employeeId}, ${own.departmentId}, ${own.author}, ${own.parent}, ${own.receivedAt},
      ${own.text})
    returning id`.execute(ctx.database);
  const messageId = made.rows[0]?.id ?? '';
  await sql`
    insert into message_key (channel_account_id, external_id, message_id, received_at, sent_at)
    values (${own.accountId}, ${`polder:${id}`}, ${messageId}, ${own.receivedAt}, ${own.receivedAt})`.execute(
    ctx.database,
  );
  return { messageId, publicId: id };
}

/** Messages without a time of their own stand just after their parent, once that is known. `at` in milliseconds. */
export async function settleTimes(
  ctx: Context,
  messages: readonly { id: string; receivedAt: Date; at: number }[],
): Promise<void> {
  if (messages.length === 0) return;
  await sql`
    update message m set sent_at = t.sent_at
    from unnest(${messages.map((m) => m.id)}::bigint[], ${messages.map((m) => m.receivedAt)}::timestamptz[],
      ${messages.map((m) => new Date(m.at))}::timestamptz[]) as t (id, received_at, sent_at)
    where m.id = t.id and m.received_at = t.received_at and m.sent_at <> t.sent_at`.execute(ctx.database);
}
