import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { told } from '../events.ts';
import type { Part } from './act.ts';
import { countVersions, type Locked } from './locking.ts';

/** 1: before all others that wait, whatever falls due when. It lasts until the conversation is closed. */
export type Priority = 0 | 1;

/** Gives many that are locked and open this priority; those that have it stay as they are. */
export async function prioritiseAll(
  ctx: Context,
  locked: readonly Pick<Locked, 'id'>[],
  priority: Priority,
): Promise<Part[]> {
  const changed = await sql<{ id: string }>`
    update conversation_open set priority = ${priority}, fold_id = null
    where conversation_id = any(${locked.map(({ id }) => id)}::bigint[]) and priority <> ${priority}
    returning conversation_id as id`.execute(ctx.database);
  const ids = changed.rows.map(({ id }) => id);
  await countVersions(ctx, ids);
  await ctx.emit(ids.map((id) => told('prioritised', id, { priority })));
  return ids.map((conversationId) => ({
    conversationId,
    before: { priority: 1 - priority },
    after: { priority },
  }));
}
