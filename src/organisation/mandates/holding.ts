import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { getOrganisation } from '../organisation.ts';
import { allows, type Mandate, type Right } from './mandate.ts';

/**
 * What a colleague was ever mandated to; undefined for one who is not in the matrix and works by their roles. That a
 * mandate ran out does not put somebody back under their roles: time alone widens nothing.
 */
async function findMandates(ctx: Context, employeeId: string): Promise<Mandate[] | undefined> {
  const found = await sql<Omit<Mandate, 'endedAt'> & { endedAt: Date | null }>`
    select channel, topic, "right", from_on::text as "fromOn", until_on::text as "untilOn", ended_at as "endedAt"
    from mandate where employee_id = ${employeeId} and released_at is null`.execute(ctx.database);
  if (found.rows.length === 0) return undefined;
  return found.rows.map(({ endedAt, ...mandate }) => ({
    ...mandate,
    endedAt: endedAt && Temporal.Instant.fromEpochMilliseconds(endedAt.getTime()),
  }));
}

export interface AskedOf {
  channel: string;
  /** What it is about; asked only of whom the matrix holds. */
  topics: () => Promise<readonly string[]>;
  right: Right;
  at: Temporal.Instant;
}

/**
 * The mandate matrix: whether it let a colleague do this at a moment, also one long ago. Somebody in it does on a
 * channel and about a topic what was given, and no more; whoever is not in it works by their roles.
 */
export async function mayUnder(ctx: Context, employeeId: string, asked: AskedOf): Promise<boolean> {
  const held = await findMandates(ctx, employeeId);
  if (held === undefined) return true;
  const on = await dateHere(ctx, asked.at);
  return allows(held, { ...asked, topics: await asked.topics(), on });
}

/** Whether the matrix itself gives it, for what no role gives by itself. */
export async function isMandated(ctx: Context, employeeId: string, asked: AskedOf): Promise<boolean> {
  const held = await findMandates(ctx, employeeId);
  if (held === undefined) return false;
  return allows(held, { ...asked, topics: await asked.topics(), on: await dateHere(ctx, asked.at) });
}

/** The day of a moment, where the organisation is. */
export async function dateHere(ctx: Context, at: Temporal.Instant): Promise<string> {
  const { timezone } = await getOrganisation(ctx);
  return at.toZonedDateTimeISO(timezone).toPlainDate().toString();
}
