import { sql } from 'kysely';
import { queuesFor } from '../../organisation/queues.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

export interface Round {
  publicId: string;
  /** The Monday of its week. */
  week: string;
  queue: string;
  /** Out of how many answers how many were drawn, and with which seed. */
  answers: number;
  drawn: number;
  seed: string;
  /** Looked at by two; seen differently, and of those not talked over yet. */
  done: number;
  differing: number;
  open: number;
  /** That the reader can still look at. */
  mine: number;
}

const differs = sql`(a.substance, a.voice, a.correctness, a.language, a.closure)
  is distinct from (b.substance, b.voice, b.correctness, b.language, b.closure)`;

/** Rounds of the queues whose reports the reader may see, newest first, at most a year of them. One statement and the queues. */
export async function listRounds(ctx: Context, publicId?: string): Promise<Round[]> {
  const queues = (await queuesFor(ctx, 'journey.read')).map(({ id }) => id);
  const answering = (await queuesFor(ctx, 'conversation.answer')).map(({ id }) => id);
  const me = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
  const found = await sql<Round>`
    select r.public_id as "publicId", r.week::text as week, q.name as queue, r.answers, r.seed::text as seed,
      s.drawn, s.done, s.differing, s.open, s.mine
    from quality_round r join queue q on q.id = r.queue_id
    cross join lateral (
      select count(*)::int as drawn, count(b.id)::int as done,
        count(b.id) filter (where ${differs})::int as differing,
        count(b.id) filter (where ${differs} and z.id is null)::int as open,
        count(*) filter (where b.id is null and r.queue_id = any(${answering}::bigint[])
          and i.author_id is distinct from ${me}::bigint and a.employee_id is distinct from ${me}::bigint)::int as mine
      from quality_item i
      left join quality_score a on a.item_id = i.id and a.nth = 1
      left join quality_score b on b.item_id = i.id and b.nth = 2
      left join quality_score z on z.item_id = i.id and z.nth = 0
      where i.round_id = r.id) s
    where r.queue_id = any(${queues}::bigint[]) and (${publicId ?? null}::text is null or r.public_id = ${publicId ?? null})
    order by r.week desc, q.name limit 200`.execute(ctx.database);
  return found.rows;
}

export interface RoundItem {
  publicId: string;
  place: number;
  stratum: string;
  isOwn: boolean;
  looked: number;
  byMe: boolean;
  differs: boolean;
  agreed: boolean;
}

/** One round with its answers, without words. @throws Refusal `not-found.round` */
export async function getRound(
  ctx: Context,
  publicId: string,
): Promise<{ round: Round; items: RoundItem[] }> {
  const [round] = await listRounds(ctx, publicId);
  if (!round) throw new Refusal('not-found.round', { id: publicId });
  const me = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
  const found = await sql<RoundItem>`
    select i.public_id as "publicId", i.place, i.stratum, coalesce(i.author_id = ${me}::bigint, false) as "isOwn",
      (case when b.id is not null then 2 when a.id is not null then 1 else 0 end) as looked,
      coalesce(${me}::bigint in (a.employee_id, b.employee_id), false) as "byMe",
      (b.id is not null and ${differs}) as differs, z.id is not null as agreed
    from quality_item i join quality_round r on r.id = i.round_id
    left join quality_score a on a.item_id = i.id and a.nth = 1
    left join quality_score b on b.item_id = i.id and b.nth = 2
    left join quality_score z on z.item_id = i.id and z.nth = 0
    where r.public_id = ${publicId} order by i.place`.execute(ctx.database);
  return { round, items: found.rows };
}

export interface Pair {
  week: string;
  queueId: string;
  one: readonly number[];
  other: readonly number[];
  agreed: readonly number[] | null;
}

/** Marks of two, and what they agreed on, for rounds of weeks that begin in a period. In the order of the criteria. */
export async function pairsOf(
  ctx: Context,
  { from, to, queueIds }: { from: string; to: string; queueIds: readonly string[] },
): Promise<Pair[]> {
  const marks = (alias: string) =>
    sql.raw(
      `array[${alias}.substance, ${alias}.voice, ${alias}.correctness, ${alias}.language, ${alias}.closure]`,
    );
  const found = await sql<Pair>`
    select r.week::text as week, r.queue_id::text as "queueId", ${marks('a')} as one, ${marks('b')} as other,
      case when z.id is not null then ${marks('z')} end as agreed
    from quality_round r join quality_item i on i.round_id = r.id
    join quality_score a on a.item_id = i.id and a.nth = 1
    join quality_score b on b.item_id = i.id and b.nth = 2
    left join quality_score z on z.item_id = i.id and z.nth = 0
    where r.week >= ${from}::date and r.week < ${to}::date and r.queue_id = any(${queueIds}::bigint[])`.execute(
    ctx.database,
  );
  return found.rows;
}
