import { type Context, transact } from '../../platform/context.ts';
import { permissionsOf } from '../../privacy/deciding.ts';
import { recordUse } from '../../privacy/ledger.ts';
import { purposes } from '../../privacy/purpose.ts';
import { getPerson } from '../customer.ts';
import { type Relationship, type RelationshipFacts, relationshipOf } from './relationship-index.ts';

type Spoken = Pick<RelationshipFacts, 'twoWay' | 'daysSince' | 'ours' | 'answered' | 'sentiment'>;

/**
 * The relationship index of one person, for improving only: refused unless they said yes to that, and written in their
 * ledger. What was said is told by whoever knows conversations.
 * @throws Refusal `not-found.person`, `forbidden.purpose`
 */
export async function openRelationship(
  ctx: Context,
  id: string,
  spoken: (ctx: Context, personIds: readonly string[]) => Promise<Spoken>,
): Promise<Relationship & { publicId: string; name: string | null }> {
  return transact(ctx, 'improve', async (ctx) => {
    const { publicId, name, personIds, id: personId } = await getPerson(ctx, id);
    const activity = ctx.actor.kind === 'person' ? 'relationship.shown' : 'relationship.computed';
    for (const one of personIds) await recordUse(ctx, one, { activity, reference: publicId });
    const relationship = relationshipOf({
      ...(await spoken(ctx, personIds)),
      contributions: 0,
      permissions: await permissionShare(ctx, personId),
      recommendation: null,
    });
    return { ...relationship, publicId, name };
  });
}

/** Purposes that ask for a yes and were decided about. */
async function permissionShare(ctx: Context, personId: string): Promise<RelationshipFacts['permissions']> {
  const states = [...(await permissionsOf(ctx, personId))];
  const asked = states.filter(([purpose, state]) => {
    const { basis, start } = purposes[purpose];
    return basis === 'consent' && state !== start;
  });
  if (asked.length === 0) return null;
  return { given: asked.filter(([, state]) => state === 'allowed').length, asked: asked.length };
}
