import type { Context } from './context.ts';

/**
 * A named place between two steps that a crash can come between. Does nothing, but in a test that lets the process
 * die there: what was done must then be finished, or undone, by whoever comes next.
 */
export async function failpoint(ctx: Context, place: string): Promise<void> {
  await ctx.dies?.(place, ctx);
}
