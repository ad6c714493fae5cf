import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requiresEverywhere } from '../authority.ts';
import { doneBy } from '../done-by.ts';
import { askAlike, type TestQuestion } from './course.ts';

export type CourseWords = Readonly<Record<Locale, { readonly title: string; readonly text: string }>>;
export type CourseQuestions = Readonly<Record<Locale, readonly TestQuestion[]>>;

export interface NewCourse {
  words: CourseWords;
  questions: CourseQuestions;
  /** 0–1: so much must be right. */
  passShare: number;
  /** How long a certificate is good, in months. */
  validMonths: number;
  /** Whoever answers customers needs it. */
  needed: boolean;
}

/** A course with its first version. Gives its public id. */
export async function makeCourse(ctx: Context, course: NewCourse): Promise<string> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, null, async (ctx) => {
    const now = ctx.clock.now();
    const id = publicId('co', now.epochMilliseconds);
    await sql`insert into course (public_id, made_at, made_by)
      values (${id}, ${asDate(now)}, ${doneBy(ctx)})`.execute(ctx.database);
    await publishCourse(ctx, id, course);
    return id;
  });
}

/**
 * A new version. Certificates of before stay good until they run out.
 * @throws Refusal `not-found.course`, `invalid.course-languages` when the two languages do not ask the same
 */
export async function publishCourse(ctx: Context, id: string, course: NewCourse): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const { words, questions, passShare, validMonths, needed } = course;
  if (!askAlike(questions.nl, questions.en)) throw new Refusal('invalid.course-languages');
  await transact(ctx, null, async (ctx) => {
    const found = await sql<{ id: string }>`
      select id from course where public_id = ${id} and ended_at is null for update`.execute(ctx.database);
    const [row] = found.rows;
    if (!row) throw new Refusal('not-found.course', { id });
    await sql`
      insert into course_version (course_id, version, words, questions, pass_share, valid_months, needed, published_at,
        published_by)
      values (${row.id}, (select coalesce(max(version), 0) + 1 from course_version where course_id = ${row.id}),
        ${JSON.stringify(words)}, ${JSON.stringify(questions)}, ${passShare}, ${validMonths}, ${needed},
        ${asDate(ctx.clock.now())}, ${doneBy(ctx)})`.execute(ctx.database);
    await ctx.emit([{ verb: 'course.published', subject: { kind: 'course', id: row.id } }]);
  });
}

/** It is not given any more, and nobody needs it. Certificates stay on record. */
export async function endCourse(ctx: Context, id: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const ended = await sql<{ id: string }>`
      update course set ended_at = ${asDate(ctx.clock.now())}, ended_by = ${doneBy(ctx)}
      where public_id = ${id} and ended_at is null returning id`.execute(ctx.database);
    await ctx.emit(
      ended.rows.map((row) => ({ verb: 'course.ended', subject: { kind: 'course', id: row.id } })),
    );
  });
}
