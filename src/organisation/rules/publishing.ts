import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requiresEverywhere } from '../authority.ts';
import { doneBy } from '../done-by.ts';
import { dateHere } from '../mandates/holding.ts';

/** What a version says, in both languages. Plain text; an empty line begins a paragraph. */
export type RuleWords = Readonly<Record<Locale, { readonly title: string; readonly text: string }>>;

export interface NewRule {
  words: RuleWords;
  /** The day from which it holds, and the day by which it must be looked at again. */
  holdsFrom: string;
  reviewOn: string;
}

/** A document with its first version. Gives its public id. */
export async function makeRule(ctx: Context, rule: NewRule): Promise<string> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, null, async (ctx) => {
    const now = ctx.clock.now();
    const id = publicId('ru', now.epochMilliseconds);
    await sql`insert into rule_document (public_id, made_at, made_by)
      values (${id}, ${asDate(now)}, ${doneBy(ctx)})`.execute(ctx.database);
    await publishRule(ctx, id, rule);
    return id;
  });
}

/**
 * A new version; earlier ones stay as they were, and who acknowledged them. Everybody is asked anew when it holds.
 * @throws Refusal `not-found.rule`, `invalid.rule-dates` when it would hold in the past or need no review
 */
export async function publishRule(ctx: Context, id: string, rule: NewRule): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const { words, holdsFrom, reviewOn } = rule;
  await transact(ctx, null, async (ctx) => {
    const found = await sql<{ id: string }>`
      select id from rule_document where public_id = ${id} and ended_at is null for update`.execute(
      ctx.database,
    );
    const [document] = found.rows;
    if (!document) throw new Refusal('not-found.rule', { id });
    const now = ctx.clock.now();
    if (holdsFrom < (await dateHere(ctx, now)) || reviewOn <= holdsFrom)
      throw new Refusal('invalid.rule-dates', { holdsFrom, reviewOn });
    await sql`
      insert into rule_version (document_id, version, words, holds_from, review_on, published_at, published_by)
      values (${document.id}, (select coalesce(max(version), 0) + 1 from rule_version where document_id = ${document.id}),
        ${JSON.stringify(words)}, ${holdsFrom}, ${reviewOn}, ${asDate(now)}, ${doneBy(ctx)})`.execute(
      ctx.database,
    );
    await ctx.emit([{ verb: 'rule.published', subject: { kind: 'rule', id: document.id } }]);
  });
}

/** It holds no more. What was acknowledged stays on record. */
export async function endRule(ctx: Context, id: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const ended = await sql<{ id: string }>`
      update rule_document set ended_at = ${asDate(ctx.clock.now())}, ended_by = ${doneBy(ctx)}
      where public_id = ${id} and ended_at is null returning id`.execute(ctx.database);
    await ctx.emit(ended.rows.map((row) => ({ verb: 'rule.ended', subject: { kind: 'rule', id: row.id } })));
  });
}
