import type { Context } from '../../platform/context.ts';

/** Programs have no own work and read no unread marks: 0 is nobody. */
export function me(ctx: Context): string {
  return ctx.actor.kind === 'employee' ? ctx.actor.employeeId : '0';
}
