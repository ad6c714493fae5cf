import { sql } from 'kysely';
import { requiresEverywhere } from '../../organisation/authority.ts';
import { doneBy } from '../../organisation/done-by.ts';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { StandingState } from '../listing/row.ts';
import { checkName, isTaken } from '../naming-rule.ts';

/** The five that Polder works by, in the order in which work goes through them. */
export const standingStates = [
  'new',
  'open',
  'waiting',
  'snoozed',
  'done',
] as const satisfies StandingState[];

/** The organisation's own name for how something stands, within one state. */
export interface Substate {
  publicId: string;
  state: StandingState;
  name: string;
}

/** Those that can be chosen, by state and name. One statement. */
export async function listSubstates(ctx: Context): Promise<Substate[]> {
  const found = await sql<Substate>`
    select public_id as "publicId", state, name from substate where retired_at is null
    order by array_position(${[...standingStates]}::text[], state), lower(name)`.execute(ctx.database);
  return found.rows;
}

/** @throws Refusal `invalid.name`, `conflict.name-taken` */
export async function makeSubstate(ctx: Context, state: StandingState, name: string): Promise<string> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const clean = checkName(name);
  const at = asDate(ctx.clock.now());
  const made = await sql<{ publicId: string }>`
    insert into substate (public_id, state, name, made_at, made_by)
    values (${publicId('ss', at.getTime())}, ${state}, ${clean}, ${at}, ${doneBy(ctx)})
    on conflict do nothing returning public_id as "publicId"`.execute(ctx.database);
  const [row] = made.rows;
  if (!row) throw isTaken(clean);
  return row.publicId;
}

/** @throws Refusal `not-found.substate`, `conflict.name-taken` */
export async function renameSubstate(ctx: Context, id: string, name: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  const clean = checkName(name);
  await transact(ctx, null, async (ctx) => {
    const taken = await sql`
      select from substate s join substate o on o.state = s.state and o.id <> s.id and o.retired_at is null
        and lower(o.name) = lower(${clean}) where s.public_id = ${id}`.execute(ctx.database);
    if (taken.rows.length > 0) throw isTaken(clean);
    const renamed = await sql`update substate set name = ${clean}
      where public_id = ${id} and retired_at is null returning id`.execute(ctx.database);
    if (renamed.rows.length === 0) throw new Refusal('not-found.substate', { id });
  });
}

/** Nobody chooses it any more; where it stands it stays until the conversation changes. */
export async function retireSubstate(ctx: Context, id: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await sql`update substate set retired_at = ${asDate(ctx.clock.now())}, retired_by = ${doneBy(ctx)}
    where public_id = ${id} and retired_at is null`.execute(ctx.database);
}
