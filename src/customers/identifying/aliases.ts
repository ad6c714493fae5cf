import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';

/** One line that says that two persons are one human. */
export interface Alias {
  publicId: string;
  name: string | null;
  otherName: string | null;
  reasons: string[];
  evidence: string | null;
  madeAt: Date;
  /** Null: Polder itself. */
  madeBy: string | null;
}

/** The lines that hold these persons together, newest first. Each can be taken away for ever. */
export async function aliasesOf(ctx: Context, personIds: readonly string[]): Promise<Alias[]> {
  if (personIds.length < 2) return [];
  const found = await sql<Alias>`
    select a.public_id as "publicId", p.name as name, o.name as "otherName", a.reasons, a.evidence,
      a.made_at as "madeAt", e.name as "madeBy"
    from person_alias a join person p on p.id = a.into_id join person o on o.id = a.person_id
    left join employee e on e.id = a.made_by
    where a.undone_at is null and a.person_id = any(${personIds}::bigint[])
    order by a.made_at desc, a.id desc`.execute(ctx.database);
  return found.rows;
}
