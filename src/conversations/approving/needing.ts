import { sql } from 'kysely';
import { mayByMandate } from '../../organisation/authority.ts';
import { approvalOf, sampleShare } from '../../pilots/approval.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { employeeOf } from '../closing.ts';
import type { Needs } from '../composing/reply.ts';
import { sendingOn, topicsOf } from '../mandated.ts';
import type { LockedConversation } from '../opened.ts';
import { type ApprovalRule, type AskedOf, isDrawn, type Needed, neededBy } from './rule.ts';

export interface Need {
  needs: Needs;
  because: readonly (Needed['because'][number] | { kind: 'mandate' | 'rule' | 'pilot'; of: string })[];
}

/**
 * Whether a second person must look at what the actor is about to send. Who may write but not send always needs one;
 * else the house says when, and the pilot within whose scope it falls: the stricter of the two.
 * @throws Refusal `forbidden.mandate` for whoever may not even write here.
 */
export async function needOf(
  ctx: Context,
  conversation: Pick<LockedConversation, 'id' | 'channel' | 'queueId' | 'inboundSeq'>,
): Promise<Need> {
  const asked = sendingOn(ctx, conversation);
  if (!(await mayByMandate(ctx, asked))) {
    if (!(await mayByMandate(ctx, { ...asked, right: 'draft' })))
      throw new Refusal('forbidden.mandate', { channel: asked.channel, right: 'send' });
    return { needs: 'mandate', because: [{ kind: 'mandate', of: 'draft' }] };
  }
  const rules = await rulesInForce(ctx);
  const employeeId = employeeOf(ctx);
  const needed = neededBy(rules, {
    queueId: conversation.queueId,
    topics: rules.some(({ kind }) => kind === 'topic') ? await topicsOf(ctx, conversation.id) : [],
    employeeId,
    answer: `${conversation.id}:${conversation.inboundSeq}:${employeeId}`,
  });
  return stricter(needed, await neededByPilot(ctx, asked, `${conversation.id}:${conversation.inboundSeq}`));
}

type Wanted = Pick<Need, 'because'> & { how: Needed['how'] };

async function neededByPilot(
  ctx: Context,
  asked: ReturnType<typeof sendingOn>,
  answer: AskedOf['answer'],
): Promise<Wanted | null> {
  const { how, pilotId, key } = await approvalOf(ctx, asked);
  if (how === 'none' || pilotId === null) return null;
  if (how === 'sample' && !isDrawn({ publicId: key, share: sampleShare }, answer)) return null;
  return { how, because: [{ kind: 'pilot', of: pilotId }] };
}

function stricter(one: Wanted | null, other: Wanted | null): Need {
  const both = [one, other].filter((wanted) => wanted !== null);
  if (both.length === 0) return { needs: 'none', because: [] };
  const how = both.some((wanted) => wanted.how === 'always') ? 'always' : 'sample';
  const counting = both.filter((wanted) => wanted.how === how);
  return { needs: how, because: counting.flatMap(({ because }) => because) };
}

/** One statement. */
export async function rulesInForce(ctx: Context): Promise<ApprovalRule[]> {
  const found = await sql<ApprovalRule>`
    select public_id as "publicId", kind, coalesce(queue_id::text, topic, employee_id::text) as "of", how, share
    from approval_rule where ended_at is null order by id`.execute(ctx.database);
  return found.rows;
}
