import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { recordListUse } from '../../privacy/ledger.ts';
import { allows } from '../../privacy/predicate.ts';
import { shownAs } from '../shown.ts';
import { employeeOf } from './merging.ts';
import type { MergeReason } from './reason.ts';

/** One of two who may be one human, as shown. */
export interface Candidate {
  publicId: string;
  name: string | null;
  networks: string[];
  handles: string[];
  town: string | null;
  since: Date;
}

export interface Suggestion {
  publicId: string;
  score: number;
  reasons: MergeReason[];
  one: Candidate;
  other: Candidate;
  dismissedAt: Date | null;
  dismissedBy: string | null;
}

export interface SuggestionPage {
  rows: Suggestion[];
  next?: string;
}

const pageSize = 25;

/** Open suggestions, strongest first. Two statements. */
export function listSuggestions(ctx: Context, asked: { after?: string } = {}): Promise<SuggestionPage> {
  return pageOf(ctx, asked, {
    which: sql`s.dismissed_at is null`,
    order: sql`s.score desc, s.id desc`,
  });
}

/** Pairs of whom a colleague said that they are two, newest word first. Two statements. */
export function listDismissed(ctx: Context, asked: { after?: string } = {}): Promise<SuggestionPage> {
  return pageOf(ctx, asked, {
    which: sql`s.dismissed_at is not null`,
    order: sql`s.dismissed_at desc, s.id desc`,
  });
}

interface Which {
  which: RawBuilder<unknown>;
  order: RawBuilder<unknown>;
}

async function pageOf(ctx: Context, { after }: { after?: string }, which: Which): Promise<SuggestionPage> {
  return transact(ctx, 'service', async (ctx) => {
    await recordListUse(ctx, 'customers.listed');
    const offset = Math.max(0, Math.min(100_000, Math.trunc(Number(after ?? 0)) || 0));
    const rows = await suggestions(ctx, which, { offset, limit: pageSize + 1 });
    return {
      rows: rows.slice(0, pageSize),
      ...(rows.length > pageSize ? { next: String(offset + pageSize) } : {}),
    };
  });
}

/** Those that touch these persons: for the page of one customer, under the purpose that opened it. */
export function suggestionsOf(ctx: Context, personIds: readonly string[]): Promise<Suggestion[]> {
  const touches = sql`(s.person_id = any(${personIds}::bigint[]) or s.other_id = any(${personIds}::bigint[]))`;
  const which = sql`s.dismissed_at is null and ${touches}`;
  return suggestions(ctx, { which, order: sql`s.score desc, s.id desc` }, { offset: 0, limit: 10 });
}

async function suggestions(
  ctx: Context,
  { which, order }: Which,
  { offset, limit }: { offset: number; limit: number },
): Promise<Suggestion[]> {
  const found = await sql<Suggestion>`
    select s.public_id as "publicId", s.score, s.reasons, ${candidate('a')} as one, ${candidate('b')} as other,
      s.dismissed_at as "dismissedAt", (select e.name from employee e where e.id = s.dismissed_by) as "dismissedBy"
    from (select *, ${shownAs(sql`s.person_id`)} as a, ${shownAs(sql`s.other_id`)} as b from merge_suggestion s
      where ${which}) s
    where s.a <> s.b and ${allows(sql`s.a`, 'service')} and ${allows(sql`s.b`, 'service')}
    order by ${order} limit ${limit} offset ${offset}`.execute(ctx.database);
  return found.rows.map((row) => ({ ...row, one: dated(row.one), other: dated(row.other) }));
}

function candidate(which: 'a' | 'b'): RawBuilder<Candidate> {
  const person = sql.ref(`s.${which}`);
  return sql<Candidate>`(select json_build_object('publicId', p.public_id, 'name', p.name, 'since', p.created_at,
    'networks', (select coalesce(json_agg(distinct i.network), '[]') from identity i where i.person_id = p.id),
    'handles', (select coalesce(json_agg(i.handle order by i.id) filter (where i.handle is not null), '[]')
      from (select * from identity i where i.person_id = p.id order by i.id limit 3) i),
    'town', (select r.town from customer_record r where r.person_id = p.id order by r.id limit 1))
    from person p where p.id = ${person})`;
}

/** JSON has no dates. */
function dated(candidate: Candidate): Candidate {
  return { ...candidate, since: new Date(candidate.since) };
}

/**
 * A colleague says that two are two. Kept, so that they are not suggested again.
 * @throws Refusal `not-found.suggestion`
 */
export async function dismiss(ctx: Context, id: string): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const done = await sql`
      update merge_suggestion set dismissed_at = coalesce(dismissed_at, ${asDate(ctx.clock.now())}),
        dismissed_by = coalesce(dismissed_by, ${employeeOf(ctx)}) where public_id = ${id}`.execute(
      ctx.database,
    );
    if (!done.numAffectedRows) throw new Refusal('not-found.suggestion', { id });
  });
}
