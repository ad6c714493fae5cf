import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { findReply } from './reading-replies.ts';
import { giveBack } from './undoing.ts';

/**
 * After a backup was put back: answers that were about to leave when it was made may have left since, so none of them
 * goes by itself. Each lies before its writer again, who can see what the customer got.
 */
export async function giveBackRestored(ctx: Context): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const held = await sql<{ id: string }>`select id from reply where state = 'held' order by id`.execute(
      ctx.database,
    );
    for (const { id } of held.rows) {
      const reply = await findReply(ctx, { id }, { lock: true });
      if (reply?.state === 'held') await giveBack(ctx, reply, { state: 'refused', reason: 'restored' });
    }
  });
}
