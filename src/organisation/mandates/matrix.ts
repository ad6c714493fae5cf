import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Right } from './mandate.ts';

export interface MandateRow {
  id: string;
  channel: string | null;
  topic: string | null;
  right: Right;
  fromOn: string;
  untilOn: string | null;
  grantedBy: string | null;
  grantedAt: string;
  endedBy: string | null;
  endedAt: string | null;
}

export interface MatrixRow {
  publicId: string;
  name: string;
  department: string | null;
  /** Decided by the matrix; otherwise by roles. */
  inMatrix: boolean;
  mandates: MandateRow[];
}

export interface MatrixFilter {
  /** Key of a department. */
  department?: string | undefined;
  /** A colleague. */
  employee?: string | undefined;
}

/** Everybody who works here, with every mandate they have or had. One statement. */
export async function readMatrix(ctx: Context, { department, employee }: MatrixFilter): Promise<MatrixRow[]> {
  const found = await sql<MatrixRow>`
    select e.public_id as "publicId", e.name, d.name as department,
      exists (select from mandate m where m.employee_id = e.id and m.released_at is null) as "inMatrix",
      coalesce((select json_agg(json_build_object('id', m.public_id, 'channel', m.channel, 'topic', m.topic,
          'right', m."right", 'fromOn', m.from_on, 'untilOn', m.until_on, 'grantedBy', b.name,
          'grantedAt', m.granted_at, 'endedBy', x.name, 'endedAt', m.ended_at)
          order by m.ended_at nulls first, m.from_on desc, m.id desc)
        from mandate m left join employee b on b.id = m.granted_by left join employee x on x.id = m.ended_by
        where m.employee_id = e.id), '[]') as mandates
    from employee e left join department d on d.id = e.department_id
    where e.left_at is null and (${department ?? null}::text is null or d.key = ${department ?? null})
      and (${employee ?? null}::text is null or e.public_id = ${employee ?? null})
    order by lower(e.name), e.id limit 1000`.execute(ctx.database);
  return found.rows;
}
