import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { told } from '../events.ts';
import { bring, type Move } from './bringing.ts';
import { type Known, loadFacts } from './facts.ts';
import { type Decision, decide } from './rule.ts';
import { rulesNow } from './rules.ts';
import { loadTargets, type Targets } from './targets.ts';

/**
 * The reaction to `conversation.opened`: each new conversation comes into the queue that the rules say. Soon after it
 * was heard and not with it, so that hearing costs nothing more. What somebody took up meanwhile, or brought elsewhere,
 * stays where it is. Harmless to do twice.
 */
export async function routeOpened(ctx: Context, events: readonly Event[]): Promise<void> {
  const ids = events.flatMap(({ subjectId }) => subjectId ?? []);
  const { versionId, rules } = await rulesNow(ctx);
  if (versionId === null || ids.length === 0) return;
  await route(ctx, await untouched(ctx, ids), { versionId, rules });
}

/** The reaction to `queue.ended`: what waits there comes into another queue; what is done stays. */
export async function routeEnded(ctx: Context, event: Event): Promise<void> {
  for (;;) {
    const found = await sql<{ id: string }>`
      select c.id from conversation c where c.id in (
        select conversation_id from conversation_open where queue_id = ${event.subjectId} order by conversation_id limit 500)
      order by c.id for update`.execute(ctx.database);
    if (found.rows.length === 0) return;
    await route(
      ctx,
      found.rows.map(({ id }) => id),
      await rulesNow(ctx),
    );
  }
}

async function route(
  ctx: Context,
  ids: readonly string[],
  { versionId, rules }: Awaited<ReturnType<typeof rulesNow>>,
): Promise<void> {
  const targets = await loadTargets(ctx);
  const moves = (await loadFacts(ctx, ids)).map((known): Move => {
    const decision = decideNow(ctx, { known, rules, targets });
    const target = targets.byKey.get(decision.queue ?? '') ?? targets.default;
    if (target.id !== known.queueId) target.take();
    return { ...known, target, versionId, decision, movedBy: null, reason: null };
  });
  await bring(ctx, moves);
  await ctx.emit(
    moves.flatMap(({ id, target, queueId }) =>
      target.id === queueId ? [] : [told('routed', id, { queueId: target.id })],
    ),
  );
}

interface Asked {
  known: Known;
  rules: Parameters<typeof decide>[0];
  targets: Targets;
}

export function decideNow(ctx: Context, { known, rules, targets }: Asked): Decision {
  const now = ctx.clock.now().epochMilliseconds / 1000;
  return decide(rules, known, (queue) => targets.byKey.get(queue)?.at(now));
}

/** Those that no rule and no colleague decided about yet, locked in the order in which hearing locks them. */
async function untouched(ctx: Context, ids: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select c.id from conversation c where c.id = any(${ids}::bigint[]) order by c.id for update`.execute(
    ctx.database,
  );
  const still = await sql<{ id: string }>`
    select c.id from conversation c where c.id = any(${found.rows.map(({ id }) => id)}::bigint[])
      and not exists (select from routing r where r.conversation_id = c.id)
      and not exists (select from assignment a where a.conversation_id = c.id and a.ended_at is null)
    order by c.id`.execute(ctx.database);
  return still.rows.map(({ id }) => id);
}
