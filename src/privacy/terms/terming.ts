import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { termSet } from '../events.ts';
import { keepInJournal } from '../journal/journal.ts';
import { lockForDecision, membersOf } from '../locking.ts';
import { strengthOf } from '../weighing.ts';
import {
  isTermValue,
  loosens,
  strictestTerms,
  type TermKey,
  type Terms,
  type TermValues,
  whyNotNow,
} from './term.ts';

/** What a person asks of us; the strictest over everybody who is the same person. */
export async function termsOf(ctx: Context, personId: string): Promise<Terms> {
  return strictestTerms(await currentTerms(ctx, await membersOf(ctx, [personId])));
}

async function currentTerms(
  ctx: Context,
  members: readonly string[],
): Promise<{ key: string; value: unknown }[]> {
  const { rows } = await sql<{ key: string; value: unknown }>`
    select key, value from (select distinct on (person_id, key) id, key, value from person_term
      where person_id = any(${members}::bigint[]) order by person_id, key, id desc) t order by id`.execute(
    ctx.database,
  );
  return rows;
}

/**
 * Sets one term, or takes it back with null. Asking more of us needs no proof, asking less does.
 * @throws Refusal `invalid.term`, `forbidden.loosening`
 */
export async function setTerm<K extends TermKey>(
  ctx: Context,
  personId: string,
  term: { key: K; value: TermValues[K] | null; strength: number; evidence?: string },
): Promise<Terms> {
  const { key, value } = term;
  if (value !== null && !isTermValue(key, value)) throw new Refusal('invalid.term', { term: key });
  const members = await lockForDecision(ctx, personId);
  const strength = strengthOf(ctx.actor, term.strength);
  const before = (await currentTerms(ctx, members)).filter((row) => row.key === key).at(-1)?.value;
  if (loosens(key, before, value) && strength < 2) throw new Refusal('forbidden.loosening', { term: key });
  // Whoever takes a term back does so for all the names under which we know them.
  for (const member of value === null ? members : [personId]) {
    const { rows } = await sql<{ id: string }>`
      insert into person_term (person_id, key, value, strength, evidence, captured_by, at)
      values (${member}, ${key}, ${value === null ? null : JSON.stringify(value)}::jsonb, ${strength},
        ${term.evidence ?? null}, ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null},
        ${asDate(ctx.clock.now())})
      returning id`.execute(ctx.database);
    if (rows[0]) await keepInJournal(ctx, 'term', rows[0].id);
  }
  await ctx.emit([termSet(personId, key)]);
  return termsOf(ctx, personId);
}

/**
 * Whether we may begin a conversation with a person on a channel at a moment. Answers to what they asked are not held
 * back by it: they go where the question came from.
 */
export async function mayContactNow(
  ctx: Context,
  personId: string,
  when: { channel: string; at: Temporal.Instant },
): Promise<{ may: true } | { may: false; why: 'phone' | 'channel' | 'quiet' }> {
  const why = whyNotNow(await termsOf(ctx, personId), when);
  return why ? { may: false, why } : { may: true };
}

/** People who asked to be forgotten some months after their last message, for whoever knows when that was. */
export async function thoseToForget(ctx: Context): Promise<{ personId: string; months: number }[]> {
  const { rows } = await sql<{ personId: string; months: number }>`
    select m.person_id as "personId", min((t.value #>> '{}')::int) as months
    from (select distinct on (person_id) person_id, value from person_term where key = 'forget_after'
      order by person_id, id desc) t
    left join permission_group g on g.person_id = t.person_id
    join lateral (select t.person_id union select o.person_id from permission_group o where o.group_id = g.group_id)
      m on true
    where t.value is not null group by m.person_id order by m.person_id`.execute(ctx.database);
  return rows;
}
