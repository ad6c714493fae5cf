import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { getContract } from './contract.ts';
import { settle } from './effective.ts';
import { permissionDecided } from './events.ts';
import { keepInJournal } from './journal/journal.ts';
import { lockForDecision } from './locking.ts';
import { logOf } from './log.ts';
import { type State, startOf, stateAt } from './permission.ts';
import { type Purpose, purposeKeys } from './purpose.ts';
import { type NewDecision, refuseLoosening, refuseMuddled, strengthOf } from './weighing.ts';

/**
 * Records what a person decided and what it leads to, in one transaction, for everybody who is the same person. Holds
 * their locks: a use that is under way commits before it, one that comes later sees it. Answers with what holds now.
 * @throws Refusal `forbidden.loosening` without proof, `invalid.objection` where the law gives no such choice, and
 * what `refuseMuddled` names.
 */
export async function decide(ctx: Context, personId: string, decision: NewDecision): Promise<State> {
  const { purpose } = decision;
  const strength = strengthOf(ctx.actor, decision.strength);
  const contract = await getContract(ctx);
  const offered = contract.body.purposes.map(({ key }) => key);
  refuseMuddled({ ...decision, strength }, offered);
  const members = await lockForDecision(ctx, personId);
  if (ctx.actor.kind === 'person' && !members.includes(ctx.actor.personId)) {
    throw new Refusal('forbidden.person', {});
  }
  const log = (await logOf(ctx, [personId])).get(personId) ?? [];
  refuseLoosening(log, { ...decision, strength });
  const { id } = await ctx.database
    .insertInto('decision')
    .values({
      person_id: personId,
      contract_version: contract.version,
      ...columnsOf(ctx, decision, strength),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const changes = await settle(ctx, members);
  await keepInJournal(ctx, 'decision', id);
  const state = await stateOf(ctx, personId, purpose);
  const told = new Set([personId, ...changes.map((change) => change.personId)]);
  await ctx.emit([...told].map((one) => permissionDecided(one, { purpose, act: decision.act, state })));
  return state;
}

function columnsOf(ctx: Context, decision: NewDecision, strength: number) {
  const { item, shown, expiresAt } = decision;
  return {
    purpose: decision.purpose,
    act: decision.act,
    strength,
    evidence: decision.evidence ?? null,
    captured_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
    at: asDate(ctx.clock.now()),
    category: decision.category ?? null,
    item_ref: item?.ref ?? null,
    item_version: item?.version ?? null,
    expires_at: expiresAt ? asDate(expiresAt) : null,
    guardian: decision.guardian ?? false,
    text_hash: shown?.textHash ?? null,
    language: shown?.language ?? null,
    surface: shown?.surface ?? null,
  };
}

/** What holds at this moment; a yes whose time is over counts as not asked, also before the clock wrote that down. */
export async function stateOf(ctx: Context, personId: string, purpose: Purpose): Promise<State> {
  return (await permissionsOf(ctx, personId)).get(purpose) ?? startOf(purpose);
}

/** What holds for a person, purpose by purpose. */
export async function permissionsOf(ctx: Context, personId: string): Promise<Map<Purpose, State>> {
  const rows = await ctx.database
    .selectFrom('permission')
    .select(['purpose', 'state', 'expires_at'])
    .where('person_id', '=', personId)
    .execute();
  const now = asDate(ctx.clock.now());
  const decided = new Map(
    rows.map((row) => {
      const over = row.expires_at !== null && row.expires_at <= now;
      return [row.purpose, over ? 'unknown' : stateAt(row.state)] as const;
    }),
  );
  return new Map(purposeKeys.map((purpose) => [purpose, decided.get(purpose) ?? startOf(purpose)]));
}
