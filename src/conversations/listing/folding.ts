import { type RawBuilder, sql } from 'kysely';
import { fewestAlike } from '../../listening/noticing/groups.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';

/** Numbers of the locks: 2 and 3 are of finding.ts. */
const foldingLock = sql.lit(4);

/**
 * What is placed and what is found alike at the same moment do not see each other. Who places a file holds this while
 * it does; who folds waits for all of those, and those who come later see what was found.
 */
export async function whilePlacing(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${foldingLock}, 0)`.execute(ctx.database);
}

/** The reaction to `alike.found`: conversations that begin with nearly the same stand in the list as one. */
export async function foldAlike(ctx: Context, event: Event): Promise<void> {
  await sql`select pg_advisory_xact_lock(${foldingLock}, 0)`.execute(ctx.database);
  await fold(ctx, event.data.messageIds as string[]);
}

/**
 * Folds the conversations whose last message of the customer is one of these, when nobody has taken them up: one that
 * has an owner, or an answer, or another question after it, stands by itself. Harmless to do twice.
 */
export async function fold(ctx: Context, messageIds: readonly string[]): Promise<void> {
  // What was heard just now is in no group yet: asked first, or placing a file would look through all conversations.
  const grouped = await sql`
    select from alike where message_id = any(${messageIds}::bigint[]) and group_id is not null limit 1`.execute(
    ctx.database,
  );
  if (grouped.rows.length === 0) return;
  await sql`
    with told as (
      select o.conversation_id, o.queue_id, o.last_message_at, a.group_id
      from alike a
      join alike_group g on g.id = a.group_id and g.size >= ${fewestAlike}
      join conversation_item i on i.message_id = a.message_id and i.kind = 'in'
      join conversation_open o on o.conversation_id = i.conversation_id
      where a.message_id = any(${messageIds}::bigint[]) and o.fold_id is null and ${isUntouched(sql`o`)}
        and not exists (select from conversation_item later where later.conversation_id = i.conversation_id
          and later.kind = 'in' and (later.sent_at, later.seq) > (i.sent_at, i.seq)))
    , folds as (
      insert into conversation_fold (queue_id, group_id, last_message_at)
      select queue_id, group_id, max(last_message_at) from told group by queue_id, group_id order by queue_id, group_id
      on conflict (queue_id, group_id) do update
        set last_message_at = greatest(conversation_fold.last_message_at, excluded.last_message_at)
      returning id, queue_id, group_id)
    update conversation_open o set fold_id = folds.id
    from told join folds using (queue_id, group_id)
    where o.conversation_id = told.conversation_id and ${isUntouched(sql`o`)}`.execute(ctx.database);
}

function isUntouched(open: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql<boolean>`(${open}.state <> 'waiting' and ${open}.assignee_id is null)`;
}

/** Every night: folds without conversations go. One that joins meanwhile stands in the list by itself. */
export async function clearFolds(ctx: Context): Promise<void> {
  const before = asDate(ctx.clock.now().subtract({ hours: 24 }));
  await sql`
    delete from conversation_fold f where f.last_message_at < ${before}
      and not exists (select from conversation_open o where o.fold_id = f.id)`.execute(ctx.database);
}
