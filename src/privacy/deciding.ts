import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { getContract } from './contract.ts';
import { settle } from './effective.ts';
import { permissionDecided } from './events.ts';
import type { Entry } from './history.ts';
import { keepInJournal } from './journal/journal.ts';
import { lockForDecision } from './locking.ts';
import { logOf } from './log.ts';
import { type State, startOf, stateAt } from './permission.ts';
import { type Purpose, purposeKeys } from './purpose.ts';
import { type NewDecision, refuseLoosening, refuseMuddled, stateIn, strengthOf } from './weighing.ts';

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
  const logs = await logOf(ctx, members);
  const subject = subjectOf(personId, decision, logs);
  if (subject === undefined) return stateOf(ctx, personId, purpose);
  refuseLoosening(logs.get(subject) ?? [], { ...decision, strength });
  const { id } = await ctx.database
    .insertInto('decision')
    .values({
      person_id: subject,
      contract_version: contract.version,
      ...columnsOf(ctx, decision, strength),
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  const changes = await settle(ctx, members);
  await keepInJournal(ctx, 'decision', id);
  const state = await stateOf(ctx, personId, purpose);
  const told = new Set([subject, ...changes.map((change) => change.personId)]);
  await ctx.emit([...told].map((one) => permissionDecided(one, { purpose, act: decision.act, state })));
  return state;
}

/** Which of the names of one person this is about. What somebody lifts can stand under another of their names. */
function subjectOf(
  personId: string,
  { purpose, from }: NewDecision,
  logs: ReadonlyMap<string, readonly Entry[]>,
): string | undefined {
  if (from === undefined) return personId;
  const stands = (id: string) => stateIn(logs.get(id) ?? [], purpose) === from;
  return stands(personId) ? personId : [...logs.keys()].find(stands);
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
