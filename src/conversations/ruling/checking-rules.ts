import { sql } from 'kysely';
import { listQueues } from '../../organisation/queues.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { longestReply } from '../conversation.ts';
import { isNumeric } from './condition.ts';
import type { Act, Rule } from './rule.ts';

export const mostRules = 200;
export const longestRuleName = 100;
const mostValues = 100;
const longestValue = 200;
/** A year: what takes longer is forgotten by everybody but the rule. */
export const mostMinutes = 365 * 24 * 60;
export const mostSnoozeHours = 24 * 90;

/** What is wrong with one rule, as a code of `ruling.wrong` in the catalogue. */
export type Wrong = 'name' | 'acts' | 'time' | 'conditions' | 'gone' | 'text' | 'twice';

/** @throws Refusal `invalid.rules` with each rule that is wrong and why. */
export async function checkRules(ctx: Context, rules: readonly Rule[]): Promise<void> {
  const exists = await existing(ctx);
  const keys = rules.map(({ key }) => key);
  const wrong = rules.flatMap((rule, at) => {
    const why = keys.indexOf(rule.key) < at ? 'twice' : wrongWith(rule, exists);
    return why ? [`${rule.name}: ${why}`] : [];
  });
  if (wrong.length > 0 || rules.length > mostRules)
    throw new Refusal('invalid.rules', { wrong, most: mostRules });
}

type Exists = ReadonlySet<string>;

function wrongWith(rule: Rule, exists: Exists): Wrong | null {
  if (rule.name.trim() === '' || rule.name.length > longestRuleName) return 'name';
  if (rule.on === 'passed' && !isLength(rule.since?.minutes, mostMinutes)) return 'time';
  if (rule.acts.length === 0) return 'acts';
  if (new Set(rule.acts.map(({ kind }) => kind)).size < rule.acts.length) return 'twice';
  if (new Set(rule.conditions.map(({ field }) => field)).size < rule.conditions.length) return 'twice';
  if (rule.conditions.some((condition) => !isCondition(condition))) return 'conditions';
  for (const act of rule.acts) {
    const why = wrongAct(act, exists);
    if (why) return why;
  }
  return null;
}

function isCondition({ field, values }: Rule['conditions'][number]): boolean {
  if (values.length === 0 || values.length > mostValues) return false;
  if (values.some((value) => value.trim() === '' || value.length > longestValue)) return false;
  return !isNumeric(field) || (values.length === 1 && Number.isFinite(Number(values[0])));
}

function wrongAct(act: Act, exists: Exists): Wrong | null {
  if (act.kind === 'note') return act.text.trim() === '' || act.text.length > longestReply ? 'text' : null;
  if (act.kind === 'snooze') return isLength(act.hours, mostSnoozeHours) ? null : 'time';
  const named = namedBy(act);
  return named === null || exists.has(named) ? null : 'gone';
}

function namedBy(act: Act): string | null {
  switch (act.kind) {
    case 'label':
    case 'unlabel':
      return `label ${act.label}`;
    case 'substate':
      return `substate ${act.substate}`;
    case 'queue':
      return `queue ${act.queue}`;
    case 'assign':
      return act.employee === null ? null : `employee ${act.employee}`;
    case 'notify':
      return `employee ${act.employee}`;
    case 'macro':
      return `macro ${act.macro}`;
    case 'webhook':
      return `webhook ${act.endpoint}`;
    default:
      return null;
  }
}

function isLength(value: number | undefined, most: number): boolean {
  return value !== undefined && Number.isInteger(value) && value >= 1 && value <= most;
}

/** All that rules can name and that is there. Two statements. */
async function existing(ctx: Context): Promise<Exists> {
  const queues = (await listQueues(ctx)).flatMap(({ key, ended }) => (ended ? [] : [`queue ${key}`]));
  const found = await sql<{ named: string }>`
    select 'label ' || public_id as named from inbox_label where retired_at is null
    union all select 'substate ' || public_id from substate where retired_at is null
    union all select 'employee ' || public_id from employee where left_at is null
    union all select 'webhook ' || public_id from webhook_endpoint where ended_at is null
    union all select 'macro ' || public_id from macro where ended_at is null and scope = 'all'`.execute(
    ctx.database,
  );
  return new Set([...queues, ...found.rows.map(({ named }) => named)]);
}
