import { may, mayByMandate } from '../../organisation/authority.ts';
import { isMandated } from '../../organisation/mandates/holding.ts';
import type { Context } from '../../platform/context.ts';
import { sendingOn } from '../mandated.ts';

interface About {
  id: string;
  channel: string;
  departmentId: string | null;
}

/**
 * Whether the actor may be the second person for an answer in this conversation: by their role, so far as their
 * mandate does not say otherwise; or because a mandate says so. Always somebody, never a program.
 */
export async function mayApprove(ctx: Context, conversation: About): Promise<boolean> {
  if (ctx.actor.kind !== 'employee') return false;
  const asked = { ...sendingOn(ctx, conversation), right: 'approve' } as const;
  if (may(ctx.actor, 'conversation.approve', conversation.departmentId)) return mayByMandate(ctx, asked);
  if (!may(ctx.actor, 'conversation.answer', conversation.departmentId)) return false;
  return isMandated(ctx, ctx.actor.employeeId, { ...asked, at: ctx.clock.now() });
}
