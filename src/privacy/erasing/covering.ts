import type { Place } from '../../platform/personal-place.ts';

/**
 * Every personal column, as the database itself says: of tables with forced row-level security, of tables and columns
 * whose comment begins with `personal`, that hold the number of a person or point to one, and what jobs carry. Asked
 * as the owner. One row per column: `name` is `table.column`, with its schema in front when that is not public.
 */
export const personalColumnsQuery = `
  select distinct case n.nspname when 'public' then '' else n.nspname || '.' end || c.relname || '.' || a.attname as name
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname in ('public', 'auth', 'pgboss') and c.relkind in ('r', 'p') and not c.relispartition
    and not exists (select from pg_depend d
      where d.classid = 'pg_class'::regclass and d.objid = c.oid and d.deptype = 'e')
    and ((c.relrowsecurity and c.relforcerowsecurity)
      or obj_description(c.oid, 'pg_class') like 'personal%'
      or col_description(c.oid, a.attnum) like 'personal%'
      or a.attname in ('person_id', 'person_ids', 'identity_id')
      or (n.nspname = 'pgboss' and c.relname = 'job' and a.attname in ('data', 'output'))
      or exists (select from pg_constraint k
        where k.conrelid = c.oid and k.contype = 'f' and a.attnum = any(k.conkey)
          and k.confrelid in (to_regclass('public.person'), to_regclass('public.identity'))))
  order by 1`;

/** What of the data folder holds personal data, beside the database itself. */
export const personalFiles: readonly string[] = ['file.uploads', 'file.exports', 'file.journal'];

export interface Gaps {
  /** Personal columns and files that no place names: nobody would erase them. */
  uncovered: string[];
  /** What a place names and is not there, or not personal: a slip of the pen that would hide the first kind. */
  unknown: string[];
  /** Names that two places have: only one of them would be seen to be done. */
  twice: string[];
}

export function gapsIn(places: readonly Place[], columns: readonly string[]): Gaps {
  const personal = [...columns, ...personalFiles];
  const named = places.flatMap((place) => [...place.columns]);
  const names = places.map(({ name }) => name);
  return {
    uncovered: personal.filter((column) => !named.some((one) => covers(one, column))),
    unknown: named.filter((one) => !personal.some((column) => covers(one, column))),
    twice: names.filter((name, at) => names.indexOf(name) !== at),
  };
}

function covers(named: string, column: string): boolean {
  if (!named.endsWith('.*')) return named === column;
  return column.slice(0, column.lastIndexOf('.')) === named.slice(0, -2);
}

export function gapsInWords({ uncovered, unknown, twice }: Gaps): string[] {
  return [
    ...byTable(uncovered).map((what) => `${what} has no place: who erases it? (places.ts of its room)`),
    ...unknown.map((what) => `${what} is named by a place and is no personal column of the database`),
    ...twice.map((what) => `two places are called ${what}`),
  ];
}

function byTable(columns: readonly string[]): string[] {
  const tables = Map.groupBy(columns, (column) => column.slice(0, column.lastIndexOf('.')));
  return [...tables].map(
    ([table, own]) => `${table} (${own.map((one) => one.slice(table.length + 1)).join(', ')})`,
  );
}
