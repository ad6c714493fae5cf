import type { Context } from '../../platform/context.ts';
import { watchBursts } from './bursting.ts';
import { groupHeard } from './grouping.ts';

/** Every minute: what says nearly the same, and what is suddenly spoken about. */
export async function notice(ctx: Context): Promise<void> {
  await groupHeard(ctx);
  await watchBursts(ctx);
}
