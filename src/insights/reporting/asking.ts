import { sql } from 'kysely';
import { getOrganisation } from '../../organisation/organisation.ts';
import { type Queue, queuesFor } from '../../organisation/queues.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { dayAfter, dayAt } from '../rolling/reading.ts';

/** Which report is asked for; days are `2026-11-24`, where the organisation is. */
export interface ReportAsked {
  /** Both days count. */
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Key of a department, key of a queue, name of a channel. */
  readonly department?: string | undefined;
  readonly queue?: string | undefined;
  readonly channel?: string | undefined;
}

export interface AccountOption {
  readonly id: string;
  readonly channel: string;
  readonly name: string;
}

export interface DepartmentOption {
  readonly id: string;
  readonly key: string;
  readonly name: string;
}

/** What may be asked, and what was. */
export interface ReportScope {
  readonly zone: string;
  readonly today: string;
  /** `to` and `beforeTo` do not count: whole days. The period before is as long. */
  readonly from: string;
  readonly to: string;
  readonly before: string;
  readonly asked: ReportAsked;
  /** All that this reader may see, to choose from. */
  readonly departments: readonly DepartmentOption[];
  readonly queues: readonly Queue[];
  readonly accounts: readonly AccountOption[];
  /** Numbers of what was chosen; every reading of a report carries these in its query. */
  readonly queueIds: readonly string[];
  readonly accountIds: readonly string[];
}

const usualDays = 28;
const mostDays = 366;
const date = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A report within what the actor may see: of their departments, and of queues of nobody in particular.
 * @throws Refusal `invalid.period`, `not-found.queue`, `not-found.department`
 */
export async function scopeOf(ctx: Context, asked: ReportAsked): Promise<ReportScope> {
  const { timezone: zone } = await getOrganisation(ctx);
  const today = dayAt(ctx.clock.now(), zone);
  const period = periodOf(asked, today);
  const queues = await queuesFor(ctx, 'journey.read');
  const departments = await departmentsOf(ctx, queues);
  const accounts = await ctx.database
    .selectFrom('channel_account')
    .select(['id', 'channel', 'name'])
    .orderBy('channel')
    .orderBy('name')
    .execute();
  const department = departments.find(({ key }) => key === asked.department);
  if (asked.department && !department) throw new Refusal('not-found.department', { key: asked.department });
  if (asked.queue && !queues.some(({ key }) => key === asked.queue))
    throw new Refusal('not-found.queue', { key: asked.queue });
  const chosen = queues.filter(
    (queue) =>
      (!department || queue.departmentId === department.id) && (!asked.queue || queue.key === asked.queue),
  );
  return {
    ...{ zone, today, ...period, asked, departments, queues, accounts },
    queueIds: chosen.map(({ id }) => id),
    accountIds: accounts
      .filter(({ channel }) => !asked.channel || channel === asked.channel)
      .map(({ id }) => id),
  };
}

function periodOf({ from, to }: ReportAsked, today: string): { from: string; to: string; before: string } {
  const last = readDay(to) ?? today;
  const first = readDay(from) ?? dayAfter(last, 1 - usualDays);
  const length = Temporal.PlainDate.from(first).until(last, { largestUnit: 'days' }).days + 1;
  if (length < 1 || length > mostDays)
    throw new Refusal('invalid.period', { from: first, to: last, most: mostDays });
  return { from: first, to: dayAfter(last), before: dayAfter(first, -length) };
}

function readDay(text: string | undefined): string | undefined {
  if (!text) return undefined;
  try {
    if (date.test(text)) return Temporal.PlainDate.from(text, { overflow: 'reject' }).toString();
  } catch {
    // No such day, as the thirtieth of February.
  }
  throw new Refusal('invalid.period', { day: text });
}

async function departmentsOf(ctx: Context, queues: readonly Queue[]): Promise<DepartmentOption[]> {
  const ids = queues.flatMap(({ departmentId }) => departmentId ?? []);
  const found = await sql<DepartmentOption>`
    select id::text as id, key, name from department where id = any(${ids}::bigint[]) order by name`.execute(
    ctx.database,
  );
  return found.rows;
}
