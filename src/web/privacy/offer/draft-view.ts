import type { Context } from '../../../platform/context.ts';
import type { Draft } from '../../../privacy/offer/drafting.ts';
import { proposerOf } from '../../../privacy/offer/drafting.ts';
import { type Purpose, purposeKeys, ruleOf } from '../../../privacy/purpose.ts';

/** A draft as the page shows it: who may do what with it now. */
export async function draftView(ctx: Context, draft: Draft) {
  const consents = purposeKeys.filter((key) => ruleOf(key).basis === 'consent');
  const offered = new Set(draft.body.purposes.map(({ key }) => key));
  return {
    id: draft.publicId,
    /** Purposes for which somebody may have said yes, and whether Polder or the proposer asks them anew. */
    choices: consents
      .filter((key) => offered.has(key))
      .map((key) => ({ key, chosen: draft.material.includes(key) })),
    leftOut: purposeKeys.filter((key): key is Purpose => !offered.has(key)),
    proposal:
      draft.state === 'proposed'
        ? {
            by: (await proposerOf(ctx, draft)) ?? '',
            at: draft.proposedAt?.toISOString() ?? '',
            note: draft.note,
            material: draft.material,
            mayConfirm: ctx.actor.kind === 'employee' && draft.proposedBy !== ctx.actor.employeeId,
          }
        : null,
  };
}

export type DraftView = Awaited<ReturnType<typeof draftView>>;
