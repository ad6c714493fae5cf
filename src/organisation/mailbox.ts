import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';

/** Where a colleague reads mail. @throws Refusal `not-found.employee` */
export async function mailboxOf(ctx: Context, employeeId: string): Promise<string> {
  const row = await ctx.database
    .selectFrom('employee')
    .select('email')
    .where('id', '=', employeeId)
    .executeTakeFirst();
  if (!row?.email) throw new Refusal('not-found.employee');
  return row.email;
}
