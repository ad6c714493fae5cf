import type { Context } from '../platform/context.ts';
import { actorFacts } from './facts.ts';
import { type Facts, type Grant, grantsCovering } from './granting.ts';
import type { Approval } from './scope.ts';

/** Whether a second person looks before an answer leaves, as the pilot that covers it says. */
export interface PilotApproval {
  readonly how: Approval;
  /** Number and name of the pilot that says so; null without one. */
  readonly pilotId: string | null;
  /** What the lot is drawn by, with `sample`. */
  readonly key: string;
}

/** Of a hundred answers in a pilot with a sample, so many are looked at before they leave. */
export const sampleShare = 20;

const looseness: readonly Approval[] = ['none', 'sample', 'always'];

/**
 * What the pilots say about an answer of whoever acts. Where one says who may answer by themselves, that goes before
 * what the pilot of answering says; of several that cover it the loosest holds, for scopes add up.
 */
export async function approvalOf(ctx: Context, facts: Facts): Promise<PilotApproval> {
  const situation = { ...actorFacts(ctx.actor), ...facts };
  const covering = await grantsCovering(ctx, ['inbox.webcare', 'inbox.empower'], situation);
  const ofPilots = covering.filter(
    ({ basis, capabilities }) => basis === 'pilot' && capabilities.includes('inbox.empower'),
  );
  const counting =
    ofPilots.length > 0
      ? ofPilots
      : covering.filter(({ capabilities }) => capabilities.includes('inbox.webcare'));
  return loosest(counting);
}

export function loosest(grants: readonly Pick<Grant, 'scope' | 'pilotId' | 'key'>[]): PilotApproval {
  const said = grants.map(({ scope, pilotId, key }) => ({ how: scope.approval ?? 'none', pilotId, key }));
  const order = (how: Approval) => looseness.indexOf(how);
  return said.toSorted((a, b) => order(a.how) - order(b.how))[0] ?? { how: 'none', pilotId: null, key: '' };
}
