import { sql } from 'kysely';
import { enterListUse, personAllows } from '../../customers/using.ts';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { type Context, transact } from '../../platform/context.ts';
import { fits, type Reason } from './condition.ts';
import { type Case, loadCases } from './knowing.ts';
import { type Act, actsInOrder, type Rule } from './rule.ts';

/** What rules would do with the last conversations, as those stand now. */
export interface Trial {
  tried: number;
  /** By rule: for how many it would hold. */
  rules: { key: string; name: string; holds: number }[];
  /** Those for which any would, newest first. */
  shown: Tried[];
}

export interface Tried {
  id: string;
  personName: string | null;
  preview: string;
  would: { rule: string; because: readonly Reason[]; acts: readonly Act[] }[];
}

export const mostTried = 500;
const mostShown = 25;

/**
 * Tries rules on the last 500 conversations; nothing is done, nobody is told. Each rule sees what the ones before it
 * would have made of the conversation.
 */
export async function tryRules(ctx: Context, rules: readonly Rule[]): Promise<Trial> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, 'service', async (ctx) => {
    const rows = await lastConversations(ctx);
    const cases = await loadCases(ctx, [...rows.keys()]);
    const now = ctx.clock.now();
    const tried = [...rows].flatMap(([id, row]) => {
      const found = cases.get(id);
      return found ? [{ ...row, would: wouldDo(rules, found, now) }] : [];
    });
    return {
      tried: tried.length,
      rules: rules.map(({ key, name }) => ({
        ...{ key, name },
        holds: tried.filter(({ would }) => would.some(({ rule }) => rule === key)).length,
      })),
      shown: tried.filter(({ would }) => would.length > 0).slice(0, mostShown),
    };
  });
}

function wouldDo(rules: readonly Rule[], start: Case, now: Temporal.Instant): Tried['would'] {
  let found = start;
  const would: Tried['would'] = [];
  for (const rule of rules.filter(({ active }) => active)) {
    const because = couldHappen(rule, found, now) ? fits(rule, found) : undefined;
    if (!because) continue;
    const acts = actsInOrder(rule);
    would.push({ rule: rule.key, because, acts });
    for (const act of acts) found = afterIt(found, act);
    if (rule.stop) break;
  }
  return would;
}

/** Whether what the rule listens to has happened to this conversation, as far as that can be seen of it. */
function couldHappen({ on, since }: Rule, found: Case, now: Temporal.Instant): boolean {
  const past = (at: Date | null, minutes: number) =>
    at !== null && at.getTime() + minutes * 60_000 <= now.epochMilliseconds;
  switch (on) {
    case 'answered':
      return found.replied;
    case 'closed':
      return found.done;
    case 'snoozed':
      return found.lists.state.includes('snoozed');
    case 'rated':
      return found.numbers.score !== null;
    case 'overdue':
      return !found.done && past(found.dueAt, 0);
    case 'passed': {
      const from = { waiting: found.waitingSince, quiet: found.lastMessageAt, opened: found.openedAt };
      return !found.done && past(from[since?.from ?? 'waiting'], since?.minutes ?? 0);
    }
    default:
      return true;
  }
}

/** How it would stand after an action, as far as conditions ask. */
function afterIt(found: Case, act: Act): Case {
  const { lists } = found;
  const with_ = (more: Partial<Case['lists']>): Case => ({ ...found, lists: { ...lists, ...more } });
  switch (act.kind) {
    case 'label':
      return with_({ label: [...lists.label, act.label] });
    case 'unlabel':
      return with_({ label: lists.label.filter((one) => one !== act.label) });
    case 'queue':
      return with_({ queue: [act.queue] });
    case 'assign':
      return with_({ assignee: act.employee === null ? ['nobody'] : [act.employee, 'somebody'] });
    case 'snooze':
      return with_({ state: [...lists.state, 'snoozed'] });
    case 'close':
      return { ...with_({ state: ['done'] }), done: true };
    default:
      return found;
  }
}

async function lastConversations(
  ctx: Context,
): Promise<Map<string, { id: string; personName: string | null; preview: string }>> {
  await enterListUse(ctx, 'rows.listed');
  const found = await sql<{ number: string; id: string; personName: string | null; preview: string }>`
    select c.id as number, c.public_id as id, coalesce(i.name, i.handle) as "personName", c.preview
    from conversation c left join identity i on i.id = c.identity_id
    where c.started_by = 'customer' and c.merged_into_id is null and ${personAllows(sql`c.person_id`, 'service')}
    order by c.id desc limit ${mostTried}`.execute(ctx.database);
  return new Map(found.rows.map(({ number, ...row }) => [number, row]));
}
