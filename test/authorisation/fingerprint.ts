import { withAdmin } from '../database.ts';

/**
 * A word for all that stands in the database, table by table: where it is the same, nothing was written. Who looks at what
 * is left out: that is a lease of seconds, and whoever is refused an act reads on.
 */
export async function fingerprint(adminUrl: string): Promise<Map<string, string>> {
  return withAdmin(adminUrl, async (admin) => {
    const tables = await admin.query<{ name: string }>(`
      select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p') and not c.relispartition and (n.nspname = 'public' or c.oid = 'pgboss.job'::regclass)
        and c.relname <> 'looking'`);
    const parts = tables.rows.map(
      ({ name }) =>
        `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as word from ${name} t
          ${name === 'public.event' ? "where verb <> 'conversation.looked-at'" : ''}`,
    );
    const found = await admin.query<{ name: string; word: string }>(parts.join(' union all '));
    return new Map(found.rows.map(({ name, word }) => [name, word]));
  });
}

export function changedTables(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...after].filter(([name, word]) => before.get(name) !== word).map(([name]) => name);
}
