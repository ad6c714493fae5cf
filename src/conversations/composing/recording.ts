import { sql } from 'kysely';
import { recordOwn } from '../../listening/recording.ts';
import type { Context } from '../../platform/context.ts';
import type { LockedConversation } from '../opened.ts';

export interface OwnWords {
  text: string;
  direction: 'out' | 'note';
  audience: 'public' | 'private' | 'internal';
  employeeId: string | null;
  departmentId: string | null;
  author: string;
  at: Date;
}

export interface Written {
  messageId: string;
  publicId: string;
}

/** Writes words of ours as a message that follows the last one between the customer and us. */
export async function recordWords(
  ctx: Context,
  conversation: Pick<LockedConversation, 'id' | 'accountId' | 'personId'>,
  { at, ...words }: OwnWords,
): Promise<Written> {
  const parent = await sql<{ external_id: string }>`
    select m.external_id from conversation_item i join message m on m.id = i.message_id and m.received_at = i.received_at
    where i.conversation_id = ${conversation.id} and i.kind <> 'note'
    order by i.sent_at desc, i.seq desc limit 1`.execute(ctx.database);
  return recordOwn(ctx, {
    ...words,
    accountId: conversation.accountId,
    parent: parent.rows[0]?.external_id ?? null,
    personId: conversation.personId,
    receivedAt: at,
  });
}
