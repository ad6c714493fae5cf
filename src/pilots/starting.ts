import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';
import { requireAssessed } from './assessing.ts';
import { type Capability, isCapability } from './capability.ts';
import { switchOn } from './granting.ts';
import type { Scope } from './scope.ts';

/**
 * Switches capabilities on within a scope, as a pilot. Reading along begins only with an assessment that holds.
 * @throws Refusal `conflict.no-assessment`, `invalid.capability`, `conflict.grant-running`
 */
export async function startPilot(
  ctx: Context,
  pilot: { key: string; capabilities: readonly string[]; scope: Scope; pilotId?: string },
): Promise<void> {
  const unknown = pilot.capabilities.find((one) => !isCapability(one));
  if (unknown !== undefined) throw new Refusal('invalid.capability', { capability: unknown });
  await transact(ctx, ctx.purpose, async (ctx) => {
    await requireAssessed(ctx, pilot.capabilities);
    const { key, scope, pilotId = null } = pilot;
    const capabilities = pilot.capabilities as readonly Capability[];
    if (!(await switchOn(ctx, { key, capabilities, scope, pilotId })))
      throw new Refusal('conflict.grant-running', { key });
  });
}
