import { sql } from 'kysely';
import { requires } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { type DoneAct, recordAct } from '../acting/act.ts';
import { told } from '../events.ts';
import { type LockedConversation, lockConversation } from '../opened.ts';
import { whileJoining } from './joining-lock.ts';
import { refusePending } from './pair.ts';
import {
  actMoment,
  moveItems,
  recordItems,
  recount,
  type StandingItem,
  someoneWaits,
  stand,
  stateOf,
} from './recounting.ts';

export interface SplitOff extends DoneAct {
  /** Public id of the new conversation. */
  conversation: string;
}

/**
 * Takes messages out of a conversation into a new one: two questions in one thread are two cases. The new one is of
 * whoever wrote the first of them, in the same queue and with nobody. Taken back with `undoAct`.
 * @throws Refusal `not-found.message`, `conflict.split-whole` when nothing would stay, `invalid.split-empty` for notes
 * alone, `conflict.conversation-done`
 */
export async function splitOff(
  ctx: Context,
  publicId: string,
  messages: readonly string[],
): Promise<SplitOff> {
  return transact(ctx, 'service', async (ctx) => {
    await whileJoining(ctx);
    const whole = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.assign', whole.departmentId);
    if (whole.state === 'done') throw new Refusal('conflict.conversation-done', { id: publicId });
    await refusePending(ctx, whole.id);
    const items = await chosen(ctx, whole.id, messages);
    const made = await makeConversation(ctx, whole, items);
    await moveItems(ctx, items, { into: made.id });
    await standAnew(ctx, made.id);
    const otherState = await standAnew(ctx, whole.id);
    const act = await recordAct(ctx, 'split', [
      {
        conversationId: made.id,
        otherId: whole.id,
        before: { otherState: whole.state },
        after: { otherSeq: whole.seq, otherState },
      },
    ]);
    if (!act) throw new Error('a split that was not kept');
    await recordItems(ctx, act.id, items);
    await ctx.emit([
      told('split', whole.id, { into: made.id }),
      told('rearranged', whole.id, null),
      told('opened', made.id, null),
    ]);
    return { ...act, conversation: made.publicId };
  });
}

/** Gives how it stands, from what stands in it now. */
async function standAnew(ctx: Context, id: string): Promise<string> {
  const course = await recount(ctx, id);
  if (!course) throw new Refusal('conflict.split-whole');
  const state = stateOf(course, await someoneWaits(ctx, id));
  const closedAt = state === 'done' ? new Date(course.lastAt).toISOString() : null;
  await stand(ctx, id, { state, closedAt, mergedInto: null });
  return state;
}

interface Chosen extends StandingItem {
  kind: string;
}

async function chosen(ctx: Context, conversationId: string, messages: readonly string[]): Promise<Chosen[]> {
  const wanted = [...new Set(messages)];
  const found = await sql<Chosen & { wanted: boolean }>`
    select i.message_id as "messageId", i.seq, i.kind, m.public_id = any(${wanted}::text[]) as wanted
    from conversation_item i join message m on m.id = i.message_id and m.received_at = i.received_at
    where i.conversation_id = ${conversationId} order by i.seq`.execute(ctx.database);
  const [taken, left] = [true, false].map((is) => found.rows.filter((item) => item.wanted === is));
  if (!taken || taken.length < wanted.length) throw new Refusal('not-found.message');
  if (taken.every(({ kind }) => kind === 'note')) throw new Refusal('invalid.split-empty');
  if (!left?.some(({ kind }) => kind !== 'note')) throw new Refusal('conflict.split-whole');
  return taken;
}

/** A row without messages yet: they are moved into it and counted there. No thread: that stays with the whole. */
async function makeConversation(
  ctx: Context,
  whole: LockedConversation,
  items: readonly Chosen[],
): Promise<{ id: string; publicId: string }> {
  const at = actMoment(ctx);
  const ids = items.map(({ messageId }) => messageId);
  const found = await sql<{ id: string; publicId: string }>`
    insert into conversation (public_id, channel_account_id, identity_id, person_id, queue_id, started_by, state,
      created_at, first_message_at, last_message_at, last_direction, preview)
    select ${publicId('cv', at.getTime())}, c.channel_account_id, coalesce(w.identity_id, c.identity_id),
      coalesce(w.person_id, c.person_id), c.queue_id, 'customer', 'open', ${at}, ${at}, ${at}, 'in', ''
    from conversation c
    left join lateral (
      select m.identity_id, m.person_id from message m
      where m.id = any(${ids}::bigint[]) and m.direction = 'in' order by m.sent_at, m.id limit 1) w on true
    where c.id = ${whole.id}
    returning id, public_id as "publicId"`.execute(ctx.database);
  const made = found.rows[0];
  if (!made) throw new Error('a conversation that was not made');
  return made;
}
