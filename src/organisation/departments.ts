import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';

export interface Department {
  id: string;
  key: string;
  name: string;
}

/**
 * Finds a department by a name it has or had (as a file names it), or makes it. Names differ only by case and spaces
 * at the ends.
 */
export async function departmentNamed(ctx: Context, name: string): Promise<Department> {
  const key = departmentKey(name);
  const known = await findDepartment(ctx, key);
  if (known) return known;
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

/** By its key, or by that of a name it has now. */
export async function findDepartment(ctx: Context, key: string): Promise<Department | undefined> {
  const found = await sql<Department>`
    select id, key, name from department
    where id = coalesce((select department_id from department_alias where key = ${key}),
      (select id from department where key = ${key}))`.execute(ctx.database);
  return found.rows[0];
}

/** @throws Refusal `not-found.department` */
export async function getDepartment(ctx: Context, key: string): Promise<Department> {
  const found = await findDepartment(ctx, key);
  if (!found) throw new Refusal('not-found.department', { key });
  return found;
}

export function departmentKey(name: string): string {
  return name.trim().toLocaleLowerCase('nl').replace(/\s+/g, ' ');
}
