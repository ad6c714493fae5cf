import { sql } from 'kysely';
import { type C, cs, type Goal } from '../../insights/goals/goal.ts';
import { runningGrants } from '../../pilots/granting.ts';
import type { PilotFigures } from '../../pilots/measures.ts';
import type { Context } from '../../platform/context.ts';
import { listDepartmentChoices } from '../choices.ts';
import type { Outcome } from '../evaluating.ts';
import type { JudgedMoment } from '../judged.ts';
import type { Standing } from '../standing.ts';
import { areaFacts, type Ground, listAreas } from './area-facts.ts';
import { areaOf } from './areas-of-capability.ts';
import { type Disagreement, disagreementOf } from './disagreeing.ts';
import { lowestRung, type Rung, rungOf } from './ladder.ts';
import type { PhaseStanding } from './phase.ts';
import { type Bar, type Overlay, overlayOf, profileOf } from './profile.ts';

/** The other results beside the stage, from the same evidence. */
export interface Models {
  readonly ladder: readonly Rung[];
  readonly lowest: ReturnType<typeof lowestRung>;
  readonly bars: readonly Bar[];
  readonly overlay: Overlay;
  readonly disagreement: Disagreement;
}

interface Standpoint {
  readonly judged: JudgedMoment;
  readonly outcomes: readonly Outcome[];
  readonly standing: Standing;
  readonly phase: PhaseStanding;
  readonly goals: readonly Goal[];
  readonly pilots: readonly PilotFigures[];
}

/** Seven statements. */
export async function readModels(ctx: Context, standpoint: Standpoint): Promise<Models> {
  const { judged, standing, phase, goals, pilots } = standpoint;
  const day = judged.today;
  const ground: Ground = {
    ...{ day, history: judged.history, measured: judged.measured, goals, pilots },
    ...(await changeDays(ctx, day)),
    rules: await rulesAt(ctx, day),
  };
  const ladder = areaFacts(await listAreas(ctx), ground).map(rungOf);
  const lowest = lowestRung(ladder);
  const names = new Map((await listDepartmentChoices(ctx)).map(({ id, name }) => [id, name]));
  const bars = profileOf(pilots, { day, begun: await begunCs(ctx) }).map((bar) => ({
    ...bar,
    departments: bar.departments.map((id) => names.get(id) ?? id),
  }));
  return {
    ...{ ladder, lowest, bars },
    overlay: overlayOf({ bars, ...overlayFacts(standpoint) }),
    disagreement: disagreementOf({
      stage: standing.proven,
      phase: phase.proven,
      ladder: lowest,
      missingOfStage: standing.blockers[0]?.criterion.id ?? null,
      missingOfPhase:
        phase.outcomes.find(({ criterion, state }) => criterion.phase === phase.proven + 1 && state !== 'met')
          ?.criterion.id ?? null,
    }),
  };
}

function overlayFacts({ judged, outcomes, pilots }: Standpoint) {
  const value = (code: string) => judged.measured.find((one) => one.code === code)?.value ?? 0;
  const running = pilots.filter(
    ({ state }) => state === 'running' || state === 'deciding' || state === 'kept',
  );
  return {
    runningCs: new Set(running.map(({ area }) => area)).size,
    knows: value('ACCOUNTS') > 0 && (value('PO') > 0 || value('TR') > 0),
    team: value('TEAM') > 0,
    listens: value('READ') > 0,
    met: (id: string) => outcomes.some(({ criterion, state }) => criterion.id === id && state === 'met'),
  };
}

/** The Cs of which something is on without a pilot yet. */
async function begunCs(ctx: Context): Promise<Set<C>> {
  const grants = await runningGrants(ctx);
  const begun = grants.flatMap(({ capabilities }) => capabilities.flatMap((one) => areaOf(one) ?? []));
  return new Set(cs.filter((c) => begun.includes(c)));
}

async function changeDays(
  ctx: Context,
  day: string,
): Promise<Pick<Ground, 'changes' | 'privacyDays' | 'backofficeDays'>> {
  const since = Temporal.PlainDate.from(day).subtract({ days: 183 }).toString();
  const found = await sql<{ kind: 'change' | 'privacy' | 'backoffice'; day: string }>`
    select 'change' as kind, decided_on::text as day from team_decision where decided_on between ${since} and ${day}
    union select 'change', published_at::date::text from rule_version where published_at::date between ${since} and ${day}
    union select 'change', gained_at::date::text from certificate where gained_at::date between ${since} and ${day}
    union select 'change', at::date::text from pilot_step where at::date between ${since} and ${day}
    union select 'privacy', published_at::date::text from contract where published_at::date between ${since} and ${day}
    union select 'privacy', at::date::text from decision where at between ${since}::date and ${day}::date
    union select 'backoffice', asked_at::date::text from hand_over where asked_at between ${since}::date and ${day}::date`.execute(
    ctx.database,
  );
  const of = (kind: string) => found.rows.filter((row) => row.kind === kind).map(({ day }) => day);
  return { changes: of('change'), privacyDays: of('privacy'), backofficeDays: of('backoffice') };
}

/** Of each rule document: whether its newest version is fresh, and the share of those who answer that acknowledged it. */
async function rulesAt(ctx: Context, day: string): Promise<Ground['rules']> {
  const found = await sql<{ id: string; fresh: boolean; acknowledged: number | null }>`
    select d.id::text as id, v.holds_from > ${day}::date - 365 as fresh,
      (select count(*) filter (where exists (select from rule_acknowledgement a where a.version_id = v.id
          and a.employee_id = e.id))::float8 / nullif(count(*), 0) from employee e
        where e.left_at is null and exists (select from role_grant g where g.employee_id = e.id and g.revoked_at is null
          and g.role <> 'director')) as acknowledged
    from rule_document d join lateral (select * from rule_version w where w.document_id = d.id
      and w.holds_from <= ${day}::date order by w.holds_from desc, w.version desc limit 1) v on true
    where d.ended_at is null`.execute(ctx.database);
  return new Map(found.rows.map(({ id, fresh, acknowledged }) => [id, { fresh, acknowledged }]));
}
