import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** A number that somebody named in a message, with the message as its evidence. */
export interface Mention {
  personId: string;
  kind: string;
  value: string;
  messageId: string;
  receivedAt: Date;
}

const kept = new Set(['customer', 'order', 'invoice', 'parcel']);

/** Numbers as they are compared: capitals, without spaces. */
export function mentionValue(raw: string): string {
  return raw.normalize('NFKC').replace(/\s+/g, '').toUpperCase();
}

/** Keeps which numbers were named by whom. Harmless to do twice. */
export async function noteMentions(ctx: Context, mentions: readonly Mention[]): Promise<void> {
  const all = mentions.filter(({ kind, value }) => kept.has(kind) && mentionValue(value).length <= 60);
  if (all.length === 0) return;
  await sql`
    insert into person_mention (person_id, kind, value, message_id, received_at)
    select * from unnest(${all.map((one) => one.personId)}::bigint[], ${all.map((one) => one.kind)}::text[],
      ${all.map((one) => mentionValue(one.value))}::text[], ${all.map((one) => one.messageId)}::bigint[],
      ${all.map((one) => one.receivedAt)}::timestamptz[])
    on conflict do nothing`.execute(ctx.database);
}

/** The messages in which one of these numbers was named by these persons, by number. */
export async function messagesNaming(
  ctx: Context,
  personIds: readonly string[],
  numbers: readonly string[],
): Promise<Map<string, string[]>> {
  const found = await sql<{ value: string; messages: string[] }>`
    select value, array_agg(distinct message_id::text) as messages from person_mention
    where person_id = any(${personIds}::bigint[]) and value = any(${numbers.map(mentionValue)}::text[])
    group by value`.execute(ctx.database);
  return new Map(found.rows.map((row) => [row.value, row.messages]));
}

/** What these persons named, newest first: which number in which message. One statement. */
export async function mentionsBy(
  ctx: Context,
  personIds: readonly string[],
  limit = 200,
): Promise<{ value: string; messageId: string }[]> {
  const found = await sql<{ value: string; messageId: string }>`
    select value, message_id as "messageId" from person_mention
    where person_id = any(${personIds}::bigint[]) and kind <> 'customer'
    order by received_at desc, message_id desc limit ${limit}`.execute(ctx.database);
  return found.rows;
}
