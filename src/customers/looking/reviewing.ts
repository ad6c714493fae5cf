import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { allows } from '../../privacy/predicate.ts';
import type { LookReason } from './reason.ts';

/** One look without a conversation, or one file. */
export interface LookRow {
  id: string;
  at: Date;
  /** null: of a program. */
  colleague: string | null;
  program: string | null;
  department: string | null;
  reason: LookReason;
  words: string | null;
  /** null: a file, or somebody who lets nobody look any more. */
  person: { publicId: string; name: string | null } | null;
  what: string | null;
}

/** Who looked at how many, and for the other side: who was looked at by how many. */
export interface LookCount {
  /** Only of those who looked. */
  program?: boolean;
  name: string | null;
  publicId: string | null;
  looks: number;
  others: number;
}

export interface LookWeek {
  /** Its Monday. */
  week: string;
  looks: number;
  rows: LookRow[];
  /** How often each looked. Without an agreement with the works council: by department, not by colleague. */
  byColleague: boolean;
  colleagues: LookCount[];
  /** Persons at whom more than one colleague looked. */
  persons: LookCount[];
  review: { at: Date; by: string | null; remark: string; looks: number } | null;
}

const mostRows = 500;

/** The Monday of the week of a day. */
export function weekOf(day: Temporal.PlainDate): string {
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}

/**
 * What the data manager goes through: the looks of one week, newest first, at most 500. Each look has its colleague,
 * because that is what is gone through; counts are by colleague only where that was agreed on. Five statements.
 */
export async function looksIn(
  ctx: Context,
  week: string,
  { byColleague }: Pick<LookWeek, 'byColleague'>,
): Promise<LookWeek> {
  const during = sql`l.day >= ${week}::date and l.day < ${week}::date + 7`;
  const seen = allows(sql`l.person_id`, 'service');
  return transact(ctx, 'service', async (ctx) => {
    const rows = await sql<LookRow>`
      select l.id, l.at, e.name as colleague, k.name as program, d.name as department, l.reason, l.what,
        case when l.person_id is null or ${seen} then l.words end as words,
        case when p.id is not null and ${seen} then json_build_object('publicId', p.public_id, 'name', p.name) end as person
      from customer_look l left join employee e on e.id = l.employee_id left join api_key k on k.id = l.key_id
      left join department d on d.id = l.department_id left join person p on p.id = l.person_id
      where ${during} order by l.day desc, l.id desc limit ${mostRows}`.execute(ctx.database);
    const colleagues = await sql<LookCount>`
      select case when l.key_id is not null then k.name when ${byColleague} then e.name else d.name end as name,
        case when ${byColleague} then e.public_id end as "publicId", l.key_id is not null as program,
        count(*)::int as looks, count(distinct l.person_id)::int as others
      from customer_look l left join employee e on e.id = l.employee_id left join api_key k on k.id = l.key_id
      left join department d on d.id = l.department_id
      where ${during} group by 1, 2, 3 order by looks desc, name limit 20`.execute(ctx.database);
    const persons = await sql<LookCount>`
      select p.name, p.public_id as "publicId", count(*)::int as looks, count(distinct l.employee_id)::int as others
      from customer_look l join person p on p.id = l.person_id where ${during} and ${seen}
      group by p.id having count(distinct l.employee_id) > 1 order by others desc, p.id limit 20`.execute(
      ctx.database,
    );
    const review = await sql<NonNullable<LookWeek['review']>>`
      select r.reviewed_at as at, e.name as by, r.remark, r.looks from look_review r
      left join employee e on e.id = r.reviewed_by where r.week = ${week}::date`.execute(ctx.database);
    const counted = await sql<{ n: number }>`
      select count(*)::int as n from customer_look l where ${during}`.execute(ctx.database);
    return {
      week,
      looks: counted.rows[0]?.n ?? 0,
      rows: rows.rows,
      byColleague,
      colleagues: colleagues.rows,
      persons: persons.rows,
      review: review.rows[0] ?? null,
    };
  });
}

/** The newest weeks in which somebody looked, with whether they were gone through. */
export async function lookWeeks(ctx: Context): Promise<{ week: string; looks: number; reviewed: boolean }[]> {
  return transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ week: string; looks: number; reviewed: boolean }>`
      select w.week::text as week, w.looks, exists (select from look_review r where r.week = w.week and r.looks >= w.looks)
        as reviewed
      from (select date_trunc('week', day)::date as week, count(*)::int as looks from customer_look
        group by 1 order by 1 desc limit 12) w order by w.week desc`.execute(ctx.database);
    return found.rows;
  });
}

/** The data manager went through a week; what came of it is said in words. Later looks of that week ask it again. */
export async function reviewLooks(
  ctx: Context,
  { week, remark }: { week: string; remark: string },
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const now = asDate(ctx.clock.now());
    await sql`
      insert into look_review (week, looks, remark, reviewed_at, reviewed_by)
      select ${week}::date, count(*), ${remark.trim()}, ${now}, ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null}::bigint
      from customer_look where day >= ${week}::date and day < ${week}::date + 7
      on conflict (week) do update set looks = excluded.looks, remark = excluded.remark,
        reviewed_at = excluded.reviewed_at, reviewed_by = excluded.reviewed_by`.execute(ctx.database);
    await ctx.emit([{ verb: 'looks.reviewed', subject: { kind: 'organisation', id: '1' }, data: { week } }]);
  });
}
