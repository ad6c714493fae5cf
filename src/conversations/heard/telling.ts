import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { HeardText } from './heard.ts';

export interface NewHeard {
  words: Partial<Record<Locale, HeardText>>;
  doneOn: string;
  /** Public ids of the conversations in which it was said. */
  conversations: readonly string[];
}

/**
 * A colleague tells everybody what came of what people said, in words of their own; never a quotation of somebody.
 * @throws Refusal `not-found.conversation` for one that does not exist, `invalid.heard-empty`
 */
export async function tellHeard(ctx: Context, { words, doneOn, conversations }: NewHeard): Promise<string> {
  const { actor } = ctx;
  if (actor.kind !== 'employee') throw new Refusal('forbidden.action');
  if (Object.keys(words).length === 0) throw new Refusal('invalid.heard-empty');
  return transact(ctx, 'service', async (ctx) => {
    const at = asDate(ctx.clock.now());
    const made = await ctx.database
      .insertInto('heard')
      .values({
        public_id: publicId('he', at.getTime()),
        words: JSON.stringify(words),
        done_on: doneOn,
        made_at: at,
        made_by: actor.employeeId,
      })
      .returning(['id', 'public_id'])
      .executeTakeFirstOrThrow();
    await linkTo(ctx, made.id, [...new Set(conversations)]);
    await ctx.emit([{ verb: 'heard.told', subject: { kind: 'heard', id: made.id } }]);
    return made.public_id;
  });
}

async function linkTo(ctx: Context, heardId: string, conversations: readonly string[]): Promise<void> {
  if (conversations.length === 0) return;
  const linked = await sql<{ id: string }>`
    insert into heard_source (heard_id, conversation_id)
    select ${heardId}, id from conversation where public_id = any(${conversations}::text[])
    returning conversation_id as id`.execute(ctx.database);
  if (linked.rows.length < conversations.length) throw new Refusal('not-found.conversation', {});
}

/** Takes an entry off the public page, or puts it back. */
export async function hideHeard(ctx: Context, id: string, hidden: boolean): Promise<void> {
  const { actor } = ctx;
  if (actor.kind !== 'employee') throw new Refusal('forbidden.action');
  await ctx.database
    .updateTable('heard')
    .set({
      hidden_at: hidden ? asDate(ctx.clock.now()) : null,
      hidden_by: hidden ? actor.employeeId : null,
    })
    .where('public_id', '=', id)
    .execute();
}
