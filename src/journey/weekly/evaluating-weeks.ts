import { sql } from 'kysely';
import { longestDays } from '../../insights/collecting.ts';
import { firstDay, frameOf } from '../../insights/figures/frame.ts';
import { firstMoment } from '../../insights/moment.ts';
import { between, type History } from '../../insights/rolling/history.ts';
import { dayAfter, readHistory, startOfDay } from '../../insights/rolling/reading.ts';
import { takeChanged } from '../../insights/rolling/rolling.ts';
import { listDepartmentIds } from '../../organisation/measures.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { type Ambition, ambitionAt, listAmbitions, warnAtOf } from '../ambition/ambition.ts';
import { confidenceOf } from '../confidence.ts';
import { criteria } from '../criteria.ts';
import { judgeMoment, judgePhase } from '../judged.ts';
import type { StageNumber } from '../stages.ts';
import { standingOf } from '../standing.ts';
import { type CriterionVersion, listVersions } from '../versions/version.ts';
import { type Freeze, isFrozen, listFreezes } from './freezing.ts';
import { happenings, type WeekState } from './happening.ts';
import { forgetWeeks, keepWeeks, memoryAt, type Week, whole } from './keeping.ts';
import { lostSources } from './losing.ts';
import { mondaysBetween } from './mondays.ts';
import { type Memory, remembered, settledOutcome, stepAll, waveringIn } from './stepping.ts';

/** Enough for the clocks of a department; the whole organisation is replayed from its first message. */
const departmentWeeks = 26;
const together = 26;

/**
 * Evaluates every week that ended and was not evaluated yet: the last one, on a Monday night; all of them, week by week,
 * when history was imported. Weeks whose days changed since are evaluated again. Harmless to do twice.
 */
export async function evaluateWeeks(ctx: Context): Promise<number> {
  const first = await firstMoment(ctx);
  if (!first) return 0;
  const { timezone: zone } = await getOrganisation(ctx);
  return transact(ctx, null, async (ctx) => {
    await sql`lock table journey_week in share row exclusive mode`.execute(ctx.database);
    const changed = await takeChanged(ctx);
    if (changed) await forgetWeeks(ctx, asDate(startOfDay(changed, zone)));
    const mondays = mondaysBetween(first, ctx.clock.now(), zone);
    const versions = await listVersions(ctx);
    const freezes = await listFreezes(ctx);
    const setting = { zone, versions, freezes, ambitions: await listAmbitions(ctx) };
    let done = await evaluateOf(ctx, { departmentId: whole, mondays }, setting);
    for (const id of await listDepartmentIds(ctx)) {
      done += await evaluateOf(ctx, { departmentId: id, mondays: mondays.slice(-departmentWeeks) }, setting);
    }
    return done;
  });
}

interface Setting {
  readonly zone: string;
  readonly versions: readonly CriterionVersion[];
  readonly freezes: readonly Freeze[];
  readonly ambitions: readonly Ambition[];
}

async function evaluateOf(
  ctx: Context,
  { departmentId, mondays }: { departmentId: string; mondays: readonly Temporal.Instant[] },
  setting: Setting,
): Promise<number> {
  const { asOf, proven, memory } = await memoryAt(ctx, departmentId, ctx.clock.now());
  const due = asOf ? mondays.filter((monday) => Temporal.Instant.compare(monday, asOf) > 0) : [...mondays];
  let before: Remembering = { memory, state: undefined };
  if (asOf && due.length > 0) {
    const day = frameOf(asOf, setting.zone).today;
    const history = await historyOf(ctx, [asOf], setting.zone);
    const warnAt = warnAtOf(ambitionAt(setting.ambitions, asDate(asOf)));
    before = { memory, state: stateOf(memory, { proven, history, day, warnAt }) };
  }
  for (let at = 0; at < due.length; at += together) {
    const some = due.slice(at, at + together);
    const history = await historyOf(ctx, some, setting.zone);
    const weeks: Week[] = [];
    for (const monday of some) {
      const next = await evaluateWeek(ctx, monday, { departmentId, before, history, ...setting });
      weeks.push(next.week);
      before = next;
    }
    await keepWeeks(ctx, weeks);
  }
  return due.length;
}

async function historyOf(ctx: Context, mondays: readonly Temporal.Instant[], zone: string): Promise<History> {
  const [first, last] = [mondays[0], mondays.at(-1)];
  if (!first || !last) throw new Error('no week to read the days of');
  const from = firstDay(frameOf(first, zone), longestDays);
  return transact(ctx, 'service', (ctx) => readHistory(ctx, { from, until: last, zone }));
}

/** The week before, from what was kept of it. */
function stateOf(
  memory: Memory,
  {
    proven,
    history,
    day,
    warnAt,
  }: { proven: StageNumber; history: History; day: string; warnAt: number | undefined },
): WeekState {
  const upTo = criteria.filter(({ stage }) => stage <= proven);
  return {
    proven,
    wavering: waveringIn(upTo, memory, warnAt).map(({ criterion }) => criterion.id),
    lost: lostSources(history.heard, day).lost.map(({ accountId }) => accountId),
    settled: isSettled(memory),
  };
}

function isSettled(memory: Memory): boolean {
  return [...memory.values()].some(({ seen }) => seen >= 6);
}

interface Remembering {
  readonly memory: Memory;
  readonly state: WeekState | undefined;
}

interface Evaluating extends Setting {
  readonly departmentId: string;
  readonly before: Remembering;
  readonly history: History;
}

async function evaluateWeek(
  ctx: Context,
  monday: Temporal.Instant,
  { departmentId, before, history, versions, freezes, ambitions }: Evaluating,
): Promise<Remembering & { week: Week }> {
  const of = departmentId === whole ? {} : { departmentId };
  const judged = await judgeMoment(ctx, monday, { history, versions, ...of });
  const { today, outcomes, measured } = judged;
  const heard = between(history, dayAfter(today, -63), today).heard;
  const { lost, share } = lostSources(heard, today);
  const frozen = isFrozen(freezes, today) ? 'declared' : share >= 0.5 ? 'source' : null;
  const steps = stepAll(before.memory, outcomes, { month: today.slice(0, 7), frozen: frozen !== null });
  const memory = remembered(steps);
  const settled = outcomes.map((outcome) => settledOutcome(outcome, memory));
  const standing = standingOf(settled);
  const phase = await judgePhase(ctx, monday, { measured, outcomes, memory, ...of });
  const proven = settled.filter(({ criterion }) => criterion.stage <= standing.proven);
  const state: WeekState = {
    proven: standing.proven,
    wavering: waveringIn(
      proven.map(({ criterion }) => criterion),
      memory,
      warnAtOf(ambitionAt(ambitions, asDate(monday))),
    ).map(({ criterion }) => criterion.id),
    lost: lost.map(({ accountId }) => accountId),
    settled: isSettled(memory),
  };
  const week: Week = {
    ...{ departmentId, asOf: monday, standing, phase: phase.proven, frozen, steps },
    confidence: confidenceOf(settled, standing),
    events: happenings(before.state, state, steps),
  };
  return { memory, state, week };
}
