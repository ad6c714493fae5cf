import { sql } from 'kysely';
import { getOrganisation } from '../organisation/organisation.ts';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { daysBefore, frameOf, windowBegins } from './figures/frame.ts';

/** Where questions stay without an answer, in the last 28 days. */
export interface Demand {
  /** The channel with the most of them. */
  readonly channel: { readonly name: string; readonly unanswered: number; readonly asked: number } | null;
  /** The three hours in a row with the most, where the organisation is; `from` 0..23. */
  readonly hours: { readonly from: number; readonly to: number; readonly unanswered: number } | null;
  readonly outside: { readonly unanswered: number; readonly asked: number };
  readonly unanswered: number;
}

/** Reads 28 days of questions. One statement. */
export async function readDemand(ctx: Context, asOf: Temporal.Instant): Promise<Demand> {
  const { timezone: zone } = await getOrganisation(ctx);
  const frame = frameOf(asOf, zone);
  const found = await transact(ctx, 'service', (ctx) =>
    sql<{ channel: string; hour: number; open: boolean; asked: number; unanswered: number }>`
      select a.channel, extract(hour from w.opened_at at time zone ${zone})::int as hour, w.opened_in_hours as open,
        count(*)::int as asked, count(*) filter (where not coalesce(w.closed_by in ('person', 'automatic')
          and w.closed_at - w.opened_at <= interval '72 hours', false))::int as unanswered
      from response_interval w join conversation c on c.id = w.conversation_id
      join channel_account a on a.id = c.channel_account_id
      where w.opened_at >= ${windowBegins(frame, 28)} and w.opened_at < ${daysBefore(frame, 3)}
        and w.opened_at < ${asDate(asOf)} and w.closed_by is distinct from 'closure'
      group by 1, 2, 3`.execute(ctx.database),
  );
  return demandOf(found.rows);
}

interface Cell {
  readonly channel: string;
  readonly hour: number;
  readonly open: boolean;
  readonly asked: number;
  readonly unanswered: number;
}

export function demandOf(cells: readonly Cell[]): Demand {
  const sum = (rows: readonly Cell[]) => ({
    asked: rows.reduce((total, { asked }) => total + asked, 0),
    unanswered: rows.reduce((total, { unanswered }) => total + unanswered, 0),
  });
  const channels = [...Map.groupBy(cells, ({ channel }) => channel)]
    .map(([name, rows]) => ({ name, ...sum(rows) }))
    .toSorted((a, b) => b.unanswered - a.unanswered);
  const hours = Array.from({ length: 22 }, (_, from) => ({
    from,
    to: from + 3,
    unanswered: sum(cells.filter(({ hour }) => hour >= from && hour < from + 3)).unanswered,
  })).toSorted((a, b) => b.unanswered - a.unanswered || a.from - b.from);
  const all = sum(cells);
  return {
    channel: channels[0] && channels[0].unanswered > 0 ? channels[0] : null,
    hours: hours[0] && hours[0].unanswered > 0 ? hours[0] : null,
    outside: sum(cells.filter(({ open }) => !open)),
    unanswered: all.unanswered,
  };
}
