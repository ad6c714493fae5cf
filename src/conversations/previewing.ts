import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import type { NewEvent } from '../platform/events.ts';
import { previewOf } from './conversation.ts';
import { told } from './events.ts';
import { relabelRows } from './judging/relabelling.ts';

/** The reaction to `message.forgotten`, in its transaction: the line in the list shows no words that are gone. */
export async function previewAnew(ctx: Context, events: readonly NewEvent[]): Promise<void> {
  const ids = events.flatMap((event) => event.data?.messageIds as string[]);
  const found = await sql<{ id: string; text: string | null }>`
    select c.id, (
      select left(m.text, 400) from conversation_item n
      join message m on m.id = n.message_id and m.received_at = n.received_at
      where n.conversation_id = c.id and n.kind <> 'note' and m.text <> ''
      order by n.sent_at desc, n.seq desc limit 1) as text
    from conversation c where c.preview <> '' and c.id in (
      select conversation_id from conversation_item where message_id = any(${ids}::bigint[]))`.execute(
    ctx.database,
  );
  if (found.rows.length === 0) return;
  const shown = sql`unnest(${found.rows.map(({ id }) => id)}::bigint[],
    ${found.rows.map(({ text }) => previewOf(text ?? ''))}::text[]) as t (id, preview)`;
  await sql`update conversation c set preview = t.preview from ${shown} where c.id = t.id`.execute(
    ctx.database,
  );
  await sql`update conversation_open o set preview = t.preview from ${shown}
    where o.conversation_id = t.id`.execute(ctx.database);
}

/** The reaction to `message.edited`, in its transaction: the line in the list, and what is read in the last message. */
export async function showEdited(ctx: Context, events: readonly NewEvent[]): Promise<void> {
  const ids = events.flatMap((event) => event.data?.messageIds as string[]);
  await previewAnew(ctx, events);
  await relabelRows(
    ctx,
    ids.map((id) => ({ verb: 'message.edited', subject: { kind: 'message', id } })),
  );
  const shown = await sql<{ id: string }>`
    update conversation set version = version + 1 where id in (
      select conversation_id from conversation_item where message_id = any(${ids}::bigint[])) returning id`.execute(
    ctx.database,
  );
  await ctx.emit(shown.rows.map(({ id }) => told('edited', id, null)));
}
