import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { requireAssessed } from './assessing.ts';
import { type Capability, isCapability } from './capability.ts';
import type { Scope } from './scope.ts';

/**
 * Switches capabilities on within a scope, as a pilot. Reading along begins only with an assessment that holds.
 * @throws Refusal `conflict.no-assessment`, `invalid.capability`, `conflict.grant-running`
 */
export async function startPilot(
  ctx: Context,
  pilot: { key: string; capabilities: readonly string[]; scope: Scope },
): Promise<void> {
  const unknown = pilot.capabilities.find((one) => !isCapability(one));
  if (unknown !== undefined) throw new Refusal('invalid.capability', { capability: unknown });
  await transact(ctx, null, async (ctx) => {
    await requireAssessed(ctx, pilot.capabilities);
    const started = await ctx.database
      .insertInto('capability_grant')
      .values({
        key: pilot.key,
        capabilities: [...(pilot.capabilities as readonly Capability[])],
        scope: JSON.stringify(pilot.scope),
        basis: 'pilot',
        granted_at: asDate(ctx.clock.now()),
        granted_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (!started.numInsertedOrUpdatedRows) throw new Refusal('conflict.grant-running', { key: pilot.key });
  });
}
