import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { getContract } from './contract.ts';
import { permissionDecided } from './events.ts';
import { type Act, mayDecide, rank, type State, startOf, stateAfter, states } from './permission.ts';
import { type Purpose, purposes } from './purpose.ts';

export interface NewDecision {
  purpose: Purpose;
  act: Act;
  /** 0 typed, 1 through the channel, 2 proof of control, 3 signed in, 4 signed in and confirmed again. */
  strength: number;
  evidence?: string;
}

/**
 * Records what a person decided and what it leads to, in one transaction. Holds the person's lock: a use that is
 * under way commits before it, one that comes later sees it.
 * @throws Refusal `forbidden.loosening` without proof, `invalid.objection` where the law gives no such choice.
 */
export async function decide(ctx: Context, personId: string, decision: NewDecision): Promise<State> {
  const { purpose, act, strength } = decision;
  if (act === 'object' && !purposes[purpose].objectable) throw new Refusal('invalid.objection', { purpose });
  await sql`select pg_advisory_xact_lock(${personId}::bigint)`.execute(ctx.database);
  const before = await stateOf(ctx, personId, purpose);
  const after = stateAfter(purpose, act);
  if (!mayDecide(before, after, strength)) throw new Refusal('forbidden.loosening', { purpose });
  const row = await ctx.database
    .insertInto('decision')
    .values({
      person_id: personId,
      purpose,
      act,
      strength,
      evidence: decision.evidence ?? null,
      contract_version: (await getContract(ctx)).version,
      captured_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
      at: asDate(ctx.clock.now()),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const changed = { state: rank(after), decision_id: row.id, changed_at: asDate(ctx.clock.now()) };
  await ctx.database
    .insertInto('permission')
    .values({ person_id: personId, purpose, ...changed })
    .onConflict((conflict) => conflict.columns(['person_id', 'purpose']).doUpdateSet(changed))
    .execute();
  await ctx.emit([permissionDecided(personId, { purpose, act, state: after })]);
  return after;
}

export async function stateOf(ctx: Context, personId: string, purpose: Purpose): Promise<State> {
  const row = await ctx.database
    .selectFrom('permission')
    .select('state')
    .where('person_id', '=', personId)
    .where('purpose', '=', purpose)
    .executeTakeFirst();
  return row ? (states[row.state] ?? 'restricted') : startOf(purpose);
}

/** What holds for a person, purpose by purpose. */
export async function permissionsOf(ctx: Context, personId: string): Promise<Map<Purpose, State>> {
  const rows = await ctx.database
    .selectFrom('permission')
    .select(['purpose', 'state'])
    .where('person_id', '=', personId)
    .execute();
  const decided = new Map(rows.map((row) => [row.purpose, states[row.state] ?? 'restricted']));
  return new Map(
    (Object.keys(purposes) as Purpose[]).map((purpose) => [
      purpose,
      decided.get(purpose) ?? startOf(purpose),
    ]),
  );
}
