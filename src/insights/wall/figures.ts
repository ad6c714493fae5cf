import { sql } from 'kysely';
import { loadOpenings } from '../../organisation/opening/openings.ts';
import { isOpenAcross, nextOpeningAcross } from '../../organisation/opening/timeline.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { listQueues, type Queue } from '../../organisation/queues.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { dayAt, startOfDay } from '../rolling/reading.ts';

/** What hangs on the wall: numbers, and of nobody. */
export interface Wall {
  readonly at: string;
  readonly open: number;
  readonly unassigned: number;
  /** Due within an hour, and late. */
  readonly due: number;
  readonly overdue: number;
  /** Since when somebody waits longest; null: nobody waits. */
  readonly waitingSince: string | null;
  readonly answeredToday: number;
  /** Of what was asked today and had a norm: answered in time, of all that was answered or is late. */
  readonly norm: { readonly k: number; readonly n: number };
  /** How many colleagues are there; fewer than five is said as 1. */
  readonly present: { readonly n: number; readonly few: boolean };
  /** Whether some queue is open now, and when the next one opens. */
  readonly isOpen: boolean;
  readonly opensAt: string | null;
  readonly queues: readonly { readonly name: string; readonly open: number; readonly overdue: number }[];
}

/** Small groups of colleagues are never counted out. */
const fewest = 5;

interface Head {
  queueId: string;
  open: number;
  unassigned: number;
  due: number;
  overdue: number;
  lateToday: number;
  since: Date | null;
}

/** The figures of these queues now. Six statements, over what is open and today alone. */
export async function readWall(ctx: Context, queueIds: readonly string[]): Promise<Wall> {
  const now = ctx.clock.now();
  const { timezone } = await getOrganisation(ctx);
  const today = asDate(startOfDay(dayAt(now, timezone), timezone));
  const queues = (await listQueues(ctx)).filter(({ id, ended }) => queueIds.includes(id) && !ended);
  return transact(ctx, 'service', async (ctx) => {
    const heads = await headsOf(ctx, queueIds, today);
    const sum = (of: (head: Head) => number) => heads.reduce((all, head) => all + of(head), 0);
    const waiting = heads.flatMap(({ since }) => (since ? [since.getTime()] : []));
    const kept = await normToday(ctx, queueIds, today);
    return {
      at: now.toString(),
      open: sum((head) => head.open),
      unassigned: sum((head) => head.unassigned),
      due: sum((head) => head.due),
      overdue: sum((head) => head.overdue),
      waitingSince: waiting.length > 0 ? new Date(Math.min(...waiting)).toISOString() : null,
      answeredToday: await answeredSince(ctx, queueIds, today),
      norm: { k: kept.k, n: kept.n + sum((head) => head.lateToday) },
      present: await presentOf(ctx, queues),
      ...(await openingOf(ctx, queues)),
      queues: queues.map(({ id, name }) => {
        const head = heads.find(({ queueId }) => queueId === id);
        return { name, open: head?.open ?? 0, overdue: head?.overdue ?? 0 };
      }),
    };
  });
}

async function headsOf(ctx: Context, queueIds: readonly string[], today: Date): Promise<Head[]> {
  const now = asDate(ctx.clock.now());
  const due = sql`due_kind in ('first', 'next') and due_at`;
  const found = await sql<Head>`
    select queue_id::text as "queueId", count(*)::int as open, count(*) filter (where assignee_id is null)::int as unassigned,
      count(*) filter (where ${due} >= ${now} and due_at < ${now}::timestamptz + interval '1 hour')::int as due,
      count(*) filter (where ${due} < ${now})::int as overdue,
      count(*) filter (where ${due} < ${now} and waiting_since >= ${today})::int as "lateToday", min(waiting_since) as since
    from conversation_open
    where queue_id = any(${queueIds}::bigint[]) and state <> 'waiting' and snoozed_until is null
    group by 1`.execute(ctx.database);
  return found.rows;
}

async function answeredSince(ctx: Context, queueIds: readonly string[], since: Date): Promise<number> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from conversation_item t
    join message m on m.id = t.message_id and m.received_at = t.received_at
    join conversation c on c.id = t.conversation_id
    where t.kind in ('reply', 'post') and t.kind = 'reply' and t.sent_at >= ${since} and not m.automatic
      and c.queue_id = any(${queueIds}::bigint[])`.execute(ctx.database);
  return found.rows[0]?.n ?? 0;
}

/** As it was counted last, at most some minutes ago. */
async function normToday(ctx: Context, queueIds: readonly string[], since: Date) {
  const found = await sql<{ k: number; n: number }>`
    select coalesce(sum(norm_kept), 0)::int as k, coalesce(sum(norm_kept + norm_late), 0)::int as n from report_hour
    where hour >= ${since} and queue_id = any(${queueIds}::bigint[])`.execute(ctx.database);
  return found.rows[0] ?? { k: 0, n: 0 };
}

/** Colleagues who say that they are there, of the departments whose queues these are. */
async function presentOf(ctx: Context, queues: readonly Queue[]): Promise<Wall['present']> {
  const departments = queues.flatMap(({ departmentId }) => departmentId ?? []);
  const everybody = queues.some(({ departmentId }) => departmentId === null);
  const since = asDate(ctx.clock.now().subtract({ hours: 12 }));
  const found = await sql<{ n: number }>`
    select count(*)::int as n from presence p join employee e on e.id = p.employee_id
    where p.state = 'here' and p.since > ${since}
      and (${everybody} or e.department_id = any(${departments}::bigint[]))`.execute(ctx.database);
  const n = found.rows[0]?.n ?? 0;
  return n > 0 && n < fewest ? { n: 1, few: true } : { n, few: false };
}

async function openingOf(ctx: Context, queues: readonly Queue[]): Promise<Pick<Wall, 'isOpen' | 'opensAt'>> {
  const openings = await loadOpenings(ctx);
  const now = ctx.clock.now().epochMilliseconds / 1000;
  const own = queues.flatMap(({ calendarId }) => {
    const opening = openings.get(calendarId);
    return opening ? [opening.timeline] : [];
  });
  if (own.length === 0) return { isOpen: false, opensAt: null };
  const isOpen = own.some((timeline) => isOpenAcross(timeline, now));
  const next = own.flatMap((timeline) => nextOpeningAcross(timeline, now) ?? []);
  return {
    isOpen,
    opensAt: isOpen || next.length === 0 ? null : new Date(Math.min(...next) * 1000).toISOString(),
  };
}
