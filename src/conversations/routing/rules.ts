import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { listQueues } from '../../organisation/queues.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Rule } from './rule.ts';

export interface RulesNow {
  /** null: nobody made rules yet. */
  versionId: string | null;
  rules: readonly Rule[];
}

/** The rules that hold: those of the last version. One statement. */
export async function rulesNow(ctx: Context): Promise<RulesNow> {
  const found = await sql<{ id: string; rules: Rule[] }>`
    select id, rules from routing_version order by id desc limit 1`.execute(ctx.database);
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
    from routing_version v left join employee e on e.id = v.made_by order by v.id desc limit 50`.execute(
    ctx.database,
  );
  return found.rows;
}

const mostRules = 100;

/**
 * From now on these rules hold, in this order. What came in before stays where it is.
 * @throws Refusal `invalid.routing-rules` when one has no name or leads nowhere
 */
export async function publishRules(ctx: Context, rules: readonly Rule[]): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const queues = new Set((await listQueues(ctx)).flatMap(({ key, ended }) => (ended ? [] : [key])));
    const wrong = rules.filter(({ name, queue }) => name.trim() === '' || !queues.has(queue));
    const keys = new Set(rules.map(({ key }) => key));
    if (wrong.length > 0 || rules.length > mostRules || keys.size < rules.length)
      throw new Refusal('invalid.routing-rules', {
        rules: wrong.map(({ name, queue }) => `${name}: ${queue}`),
      });
    const made = await sql<{ id: string }>`
      insert into routing_version (rules, made_at, made_by)
      values (${JSON.stringify(rules)}, ${asDate(ctx.clock.now())}, ${doneBy(ctx)}) returning id`.execute(
      ctx.database,
    );
    await ctx.emit(
      made.rows.map(({ id }) => ({ verb: 'routing.published', subject: { kind: 'routing_version', id } })),
    );
  });
}
