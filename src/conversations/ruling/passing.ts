import { type RawBuilder, sql } from 'kysely';
import { openBefore } from '../../organisation/opening/timeline.ts';
import { type Context, transact } from '../../platform/context.ts';
import { loadTargets } from '../routing/targets.ts';
import { loadCases } from './knowing.ts';
import { isOfTime, type Rule, type Since } from './rule.ts';
import { rulesNow } from './rules.ts';
import { lock } from './ruling.ts';
import { runRules } from './running.ts';

/** From when on the time of a rule counts, on the row of an open conversation. */
const counted: Readonly<Record<Since | 'due', RawBuilder<Date>>> = {
  waiting: sql<Date>`o.waiting_since`,
  quiet: sql<Date>`o.last_message_at`,
  opened: sql<Date>`c.first_message_at`,
  due: sql<Date>`o.due_at`,
};

/** So many in one go; the rest follows within the same minute. */
const step = 200;
/** Of one rule in one look: a rule that suddenly fits everything keeps nothing else waiting. */
const mostInOneLook = 2000;

/**
 * The job: rules about time, each for what has come so far since it last looked. Every conversation in a transaction of
 * its own, so it stops cleanly anywhere; what a look has seen it does not look at again, whether the rule held or not.
 */
export async function passTime(ctx: Context): Promise<void> {
  const { versionId, rules } = await rulesNow(ctx);
  if (versionId === null) return;
  for (const rule of rules.filter((one) => one.active && isOfTime(one))) {
    for (let seen = 0; seen < mostInOneLook; ) {
      const come = await comeSoFar(ctx, rule);
      for (const one of come) await hold(ctx, { versionId, rule, one });
      seen += come.length;
      if (come.length < step) break;
    }
  }
}

interface Come {
  id: string;
  moment: Date;
}

/** Those whose time is over and that this rule has not looked at yet, longest ago first. */
async function comeSoFar(ctx: Context, rule: Rule): Promise<Come[]> {
  const from = counted[rule.on === 'overdue' ? 'due' : (rule.since?.from ?? 'waiting')];
  return transact(ctx, 'service', async (ctx) => {
    const limits = await limitsOf(ctx, rule);
    const found = await sql<Come>`
      select o.conversation_id as id, ${from} as moment
      from unnest(${limits.map(({ queue }) => queue)}::bigint[], ${limits.map(({ until }) => until)}::timestamptz[],
        ${limits.map(({ begun }) => begun ?? '-infinity')}::timestamptz[]) as l (queue_id, until, begun)
      join conversation_open o on l.queue_id is null or o.queue_id = l.queue_id
      join conversation c on c.id = o.conversation_id
      where ${from} <= l.until and ${from} > l.begun and o.snoozed_until is null
        and not exists (select from ruling_moment s where s.rule = ${rule.key}
          and s.conversation_id = o.conversation_id and s.moment = ${from})
      order by ${from}, o.conversation_id limit ${step}`.execute(ctx.database);
    return found.rows;
  });
}

interface Limits {
  /** null: any queue. */
  queue: string | null;
  /** From when on its time is over now; and what was over when the rule began, which it leaves alone. ISO instants. */
  until: string;
  begun: string | null;
}

/** In opening hours every queue has its own; else they are the same for all. */
async function limitsOf(ctx: Context, { on, since, begun }: Rule): Promise<Limits[]> {
  const minutes = on === 'overdue' ? 0 : (since?.minutes ?? 0);
  const now = ctx.clock.now();
  const began = begun ? Temporal.Instant.from(begun) : null;
  if (on === 'overdue' || !since?.open) {
    const before = (moment: Temporal.Instant) => moment.subtract({ minutes }).toString();
    return [{ queue: null, until: before(now), begun: began && before(began) }];
  }
  const { byId } = await loadTargets(ctx);
  return [...byId.values()].map(({ id, opening: { timeline } }) => {
    const before = (moment: Temporal.Instant) =>
      Temporal.Instant.fromEpochMilliseconds(
        1000 * openBefore(timeline, Math.floor(moment.epochMilliseconds / 1000), minutes * 60),
      ).toString();
    return { queue: id, until: before(now), begun: began && before(began) };
  });
}

interface Holding {
  versionId: string;
  rule: Rule;
  one: Come;
}

async function hold(ctx: Context, { versionId, rule, one: { id, moment } }: Holding): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    await lock(ctx, [id]);
    const looked = await sql`insert into ruling_moment (rule, conversation_id, moment)
      values (${rule.key}, ${id}, ${moment}) on conflict do nothing returning rule`.execute(ctx.database);
    const found = (await loadCases(ctx, [id])).get(id);
    // While this waited for the lock it may have been answered or closed: then its time never came.
    if (looked.rows.length === 0 || !found || found.done || !stillSo(rule, found, moment)) return;
    const trigger = `time:${moment.toISOString()}`;
    await runRules(ctx, { conversationId: id, trigger, depth: 0, found }, { versionId, rules: [rule] });
  });
}

interface Times {
  waitingSince: Date | null;
  lastMessageAt: Date;
  openedAt: Date;
  dueAt: Date | null;
}

function stillSo({ on, since }: Rule, found: Times, moment: Date): boolean {
  const now = {
    waiting: found.waitingSince,
    quiet: found.lastMessageAt,
    opened: found.openedAt,
    due: found.dueAt,
  }[on === 'overdue' ? 'due' : (since?.from ?? 'waiting')];
  return now?.getTime() === moment.getTime();
}

/** Every night: what is closed has no moments any more. */
export async function forgetMoments(ctx: Context): Promise<void> {
  await transact(ctx, null, ({ database }) =>
    sql`delete from ruling_moment s
      where not exists (select from conversation_open o where o.conversation_id = s.conversation_id)`.execute(
      database,
    ),
  );
}
