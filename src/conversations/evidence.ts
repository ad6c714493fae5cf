import { type RawBuilder, sql } from 'kysely';
import { personAllows, usePeople } from '../customers/using.ts';
import { queuesFor } from '../organisation/queues.ts';
import { type Context, transact } from '../platform/context.ts';

/** One row behind a figure: does it count towards k? */
export interface WaitingRow {
  at: Date;
  channel: string;
  counts: boolean;
  clockSeconds: number | null;
  hoursSeconds: number | null;
  timeKnown: boolean;
  /** Absent for whoever may not read this conversation. */
  conversation: { publicId: string; personName: string | null; preview: string } | null;
}

type Code = 'RR' | 'SL60' | 'FRT' | 'FRT_CLOCK' | 'READ' | 'UNTIMED' | 'DEP' | 'TW';

interface Asked {
  code: Code;
  asOf: Date;
  days: number;
  after?: string | undefined;
}

const pageSize = 50;

/** The very rows that conversations/measures.ts counts, a page at a time. */
export async function listWaiting(
  ctx: Context,
  asked: Asked,
): Promise<{ rows: WaitingRow[]; next?: string }> {
  return transact(ctx, 'service', async (ctx) => {
    await usePeople(ctx, 'rows.listed');
    const queues = (await queuesFor(ctx, 'inbox.read')).map((queue) => queue.id);
    const offset = Math.max(0, Number(asked.after ?? 0) || 0);
    const found = await sql<Row>`
      select b.at, a.channel, b.counts, b.clock_seconds as "clockSeconds", b.hours_seconds as "hoursSeconds",
        b.known as "timeKnown", c.public_id as "publicId", coalesce(i.name, i.handle) as "personName", b.preview,
        c.queue_id = any(${queues}::bigint[]) and ${personAllows(sql`c.person_id`, 'service')} as visible
      from (${behind(asked)}) b
      join conversation c on c.id = b.conversation_id
      join channel_account a on a.id = c.channel_account_id
      left join identity i on i.id = c.identity_id
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
    counts: row.counts,
    timeKnown: row.timeKnown,
    clockSeconds: row.clockSeconds === null ? null : Number(row.clockSeconds),
    hoursSeconds: row.hoursSeconds === null ? null : Number(row.hoursSeconds),
    conversation: row.visible ? { publicId, personName, preview } : null,
  };
}

function behind({ code, asOf, days }: Asked): RawBuilder<unknown> {
  const from = sql`${asOf}::timestamptz - make_interval(days => ${days})`;
  if (code === 'TW') {
    return sql`
      select t.sent_at as at, t.conversation_id, t.kind = 'reply' as counts, null::bigint as clock_seconds,
        null::bigint as hours_seconds, m.time_known as known, left(m.text, 140) as preview
      from conversation_item t join message m on m.id = t.message_id and m.received_at = t.received_at
      where t.kind in ('reply', 'post') and t.sent_at < ${asOf} and t.sent_at >= ${from}
        and m.audience = 'public' and not m.automatic`;
  }
  if (code === 'DEP') {
    return sql`
      select first_message_at as at, id as conversation_id, turns >= 2 as counts, null::bigint as clock_seconds,
        null::bigint as hours_seconds, true as known, preview
      from conversation where replies > 0 and first_message_at < ${asOf} and first_message_at >= ${from}`;
  }
  const { member, counts } = intervalRule(code, asOf);
  return sql`
    select w.opened_at as at, w.conversation_id, ${counts} as counts, w.clock_seconds, w.hours_seconds,
      w.open_time_known and coalesce(w.close_time_known, true) as known, left(m.text, 140) as preview
    from response_interval w
    join conversation k on k.id = w.conversation_id
    join message m on m.id = w.message_id and m.received_at = w.received_at
    where w.opened_at >= ${from} and w.opened_at < ${asOf} and w.closed_by is distinct from 'closure' and ${member}`;
}

interface Rule {
  member: RawBuilder<unknown>;
  counts: RawBuilder<unknown>;
}

function intervalRule(code: Exclude<Code, 'TW' | 'DEP'>, asOf: Date): Rule {
  const replied = sql`coalesce(w.closed_by in ('person', 'automatic'), false)`;
  const untimed = sql`(not w.open_time_known or coalesce(not w.close_time_known, false))`;
  const before = (age: string) => sql`w.opened_at <= ${asOf}::timestamptz - ${age}::interval`;
  switch (code) {
    case 'RR':
      return {
        member: before('72 hours'),
        counts: sql`${replied} and (${untimed} or w.closed_at - w.opened_at <= interval '72 hours')`,
      };
    case 'SL60':
      return {
        member: sql`w.opened_in_hours and coalesce(w.close_time_known, true) and ${before('1 hour')}`,
        counts: sql`${replied} and w.hours_seconds <= 3600`,
      };
    case 'READ':
      return {
        member: before('7 days'),
        counts: sql`coalesce(w.read_at - w.opened_at <= interval '7 days', false)`,
      };
    case 'UNTIMED':
      return { member: sql`true`, counts: untimed };
    default:
      return {
        member: sql`w.clock in ('first', 'again') and w.closed_by = 'person' and k.started_by = 'customer'
          and w.open_time_known and w.close_time_known and w.closed_at < ${asOf}`,
        counts: sql`true`,
      };
  }
}
