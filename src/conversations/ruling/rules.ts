import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { keepVersion, newestRules, type RulesNow, type RulesVersion, versionsOf } from '../rule-versions.ts';
import { checkRules } from './checking-rules.ts';
import type { Rule } from './rule.ts';

/** The rules that hold: those of the last version. One statement. */
export function rulesNow(ctx: Context): Promise<RulesNow<Rule>> {
  return newestRules(ctx, 'ruling_version');
}

/** Newest first, at most fifty. One statement. */
export function rulesVersions(ctx: Context): Promise<RulesVersion[]> {
  return versionsOf(ctx, 'ruling_version');
}

/**
 * From now on these rules hold, in this order. What lies there already is left alone. Gives the number of the version.
 * `seen`: the version that they were made from; another one meanwhile is refused. Absent: not checked.
 * @throws Refusal `invalid.rules` with what is wrong, `conflict.rules-version`
 */
export async function publishRules(
  ctx: Context,
  rules: readonly Rule[],
  seen?: string | null,
): Promise<string> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, null, async (ctx) => {
    // One after another, so that each sees the version of the one before.
    await sql`select pg_advisory_xact_lock(1430)`.execute(ctx.database);
    const before = await rulesNow(ctx);
    if (seen !== undefined && seen !== before.versionId)
      throw new Refusal('conflict.rules-version', { version: before.versionId, seen });
    await checkRules(ctx, rules);
    const now = ctx.clock.now();
    const kept = rules.map((rule) => ({ ...rule, begun: begunAt(rule, before.rules, now) }));
    const id = await keepVersion(ctx, 'ruling_version', kept);
    await ctx.emit([{ verb: 'rules.published', subject: { kind: 'ruling_version', id } }]);
    return id;
  });
}

/** A rule looks at what happens from the moment it was there, and was switched on. */
function begunAt(rule: Rule, before: readonly Rule[], now: Temporal.Instant): string | null {
  if (!rule.active) return null;
  const same = before.find(({ key }) => key === rule.key);
  const goesOn =
    same?.active && same.on === rule.on && JSON.stringify(same.since) === JSON.stringify(rule.since);
  return (goesOn ? same.begun : null) ?? now.toString();
}
