import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { PassedWhy, Reason, Rule } from './rule.ts';

/** Why a conversation is in its queue. */
export interface Why {
  at: Date;
  queue: string;
  from: string | null;
  /** As the rule was called; null: no rule fitted, or somebody brought it. */
  rule: string | null;
  because: readonly Reason[];
  passed: readonly { rule: string; why: PassedWhy }[];
  movedBy: string | null;
  reason: string | null;
}

interface Row extends Omit<Why, 'rule' | 'because' | 'passed'> {
  ruleKey: string | null;
  rules: Rule[] | null;
  why: Partial<Pick<Why, 'because' | 'passed'>>;
}

/** How it came where it is, newest first. For whoever opened the conversation. One statement. */
export async function whyHere(ctx: Context, conversationId: string): Promise<Why[]> {
  const found = await sql<Row>`
    select r.at, q.name as queue, case when r.from_queue_id <> r.queue_id then f.name end as from, r.rule as "ruleKey",
      case when r.rule is not null then v.rules end as rules, r.because as why, e.name as "movedBy", r.reason
    from routing r join queue q on q.id = r.queue_id
    left join queue f on f.id = r.from_queue_id
    left join routing_version v on v.id = r.version_id
    left join employee e on e.id = r.moved_by
    where r.conversation_id = ${conversationId} order by r.id desc limit 20`.execute(ctx.database);
  return found.rows.map(({ ruleKey, rules, why, ...row }) => ({
    ...row,
    rule: rules?.find(({ key }) => key === ruleKey)?.name ?? null,
    because: why.because ?? [],
    passed: why.passed ?? [],
  }));
}
