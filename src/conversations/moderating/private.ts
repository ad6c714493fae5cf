import { sql } from 'kysely';
import { shownAs } from '../../customers/shown.ts';
import { requires } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { mayRead } from '../../organisation/mandates/reading.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { Refusal } from '../../platform/refusal.ts';
import { answer } from '../answering.ts';
import { told } from '../events.ts';
import { ofConversation } from '../listing/columns.ts';
import { lockConversation } from '../opened.ts';

/** How long a customer has to write to us in private before we stop expecting it. */
const expectedDays = 14;

export interface GoingPrivate {
  /** What everybody reads: that it goes on in private. */
  text: string;
  /** The version the writer saw. */
  version?: number;
}

/**
 * Takes a public conversation into private: says so once where everybody reads along, and from then on expects the
 * customer in private on the same network. A private conversation of theirs that is open already is linked at once; one
 * that begins within two weeks as soon as it does. Nothing of the one is copied into the other.
 * @throws Refusal `conflict.private-already`, `conflict.not-public`, `conflict.private-nowhere` when we have no private
 * account there; and all that `answer` refuses.
 */
export async function goPrivate(ctx: Context, publicId: string, going: GoingPrivate): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.answer', conversation.departmentId);
    if (conversation.audience !== 'public') throw new Refusal('conflict.not-public');
    if (!(await hasPrivateAccount(ctx, conversation.channel))) throw new Refusal('conflict.private-nowhere');
    const made = await sql<{ id: string }>`
      insert into private_move (public_id, made_at, made_by)
      values (${conversation.id}, ${asDate(ctx.clock.now())}, ${doneBy(ctx)})
      on conflict do nothing returning id`.execute(ctx.database);
    if (made.rows.length === 0) throw new Refusal('conflict.private-already');
    await answer(ctx, publicId, going);
    await ctx.emit([told('went-private', conversation.id, null)]);
    await linkOpen(ctx, conversation.id);
  });
}

/** It goes on in the open after all, or the customer never came: it is no longer expected. */
export async function stayPublic(ctx: Context, publicId: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.answer', conversation.departmentId);
    await sql`update private_move set ended_at = ${asDate(ctx.clock.now())}
      where public_id = ${conversation.id} and ended_at is null`.execute(ctx.database);
    await ctx.emit([told('marked', conversation.id, null)]);
  });
}

async function hasPrivateAccount(ctx: Context, channel: string): Promise<boolean> {
  const found = await sql`
    select from channel_account where channel = ${channel} and audience = 'private' limit 1`.execute(
    ctx.database,
  );
  return found.rows.length > 0;
}

/** The private conversation of the same person on the same network that is open now and spoke last. */
async function linkOpen(ctx: Context, publicId: string): Promise<void> {
  await sql`
    update private_move v set private_id = d.id, linked_at = ${asDate(ctx.clock.now())}
    from (
      select d.id from conversation c join channel_account a on a.id = c.channel_account_id
      join channel_account b on b.channel = a.channel and b.audience = 'private'
      join conversation d on d.channel_account_id = b.id and d.state <> 'done' and d.merged_into_id is null
        and ${shownAs(sql`d.person_id`)} = ${shownAs(sql`c.person_id`)}
      where c.id = ${publicId} order by d.last_message_at desc, d.id desc limit 1) d
    where v.public_id = ${publicId} and v.ended_at is null and v.private_id is null`.execute(ctx.database);
}

/**
 * The reaction to `conversation.opened`: a private conversation that begins may be the one that was expected. The
 * newest expectation of the same person on the same network is met. Harmless to do twice.
 */
export async function linkExpected(ctx: Context, events: readonly Event[]): Promise<void> {
  const since = asDate(ctx.clock.now().subtract({ hours: 24 * expectedDays }));
  // Nearly always nobody is expected; then a rush of new conversations costs one small question.
  const expecting = await sql`
    select from private_move where private_id is null and ended_at is null and made_at >= ${since} limit 1`.execute(
    ctx.database,
  );
  if (expecting.rows.length === 0) return;
  for (const { subjectId } of events) if (subjectId) await linkOne(ctx, subjectId, since);
}

async function linkOne(ctx: Context, subjectId: string, since: Date): Promise<void> {
  const linked = await sql<{ id: string }>`
    update private_move v set private_id = ${subjectId}, linked_at = ${asDate(ctx.clock.now())}
    where v.id = (
      select w.id from private_move w
      join conversation c on c.id = w.public_id join channel_account a on a.id = c.channel_account_id
      join conversation d on d.id = ${subjectId} and ${shownAs(sql`d.person_id`)} = ${shownAs(sql`c.person_id`)}
      join channel_account b on b.id = d.channel_account_id and b.audience = 'private' and b.channel = a.channel
      where w.private_id is null and w.ended_at is null and w.made_at >= ${since} order by w.id desc limit 1)
    returning public_id as id`.execute(ctx.database);
  const { rows } = linked;
  if (rows.length > 0)
    await ctx.emit([...rows.map(({ id }) => told('marked', id, null)), told('marked', subjectId, null)]);
}

/** How a conversation stands towards its other half. */
export interface PrivateStanding {
  /** Public id of the private half of this public one; null while the customer is expected. */
  onward: { conversation: string | null; at: Date } | null;
  /** Public id of the public half of this private one. */
  from: string | null;
}

/** For whoever opened it. The other half is named only where it stands in a queue that may be read. One statement. */
export async function privateStanding(
  ctx: Context,
  conversationId: string,
  queues: readonly string[],
): Promise<PrivateStanding> {
  const within = sql`c.queue_id = any(${queues}::bigint[]) and ${mayRead(ctx, ofConversation)}`;
  const found = await sql<{ at: Date; onward: string | null; mine: boolean; from: string | null }>`
    select v.made_at as at, v.public_id = ${conversationId} as mine,
      (select c.public_id from conversation c where c.id = v.private_id and ${within}) as onward,
      (select c.public_id from conversation c where c.id = v.public_id and ${within}) as from
    from private_move v where v.public_id = ${conversationId} and v.ended_at is null
      or v.private_id = ${conversationId} order by v.id desc limit 2`.execute(ctx.database);
  const onward = found.rows.find(({ mine }) => mine);
  return {
    onward: onward ? { conversation: onward.onward, at: onward.at } : null,
    from: found.rows.find(({ mine }) => !mine)?.from ?? null,
  };
}
