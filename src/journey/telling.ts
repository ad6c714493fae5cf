import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import type { EventKind } from './weekly/happening.ts';

/** What happened to the whole organisation and was not told yet. */
export interface Untold {
  readonly id: string;
  readonly asOf: Date;
  readonly kind: EventKind;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Older than this is imported history: it stands on the time line, and nobody is called about it. */
const freshDays = 15;

/** Takes what is to be told, each once; what is older is taken without being given. In a transaction. */
export async function takeUntold(ctx: Context): Promise<Untold[]> {
  const now = ctx.clock.now();
  const found = await sql<Untold & { departmentId: string }>`
    update journey_event set told_at = ${asDate(now)} where told_at is null
    returning id::text as id, as_of as "asOf", kind, data, department_id::text as "departmentId"`.execute(
    ctx.database,
  );
  const since = asDate(now.subtract({ hours: 24 * freshDays }));
  return found.rows
    .filter(({ departmentId, asOf }) => departmentId === '0' && asOf >= since)
    .toSorted((a, b) => a.asOf.getTime() - b.asOf.getTime());
}

/** Who steers the journey: directors and community managers, and who owns or sponsors a pilot from these templates. */
export async function ownersOf(ctx: Context, templates: readonly string[]): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select e.id::text as id from employee e where e.left_at is null and (
      exists (select from role_grant g where g.employee_id = e.id and g.revoked_at is null
        and g.role in ('director', 'community_manager') and g.department_id is null)
      or exists (select from pilot p where p.template = any(${[...templates]}::text[]) and e.id in (p.owner_id, p.sponsor_id)))
    order by e.id`.execute(ctx.database);
  return found.rows.map(({ id }) => id);
}

/** Ambitions that were to be looked at again by now, with who decided. */
export async function ambitionsToReview(ctx: Context): Promise<{ id: string; employeeId: string | null }[]> {
  const day = ctx.clock.now().toString().slice(0, 10);
  const found = await sql<{ id: string; employeeId: string | null }>`
    select id::text as id, decided_by::text as "employeeId" from ambition
    where ended_at is null and review_on <= ${day}::date`.execute(ctx.database);
  return found.rows;
}
