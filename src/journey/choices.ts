import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

export interface Choice {
  readonly id: string;
  readonly publicId: string;
  readonly name: string;
}

/** Everybody who works here, to choose from. */
export async function listColleagues(ctx: Context): Promise<(Choice & { departmentId: string | null })[]> {
  const found = await sql<Choice & { departmentId: string | null }>`
    select id::text as id, public_id as "publicId", name, department_id::text as "departmentId" from employee
    where left_at is null order by name`.execute(ctx.database);
  return found.rows;
}

export async function listDepartmentChoices(ctx: Context): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    select id::text as id, name from department where ended_at is null order by name`.execute(ctx.database);
  return found.rows;
}

/** The house rules by their title, in the language of the reader. */
export async function listRuleTitles(ctx: Context): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    select d.id::text as id, coalesce(v.words -> ${ctx.locale} ->> 'title', v.words ->> 'title', d.public_id) as name
    from rule_document d join lateral (select words from rule_version w where w.document_id = d.id
      order by version desc limit 1) v on true where d.ended_at is null order by 2`.execute(ctx.database);
  return found.rows;
}
