import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requiresEverywhere } from '../authority.ts';
import { getDepartment } from '../departments.ts';
import { lockColleague } from './colleague.ts';

export interface ColleagueChange {
  name: string;
  /** Key of a department. */
  department: string | null;
  languages: readonly string[];
  skills: readonly string[];
  /** How many conversations they can have at once, 1 to 500; null: no limit. Absent: stays as it is. */
  capacity?: number | null;
}

/** Conversations that one colleague can have at once. */
export const mostCapacity = 500;

/** @throws Refusal `not-found.employee`, `not-found.department`, `invalid.capacity` */
export async function changeColleague(
  ctx: Context,
  publicId: string,
  change: ColleagueChange,
): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const { capacity } = change;
    if (
      typeof capacity === 'number' &&
      !(Number.isInteger(capacity) && capacity >= 1 && capacity <= mostCapacity)
    )
      throw new Refusal('invalid.capacity', { most: mostCapacity });
    const id = await lockColleague(ctx, publicId);
    const departmentId = change.department === null ? null : (await getDepartment(ctx, change.department)).id;
    await sql`
      update employee set name = ${change.name.trim()}, department_id = ${departmentId},
        languages = ${[...new Set(change.languages)]}::text[], skills = ${tidySkills(change.skills)}::text[],
        capacity = ${capacity === undefined ? sql`capacity` : capacity}
      where id = ${id}`.execute(ctx.database);
    await ctx.emit([{ verb: 'employee.changed', subject: { kind: 'employee', id } }]);
  });
}

/** Lower case, each once, at most twenty. */
export function tidySkills(skills: readonly string[]): string[] {
  const tidy = skills.map((skill) => skill.trim().toLocaleLowerCase('nl').replace(/\s+/g, ' '));
  return [...new Set(tidy)].filter((skill) => skill !== '' && skill.length <= 60).slice(0, 20);
}
