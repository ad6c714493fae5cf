import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

/**
 * By what somebody can be recognised in a text of a machine: public ids, names on networks, and the name when it is
 * more than one word. Nothing shorter than five characters, which would be found everywhere.
 */
export async function identifiersOf(ctx: Context, personId: string): Promise<string[]> {
  const found = await sql<{ word: string }>`
    select distinct word from (
      select public_id as word from person where id = ${personId}::bigint
      union select name from person where id = ${personId}::bigint and name like '% %'
      union select unnest(array[external_id, handle, case when name like '% %' then name end])
        from identity where person_id = ${personId}::bigint
      union select public_id from conversation where person_id = ${personId}::bigint) t
    where length(word) >= 5`.execute(ctx.database);
  return found.rows.map(({ word }) => word);
}
