import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { momentBefore } from './hours.ts';

/** What conversations can count, for insights to give meaning. All over `days` before `asOf`. */
export interface Period {
  asOf: Date;
  days: number;
}

/** k of n. */
export interface Tally {
  k: number;
  n: number;
}

export interface AnsweringMeasures {
  /** Answered within 72 hours, of the answerable messages that are at least that old. */
  answered: Tally;
  /** Answered within one opening hour, of those received in opening hours. */
  withinHour: Tally;
  /** Read within seven days, of the answerable messages that are at least that old. */
  read: Tally;
  /** Messages or answers whose time is not known, of all answerable ones. */
  timeUnknown: Tally;
}

const tally = (n: unknown, k: unknown) => ({ n: Number(n), k: Number(k) });

export async function measureAnswering(ctx: Context, { asOf, days }: Period): Promise<AnsweringMeasures> {
  const hourBefore = await momentBefore(ctx, asOf, 3600);
  const found = await sql<Record<string, string>>`
    select
      count(*) filter (where old) as rr_n,
      count(*) filter (where old and replied and (untimed or closed_at - opened_at <= interval '72 hours')) as rr_k,
      count(*) filter (where hour_ended) as sl_n,
      count(*) filter (where hour_ended and replied and hours_seconds <= 3600) as sl_k,
      count(*) filter (where week_old) as read_n,
      count(*) filter (where week_old and read_at - opened_at <= interval '7 days') as read_k,
      count(*) as all_n,
      count(*) filter (where untimed) as untimed_k
    from (
      select *,
        opened_at <= ${asOf}::timestamptz - interval '72 hours' as old,
        opened_at <= ${asOf}::timestamptz - interval '7 days' as week_old,
        not open_time_known or coalesce(not close_time_known, false) as untimed,
        opened_in_hours and coalesce(close_time_known, true)
          and opened_at <= ${hourBefore} as hour_ended,
        closed_by in ('person', 'automatic') as replied
      from response_interval
      where opened_at >= ${asOf}::timestamptz - make_interval(days => ${days}) and opened_at < ${asOf}
        and closed_by is distinct from 'closure') i`.execute(ctx.database);
  const row = found.rows[0] ?? {};
  return {
    answered: tally(row.rr_n, row.rr_k),
    withinHour: tally(row.sl_n, row.sl_k),
    read: tally(row.read_n, row.read_k),
    timeUnknown: tally(row.all_n, row.untimed_k),
  };
}

export interface FirstResponses {
  /** Seconds in opening hours, ascending. */
  hours: number[];
  /** Seconds on the clock, ascending. */
  clock: number[];
}

const mostValues = 2001;

/**
 * First answers by a person, where both times are known and the customer began. Above 2,001 values an even grid of
 * quantiles stands for them; `n` is always the true number.
 */
export async function measureFirstResponses(
  ctx: Context,
  { asOf, days }: Period,
): Promise<FirstResponses & { n: number }> {
  const found = await sql<{ n: string; hours: number[] | null; clock: number[] | null }>`
    with v as (
      select i.hours_seconds::float8 as h, i.clock_seconds::float8 as c
      from response_interval i join conversation k on k.id = i.conversation_id and k.started_by = 'customer'
      where i.opened_at >= ${asOf}::timestamptz - make_interval(days => ${days}) and i.opened_at < ${asOf}
        and i.closed_at < ${asOf} and i.clock in ('first', 'again') and i.closed_by = 'person'
        and i.open_time_known and i.close_time_known)
    , grid as (select array_agg(s / 2000.0 order by s)::float8[] as q from generate_series(0, 2000) s)
    select count(*) as n,
      case when count(*) <= ${mostValues} then array_agg(h order by h)
        else percentile_disc((select q from grid)) within group (order by h) end as hours,
      case when count(*) <= ${mostValues} then array_agg(c order by c)
        else percentile_disc((select q from grid)) within group (order by c) end as clock
    from v`.execute(ctx.database);
  const row = found.rows[0];
  return { n: Number(row?.n ?? 0), hours: row?.hours ?? [], clock: row?.clock ?? [] };
}

/** Answers among all that our accounts said in public. Machines do not count. */
export async function measureTwoWay(ctx: Context, { asOf, days }: Period): Promise<Tally> {
  const found = await sql<{ n: string; k: string }>`
    select count(*) as n, count(*) filter (where t.kind = 'reply') as k
    from conversation_item t
    join message m on m.id = t.message_id and m.received_at = t.received_at
    where t.kind in ('reply', 'post') and t.sent_at < ${asOf}
      and t.sent_at >= ${asOf}::timestamptz - make_interval(days => ${days})
      and m.audience = 'public' and not m.automatic`.execute(ctx.database);
  return tally(found.rows[0]?.n, found.rows[0]?.k);
}

/** Conversations that went there and back again, of those with an answer; by when they began. */
export async function measureDepth(ctx: Context, { asOf, days }: Period): Promise<Tally> {
  const found = await sql<{ n: string; k: string }>`
    select count(*) as n, count(*) filter (where turns >= 2) as k from conversation
    where replies > 0 and first_message_at < ${asOf}
      and first_message_at >= ${asOf}::timestamptz - make_interval(days => ${days})`.execute(ctx.database);
  return tally(found.rows[0]?.n, found.rows[0]?.k);
}

export interface Responders {
  /** Of all answers by people in 28 days. */
  answers: number;
  /** Of those, with a known department. */
  withDepartment: number;
  /** With ten answers or more in 28 days, on at least three of the four weeks. */
  departments: number;
  /** People with five answers or more in 91 days who also answered in at least three of the last four weeks. */
  steady: number;
  /** People with five answers or more in 91 days. */
  people: number;
}

/** Who answers. Where no colleague is known by name, the account stands for whoever works it. */
export async function measureResponders(ctx: Context, asOf: Date): Promise<Responders> {
  const found = await sql<Record<keyof Responders, string>>`
    with answer as (
      select coalesce(m.employee_id::text, m.author, m.channel_account_id::text) as who, m.department_id as department,
        floor(extract(epoch from ${asOf}::timestamptz - t.sent_at) / 604800) as week
      from conversation_item t
      join message m on m.id = t.message_id and m.received_at = t.received_at
      where t.kind = 'reply' and not m.automatic and t.sent_at < ${asOf}
        and t.sent_at >= ${asOf}::timestamptz - interval '91 days')
    , person as (
      select who from answer group by who having count(*) >= 5)
    , steady as (
      select who from answer where week < 4 and who in (select who from person)
      group by who having count(distinct week) >= 3)
    , unit as (
      select department from answer where week < 4 and department is not null
      group by department having count(*) >= 10 and count(distinct week) >= 3)
    select (select count(*) from answer where week < 4) as answers,
      (select count(*) from answer where week < 4 and department is not null) as "withDepartment",
      (select count(*) from unit) as departments, (select count(*) from steady) as steady,
      (select count(*) from person) as people`.execute(ctx.database);
  const row = found.rows[0];
  const number = (key: keyof Responders) => Number(row?.[key] ?? 0);
  return {
    answers: number('answers'),
    withDepartment: number('withDepartment'),
    departments: number('departments'),
    steady: number('steady'),
    people: number('people'),
  };
}

/** Accounts that posted in 91 days and never answered: one-way traffic. */
export async function measurePostOnlyAccounts(ctx: Context, asOf: Date): Promise<Tally> {
  const found = await sql<{ n: string; k: string }>`
    select count(*) as n, count(*) filter (where replies = 0) as k from (
      select c.channel_account_id, count(*) filter (where t.kind = 'reply') as replies
      from conversation_item t join conversation c on c.id = t.conversation_id
      where t.kind in ('reply', 'post') and t.sent_at < ${asOf}
        and t.sent_at >= ${asOf}::timestamptz - interval '91 days'
      group by c.channel_account_id) a`.execute(ctx.database);
  return tally(found.rows[0]?.n, found.rows[0]?.k);
}
