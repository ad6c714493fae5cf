import { sql } from 'kysely';
import { smallestScopeAt } from '../../pilots/history.ts';
import { findTemplate } from '../../pilots/library/own.ts';
import { isOn, type State } from '../../pilots/living/life.ts';
import type { Scope } from '../../pilots/scope.ts';
import type { Context } from '../../platform/context.ts';
import { criteria } from '../criteria.ts';
import type { Criterion } from '../criterion.ts';
import { lastFall, listWeeks } from '../weekly/timeline.ts';

/** How one lost criterion may be won back. */
export interface Repair {
  readonly criterion: Criterion;
  /** The last week in which it stood beyond its threshold, and by which figure; null when it never did. */
  readonly lastGood: {
    readonly at: Date;
    readonly indicator: string | null;
    readonly value: number | null;
  } | null;
  /** A template of the library, or an act that is no pilot. */
  readonly code: string;
  readonly template: boolean;
  /** The smallest scope within which it was met before, and the pilot it was of. */
  readonly scope: Scope | null;
  readonly scopeOf: string | null;
  /** Pilots of that template, whatever became of them. */
  readonly pilots: readonly { readonly publicId: string; readonly title: string; readonly on: boolean }[];
}

/** The way back from a stage that was lost: per cause, no more than what was enough before. */
export interface Recovery {
  readonly at: Date;
  readonly from: number;
  readonly to: number;
  readonly repairs: readonly Repair[];
}

/** The plan after the last fall; undefined when nothing was lost, or it was won back since. */
export async function findRecovery(ctx: Context, until: Date): Promise<Recovery | undefined> {
  const fall = await lastFall(ctx, until);
  if (!fall) return undefined;
  const weeks = await listWeeks(ctx, until);
  if ((weeks.at(-1)?.proven ?? 0) >= fall.from) return undefined;
  const lost = fall.causes.flatMap((id) => criteria.find((criterion) => criterion.id === id) ?? []);
  const repairs: Repair[] = [];
  for (const criterion of lost) repairs.push(await repairOf(ctx, criterion, fall.at));
  return { at: fall.at, from: fall.from, to: fall.to, repairs };
}

/** Of one criterion, for whoever plans it. */
export async function repairOf(ctx: Context, criterion: Criterion, until: Date): Promise<Repair> {
  const good = await goodWeeks(ctx, criterion.id, until);
  const code = criterion.advice[0] ?? criterion.id;
  const template = await findTemplate(ctx, code);
  const before = template
    ? await smallestScopeAt(
        ctx,
        template.capabilities,
        good.map(({ at }) => at),
      )
    : undefined;
  return {
    criterion,
    lastGood: good.at(-1) ?? null,
    code,
    template: template !== undefined,
    scope: before?.scope ?? null,
    scopeOf: before?.pilotTitle ?? null,
    pilots: template ? await pilotsFrom(ctx, code) : [],
  };
}

async function goodWeeks(ctx: Context, criterion: string, until: Date) {
  const found = await sql<NonNullable<Repair['lastGood']>>`
    select as_of as at, indicator, value from journey_judgement
    where department_id = 0 and criterion = ${criterion} and reading = 'up' and as_of <= ${until} order by as_of`.execute(
    ctx.database,
  );
  return found.rows;
}

async function pilotsFrom(ctx: Context, template: string): Promise<Repair['pilots']> {
  const found = await sql<{ publicId: string; title: string; state: State }>`
    select public_id as "publicId", title, state from pilot where template = ${template} order by id desc`.execute(
    ctx.database,
  );
  return found.rows.map(({ state, ...pilot }) => ({ ...pilot, on: isOn({ state }) }));
}
