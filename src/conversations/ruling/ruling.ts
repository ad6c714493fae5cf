import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Event } from '../../platform/events.ts';
import { fits } from './condition.ts';
import { type Happening, happeningsIn } from './happening.ts';
import { type Case, loadCases } from './knowing.ts';
import { isOfTime, type Rule } from './rule.ts';
import { rulesNow } from './rules.ts';
import { runRules } from './running.ts';

/**
 * The reaction to whatever rules listen to. Soon after and not with it: hearing a message costs nothing more. Where
 * nobody made a rule for what happened, one question to the database is all. Harmless to do twice.
 */
export async function followRules(ctx: Context, events: readonly Event[]): Promise<void> {
  const { versionId, rules: all } = await rulesNow(ctx);
  const rules = all.filter((rule) => rule.active && !isOfTime(rule));
  if (versionId === null || rules.length === 0) return;
  const happenings = await happeningsIn(ctx, events, new Set(rules.map(({ on }) => on)));
  const fitting = await thoseThatFit(ctx, happenings, rules);
  if (fitting.length === 0) return;
  await lock(
    ctx,
    fitting.map(({ conversationId }) => conversationId),
  );
  let known = await loadCases(ctx, [...new Set(fitting.map(({ conversationId }) => conversationId))]);
  for (const [at, happening] of fitting.entries()) {
    const found = known.get(happening.conversationId);
    if (!found) continue;
    const heard = rulesFor(rules, happening);
    const ran = await runRules(ctx, { ...happening, found }, { versionId, rules: heard });
    const isAgain = fitting.slice(at + 1).some((later) => later.conversationId === found.id);
    if (ran === 0 || !isAgain) continue;
    known = new Map([...known, ...(await loadCases(ctx, [found.id]))]);
  }
}

/** Those that listen to it, and did so when it happened. */
function rulesFor(rules: readonly Rule[], { on, at }: Happening): Rule[] {
  return rules.filter(
    (rule) =>
      on.includes(rule.on) &&
      at >= Temporal.Instant.from(rule.begun ?? '1970-01-01T00:00Z').epochMilliseconds,
  );
}

/** Most of what happens fits no rule; only what does is locked, in one order, so that nobody waits in a circle. */
async function thoseThatFit(
  ctx: Context,
  happenings: readonly Happening[],
  rules: readonly Rule[],
): Promise<Happening[]> {
  const known = await loadCases(ctx, [...new Set(happenings.map(({ conversationId }) => conversationId))]);
  return happenings.filter((happening) => {
    const found = known.get(happening.conversationId);
    return found && rulesFor(rules, happening).some((rule) => fitsAny(rule, found));
  });
}

function fitsAny(rule: Rule, found: Case): boolean {
  return fits(rule, found) !== undefined;
}

/** In the order in which hearing locks them. */
export async function lock(ctx: Context, ids: readonly string[]): Promise<void> {
  await sql`select from conversation where id = any(${ids}::bigint[]) order by id for update`.execute(
    ctx.database,
  );
}
