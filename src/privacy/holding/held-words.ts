import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { isHeld } from './held.ts';

export interface HeldWords {
  messageId: string;
  receivedAt: Date;
  personId: string;
  text: string;
}

/**
 * Of words that an author takes back: those of persons whose data a legal hold keeps are set apart for the claim, where
 * only the purpose `legal` comes. Everywhere else they are as gone as those of anybody. Runs under `legal`.
 */
export async function keepForClaim(ctx: Context, at: Date, words: readonly HeldWords[]): Promise<void> {
  if (words.length === 0) return;
  await sql`
    insert into held_words (message_id, received_at, person_id, text, taken_back_at)
    select t.message_id, t.received_at, t.person_id, t.text, ${at}
    from unnest(${words.map(({ messageId }) => messageId)}::bigint[], ${words.map((one) => one.receivedAt)}::timestamptz[],
      ${words.map(({ personId }) => personId)}::bigint[], ${words.map(({ text }) => text)}::text[])
      as t (message_id, received_at, person_id, text)
    where ${isHeld(sql`t.person_id`)} on conflict do nothing`.execute(ctx.database);
}

/** After a hold ended: the words of whoever no hold keeps any more go for good. */
export async function dropHeldWords(ctx: Context): Promise<void> {
  await sql`delete from held_words w where not ${isHeld(sql`w.person_id`)}`.execute(ctx.database);
}

export interface ClaimWords {
  text: string;
  takenBackAt: Date;
}

/** What these persons took back while a hold ran, newest first. Runs under `legal`. */
export async function heldWordsOf(ctx: Context, personIds: readonly string[]): Promise<ClaimWords[]> {
  if (personIds.length === 0) return [];
  const found = await sql<ClaimWords>`
    select text, taken_back_at as "takenBackAt" from held_words where person_id = any(${personIds}::bigint[])
    order by taken_back_at desc, message_id desc limit 50`.execute(ctx.database);
  return found.rows;
}
