import { sql } from 'kysely';
import { sizeToShow, type Withheld } from '../customers/segments/comparing.ts';
import { listCriteria, membersOf } from '../customers/segments/members.ts';
import type { Segment } from '../customers/segments/segment.ts';
import { personAllows } from '../customers/using.ts';
import type { Context } from '../platform/context.ts';
import { type Interval, wilson, z95 } from './statistics.ts';

export interface Mood extends Interval {
  /** How many persons. */
  readonly k: number;
  readonly share: number;
}

export interface TargetGroup {
  /** Persons in the group. */
  readonly size: number;
  /** Those of them who wrote in the window and let their messages be read; null when they are fewer than ten. */
  readonly heard: {
    readonly n: number;
    readonly messages: number;
    readonly moods: Readonly<Record<string, Mood>>;
  } | null;
}

export const moodDays = 91;
const fewestHeard = 10;

/**
 * How a target group feels: each person counts once, by the average of what they wrote in the last 91 days, with the
 * 95 % interval of each share. Or why that is not shown. Runs in a transaction with a purpose.
 */
export async function targetGroup(
  ctx: Context,
  segment: Segment,
): Promise<TargetGroup | { withheld: Withheld }> {
  const criteria = await listCriteria(ctx);
  const asked = { rule: segment.rule, purpose: segment.purpose, criteria };
  const shown = await sizeToShow(ctx, asked, segment.ruleId);
  if ('withheld' in shown) return shown;
  const now = new Date(ctx.clock.now().epochMilliseconds);
  const found = await sql<{ mood: string; persons: number; messages: number }>`
    select case when score > 0.1 then 'positive' when score < -0.1 then 'negative' else 'neutral' end as mood,
      count(*)::int as persons, sum(messages)::int as messages
    from (
      select g.person_id, avg(m.sentiment_score) as score, count(*) as messages
      from (${membersOf(ctx, asked)}) g
      join lateral (
        select g.person_id as id union all
        select s.person_id from person_shown s where s.shown_id = g.person_id and s.person_id <> g.person_id) one on true
      join message m on m.person_id = one.id
      where m.direction = 'in' and m.sentiment_score is not null
        and m.sent_at > ${now}::timestamptz - make_interval(days => ${moodDays}::int) and m.sent_at <= ${now}
        and ${personAllows(sql`g.person_id`, 'listen')}
      group by g.person_id) each
    group by 1`.execute(ctx.database);
  const n = found.rows.reduce((sum, { persons }) => sum + persons, 0);
  if (n < fewestHeard) return { size: shown.size, heard: null };
  const messages = found.rows.reduce((sum, row) => sum + row.messages, 0);
  const moods = ['positive', 'neutral', 'negative'].map((mood) => {
    const k = found.rows.find((row) => row.mood === mood)?.persons ?? 0;
    return [mood, { k, share: k / n, ...wilson(k, n, z95) }] as const;
  });
  return { size: shown.size, heard: { n, messages, moods: Object.fromEntries(moods) } };
}
