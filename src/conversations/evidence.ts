import { type RawBuilder, sql } from 'kysely';
import { enterListUse, personAllows } from '../customers/using.ts';
import { mayRead } from '../organisation/mandates/reading.ts';
import { queuesFor } from '../organisation/queues.ts';
import { type Context, transact } from '../platform/context.ts';
import { momentBefore } from './hours.ts';

/** One row behind a figure: does it count towards k? */
export interface WaitingRow {
  at: Date;
  channel: string;
  /** Who answered, where the figure is about departments. */
  department: string | null;
  counts: boolean;
  clockSeconds: number | null;
  hoursSeconds: number | null;
  timeKnown: boolean;
  /** Absent for whoever may not read this conversation. */
  conversation: { publicId: string; personName: string | null; preview: string } | null;
}

type Waits =
  | 'RR'
  | 'RR_ADDRESSED'
  | 'SL60'
  | 'FRT'
  | 'FRT_CLOCK'
  | 'READ'
  | 'UNTIMED'
  | 'UT'
  | 'TRIAGE'
  | 'RR_OUTSIDE';
type Answers = 'TW' | 'DA' | 'RESPONDING' | 'POST_ONLY' | 'PL';
type Code = Waits | Answers | 'DEP';

/** The window of a figure, by the same moments that it was counted with. */
export interface Asked {
  code: Code;
  from: Date;
  asOf: Date;
  /** Messages from this moment on are not 72 hours, not seven days old yet. */
  settled: Date;
  readable: Date;
  /** Where days and weeks begin, and the last day that counts. */
  zone: string;
  lastDay: string;
  /** Since when 28 and 91 days count, for figures about colleagues. */
  monthFrom: Date;
  quarterFrom: Date;
  after?: string | undefined;
}

const pageSize = 50;

/** The very rows that conversations/measures.ts counts, a page at a time. */
export async function listWaiting(
  ctx: Context,
  asked: Asked,
): Promise<{ rows: WaitingRow[]; next?: string }> {
  return transact(ctx, 'service', async (ctx) => {
    await enterListUse(ctx, 'rows.listed');
    const queues = (await queuesFor(ctx, 'inbox.read')).map((queue) => queue.id);
    const hourBefore = await momentBefore(ctx, asked.asOf, 3600);
    const offset = Math.max(0, Number(asked.after ?? 0) || 0);
    const found = await sql<Row>`
      select b.at, a.channel, b.counts, b.clock_seconds as "clockSeconds", b.hours_seconds as "hoursSeconds",
        b.known as "timeKnown", d.name as department, c.public_id as "publicId", coalesce(i.name, i.handle) as "personName", b.preview,
        c.queue_id = any(${queues}::bigint[]) and ${personAllows(sql`c.person_id`, 'service')}
          and ${mayRead(ctx, { channel: sql`a.channel`, topics: sql`c.topics` })} as visible
      from (${behind({ ...asked, hourBefore })}) b
      join conversation c on c.id = b.conversation_id
      join channel_account a on a.id = c.channel_account_id
      left join identity i on i.id = c.identity_id
      left join department d on d.id = b.department_id
      order by b.at desc, b.conversation_id desc limit ${pageSize + 1} offset ${offset}`.execute(
      ctx.database,
    );
    const rows = found.rows.slice(0, pageSize).map(toRow);
    return { rows, ...(found.rows.length > pageSize ? { next: String(offset + pageSize) } : {}) };
  });
}

interface Row extends Omit<WaitingRow, 'conversation' | 'clockSeconds' | 'hoursSeconds'> {
  clockSeconds: string | null;
  hoursSeconds: string | null;
  publicId: string;
  personName: string | null;
  preview: string;
  visible: boolean;
}

function toRow(row: Row): WaitingRow {
  const { publicId, personName, preview } = row;
  return {
    at: row.at,
    channel: row.channel,
    department: row.department,
    counts: row.counts,
    timeKnown: row.timeKnown,
    clockSeconds: row.clockSeconds === null ? null : Number(row.clockSeconds),
    hoursSeconds: row.hoursSeconds === null ? null : Number(row.hoursSeconds),
    conversation: row.visible ? { publicId, personName, preview } : null,
  };
}

/** `hourBefore`: since when an hour of opening hours has not passed yet. */
type Placed = Asked & { hourBefore: Date };

function behind(asked: Placed): RawBuilder<unknown> {
  const { code, asOf, from } = asked;
  if (code === 'DEP') {
    return sql`
      select first_message_at as at, id as conversation_id, turns >= 2 as counts, null::bigint as clock_seconds,
        null::bigint as hours_seconds, true as known, preview, null::bigint as department_id
      from conversation where replies > 0 and first_message_at < ${asOf} and first_message_at >= ${from}`;
  }
  if (isAboutAnswers(code)) return said({ ...asked, code });
  const { member, counts } = intervalRule({ ...asked, code });
  return sql`
    select w.opened_at as at, w.conversation_id, ${counts} as counts, w.clock_seconds, w.hours_seconds,
      w.open_time_known and coalesce(w.close_time_known, true) as known, left(m.text, 140) as preview,
      null::bigint as department_id
    from response_interval w
    join conversation k on k.id = w.conversation_id
    join message m on m.id = w.message_id and m.received_at = w.received_at
    where w.opened_at >= ${from} and w.opened_at < ${asOf} and w.closed_by is distinct from 'closure' and ${member}`;
}

function isAboutAnswers(code: Code): code is Answers {
  return ['TW', 'DA', 'RESPONDING', 'POST_ONLY', 'PL'].includes(code);
}

/** What our accounts said in the window, with whether each counts. */
function said(asked: Asked & { code: Answers }): RawBuilder<unknown> {
  const { member, counts } = answerRule(asked);
  return sql`
    select t.sent_at as at, t.conversation_id, ${counts} as counts, null::bigint as clock_seconds,
      null::bigint as hours_seconds, m.time_known as known, left(m.text, 140) as preview,
      ${asked.code === 'DA' ? sql`m.department_id` : sql`null::bigint`} as department_id
    from conversation_item t join message m on m.id = t.message_id and m.received_at = t.received_at
    where t.sent_at < ${asked.asOf} and t.sent_at >= ${asked.from} and ${member}`;
}

/** The same rules by which the figures are made of speech days. */
function answerRule(asked: Asked & { code: Answers }): Rule {
  const { code, asOf } = asked;
  const spoken = sql`t.kind in ('reply', 'post')`;
  if (code === 'TW') {
    return {
      member: sql`${spoken} and m.audience = 'public' and not m.automatic`,
      counts: sql`t.kind = 'reply'`,
    };
  }
  if (code === 'PL') {
    return { member: sql`t.kind = 'reply' and not m.automatic`, counts: sql`m.employee_id is not null` };
  }
  const within = (days: number) =>
    sql`i.sent_at < ${asOf} and i.sent_at >= ${days === 28 ? asked.monthFrom : asked.quarterFrom}`;
  const answers = sql`conversation_item i join message a on a.id = i.message_id and a.received_at = i.received_at
    where i.kind = 'reply' and not a.automatic`;
  const weeks = sql`count(distinct least(3, (${asked.lastDay}::date - (i.sent_at at time zone ${asked.zone})::date) / 7)) >= 3`;
  if (code === 'DA') {
    return {
      member: sql`t.kind = 'reply' and not m.automatic`,
      counts: sql`coalesce(m.department_id in (select a.department_id from ${answers} and ${within(28)}
        group by a.department_id having count(*) >= 10 and ${weeks}), false)`,
    };
  }
  if (code === 'RESPONDING') {
    const who = (m: string) =>
      sql.raw(`coalesce(${m}.employee_id::text, ${m}.author, ${m}.channel_account_id::text)`);
    return {
      member: sql`t.kind = 'reply' and not m.automatic`,
      counts: sql`${who('m')} in (select ${who('a')} from ${answers} and ${within(28)} group by 1 having ${weeks})
        and ${who('m')} in (select ${who('a')} from ${answers} and ${within(91)} group by 1 having count(*) >= 5)`,
    };
  }
  return {
    member: spoken,
    counts: sql`m.channel_account_id not in (select a.channel_account_id from conversation_item i
      join message a on a.id = i.message_id and a.received_at = i.received_at where i.kind = 'reply' and ${within(91)})`,
  };
}

interface Rule {
  member: RawBuilder<unknown>;
  counts: RawBuilder<unknown>;
}

function intervalRule({ code, asOf, hourBefore, settled, readable }: Placed & { code: Waits }): Rule {
  const replied = sql`coalesce(w.closed_by in ('person', 'automatic'), false)`;
  const untimed = sql`(not w.open_time_known or coalesce(not w.close_time_known, false))`;
  const soon = sql`coalesce(${replied} and (${untimed} or w.closed_at - w.opened_at <= interval '72 hours'), false)`;
  switch (code) {
    case 'RR':
      return {
        member: sql`w.opened_at < ${settled}`,
        counts: soon,
      };
    case 'RR_ADDRESSED':
      return { member: sql`w.opened_at < ${settled} and w.addressed`, counts: soon };
    case 'SL60':
      return {
        member: sql`w.opened_in_hours and coalesce(w.close_time_known, true) and w.opened_at <= ${hourBefore}`,
        counts: sql`${replied} and w.hours_seconds <= 3600`,
      };
    case 'READ':
      return {
        member: sql`w.opened_at < ${readable}`,
        counts: sql`coalesce(w.read_at - w.opened_at <= interval '7 days', false)`,
      };
    case 'UNTIMED':
      return { member: sql`true`, counts: untimed };
    case 'RR_OUTSIDE':
      return { member: sql`w.opened_at < ${settled} and not w.opened_in_hours`, counts: soon };
    case 'UT':
      return { member: sql`w.closed_by = 'person'`, counts: sql`not w.addressed` };
    case 'TRIAGE':
      return { member: sql`w.opened_in_hours`, counts: triaged(replied) };
    default:
      return {
        member: sql`w.clock in ('first', 'again') and w.closed_by = 'person' and k.started_by = 'customer'
          and w.open_time_known and w.close_time_known and w.closed_at < ${asOf}`,
        counts: sql`true`,
      };
  }
}

/** Answered within two opening hours, or assigned or routed within two hours. */
function triaged(replied: RawBuilder<unknown>): RawBuilder<unknown> {
  const within = sql`between w.opened_at and w.opened_at + interval '2 hours'`;
  return sql`coalesce(${replied} and w.hours_seconds <= 7200, false)
    or exists (select from assignment a where a.conversation_id = w.conversation_id and a.assigned_at ${within})
    or exists (select from routing g where g.conversation_id = w.conversation_id and g.at ${within})`;
}
