import { pipeline } from 'node:stream/promises';
import type { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { migrationLock } from '../migrating.ts';
import { Refusal } from '../refusal.ts';
import {
  migrationTable,
  quotedName,
  quotedTable,
  readKeptTables,
  readTables,
  type Table,
} from './catalogue.ts';
import { requireOldOrder } from './event-order.ts';
import { damaged, type Header } from './format.ts';
import { type Content, readBackup } from './reading.ts';
import { plainText } from './session.ts';

export interface LoadOptions {
  /** What the backup must still be: the sum in its footer when it was looked through. */
  sha256: string;
  /** Tables in which every opened installation has rows of its own; these make way. */
  founding: readonly string[];
  onProgress?(progress: { table: string; rows: number }): void;
}

/**
 * Puts all rows of a backup into the empty tables of the same migrations, in one transaction: all of it, or nothing.
 * @throws Refusal `conflict.restore-not-empty`, `conflict.restore-tables`, and those of `readBackup`
 */
export async function load(client: Client, file: string, options: LoadOptions): Promise<Content> {
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock($1)', [migrationLock]);
    const tables = await clear(client, options.founding);
    const content = await readBackup(file, {
      header: (header) => prepare(client, header, tables),
      rows: (table, rows) => copyIn(client, table, rows),
      ...(options.onProgress ? { progress: options.onProgress } : {}),
    });
    if (content.footer.sha256 !== options.sha256) throw damaged('it changed while it was read');
    for (const sequence of content.header.sequences) await continueAfter(client, sequence);
    await requireOldOrder(client);
    for (const table of tables.values()) if (table.forced) await force(client, table, 'force');
    await client.query('commit');
    return content;
  } catch (error) {
    await client.query('rollback').catch(() => {});
    throw error;
  }
}

/** Nobody gets in from here to the end; then it is certain that nothing of worth is thrown away. */
async function clear(client: Client, founding: readonly string[]): Promise<Map<string, Table>> {
  const all = (await readTables(client)).filter(({ name }) => name !== migrationTable);
  const names = all.map(({ name }) => quotedTable(name)).join(', ');
  await client.query(`lock table ${names} in access exclusive mode`);
  await requireEmpty(client, founding);
  await client.query(`truncate ${names}`);
  return new Map((await readKeptTables(client)).map((table) => [table.name, table]));
}

/** @throws Refusal `conflict.restore-not-empty` when any table but those of founding has a row */
export async function requireEmpty(client: Client, founding: readonly string[]): Promise<void> {
  const tables = (await readTables(client)).filter(
    ({ name }) => name !== migrationTable && !founding.includes(name),
  );
  if (tables.length === 0) return;
  const questions = tables.map(
    ({ name }, index) => `select ${index} as at where exists (select from ${quotedTable(name)})`,
  );
  const filled = await client.query<{ at: number }>(questions.join(' union all '));
  const [first] = filled.rows;
  if (!first) return;
  const table = tables[first.at]?.name ?? '';
  const sentence = `This Polder has data already (${table}). Nothing was changed. Restore into an empty place: give a new folder with --data, or an empty database of your own.`;
  throw new Refusal('conflict.restore-not-empty', { table, sentence });
}

/** What must be there before the first row: the same tables, and the months the rows fall in. */
async function prepare(client: Client, header: Header, tables: ReadonlyMap<string, Table>): Promise<void> {
  for (const { name, columns } of header.tables) {
    const here = tables.get(name)?.columns ?? [];
    if (columns.some((column) => !here.includes(column))) throw unknownTable(name);
  }
  // Before any setting of this session: months begin where the database says that midnight is, as in migrating.
  if (header.partitions) {
    const { from, to } = header.partitions;
    await client.query(
      `select make_partitions(first, 1 + (extract(year from gone) * 12 + extract(month from gone))::integer)
      from (select date_trunc('month', $1::timestamptz)::date as first,
        age(date_trunc('month', $2::timestamptz), date_trunc('month', $1::timestamptz)) as gone) as months`,
      [from, to],
    );
  }
  for (const setting of plainText) await client.query(setting);
  for (const table of tables.values()) if (table.forced) await force(client, table, 'no force');
}

function unknownTable(table: string): Refusal {
  const sentence = `The backup has rows of ${table}, which this Polder does not make in the same way. Nothing was changed. Was it a table of your own? Then make it first, empty.`;
  return new Refusal('conflict.restore-tables', { table, sentence });
}

/** PostgreSQL takes no COPY where row-level security holds; in this transaction nobody else can look. */
async function force(client: Client, table: Table, how: 'force' | 'no force'): Promise<void> {
  await client.query(`alter table ${quotedTable(table.name)} ${how} row level security`);
}

async function copyIn(
  client: Client,
  { name, columns }: Header['tables'][number],
  rows: AsyncIterable<Buffer>,
): Promise<void> {
  const into = `${quotedTable(name)} (${columns.map(quotedName).join(', ')})`;
  await pipeline(rows, client.query(copyFrom(`copy ${into} from stdin`)));
}

/** The next number is above all that were ever given out. */
async function continueAfter(client: Client, sequence: Header['sequences'][number]): Promise<void> {
  const table = quotedTable(sequence.table);
  const column = quotedName(sequence.column);
  const found = await client.query<{ next: string }>(
    `select greatest($1::bigint, (select max(${column}) from ${table})) + 1 as next`,
    [sequence.last],
  );
  const next = BigInt(found.rows[0]?.next ?? 1);
  await client.query(`alter table ${table} alter column ${column} restart with ${next}`);
}
