import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { publicId } from '../platform/public-id.ts';
import { Refusal } from '../platform/refusal.ts';
import type { Capability } from './capability.ts';

/** The questions of a legitimate-interest assessment (GDPR art. 6(1)(f)): interest, necessity, balance. */
export const questions = [
  'interest',
  'necessity',
  'alternatives',
  'people',
  'expectation',
  'balance',
  'safeguards',
] as const;
export type Question = (typeof questions)[number];
export type Answers = Readonly<Record<Question, string>>;

/** Reading along rests on legitimate interest, so it is weighed before it begins. */
export const weighed: readonly Capability[] = ['listen.sources'];

export interface Assessment {
  publicId: string;
  title: string;
  capabilities: string[];
  answers: Answers;
  madeAt: Date;
  madeBy: string | null;
  madeById: string | null;
  agreedAt: Date | null;
  agreedBy: string | null;
  /** A date, `2027-11-24`. */
  reviewOn: string;
  withdrawnAt: Date | null;
}

export interface NewAssessment {
  title: string;
  answers: Answers;
  reviewOn: string;
}

/** Writes one down. It counts when a second colleague agrees. */
export async function assess(ctx: Context, told: NewAssessment): Promise<string> {
  const short = questions.find((question) => (told.answers[question] ?? '').trim().length < 20);
  if (short) throw new Refusal('invalid.assessment', { question: short });
  const id = publicId('as', ctx.clock.now().epochMilliseconds);
  await ctx.database
    .insertInto('assessment')
    .values({
      public_id: id,
      title: told.title.trim(),
      capabilities: [...weighed],
      answers: JSON.stringify(told.answers),
      made_at: asDate(ctx.clock.now()),
      made_by: employeeOf(ctx),
      review_on: told.reviewOn,
    })
    .execute();
  return id;
}

/** Another than who wrote it agrees. @throws Refusal `forbidden.same-person` */
export async function agree(ctx: Context, id: string): Promise<void> {
  const by = employeeOf(ctx);
  const assessment = await getAssessment(ctx, id);
  if (assessment.madeById === by) throw new Refusal('forbidden.same-person');
  await ctx.database
    .updateTable('assessment')
    .set({ agreed_at: asDate(ctx.clock.now()), agreed_by: by })
    .where('public_id', '=', id)
    .where('agreed_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/** It no longer holds; what would begin on it is refused from now on. */
export async function withdrawAssessment(ctx: Context, id: string): Promise<void> {
  await ctx.database
    .updateTable('assessment')
    .set({ withdrawn_at: asDate(ctx.clock.now()), withdrawn_by: employeeOf(ctx) })
    .where('public_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .execute();
}

/**
 * Whatever switches these on asks here first.
 * @throws Refusal `conflict.no-assessment` when reading along would begin without one that holds and is not overdue
 */
export async function requireAssessed(ctx: Context, capabilities: readonly string[]): Promise<void> {
  const asking = weighed.filter((one) => capabilities.includes(one));
  if (asking.length === 0) return;
  const today = ctx.clock.now().toString().slice(0, 10);
  const found = await sql<{ n: string }>`
    select count(*) as n from assessment where agreed_at is not null and withdrawn_at is null
      and review_on >= ${today}::date and capabilities @> ${asking}::text[]`.execute(ctx.database);
  if (found.rows[0]?.n === '0') throw new Refusal('conflict.no-assessment', { capabilities: asking });
}

export async function listAssessments(ctx: Context): Promise<Assessment[]> {
  return (await assessmentRows(ctx).orderBy('a.id', 'desc').limit(50).execute()).map(toAssessment);
}

export async function getAssessment(ctx: Context, id: string): Promise<Assessment> {
  const row = await assessmentRows(ctx).where('a.public_id', '=', id).executeTakeFirst();
  if (!row) throw new Refusal('not-found.assessment', { id });
  return toAssessment(row);
}

function assessmentRows(ctx: Context) {
  return ctx.database
    .selectFrom('assessment as a')
    .leftJoin('employee as m', 'm.id', 'a.made_by')
    .leftJoin('employee as g', 'g.id', 'a.agreed_by')
    .selectAll('a')
    .select(['m.name as maker', 'g.name as agreer', sql<string>`a.review_on::text`.as('review')]);
}

function toAssessment(
  row: Awaited<ReturnType<ReturnType<typeof assessmentRows>['execute']>>[number],
): Assessment {
  return {
    publicId: row.public_id,
    title: row.title,
    capabilities: row.capabilities,
    answers: row.answers as unknown as Answers,
    madeAt: row.made_at,
    madeBy: row.maker,
    madeById: row.made_by,
    agreedAt: row.agreed_at,
    agreedBy: row.agreer,
    reviewOn: row.review,
    withdrawnAt: row.withdrawn_at,
  };
}

function employeeOf(ctx: Context): string {
  if (ctx.actor.kind !== 'employee') throw new Refusal('forbidden.assessment');
  return ctx.actor.employeeId;
}
