import { sql } from 'kysely';
import { listQueues } from '../../organisation/queues.ts';
import type { Context } from '../../platform/context.ts';
import { isRefusal, Refusal } from '../../platform/refusal.ts';
import { type Deed, doTogether } from '../acting/doing.ts';
import { employeeOf } from '../closing.ts';
import type { MacroActions } from './macro.ts';

/**
 * Does what comes along with a ready-made text, each as an act that can be taken back. What the writer may not do, or
 * what is no longer there, is left out: the text comes all the same. Gives the kinds that were left out.
 */
export async function doActions(ctx: Context, publicId: string, actions: Named): Promise<Deed['kind'][]> {
  const left: Deed['kind'][] = [];
  for (const deed of await deedsOf(ctx, actions)) {
    await sql`savepoint macro_act`.execute(ctx.database);
    try {
      await doTogether(ctx, [publicId], deed);
      await sql`release savepoint macro_act`.execute(ctx.database);
    } catch (error) {
      await sql`rollback to savepoint macro_act`.execute(ctx.database);
      if (!isRefusal(error)) throw error;
      left.push(deed.kind);
    }
  }
  return left;
}

/** Where it goes comes last: after that the writer may not be able to do anything with it. */
async function deedsOf(ctx: Context, { label, substate, assignee, queue, name }: Named): Promise<Deed[]> {
  return [
    ...(label ? [{ kind: 'label' as const, label }] : []),
    ...(substate ? [{ kind: 'substate' as const, substate }] : []),
    ...(assignee ? [{ kind: 'assign' as const, employee: await whoIs(ctx, assignee) }] : []),
    ...(queue ? [{ kind: 'queue' as const, queue, reason: name ?? 'macro' }] : []),
  ];
}

type Named = MacroActions & { name?: string };

async function whoIs(ctx: Context, assignee: string): Promise<string | null> {
  if (assignee !== 'me') return assignee;
  const found = await sql<{
    id: string;
  }>`select public_id as id from employee where id = ${employeeOf(ctx)}::bigint`.execute(ctx.database);
  return found.rows[0]?.id ?? null;
}

/** @throws Refusal `invalid.macro-actions` when something is named that is not there */
export async function checkActions(ctx: Context, actions: MacroActions): Promise<MacroActions> {
  const { label, substate, assignee, queue } = actions;
  const isThere = await sql<{ label: boolean; substate: boolean; assignee: boolean }>`
    select ${label ?? null}::text is null or exists (select from inbox_label where public_id = ${label ?? null}
        and retired_at is null) as label,
      ${substate ?? null}::text is null or exists (select from substate where public_id = ${substate ?? null}
        and retired_at is null) as substate,
      coalesce(${assignee ?? null}, 'me') = 'me' or exists (select from employee
        where public_id = ${assignee ?? null} and left_at is null) as assignee`.execute(ctx.database);
  const gone = Object.entries(isThere.rows[0] ?? {}).flatMap(([key, is]) => (is ? [] : [key]));
  if (queue && !(await listQueues(ctx)).some(({ key, ended }) => key === queue && !ended)) gone.push('queue');
  if (gone.length > 0) throw new Refusal('invalid.macro-actions', { gone });
  return actions;
}
