import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import type { Part } from '../acting/act.ts';
import { countVersions, type Locked } from '../acting/locking.ts';
import { told } from '../events.ts';

/**
 * Calls how these stand by one of the organisation's own names, or by none (null): those that stand in the state which
 * that name is for. @throws Refusal `not-found.substate`
 */
export async function nameAll(
  ctx: Context,
  locked: readonly Locked[],
  substate: string | null,
): Promise<Part[]> {
  const chosen = substate === null ? null : await getSubstate(ctx, substate);
  const changed = locked.filter(
    (one) => one.substateId !== (chosen?.id ?? null) && (chosen === null || stateOf(one) === chosen.state),
  );
  await call(
    ctx,
    changed.map(({ id }) => id),
    chosen?.id ?? null,
  );
  return changed.map(({ id, substateId }) => ({
    conversationId: id,
    before: { substate: substateId },
    after: { substate: chosen?.id ?? null },
  }));
}

function stateOf({ state, snoozeId }: Locked): string {
  return state !== 'done' && snoozeId !== null ? 'snoozed' : state;
}

/** Writes the name onto conversations that are locked, and tells of them. */
export async function call(ctx: Context, ids: readonly string[], substateId: string | null): Promise<void> {
  if (ids.length === 0) return;
  await sql`update conversation set substate_id = ${substateId} where id = any(${ids}::bigint[])`.execute(
    ctx.database,
  );
  await sql`update conversation_open set substate_id = ${substateId}
    where conversation_id = any(${ids}::bigint[])`.execute(ctx.database);
  await countVersions(ctx, ids);
  await ctx.emit(ids.map((id) => told('marked', id, null)));
}

async function getSubstate(ctx: Context, id: string): Promise<{ id: string; state: string }> {
  const found = await sql<{ id: string; state: string }>`
    select id, state from substate where public_id = ${id} and retired_at is null`.execute(ctx.database);
  const [row] = found.rows;
  if (!row) throw new Refusal('not-found.substate', { id });
  return row;
}
