import { sql } from 'kysely';
import { type AwaitedPiece, pieceOf, piecesOf } from '../../customers/commerce/waiting.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DoneAct, type Part, recordAct } from '../acting/act.ts';
import { countVersions, type Locked, lockAll } from '../acting/locking.ts';
import { told } from '../events.ts';
import { lockConversation } from '../opened.ts';
import { longestSnooze, type Until } from './snooze.ts';

/**
 * Puts a conversation out of sight until something happens. What was set aside already gets another moment.
 * @throws Refusal `invalid.snooze-time`, `not-found.piece`, `conflict.conversation-done`, `forbidden.action`
 */
export async function snooze(ctx: Context, publicId: string, until: Until): Promise<DoneAct | undefined> {
  return transact(ctx, 'service', async (ctx) => {
    const { state } = await lockConversation(ctx, publicId);
    if (state === 'done') throw new Refusal('conflict.conversation-done', { id: publicId });
    const locked = await lockAll(ctx, [publicId], { action: 'conversation.close' });
    if (locked.length === 0) throw new Refusal('forbidden.action', { action: 'conversation.close' });
    return recordAct(ctx, 'snooze', await snoozeAll(ctx, locked, until));
  });
}

/** Brings a conversation back into sight, standing as it stood. One that is in sight stays as it is. */
export async function wake(ctx: Context, publicId: string): Promise<DoneAct | undefined> {
  return transact(ctx, 'service', async (ctx) => {
    await lockConversation(ctx, publicId);
    const locked = await lockAll(ctx, [publicId], { action: 'conversation.close' });
    if (locked.length === 0) throw new Refusal('forbidden.action', { action: 'conversation.close' });
    return recordAct(ctx, 'wake', await wakeAll(ctx, locked));
  });
}

/** The same with many that are locked; those that are done stay as they are. */
export async function snoozeAll(ctx: Context, locked: readonly Locked[], until: Until): Promise<Part[]> {
  const now = ctx.clock.now();
  checkMoment(until, now);
  const open = locked.filter(({ state }) => state !== 'done');
  if (open.length === 0) return [];
  const stood = until.piece === null ? null : await stateOfPiece(ctx, open, until.piece);
  const ids = open.map(({ id }) => id);
  await endSnoozes(ctx, ids, 'colleague');
  const made = await sql<{ id: string; conversation: string }>`
    insert into snooze (conversation_id, snoozed_at, snoozed_by, until_at, piece, piece_state, seq_then)
    select c.id, ${asDate(now)}, ${doneBy(ctx)}, ${until.at ? asDate(until.at) : null}::timestamptz, ${until.piece},
      ${stood}, c.seq from conversation c where c.id = any(${ids}::bigint[])
    returning id, conversation_id as conversation`.execute(ctx.database);
  await hide(ctx, ids);
  await countVersions(ctx, ids);
  await ctx.emit(ids.map((id) => told('snoozed', id, null)));
  const snoozes = new Map(made.rows.map((row) => [row.conversation, row.id]));
  return open.map(({ id, snoozeId }) => ({
    conversationId: id,
    before: { snooze: snoozeId },
    after: { snooze: snoozes.get(id) ?? null },
  }));
}

/** Those among locked ones that are out of sight come back. */
export async function wakeAll(ctx: Context, locked: readonly Locked[]): Promise<Part[]> {
  const asleep = locked.filter(({ snoozeId }) => snoozeId !== null);
  if (asleep.length === 0) return [];
  const ids = asleep.map(({ id }) => id);
  await endSnoozes(ctx, ids, 'colleague');
  await hide(ctx, ids);
  await countVersions(ctx, ids);
  await ctx.emit(ids.map((id) => told('woken', id, { why: 'colleague' })));
  return asleep.map(({ id, snoozeId }) => ({
    conversationId: id,
    before: { snooze: snoozeId },
    after: { snooze: null },
  }));
}

/** Ends what is running on these conversations. The list is not told: `hide` does that. */
export async function endSnoozes(
  ctx: Context,
  ids: readonly string[],
  why: 'colleague' | 'closed',
): Promise<void> {
  await sql`update snooze set woken_at = ${asDate(ctx.clock.now())}, woken_by = ${doneBy(ctx)}, woken_why = ${why}
    where conversation_id = any(${ids}::bigint[]) and woken_at is null`.execute(ctx.database);
}

/** Whoever undoes a waking or a closing lets the snooze run on as it ran. */
export async function resumeSnooze(ctx: Context, snoozeIds: readonly string[]): Promise<void> {
  await sql`update snooze set woken_at = null, woken_by = null, woken_why = null
    where id = any(${snoozeIds}::bigint[])`.execute(ctx.database);
}

/** The list shows of each what its snooze says, and nothing where none is running. */
export async function hide(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`
    update conversation_open o set fold_id = null, snoozed_until = (
      select coalesce(s.until_at, 'infinity') from snooze s
      where s.conversation_id = o.conversation_id and s.woken_at is null)
    where o.conversation_id = any(${ids}::bigint[])`.execute(ctx.database);
}

function checkMoment({ at }: Until, now: Temporal.Instant): void {
  if (at === null) return;
  const tooLate = Temporal.Instant.compare(at, now.add(longestSnooze)) > 0;
  if (tooLate || Temporal.Instant.compare(at, now) <= 0) throw new Refusal('invalid.snooze-time');
}

/** What is waited for must be the customer's own, of each of them. */
async function stateOfPiece(ctx: Context, open: readonly Locked[], piece: string): Promise<string> {
  const persons = new Set(open.map(({ personId }) => personId));
  const [person, ...others] = persons;
  const found = person && others.length === 0 ? await pieceOf(ctx, person, piece) : undefined;
  if (!found) throw new Refusal('not-found.piece', { id: piece });
  return found.state;
}

/** What of the customer's own a conversation can wait for. Three statements at most. */
export async function piecesToAwait(ctx: Context, conversationId: string): Promise<AwaitedPiece[]> {
  const found = await sql<{ person: string }>`
    select person_id as person from conversation where id = ${conversationId} and person_id is not null`.execute(
    ctx.database,
  );
  const [row] = found.rows;
  return row ? piecesOf(ctx, row.person) : [];
}
