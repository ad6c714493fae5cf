import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import type { Category } from './category.ts';
import { type Entry, type Outcome, outcomesOf } from './history.ts';
import { logOf } from './log.ts';
import { lowest, rank, type State, startOf, stateAt } from './permission.ts';
import { isPurpose, type Purpose, purposeKeys } from './purpose.ts';

/** What holds for everybody who is the same person: the lowest of what each of their names decided. Pure. */
export function effectiveOf(logs: readonly (readonly Entry[])[]): Map<Purpose, Outcome> {
  const outcomes = logs.map(outcomesOf);
  const together = new Map<Purpose, Outcome>();
  for (const purpose of purposeKeys) {
    const own = outcomes.map((one) => one.get(purpose)).filter((one) => one !== undefined);
    if (own.length > 0) together.set(purpose, strictest(purpose, own, outcomes.length));
  }
  return together;
}

function undecided(purpose: Purpose): Outcome {
  const state = startOf(purpose);
  return { state, parts: [state], given: false, decisionId: null, expiresAt: null, categories: new Map() };
}

/** Whoever decided nothing stands where the purpose starts, which can be the lowest. */
function strictest(purpose: Purpose, own: readonly Outcome[], members: number): Outcome {
  const start = undecided(purpose);
  const all: readonly Outcome[] = own.length < members ? [...own, start] : own;
  const given = all.every((one) => one.given);
  const state = all.map((one) => one.state).reduce(lowest);
  const deciding = all.filter((one) => one.state === state);
  const chosen = deciding.find((one) => one.decisionId !== null) ?? deciding[0] ?? start;
  const ends = all.flatMap((one) => one.expiresAt ?? []).sort((a, b) => a.getTime() - b.getTime());
  const categories = new Map<Category, State>();
  for (const one of all) {
    for (const [category, less] of one.categories) {
      categories.set(category, lowest(less, categories.get(category) ?? 'allowed'));
    }
  }
  return {
    state,
    parts: [...new Set(all.flatMap((one) => one.parts))],
    given,
    decisionId: chosen.decisionId,
    expiresAt: state === 'allowed' ? (ends[0] ?? null) : null,
    categories,
  };
}

/** A purpose for which something else holds than before. */
export interface Change {
  personId: string;
  purpose: Purpose;
  before: State;
  state: State;
}

/**
 * Writes what follows from the log for people who are the same person. The caller holds their locks.
 * Answers with what changed.
 */
export function settle(ctx: Context, members: readonly string[]): Promise<Change[]> {
  return settleAll(ctx, [members]);
}

interface Row {
  personId: string;
  purpose: Purpose;
  outcome: Outcome;
}

/** The same for many groups at once, in four statements. */
export async function settleAll(ctx: Context, groups: readonly (readonly string[])[]): Promise<Change[]> {
  const everybody = groups.flat();
  const log = await logOf(ctx, everybody);
  const before = await statesOf(ctx, everybody);
  const rows: Row[] = groups.flatMap((members) => {
    const effective = effectiveOf(members.map((id) => log.get(id) ?? []));
    for (const purpose of members.flatMap((id) => [...(before.get(id)?.keys() ?? [])])) {
      if (!effective.has(purpose)) effective.set(purpose, undecided(purpose));
    }
    return members.flatMap((personId) =>
      [...effective].map(([purpose, outcome]) => ({ personId, purpose, outcome })),
    );
  });
  await writePurposes(ctx, rows);
  await writeCategories(ctx, rows);
  return rows.flatMap(({ personId, purpose, outcome: { state } }) => {
    const was = before.get(personId)?.get(purpose) ?? startOf(purpose);
    return was === state ? [] : [{ personId, purpose, before: was, state }];
  });
}

async function statesOf(ctx: Context, persons: readonly string[]): Promise<Map<string, Map<Purpose, State>>> {
  const { rows } = await sql<{ person_id: string; purpose: string; state: number }>`
    select person_id, purpose, state from permission where person_id = any(${persons}::bigint[])`.execute(
    ctx.database,
  );
  const states = new Map<string, Map<Purpose, State>>();
  for (const { person_id, purpose, state } of rows) {
    const own = states.get(person_id) ?? new Map<Purpose, State>();
    states.set(person_id, own);
    if (isPurpose(purpose)) own.set(purpose, stateAt(state));
  }
  return states;
}

async function writePurposes(ctx: Context, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) return;
  const column = <T>(of: (outcome: Outcome) => T) => rows.map(({ outcome }) => of(outcome));
  await sql`
    insert into permission (person_id, purpose, state, decision_id, changed_at, expires_at, given)
    select t.person, t.purpose, t.state, t.decision, ${asDate(ctx.clock.now())}, t.expires, t.given
    from unnest(${rows.map((row) => row.personId)}::bigint[], ${rows.map((row) => row.purpose)}::text[],
      ${column((one) => rank(one.state))}::int[], ${column((one) => one.decisionId?.toString() ?? null)}::bigint[],
      ${column((one) => one.expiresAt)}::timestamptz[], ${column((one) => one.given)}::bool[])
      as t (person, purpose, state, decision, expires, given)
    on conflict (person_id, purpose) do update set state = excluded.state, decision_id = excluded.decision_id,
      changed_at = excluded.changed_at, expires_at = excluded.expires_at, given = excluded.given
    where (permission.state, permission.decision_id, permission.expires_at, permission.given)
      is distinct from (excluded.state, excluded.decision_id, excluded.expires_at, excluded.given)`.execute(
    ctx.database,
  );
}

async function writeCategories(ctx: Context, rows: readonly Row[]): Promise<void> {
  const narrow = rows.flatMap(({ personId, purpose, outcome }) =>
    [...outcome.categories].map(([category, state]) => ({ personId, purpose, category, state: rank(state) })),
  );
  if (narrow.length === 0) return;
  await sql`
    insert into permission_category (person_id, purpose, category, state)
    select * from unnest(${narrow.map((one) => one.personId)}::bigint[], ${narrow.map((one) => one.purpose)}::text[],
      ${narrow.map((one) => one.category)}::text[], ${narrow.map((one) => one.state)}::int[])
    on conflict (person_id, purpose, category) do update set state = excluded.state`.execute(ctx.database);
}
