import type { Context } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { clearMinor } from '../../privacy/minority.ts';
import { openMine, selfOf } from './mine.ts';

/**
 * Somebody whom we treat as a minor says that they are of age, and how we can tell. Only who used a link just now; what
 * they allowed before does not come back.
 * @throws Refusal `forbidden.proof`
 */
export async function comeOfAge(ctx: Context, evidence: string): Promise<void> {
  const { strength } = selfOf(ctx);
  if (strength < 4) throw new Refusal('forbidden.proof', { strength });
  await openMine(ctx, async (ctx, { personId }) => {
    await clearMinor(ctx, personId, { strength, evidence });
  });
}
