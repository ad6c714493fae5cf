import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { lockPilot, today } from './pilot.ts';
import { takeStep } from './stepping.ts';

/** Days before the end at which owner and sponsor are told. */
export const warnedBefore = 7;

export interface PilotNotice {
  readonly kind: 'ends-soon' | 'decide' | 'still-deciding';
  readonly publicId: string;
  readonly title: string;
  readonly endsOn: string;
  /** Owner and sponsor. */
  readonly employeeIds: readonly string[];
  /** One notice per key. */
  readonly key: string;
}

interface Watched {
  id: string;
  public_id: string;
  title: string;
  state: 'running' | 'deciding';
  phase: number;
  ends_on: string;
  left: number;
  people: string[];
}

/**
 * Nothing ends silently, and nothing goes on silently: a week before the end owner and sponsor are told; at the end the
 * decision is asked, and every week again while nobody takes it. What is on stays on until then.
 */
export async function watchPilots(
  ctx: Context,
  tell: (ctx: Context, notice: PilotNotice) => Promise<void>,
): Promise<void> {
  const date = await today(ctx);
  const found = await sql<Watched>`
    select id, public_id, title, state, phase, ends_on::text, (ends_on - ${date}::date) as left,
      array_remove(array[owner_id, sponsor_id], null)::text[] as people
    from pilot where state in ('running', 'deciding') and ends_on is not null
      and ends_on <= ${date}::date + ${warnedBefore}::int order by id`.execute(ctx.database);
  for (const pilot of found.rows) await transact(ctx, 'service', (ctx) => watch(ctx, pilot, tell));
}

async function watch(
  ctx: Context,
  pilot: Watched,
  tell: (ctx: Context, notice: PilotNotice) => Promise<void>,
): Promise<void> {
  const over = pilot.left <= 0;
  if (over && pilot.state === 'running' && !(await ask(ctx, pilot.public_id))) return;
  const weeks = Math.floor(-pilot.left / 7);
  const kind = !over ? 'ends-soon' : weeks > 0 ? 'still-deciding' : 'decide';
  const key = `pilot:${pilot.id}:${pilot.phase}:${pilot.ends_on}:${kind}:${over ? weeks : 0}`;
  if (!(await isNew(ctx, pilot.id, key))) return;
  const { public_id: publicId, title, ends_on: endsOn, people: employeeIds } = pilot;
  await tell(ctx, { kind, publicId, title, endsOn, employeeIds: [...new Set(employeeIds)], key });
}

/** False: somebody moved it meanwhile, and there is nothing to ask any more. */
async function ask(ctx: Context, publicId: string): Promise<boolean> {
  try {
    await takeStep(ctx, await lockPilot(ctx, publicId), { act: 'ask', why: null, facts: { by: 'clock' } });
    return true;
  } catch (error) {
    if (isRefusal(error) && error.code === 'conflict.pilot-state') return false;
    throw error;
  }
}

/** A notice is an event, so that everybody may see that it was given. */
async function isNew(ctx: Context, pilotId: string, key: string): Promise<boolean> {
  const found = await sql<{ n: number }>`
    select count(*)::int as n from event
    where subject_kind = 'pilot' and verb = 'pilot.reminded' and subject_id = ${pilotId}::bigint and data->>'key' = ${key}
      and at > ${asDate(ctx.clock.now().subtract({ hours: 24 * 400 }))}`.execute(ctx.database);
  if ((found.rows[0]?.n ?? 0) > 0) return false;
  await ctx.emit([{ verb: 'pilot.reminded', subject: { kind: 'pilot', id: pilotId }, data: { key } }]);
  return true;
}
