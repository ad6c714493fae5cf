import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { criteria } from '../criteria.ts';
import type { Criterion, Part } from '../criterion.ts';

/** What an organisation may choose of one figure of a criterion. */
export interface Threshold {
  readonly indicator: string;
  readonly enter: number;
  readonly exit: number;
  readonly nMin: number;
}

export interface CriterionVersion {
  readonly criterion: string;
  readonly version: number;
  readonly thresholds: readonly Threshold[];
  readonly why: string;
  readonly basisRef: string;
  readonly madeAt: Date;
  readonly madeBy: string | null;
  readonly historyAt: Date | null;
}

export async function listVersions(ctx: Context, criterion?: string): Promise<CriterionVersion[]> {
  const found = await sql<CriterionVersion>`
    select v.criterion, v.version, v.parts as thresholds, v.why, v.basis_ref as "basisRef", v.made_at as "madeAt",
      e.name as "madeBy", v.history_at as "historyAt"
    from criterion_version v left join employee e on e.id = v.made_by
    where ${criterion ?? null}::text is null or v.criterion = ${criterion ?? null} order by v.criterion, v.version`.execute(
    ctx.database,
  );
  return found.rows;
}

/** The criteria by which a moment is judged: the newest version made by then, or one the past was judged by on request. */
export function criteriaAt(versions: readonly CriterionVersion[], at: Date): Criterion[] {
  return criteria.map((criterion) => {
    const chosen = versions.filter(({ criterion: id, madeAt }) => id === criterion.id && madeAt <= at).at(-1);
    return chosen ? withVersion(criterion, chosen) : criterion;
  });
}

export function withVersion(criterion: Criterion, version: CriterionVersion): Criterion {
  const changed = (part: Part): Part => {
    const own = version.thresholds.find(({ indicator }) => indicator === part.indicator);
    return own ? { ...part, enter: own.enter, exit: own.exit, nMin: own.nMin } : part;
  };
  return {
    ...criterion,
    version: version.version,
    basis: 'proposed',
    basisRef: version.basisRef,
    parts: criterion.parts.map(changed),
  };
}

/**
 * Judges a criterion by other thresholds from now on, as a new version. The past stays as it was judged.
 * @throws Refusal `not-found.criterion`, `invalid.threshold` when exit lies on the good side of enter, `invalid.reason`
 */
export async function changeCriterion(
  ctx: Context,
  id: string,
  { thresholds, why, basisRef }: Pick<CriterionVersion, 'thresholds' | 'why' | 'basisRef'>,
): Promise<void> {
  const criterion = criteria.find((one) => one.id === id);
  if (!criterion) throw new Refusal('not-found.criterion', { id });
  if (why.trim().length < 3 || basisRef.trim().length < 3) throw new Refusal('invalid.reason');
  for (const part of criterion.parts) {
    const own = thresholds.find(({ indicator }) => indicator === part.indicator);
    if (own && !isThreshold(part, own)) throw new Refusal('invalid.threshold', { indicator: part.indicator });
  }
  const last = (await listVersions(ctx, id)).at(-1)?.version ?? criterion.version;
  await sql`insert into criterion_version (criterion, version, parts, why, basis_ref, made_at, made_by)
    values (${id}, ${last + 1}, ${JSON.stringify(thresholds)}, ${why.trim()}, ${basisRef.trim()},
      ${asDate(ctx.clock.now())}, ${ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null})`.execute(
    ctx.database,
  );
}

export function isThreshold({ direction, unit }: Part, { enter, exit, nMin }: Threshold): boolean {
  const finite = [enter, exit, nMin].every(Number.isFinite) && nMin >= 0;
  const within = unit !== 'share' || (enter >= 0 && enter <= 1 && exit >= 0 && exit <= 1);
  return finite && within && (direction === 'higher' ? exit <= enter : exit >= enter);
}
