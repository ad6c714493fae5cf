import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { CourseWords } from './teaching.ts';

export interface CourseRow {
  publicId: string;
  version: number;
  words: CourseWords;
  needed: boolean;
  /** Of everybody who works here, who holds a certificate that is good now. */
  holders: number;
  colleagues: number;
}

/** One statement. */
export async function listCourses(ctx: Context): Promise<CourseRow[]> {
  const now = asDate(ctx.clock.now());
  const found = await sql<CourseRow>`
    select c.public_id as "publicId", v.version, v.words, v.needed,
      (select count(distinct k.employee_id)::int from certificate k
        join employee e on e.id = k.employee_id and e.left_at is null
        where k.course_id = c.id and k.expires_at > ${now}) as holders,
      (select count(*)::int from employee where left_at is null) as colleagues
    from course c
    join lateral (select * from course_version w where w.course_id = c.id order by w.version desc limit 1) v on true
    where c.ended_at is null order by v.needed desc, c.id`.execute(ctx.database);
  return found.rows;
}

export interface TrainedRow {
  publicId: string;
  name: string;
  department: string | null;
  /** Until when the certificate is good or was, by course. How often somebody tried stays theirs. */
  courses: Readonly<Record<string, string>>;
}

/** Everybody who works here with their certificates. One statement. */
export async function listTrained(ctx: Context): Promise<TrainedRow[]> {
  const found = await sql<TrainedRow>`
    select e.public_id as "publicId", e.name, d.name as department,
      coalesce((select json_object_agg(k.course, k.until) from (
        select c.public_id as course, max(k.expires_at) as until from certificate k
        join course c on c.id = k.course_id where k.employee_id = e.id group by c.public_id) k), '{}') as courses
    from employee e left join department d on d.id = e.department_id
    where e.left_at is null order by lower(e.name), e.id limit 1000`.execute(ctx.database);
  return found.rows;
}
