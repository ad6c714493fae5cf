import { type RawBuilder, sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { type Action, reachOf } from '../authority.ts';

/**
 * Whether the mandate matrix lets the actor read what came in on this channel about these topics, as a condition in SQL:
 * every right holds reading. Whoever is not in it works by their roles. What has no topic is read by a mandate for every
 * topic alone. For lists, single rows and counts alike, so that none of them can disagree.
 */
export function mayRead(
  ctx: Context,
  { channel, topics }: { channel: RawBuilder<unknown>; topics: RawBuilder<unknown> },
): RawBuilder<boolean> {
  if (ctx.actor.kind !== 'employee') return sql<boolean>`true`;
  const now = asDate(ctx.clock.now());
  const own = sql`mandate m where m.employee_id = ${ctx.actor.employeeId} and m.released_at is null`;
  const today = sql`(${now}::timestamptz at time zone (select timezone from organisation))::date`;
  const holding = sql`${own} and m.from_on <= ${today} and (m.until_on is null or m.until_on >= ${today})
    and (m.ended_at is null or m.ended_at > ${now}::timestamptz) and (m.channel is null or m.channel = ${channel})`;
  return sql<boolean>`(not exists (select from ${own})
    or exists (select from ${holding} and m.topic is null)
    or (cardinality(${topics}) > 0 and ${topics} <@ array(select m.topic from ${holding} and m.topic is not null)))`;
}

export interface Reading {
  /** Numbers of the queues. */
  queues: string[];
  /** For whoever is not in the matrix this asks nothing, and the lists keep to their indexes. */
  mayRead(of: { channel: RawBuilder<unknown>; topics: RawBuilder<unknown> }): RawBuilder<boolean>;
}

/** What is done and read in the statement of `readingFor`. */
interface Along {
  /** A statement that writes. */
  writing?: RawBuilder<unknown> | null;
  /** An expression, as `jsonb`. */
  beside?: RawBuilder<unknown>;
}

/** In which queues the actor may do `action`, and what of it they may read. One statement, whatever goes along. */
export async function readingFor(
  ctx: Context,
  action: Action,
  { writing = null, beside = sql`null::jsonb` }: Along = {},
): Promise<Reading & { beside: unknown }> {
  const reach = reachOf(ctx.actor, action);
  const employeeId = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
  const within =
    reach === 'everywhere'
      ? sql`true`
      : reach.length === 0
        ? sql`false`
        : sql`(q.department_id is null or q.department_id = any(${reach}::bigint[]))`;
  const found = await sql<{ queues: string[]; held: boolean; beside: unknown }>`
    ${writing ? sql`with written as (${writing})` : sql``}
    select ${beside} as beside, array(select q.id::text from queue q where ${within} order by q.id) as queues,
      exists (select from mandate where employee_id = ${employeeId}::bigint and released_at is null) as held`.execute(
    ctx.database,
  );
  const { queues = [], held = false, beside: along } = found.rows[0] ?? {};
  return { queues, mayRead: (of) => (held ? mayRead(ctx, of) : sql<boolean>`true`), beside: along };
}
