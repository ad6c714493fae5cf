import { sql } from 'kysely';
import type { Goal } from '../../insights/goals/goal.ts';
import type { Measured } from '../../insights/measured.ts';
import type { History } from '../../insights/rolling/history.ts';
import type { PilotFigures } from '../../pilots/measures.ts';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { type AreaFacts, areas, type ProcessArea } from './ladder.ts';

/** How an area is run, as somebody wrote it down. */
export interface AreaRecord {
  readonly key: ProcessArea;
  readonly ownerId: string | null;
  readonly owner: string | null;
  readonly tool: string | null;
  readonly ruleId: string | null;
  readonly goalId: string | null;
  readonly outOfScopeWhy: string | null;
  /** Changes that were tested: on which day, and whether it was kept. */
  readonly tests: readonly { readonly day: string; readonly what: string; readonly kept: boolean }[];
}

export async function listAreas(ctx: Context): Promise<AreaRecord[]> {
  const found = await sql<AreaRecord>`
    select a.key, a.owner_id::text as "ownerId", e.name as owner, a.tool, a.rule_id::text as "ruleId",
      a.goal_id::text as "goalId", a.out_of_scope_why as "outOfScopeWhy", a.tests
    from process_area a left join employee e on e.id = a.owner_id`.execute(ctx.database);
  const known = new Map(found.rows.map((row) => [row.key, row]));
  const nothing = { ownerId: null, owner: null, tool: null, ruleId: null, goalId: null };
  return areas.map((key) => known.get(key) ?? { key, ...nothing, outOfScopeWhy: null, tests: [] });
}

export async function describeArea(
  ctx: Context,
  { key, ownerId, tool, ruleId, goalId, outOfScopeWhy }: Omit<AreaRecord, 'owner' | 'tests'>,
): Promise<void> {
  const by = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
  await sql`
    insert into process_area (key, owner_id, tool, rule_id, goal_id, out_of_scope_why, changed_at, changed_by)
    values (${key}, (select id from employee where id = ${ownerId}::bigint), ${tool},
      (select id from rule_document where id = ${ruleId}::bigint), (select id from goal where id = ${goalId}::bigint),
       ${outOfScopeWhy}, ${asDate(ctx.clock.now())}, ${by})
    on conflict (key) do update set owner_id = excluded.owner_id, tool = excluded.tool, rule_id = excluded.rule_id,
      goal_id = excluded.goal_id, out_of_scope_why = excluded.out_of_scope_why, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(ctx.database);
}

export async function noteTest(
  ctx: Context,
  key: ProcessArea,
  test: AreaRecord['tests'][number],
): Promise<void> {
  const by = ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
  await sql`
    insert into process_area (key, tests, changed_at, changed_by)
    values (${key}, ${JSON.stringify([test])}::jsonb, ${asDate(ctx.clock.now())}, ${by})
    on conflict (key) do update set tests = process_area.tests || excluded.tests, changed_at = excluded.changed_at,
      changed_by = excluded.changed_by`.execute(ctx.database);
}

export interface Ground {
  readonly day: string;
  readonly history: History;
  readonly measured: readonly Measured[];
  readonly goals: readonly Goal[];
  readonly pilots: readonly PilotFigures[];
  /** Decisions of the team, rules published and courses passed: days of change work. */
  readonly changes: readonly string[];
  /** Days of requests, contracts and permissions. */
  readonly privacyDays: readonly string[];
  readonly backofficeDays: readonly string[];
  /** Per rule document: whether its newest version is at most twelve months old, and who acknowledged it. */
  readonly rules: ReadonlyMap<string, { readonly fresh: boolean; readonly acknowledged: number | null }>;
}

const quarterWeeks = 26;

export function areaFacts(records: readonly AreaRecord[], ground: Ground): AreaFacts[] {
  const halfYear = Temporal.PlainDate.from(ground.day).subtract({ days: 182 }).toString();
  return records.map((record) => {
    const weeks = weeklyOf(activityOf(record.key, ground), ground.day);
    const goal = ground.goals.find(({ id }) => id === record.goalId);
    const tests = record.tests.filter(({ day }) => day >= halfYear && day <= ground.day);
    return {
      area: record.key,
      outOfScope: record.outOfScopeWhy,
      weeks,
      chart: goal?.values.map(({ value }) => value) ?? weeks,
      owner: record.ownerId !== null,
      tool: record.tool !== null,
      written: record.ruleId === null ? null : (ground.rules.get(record.ruleId) ?? null),
      target: goal !== undefined && goal.kpi !== null && goal.target !== null,
      gate: gateOf(ground),
      chain: chainOf(ground),
      tested: tests.length,
      lasting: record.tests.some(({ day, kept }) => kept && day < halfYear),
    };
  });
}

interface Activity {
  readonly day: string;
  readonly n: number;
}

function activityOf(area: ProcessArea, ground: Ground): readonly Activity[] {
  const { heard, speech } = ground.history;
  const days = (list: readonly string[]) => list.map((day) => ({ day, n: 1 }));
  switch (area) {
    case 'listen':
      return heard.map(({ day, heard: n }) => ({ day, n }));
    case 'classify':
      return heard.map(({ day, classified: n }) => ({ day, n }));
    case 'record':
      return heard.map(({ day, recorded: n }) => ({ day, n }));
    case 'respond':
      return speech.map(({ day, replies: n }) => ({ day, n }));
    case 'content':
      return speech.map(({ day, posts: n }) => ({ day, n }));
    case 'backoffice':
      return days(ground.backofficeDays);
    case 'privacy':
      return days(ground.privacyDays);
    case 'change':
      return days(ground.changes);
    case 'community':
      return [];
  }
}

/** How much there was in each of the last 26 weeks, the newest last. */
function weeklyOf(activity: readonly Activity[], day: string): number[] {
  const last = Temporal.PlainDate.from(day);
  const weeks = Array.from({ length: quarterWeeks }, () => 0);
  for (const { day: on, n } of activity) {
    const back = Math.floor(Temporal.PlainDate.from(on).until(last).days / 7);
    const at = quarterWeeks - 1 - back;
    if (at >= 0 && at < quarterWeeks) weeks[at] = (weeks[at] ?? 0) + n;
  }
  return weeks;
}

function gateOf({ measured }: Ground): boolean | undefined {
  const value = measured.find(({ code }) => code === 'QUALITY_GATE')?.value;
  return value === null || value === undefined ? undefined : value === 1;
}

/** 80 % of what is classified becomes a record, half of those at a known customer, with a reaction and a result. */
function chainOf({ history, measured }: Ground): boolean {
  const sum = (pick: (day: History['heard'][number]) => number) =>
    history.heard.reduce((total, day) => total + pick(day), 0);
  const classified = sum((day) => day.classified);
  const recorded = sum((day) => day.recorded);
  const known = sum((day) => day.known);
  const replied = history.speech.some(({ replies }) => replies > 0);
  const results = measured.find(({ code }) => code === 'RESULT_TYPES')?.value ?? 0;
  return classified > 0 && recorded >= 0.8 * classified && known >= 0.5 * recorded && replied && results > 0;
}
