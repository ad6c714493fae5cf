import type { Context } from '../platform/context.ts';

/** The colleague who acts, for "who did it"; null for the system and programs. */
export function doneBy(ctx: Context): string | null {
  return ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null;
}
