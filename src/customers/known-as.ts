import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

/** By which words a person may be recognised in a text. */
export interface KnownAs {
  /** What we call them stands first. */
  readonly names: readonly string[];
  readonly handles: readonly string[];
}

/**
 * All names and handles of a person, also of the records that were joined with it: for taking them out of a text
 * before it goes anywhere. Never to be shown.
 */
export async function knownAs(ctx: Context, personId: string | null): Promise<KnownAs> {
  if (personId === null) return { names: [], handles: [] };
  const found = await sql<{ name: string | null; handle: string | null }>`
    with recursive all_of (id) as (
      select ${personId}::bigint
      union
      select case when a.person_id = known.id then a.into_id else a.person_id end
      from all_of known
      join person_alias a on (a.person_id = known.id or a.into_id = known.id) and a.undone_at is null)
    select name, handle from (
      select 1 as place, p.name, null as handle from person p where p.id = ${personId}::bigint
      union all select 2, i.name, i.handle from identity i join all_of on all_of.id = i.person_id
      union all select 3, null, i.external_id from identity i join all_of on all_of.id = i.person_id
      union all select 4, p.name, null from person p join all_of on all_of.id = p.id) found
    order by place`.execute(ctx.database);
  const column = (pick: (row: { name: string | null; handle: string | null }) => string | null) =>
    [...new Set(found.rows.map(pick))].filter(
      (value) => value !== null && value.trim().length > 1,
    ) as string[];
  return { names: column((row) => row.name), handles: column((row) => row.handle) };
}
