import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { doneBy } from '../done-by.ts';
import { countRight, passes } from './course.ts';
import type { CourseQuestions, CourseWords } from './teaching.ts';

export interface OwnCourse {
  publicId: string;
  version: number;
  words: CourseWords;
  questions: CourseQuestions;
  passShare: number;
  validMonths: number;
  needed: boolean;
  /** Of the colleague who asks: until when the last certificate is good, or was. */
  goodUntil: string | null;
}

/** The courses that are given, in their newest version, as the colleague who asks stands to them. One statement. */
export async function ownCourses(ctx: Context, id: string | null = null): Promise<OwnCourse[]> {
  const found = await sql<OwnCourse>`
    select c.public_id as "publicId", v.version, v.words, v.questions, v.pass_share::float8 as "passShare",
      v.valid_months as "validMonths", v.needed,
      (select to_json(max(k.expires_at)) #>> '{}' from certificate k
        where k.course_id = c.id and k.employee_id = ${doneBy(ctx)}::bigint) as "goodUntil"
    from course c
    join lateral (select * from course_version w where w.course_id = c.id order by w.version desc limit 1) v on true
    where c.ended_at is null and (${id}::text is null or c.public_id = ${id})
    order by v.needed desc, c.id`.execute(ctx.database);
  return found.rows;
}

export interface TestResult {
  passed: boolean;
  right: number;
  asked: number;
}

/**
 * A colleague takes the test. Kept is whether it was passed, never which answers were wrong. Who passes gets a
 * certificate. Answers are in the order of the questions. @throws Refusal `conflict.course-changed`
 */
export async function takeTest(
  ctx: Context,
  id: string,
  { version, answers }: { version: number; answers: readonly (number | null)[] },
): Promise<TestResult> {
  const employeeId = doneBy(ctx);
  if (employeeId === null) throw new Refusal('forbidden.action', { action: 'course.take' });
  return transact(ctx, null, async (ctx) => {
    const found = await sql<Taken>`
      select c.id, v.id as "versionId", v.version, v.questions, v.pass_share::float8 as "passShare",
        v.valid_months as months
      from course c
      join lateral (select * from course_version w where w.course_id = c.id order by w.version desc limit 1) v on true
      where c.public_id = ${id} and c.ended_at is null`.execute(ctx.database);
    const [course] = found.rows;
    if (!course) throw new Refusal('not-found.course', { id });
    if (course.version !== version) throw new Refusal('conflict.course-changed', { version });
    const questions = course.questions.nl;
    const passed = passes(questions, answers, course.passShare);
    await sql`insert into course_attempt (version_id, employee_id, taken_at, passed)
      values (${course.versionId}, ${employeeId}, ${asDate(ctx.clock.now())}, ${passed})`.execute(
      ctx.database,
    );
    if (passed) await certify(ctx, employeeId, course);
    return { passed, right: countRight(questions, answers), asked: questions.length };
  });
}

interface Taken {
  id: string;
  versionId: string;
  version: number;
  questions: CourseQuestions;
  passShare: number;
  months: number;
}

async function certify(ctx: Context, employeeId: string, { id, versionId, months }: Taken): Promise<void> {
  const now = ctx.clock.now();
  const expires = now.toZonedDateTimeISO('UTC').add({ months }).toInstant();
  const certificate = publicId('ce', now.epochMilliseconds);
  await sql`
    insert into certificate (public_id, course_id, version_id, employee_id, gained_at, expires_at)
    values (${certificate}, ${id}, ${versionId}, ${employeeId}, ${asDate(now)}, ${asDate(expires)})`.execute(
    ctx.database,
  );
  await ctx.emit([
    { verb: 'certificate.gained', subject: { kind: 'employee', id: employeeId }, data: { courseId: id } },
  ]);
}
