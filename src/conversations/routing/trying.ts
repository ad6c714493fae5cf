import { sql } from 'kysely';
import { enterListUse, personAllows } from '../../customers/using.ts';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { loadFacts } from './facts.ts';
import { decideNow } from './routing.ts';
import type { Reason, Rule } from './rule.ts';
import { loadTargets } from './targets.ts';

/** What rules would do with the last conversations, were they to come in now. */
export interface Trial {
  tried: number;
  /** By queue: how many are there now, and how many would be. */
  queues: { name: string; now: number; later: number }[];
  /** By rule: how many it takes; the last one is what no rule fits. */
  rules: { name: string | null; takes: number }[];
  /** Those that would come elsewhere, newest first. */
  changes: {
    id: string;
    personName: string | null;
    preview: string;
    from: string;
    to: string;
    rule: string | null;
    because: readonly Reason[];
  }[];
}

const mostTried = 500;
const mostShown = 25;

/** Tries rules on the last 500 conversations; nothing is moved. */
export async function tryRules(ctx: Context, rules: readonly Rule[]): Promise<Trial> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, 'service', async (ctx) => {
    const shown = await lastConversations(ctx);
    const targets = await loadTargets(ctx);
    const byId = new Map((await loadFacts(ctx, [...shown.keys()])).map((known) => [known.id, known]));
    const tried = [...shown].flatMap(([id, row]) => {
      const known = byId.get(id);
      if (!known) return [];
      const decision = decideNow(ctx, { known, rules, targets });
      const to = targets.byKey.get(decision.queue ?? '') ?? targets.default;
      return [{ row, known, decision, to, from: targets.byId.get(known.queueId) ?? targets.default }];
    });
    const queues = [...targets.byId.values()].map(({ id, name }) => ({
      name,
      now: tried.filter(({ from }) => from.id === id).length,
      later: tried.filter(({ to }) => to.id === id).length,
    }));
    const takenBy = (key: string | null) =>
      tried.filter(({ decision }) => (decision.rule?.key ?? null) === key).length;
    const changed = tried.filter(({ from, to }) => from.id !== to.id).slice(0, mostShown);
    return {
      tried: tried.length,
      queues: queues.filter(({ now, later }) => now + later > 0),
      rules: [
        ...rules.map(({ key, name }) => ({ name, takes: takenBy(key) })),
        { name: null, takes: takenBy(null) },
      ],
      changes: changed.map(({ row, decision, to, from }) => ({
        ...row,
        from: from.name,
        to: to.name,
        rule: decision.rule?.name ?? null,
        because: decision.because,
      })),
    };
  });
}

async function lastConversations(
  ctx: Context,
): Promise<Map<string, { id: string; personName: string | null; preview: string }>> {
  await enterListUse(ctx, 'rows.listed');
  const found = await sql<{ number: string; id: string; personName: string | null; preview: string }>`
    select c.id as number, c.public_id as id, coalesce(i.name, i.handle) as "personName", c.preview
    from conversation c left join identity i on i.id = c.identity_id
    where c.started_by = 'customer' and ${personAllows(sql`c.person_id`, 'service')}
    order by c.id desc limit ${mostTried}`.execute(ctx.database);
  return new Map(found.rows.map(({ number, ...row }) => [number, row]));
}
