import type { Context } from '../platform/context.ts';
import { runningGrants } from './granting.ts';

/** Running pilots. A capability that is on without a pilot is no experiment. */
export async function countPilots(ctx: Context): Promise<number> {
  const grants = await runningGrants(ctx);
  return grants.filter((grant) => grant.basis === 'pilot').length;
}
