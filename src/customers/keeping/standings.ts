import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { allows } from '../../privacy/predicate.ts';
import type { Relation } from '../person.ts';
import { shownAs } from '../shown.ts';

/** What somebody is to us, and what is known of them, as far as it may be used for the purpose that runs. */
export interface Standing {
  relation: Relation;
  /** By key of the definition. */
  attributes: Record<string, string>;
}

/**
 * Of many persons at once, for who decides about their messages; those who do not allow it are left out. Of persons
 * who were merged the shown one's relation counts, and of every attribute the newest value. One statement.
 */
export async function standingsOf(
  ctx: Context,
  personIds: readonly string[],
  purpose: 'service',
): Promise<Map<string, Standing>> {
  if (personIds.length === 0) return new Map();
  const found = await sql<Standing & { id: string }>`
    select t.id, p.relation, coalesce((
      select json_object_agg(v.key, v.value) from (
        select distinct on (d.id) d.key, a.value from person_attribute a
        join attribute_definition d on d.id = a.definition_id and d.retired_at is null and d.purpose = ${purpose}
        where a.person_id = t.id or a.person_id in (select person_id from person_shown where shown_id = p.id)
        order by d.id, a.set_at desc, a.person_id) v), '{}') as attributes
    from (select distinct id from unnest(${personIds}::bigint[]) as u (id)) t
    join person p on p.id = ${shownAs(sql`t.id`)}
    where ${allows(sql`t.id`, purpose)}`.execute(ctx.database);
  return new Map(found.rows.map(({ id, ...standing }) => [id, standing]));
}
