import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { reminderDays } from './request.ts';

export interface Reminder {
  requestId: string;
  publicId: string;
  kind: string;
  dueAt: Date;
  /** The day of the reminder: 7, 21 or 28. */
  day: number;
  handlerId: string | null;
}

/** How somebody is told; handed in, because only others know who may handle requests and how mail leaves. */
export type Remind = (ctx: Context, reminder: Reminder) => Promise<void>;

/**
 * Every hour: open requests whose 7th, 21st or 28th day has come. Each reminder is written down in the transaction that
 * sends it, so that it is sent once. Of several that came at once, because Polder stood still or a letter lay around, only
 * the last is told.
 */
export async function remindOfRequests(ctx: Context, remind: Remind): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    const now = asDate(ctx.clock.now());
    const told = new Set<string>();
    for (const day of reminderDays.toReversed()) {
      const due = await sql<Reminder>`
        with told as (
          insert into privacy_request_step (request_id, at, what)
          select r.id, ${now}, ${`reminded-${day}`} from privacy_request r
          where r.state = 'open' and r.received_at <= ${now}::timestamptz - make_interval(days => ${day})
          on conflict do nothing returning request_id)
        select r.id as "requestId", r.public_id as "publicId", r.kind, r.due_at as "dueAt",
          ${day}::integer as day, r.handler_id as "handlerId"
        from told t join privacy_request r on r.id = t.request_id order by r.id`.execute(ctx.database);
      for (const reminder of due.rows.filter(({ requestId }) => !told.has(requestId))) {
        told.add(reminder.requestId);
        await remind(ctx, reminder);
      }
    }
  });
}

export interface RequestCounts {
  open: number;
  /** Due within a week. */
  soon: number;
  late: number;
}

/** For the badge of the section and the figure of the board. Runs under `legal`. */
export async function countRequests(ctx: Context): Promise<RequestCounts> {
  const now = asDate(ctx.clock.now());
  const found = await sql<{ open: string; soon: string; late: string }>`
    select count(*) as open, count(*) filter (where due_at < ${now}) as late,
      count(*) filter (where due_at >= ${now} and due_at < ${now}::timestamptz + interval '7 days') as soon
    from privacy_request where state = 'open'`.execute(ctx.database);
  const [row] = found.rows;
  return { open: Number(row?.open ?? 0), soon: Number(row?.soon ?? 0), late: Number(row?.late ?? 0) };
}
