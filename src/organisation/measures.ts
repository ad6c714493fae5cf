import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

export interface Size {
  employees: number;
  /** Departments with at least two employees: the D of "k departments". */
  departments: number;
}

export async function measureSize(ctx: Context): Promise<Size> {
  const found = await sql<{ employees: string; departments: string }>`
    select (select count(*) from employee where left_at is null) as employees,
      (select count(*) from (
        select department_id from employee where left_at is null and department_id is not null
        group by department_id having count(*) >= 2) d) as departments`.execute(ctx.database);
  const row = found.rows[0];
  return { employees: Number(row?.employees ?? 0), departments: Number(row?.departments ?? 0) };
}
