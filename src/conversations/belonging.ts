import { sql } from 'kysely';
import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';

/** Something of a conversation, by the id under which a form names it. */
export type Piece = { message: string } | { reply: string } | { handOver: string } | { done: string };

const here = (conversation: string) => sql`(select id from conversation where public_id = ${conversation})`;

/**
 * What a form names must be of the conversation whose page it stands on: an address that one may use is no key to what
 * stands elsewhere. Refused in the words of what is not there at all. Whether the actor may do it is asked by the act.
 * @throws Refusal `not-found.message`, `not-found.reply`, `not-found.hand-over`, `not-found.act`
 */
export async function requireOf(ctx: Context, conversation: string, piece: Piece): Promise<void> {
  const { found, code, id } = questionOf(conversation, piece);
  const belongs = await transact(ctx, 'service', async (ctx) => {
    const answer = await sql<{ belongs: boolean }>`select exists (${found}) as belongs`.execute(ctx.database);
    return answer.rows[0]?.belongs ?? false;
  });
  if (!belongs) throw new Refusal(code, { id });
}

function questionOf(conversation: string, piece: Piece) {
  if ('message' in piece)
    return {
      code: 'not-found.message',
      id: piece.message,
      found: sql`select from conversation_item i join message m on m.id = i.message_id
        where i.conversation_id = ${here(conversation)} and m.public_id = ${piece.message}`,
    };
  if ('reply' in piece)
    return {
      code: 'not-found.reply',
      id: piece.reply,
      found: sql`select from reply where conversation_id = ${here(conversation)} and public_id = ${piece.reply}`,
    };
  if ('handOver' in piece)
    return {
      code: 'not-found.hand-over',
      id: piece.handOver,
      found: sql`select from hand_over where conversation_id = ${here(conversation)} and public_id = ${piece.handOver}`,
    };
  return {
    code: 'not-found.act',
    id: piece.done,
    found: sql`select from conversation_act a join conversation_act_part p on p.act_id = a.id
      where a.public_id = ${piece.done} and ${here(conversation)} in (p.conversation_id, p.other_id)`,
  };
}
