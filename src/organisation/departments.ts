import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';

export interface Department {
  id: string;
  key: string;
  name: string;
}

/** Finds a department by its name (as a file names it), or makes it. Names differ only by case and spaces at the ends. */
export async function departmentNamed(ctx: Context, name: string): Promise<Department> {
  const key = departmentKey(name);
  await ctx.database
    .insertInto('department')
    .values({ key, name: name.trim(), created_at: asDate(ctx.clock.now()) })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
  return ctx.database
    .selectFrom('department')
    .select(['id', 'key', 'name'])
    .where('key', '=', key)
    .executeTakeFirstOrThrow();
}

export function departmentKey(name: string): string {
  return name.trim().toLocaleLowerCase('nl').replace(/\s+/g, ' ');
}
