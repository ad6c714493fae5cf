import type { Client } from 'pg';
import { leftOut, migrationTable, readKeptTables, type Table } from './catalogue.ts';
import { formatVersion, type Header } from './format.ts';

/** Reads all that the first line of a backup says, in the transaction of the backup. */
export async function readHeading(
  client: Client,
  { version, uploads }: { version: string; uploads: readonly string[] },
): Promise<Header> {
  const tables = await readKeptTables(client);
  const about = await client.query<{ postgres: number; at: Date }>(
    "select current_setting('server_version_num')::int as postgres, now() as at",
  );
  const migrations = await client.query<{ name: string; checksum: string }>(
    'select name, checksum from public.migration order by name',
  );
  return {
    kind: 'polder-backup',
    format: formatVersion,
    madeAt: about.rows[0]?.at.toISOString() ?? '',
    polder: version,
    postgres: about.rows[0]?.postgres ?? 0,
    migrations: migrations.rows,
    partitions: await readPartitions(client),
    sequences: await readSequences(client, tables),
    tables: tables.map(({ name, columns }) => ({ name, columns: [...columns] })),
    leftOut: { tables: [migrationTable, ...leftOut, 'pgboss.*'], uploads: [...uploads] },
  };
}

async function readPartitions(client: Client): Promise<Header['partitions']> {
  const found = await client.query<{ from: Date | null; to: Date | null }>(`
    select min(bound[1]::timestamptz) as "from", max(bound[2]::timestamptz) as "to"
    from pg_class c, regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \\(''(\\d{4}-.+)''\\) TO \\(''(.+)''\\)') as bound
    where c.relispartition and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace`);
  const { from, to } = found.rows[0] ?? {};
  return from && to ? { from: from.toISOString(), to: to.toISOString() } : null;
}

/**
 * The last number given out rather than the highest in the table: the number of an erased person must not come
 * back, because decisions and ledger know people by number only.
 */
async function readSequences(client: Client, tables: readonly Table[]): Promise<Header['sequences']> {
  const names = tables.map(({ name }) => name);
  const found = await client.query<{ table: string; column: string; last: string | null }>(
    `
    select n.nspname || '.' || c.relname as "table", a.attname::text as "column",
      pg_sequence_last_value(s.oid)::text as last
    from pg_depend d
    join pg_class s on s.oid = d.objid and s.relkind = 'S' and d.classid = 'pg_class'::regclass
    join pg_class c on c.oid = d.refobjid and d.refclassid = 'pg_class'::regclass
    join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attnum = d.refobjsubid
    where d.deptype in ('a', 'i') and n.nspname || '.' || c.relname = any($1)
    order by 1, 2`,
    [names],
  );
  return found.rows.flatMap(({ table, column, last }) => (last === null ? [] : [{ table, column, last }]));
}
