import { requiresEverywhere } from '../../organisation/authority.ts';
import { listQueues } from '../../organisation/queues.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { keepVersion, newestRules, type RulesNow, type RulesVersion, versionsOf } from '../rule-versions.ts';
import type { Rule } from './rule.ts';

/** The rules that hold: those of the last version. One statement. */
export function rulesNow(ctx: Context): Promise<RulesNow<Rule>> {
  return newestRules(ctx, 'routing_version');
}

/** Newest first, at most fifty. One statement. */
export function rulesVersions(ctx: Context): Promise<RulesVersion[]> {
  return versionsOf(ctx, 'routing_version');
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
    const id = await keepVersion(ctx, 'routing_version', rules);
    await ctx.emit([{ verb: 'routing.published', subject: { kind: 'routing_version', id } }]);
  });
}
