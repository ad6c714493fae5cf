import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { checkRules } from './checking-rules.ts';
import type { Rule } from './rule.ts';

export interface RulesNow {
  /** null: nobody made rules yet. */
  versionId: string | null;
  rules: readonly Rule[];
}

/** The rules that hold: those of the last version. One statement. */
export async function rulesNow(ctx: Context): Promise<RulesNow> {
  const found = await sql<{ id: string; rules: Rule[] }>`
    select id, rules from ruling_version order by id desc limit 1`.execute(ctx.database);
  const [row] = found.rows;
  return { versionId: row?.id ?? null, rules: row?.rules ?? [] };
}

export interface RulesVersion {
  id: string;
  rules: number;
  madeAt: Date;
  madeBy: string | null;
}

/** Newest first, at most fifty. One statement. */
export async function rulesVersions(ctx: Context): Promise<RulesVersion[]> {
  const found = await sql<RulesVersion>`
    select v.id, jsonb_array_length(v.rules) as rules, v.made_at as "madeAt", e.name as "madeBy"
    from ruling_version v left join employee e on e.id = v.made_by order by v.id desc limit 50`.execute(
    ctx.database,
  );
  return found.rows;
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
    const made = await sql<{ id: string }>`
      insert into ruling_version (rules, made_at, made_by)
      values (${JSON.stringify(kept)}::jsonb, ${asDate(now)}, ${doneBy(ctx)}) returning id`.execute(
      ctx.database,
    );
    const id = made.rows[0]?.id ?? '';
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
