import { sql } from 'kysely';
import { type AttachmentFile, findAttachment } from '../../listening/connecting/source.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { openConversation } from '../thread.ts';

/**
 * A file that came with a message of this conversation, for who may see the conversation; written into the ledger like
 * any opening of it.
 * @throws Refusal `not-found.conversation`, `not-found.attachment`
 */
export async function attachmentOf(ctx: Context, conversation: string, id: string): Promise<AttachmentFile> {
  return transact(ctx, 'service', async (ctx) => {
    const { id: conversationId } = await openConversation(ctx, conversation);
    const file = await findAttachment(ctx, id);
    const stands = await sql`select from conversation_item where conversation_id = ${conversationId}
      and message_id = ${file?.messageId ?? '0'}`.execute(ctx.database);
    if (!file || stands.rows.length === 0) throw new Refusal('not-found.attachment', { id });
    return file;
  });
}
