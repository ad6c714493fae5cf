import type { Context } from '../platform/context.ts';
import { type State, startOf, stateAt } from './permission.ts';
import { type Purpose, purposes } from './purpose.ts';

/** What holds for one purpose, and since when. */
export interface PurposeStanding {
  purpose: Purpose;
  state: State;
  /** When the person last decided; null: nothing was decided, the contract's own start holds. */
  decidedAt: Date | null;
  /** How it came to us, in the words of the colleague who wrote it down. */
  evidence: string | null;
}

/** All purposes of the contract as they stand for a person, in the order of the contract. */
export async function standingOf(ctx: Context, personId: string): Promise<PurposeStanding[]> {
  const rows = await ctx.database
    .selectFrom('permission as p')
    .leftJoin('decision as d', 'd.id', 'p.decision_id')
    .select([
      'p.purpose',
      'p.state',
      'p.changed_at as changedAt',
      'p.decision_id as decisionId',
      'd.evidence',
    ])
    .where('p.person_id', '=', personId)
    .execute();
  return (Object.keys(purposes) as Purpose[]).map((purpose) => {
    const row = rows.find((one) => one.purpose === purpose);
    return {
      purpose,
      state: row ? stateAt(row.state) : startOf(purpose),
      decidedAt: row && (row.decisionId || stateAt(row.state) !== startOf(purpose)) ? row.changedAt : null,
      evidence: row?.evidence ?? null,
    };
  });
}
