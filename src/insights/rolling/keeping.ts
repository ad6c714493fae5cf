import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import type { History } from './history.ts';

/** Whole days: `from` counts, `to` does not. */
export interface DayRange {
  readonly from: string;
  readonly to: string;
}

/** Puts counted days in place of what was kept of them. */
export async function keepDays(ctx: Context, { from, to }: DayRange, history: History): Promise<void> {
  for (const table of ['interval_day', 'depth_day', 'speech_day', 'contact_day', 'heard_day'] as const) {
    await sql`delete from ${sql.table(table)} where day >= ${from}::date and day < ${to}::date`.execute(
      ctx.database,
    );
  }
  await keepIntervals(ctx, history);
  const { depths, speech, contacts, heard } = history;
  await sql`insert into depth_day (day, replied, deep) select day, replied, deep
    from jsonb_to_recordset(${JSON.stringify(depths)}::jsonb) as t (day date, replied int, deep int)`.execute(
    ctx.database,
  );
  await sql`insert into speech_day (day, account_id, who, employee_id, department_id, replies, posts, public_replies,
      public_posts, notes, registered, judged, maverick, empowered)
    select day, "accountId", who, "employeeId", "departmentId", replies, posts, "publicReplies", "publicPosts", notes,
      registered, judged, maverick, empowered
    from jsonb_to_recordset(${JSON.stringify(speech)}::jsonb) as t (day date, "accountId" bigint, who text,
      "employeeId" bigint, "departmentId" bigint, replies int, posts int, "publicReplies" int, "publicPosts" int,
      notes int, registered int, judged int, maverick int, empowered int)`.execute(ctx.database);
  await sql`insert into contact_day (day, one_id, other_id, contacts) select day, "oneId", "otherId", contacts
    from jsonb_to_recordset(${JSON.stringify(contacts)}::jsonb)
      as t (day date, "oneId" bigint, "otherId" bigint, contacts int)`.execute(ctx.database);
  await sql`insert into heard_day (day, account_id, heard, classified, recorded, known)
    select day, "accountId", heard, classified, recorded, known
    from jsonb_to_recordset(${JSON.stringify(heard)}::jsonb)
      as t (day date, "accountId" bigint, heard int, classified int, recorded int, known int)`.execute(
    ctx.database,
  );
  await sql`insert into rolled_day (day, rolled_at)
    select day, ${asDate(ctx.clock.now())} from generate_series(${from}::date, ${to}::date - 1, '1 day') day
    on conflict (day) do update set rolled_at = excluded.rolled_at`.execute(ctx.database);
}

async function keepIntervals(ctx: Context, { intervals }: History): Promise<void> {
  const rows = intervals.map(({ day, departmentId, counts, hours, clock }) => ({
    day,
    department: departmentId,
    counts,
    hb: hours.buckets,
    hn: hours.numbers,
    cb: clock.buckets,
    cn: clock.numbers,
  }));
  await sql`insert into interval_day (day, department_id, counts, hours_buckets, hours_numbers, clock_buckets, clock_numbers)
    select day, department, counts, hb, hn, cb, cn from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as t (day date, department bigint, counts jsonb, hb int[], hn int[], cb int[], cn int[])`.execute(
    ctx.database,
  );
}

interface KeptInterval {
  day: string;
  departmentId: string;
  counts: History['intervals'][number]['counts'];
  hb: number[];
  hn: number[];
  cb: number[];
  cn: number[];
}

/** What was kept of whole days. Five statements. */
export async function keptDays(ctx: Context, range: DayRange): Promise<History> {
  const within = sql`day >= ${range.from}::date and day < ${range.to}::date`;
  const read = async <T>(columns: string, table: string) =>
    (
      await sql<T>`select day::text as day, ${sql.raw(columns)} from ${sql.table(table)} where ${within}`.execute(
        ctx.database,
      )
    ).rows;
  const intervals = await read<KeptInterval>(
    `department_id::text as "departmentId", counts, hours_buckets as hb, hours_numbers as hn, clock_buckets as cb,
     clock_numbers as cn`,
    'interval_day',
  );
  return {
    intervals: intervals.map(({ day, departmentId, counts, hb, hn, cb, cn }) => ({
      day,
      departmentId,
      counts,
      hours: { buckets: hb, numbers: hn },
      clock: { buckets: cb, numbers: cn },
    })),
    depths: await read('replied, deep', 'depth_day'),
    speech: await read(
      `account_id::text as "accountId", who, employee_id::text as "employeeId", department_id::text as "departmentId",
       replies, posts, public_replies as "publicReplies", public_posts as "publicPosts", notes, registered, judged,
       maverick, empowered`,
      'speech_day',
    ),
    contacts: await read(`one_id::text as "oneId", other_id::text as "otherId", contacts`, 'contact_day'),
    heard: await read(`account_id::text as "accountId", heard, classified, recorded, known`, 'heard_day'),
  };
}
