import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { dayOf, rulesInForce } from './rules/in-force.ts';

/** k of n colleagues. */
export interface Covered {
  k: number;
  n: number;
}

export interface Covering {
  /** Said to have read every house rule that held; nobody when there is no rule. Indicator PO. */
  acknowledged: Covered;
  /** Had a good certificate, of at most twelve months, of every course that answering needs. Indicator TR. */
  trained: Covered;
  /** Had a role, or a mandate to send in force: criterion 3.4. */
  mandated: Covered;
  /** There were rules, and none of them was older than twelve months or past its review. Indicator REVIEWED. */
  reviewed: boolean;
  /** How many there were; none makes the shares above not assessable. */
  rules: number;
  courses: number;
}

/**
 * Policy, training and mandate over colleagues, as it stood at a moment. `among` are row numbers of the colleagues who
 * answered; absent: everybody who worked here then. Census figures: no sample, so no interval.
 */
export async function measureCovering(
  ctx: Context,
  { asOf, among }: { asOf: Date; among?: readonly string[] },
): Promise<Covering> {
  const at = Temporal.Instant.fromEpochMilliseconds(asOf.getTime());
  const found = await sql<Record<string, number | boolean>>`
    with who as (
      select e.id from employee e where e.created_at <= ${asOf} and (e.left_at is null or e.left_at > ${asOf})
        and (${among ?? null}::bigint[] is null or e.id = any(${among ?? null}::bigint[])))
    , rule as (select v.* from ${rulesInForce(ctx, at)} where v.published_at <= ${asOf})
    , course_now as (
      select c.id from course c
      join lateral (select needed from course_version w where w.course_id = c.id and w.published_at <= ${asOf}
        order by w.version desc limit 1) v on v.needed
      where c.ended_at is null or c.ended_at > ${asOf})
    select (select count(*)::int from who) as n,
      (select count(*)::int from rule) as rules,
      (select count(*)::int from course_now) as courses,
      (select count(*)::int from who where exists (select from rule) and not exists (
        select from rule r where not exists (select from rule_acknowledgement a where a.version_id = r.id
          and a.employee_id = who.id and a.acknowledged_at <= ${asOf}))) as acknowledged,
      (select count(*)::int from who where exists (select from course_now) and not exists (
        select from course_now c where not exists (select from certificate k where k.course_id = c.id
          and k.employee_id = who.id and k.gained_at <= ${asOf} and k.expires_at > ${asOf}
          and k.gained_at > ${asOf}::timestamptz - interval '12 months'))) as trained,
      (select count(*)::int from who where exists (
          select from role_grant g where g.employee_id = who.id and g.granted_at <= ${asOf}
            and (g.revoked_at is null or g.revoked_at > ${asOf}))
        or exists (
          select from mandate m where m.employee_id = who.id and m.granted_at <= ${asOf}
            and m."right" in ('send', 'approve') and m.from_on <= ${dayOf(at)}
            and (m.until_on is null or m.until_on >= ${dayOf(at)})
            and (m.ended_at is null or m.ended_at > ${asOf}))) as mandated,
      (select coalesce(bool_and(r.published_at > ${asOf}::timestamptz - interval '12 months'
        and r.review_on >= ${dayOf(at)}), false) from rule r) as reviewed`.execute(ctx.database);
  const row = found.rows[0] ?? {};
  const n = Number(row.n ?? 0);
  const of = (key: string): Covered => ({ k: Number(row[key] ?? 0), n });
  return {
    acknowledged: of('acknowledged'),
    trained: of('trained'),
    mandated: of('mandated'),
    reviewed: row.reviewed === true,
    rules: Number(row.rules ?? 0),
    courses: Number(row.courses ?? 0),
  };
}

/** A colleague as the journey counts them: where they work and whether they direct. */
export interface Working {
  readonly id: string;
  /** null: in no department. */
  readonly departmentId: string | null;
  readonly director: boolean;
  /** May send an answer without asking. */
  readonly sends: boolean;
}

/** Everybody who worked here at a moment. */
export async function measureWorking(ctx: Context, asOf: Date): Promise<Working[]> {
  const held = sql`g.granted_at <= ${asOf} and (g.revoked_at is null or g.revoked_at > ${asOf})`;
  const found = await sql<Working>`
    select e.id::text as id, e.department_id::text as "departmentId",
      exists (select from role_grant g where g.employee_id = e.id and g.role = 'director' and ${held}) as director,
      case when exists (select from mandate m where m.employee_id = e.id and m.granted_at <= ${asOf}
        and (m.released_at is null or m.released_at > ${asOf}))
      then exists (select from mandate m where m.employee_id = e.id and m."right" in ('send', 'approve')
        and m.granted_at <= ${asOf} and (m.ended_at is null or m.ended_at > ${asOf}))
      else exists (select from role_grant g where g.employee_id = e.id and g.role <> 'director' and ${held}) end as sends
    from employee e where e.created_at <= ${asOf} and (e.left_at is null or e.left_at > ${asOf})
    order by e.id`.execute(ctx.database);
  return found.rows;
}

/** Departments with at least two colleagues now. */
export async function listDepartmentIds(ctx: Context): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select department_id::text as id from employee where left_at is null and department_id is not null
    group by 1 having count(*) >= 2 order by min(department_id)`.execute(ctx.database);
  return found.rows.map(({ id }) => id);
}
