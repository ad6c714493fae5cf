import { requires } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { told } from '../events.ts';
import { lockConversation } from '../opened.ts';
import { bring } from './bringing.ts';
import { loadTargets } from './targets.ts';

export const longestReason = 500;

/** Why something was done, in a colleague's own words. @throws Refusal `invalid.reason-missing`, `invalid.reason-long` */
export function checkReason(given: string): string {
  const reason = given.replaceAll('\0', '').trim();
  if (reason === '') throw new Refusal('invalid.reason-missing');
  if (reason.length > longestReason) throw new Refusal('invalid.reason-long', { longest: longestReason });
  return reason;
}

/**
 * Brings a conversation into another queue by hand. Whoever brings it may not be able to see it there any more.
 * @throws Refusal `not-found.queue`, `invalid.reason-missing`, `conflict.conversation-done`
 */
export async function moveToQueue(
  ctx: Context,
  publicId: string,
  { queue, reason }: { queue: string; reason: string },
): Promise<void> {
  const why = checkReason(reason);
  await transact(ctx, 'service', async (ctx) => {
    const conversation = await lockConversation(ctx, publicId);
    requires(ctx.actor, 'conversation.assign', conversation.departmentId);
    if (conversation.state === 'done') throw new Refusal('conflict.conversation-done', { id: publicId });
    const target = (await loadTargets(ctx)).byKey.get(queue);
    if (!target) throw new Refusal('not-found.queue', { key: queue });
    if (target.id === conversation.queueId) return;
    const { id, queueId } = conversation;
    await bring(ctx, [
      { id, queueId, target, versionId: null, decision: null, movedBy: doneBy(ctx), reason: why },
    ]);
    await ctx.emit([told('routed', id, { queueId: target.id })]);
  });
}
