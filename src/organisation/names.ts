import type { Context } from '../platform/context.ts';

export interface Names {
  /** By number, in the order of the name. */
  readonly departments: ReadonlyMap<string, string>;
  /** Colleagues who are here. */
  readonly people: ReadonlyMap<string, string>;
}

/** What departments and colleagues are called, by their numbers: for what names them by number only. Two statements. */
export async function readNames(ctx: Context): Promise<Names> {
  const departments = await ctx.database
    .selectFrom('department')
    .select(['id', 'name'])
    .orderBy('name')
    .execute();
  const people = await ctx.database
    .selectFrom('employee')
    .select(['id', 'name'])
    .where('left_at', 'is', null)
    .orderBy('name')
    .execute();
  return {
    departments: new Map(departments.map(({ id, name }) => [id, name])),
    people: new Map(people.map(({ id, name }) => [id, name])),
  };
}
