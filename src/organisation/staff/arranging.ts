import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';
import { requiresEverywhere } from '../authority.ts';
import { departmentKey, departmentNamed, findDepartment, getDepartment } from '../departments.ts';
import { doneBy } from '../done-by.ts';

/** Makes a department. @throws Refusal `conflict.department-name` */
export async function addDepartment(ctx: Context, name: string): Promise<string> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  return transact(ctx, null, async (ctx) => {
    if (await findDepartment(ctx, departmentKey(name)))
      throw new Refusal('conflict.department-name', { name });
    const made = await departmentNamed(ctx, name);
    await ctx.emit([{ verb: 'department.added', subject: { kind: 'department', id: made.id } }]);
    return made.key;
  });
}

/** The key stays, and the old name goes on leading here: files and figures of before are not torn loose. */
export async function renameDepartment(ctx: Context, key: string, name: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const department = await getDepartment(ctx, key);
    const wanted = departmentKey(name);
    const holder = await findDepartment(ctx, wanted);
    if (holder && holder.id !== department.id) throw new Refusal('conflict.department-name', { name });
    await ctx.database
      .updateTable('department')
      .set({ name: name.trim() })
      .where('id', '=', department.id)
      .execute();
    await ctx.database
      .insertInto('department_alias')
      .values({ key: wanted, department_id: department.id })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
    await ctx.emit([{ verb: 'department.renamed', subject: { kind: 'department', id: department.id } }]);
  });
}

/** The day on which the department came aboard (takes part in talking with customers); null when it did not yet. */
export async function boardDepartment(ctx: Context, key: string, on: string | null): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const { id } = await getDepartment(ctx, key);
    await sql`update department set boarded_on = ${on}::date where id = ${id}`.execute(ctx.database);
    await ctx.emit([{ verb: 'department.boarded', subject: { kind: 'department', id }, data: { on } }]);
  });
}

/** @throws Refusal `conflict.department-in-use` while colleagues or queues belong to it. */
export async function endDepartment(ctx: Context, key: string): Promise<void> {
  requiresEverywhere(ctx.actor, 'organisation.manage');
  await transact(ctx, null, async (ctx) => {
    const { id } = await getDepartment(ctx, key);
    const used = await sql<{ employees: string; queues: string }>`
      select (select count(*) from employee where department_id = ${id} and left_at is null) as employees,
        (select count(*) from queue where department_id = ${id}) as queues`.execute(ctx.database);
    const { employees = '0', queues = '0' } = used.rows[0] ?? {};
    if (employees !== '0' || queues !== '0')
      throw new Refusal('conflict.department-in-use', { employees, queues });
    await ctx.database
      .updateTable('department')
      .set({ ended_at: asDate(ctx.clock.now()), ended_by: doneBy(ctx) })
      .where('id', '=', id)
      .where('ended_at', 'is', null)
      .execute();
    await ctx.emit([{ verb: 'department.ended', subject: { kind: 'department', id } }]);
  });
}
