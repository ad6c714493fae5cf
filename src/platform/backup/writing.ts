import { createHash } from 'node:crypto';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { migrationLock } from '../migrating.ts';
import { Refusal } from '../refusal.ts';
import { migrationTable, quotedName, quotedTable } from './catalogue.ts';
import { type EventOrder, readEventOrder } from './event-order.ts';
import { endOfRows, type Footer, type Header } from './format.ts';
import { readHeading } from './heading.ts';
import { plainText, withOwner } from './session.ts';

export interface BackupOptions {
  /** Polder's own version. */
  version: string;
  /** Names of uploaded files that wait to be imported; named in the backup as left out. */
  uploads: readonly string[];
  /** Called now and then, with the rows written so far. */
  onProgress?(progress: { table: string; rows: number }): void;
}

export interface Written {
  /** ISO 8601. */
  madeAt: string;
  tables: number;
  rows: number;
  /** As written, packed. */
  bytes: number;
}

/** Packs fast: higher levels cost three times the time for a tenth less. */
const level = 3;

/**
 * Writes everything of the database to `out`, in constant memory, as it was at one moment, while others write.
 * The transaction only reads and so gets no number: nobody waits for it, events go on settling. Only migrating waits.
 * @throws Refusal `not-found.tables` when this database was never migrated
 */
export function writeBackup(ownerUrl: string, out: Writable, options: BackupOptions): Promise<Written> {
  return withOwner(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock_shared($1)', [migrationLock]);
    await requireMigrated(client);
    await client.query('begin isolation level repeatable read, read only');
    for (const setting of plainText) await client.query(setting);
    const header = await readHeading(client, options);
    const written = { madeAt: header.madeAt, tables: header.tables.length, rows: 0, bytes: 0 };
    const lines = contentOf(client, { header, order: await readEventOrder(client) }, (table, rows) => {
      written.rows += rows;
      options.onProgress?.({ table, rows: written.rows });
    });
    const counted = async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        written.bytes += chunk.length;
        yield chunk;
      }
    };
    await pipeline(lines, createGzip({ level }), counted, out);
    await client.query('commit');
    return written;
  });
}

async function requireMigrated(client: Client): Promise<void> {
  const found = await client.query<{ name: string | null }>('select to_regclass($1)::text as name', [
    migrationTable,
  ]);
  if (found.rows[0]?.name) return;
  const sentence = 'There is nothing to back up: no Polder has used this database yet.';
  throw new Refusal('not-found.tables', { sentence });
}

interface Plan {
  header: Header;
  order: EventOrder;
}

/** Header, tables and footer as bytes. `tell` hears of every piece how many rows it held. */
async function* contentOf(
  client: Client,
  { header, order }: Plan,
  tell: (table: string, rows: number) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  const hashed = (piece: string | Buffer) => {
    const bytes = Buffer.from(piece);
    hash.update(bytes);
    return bytes;
  };
  const footer: Footer = { rows: {}, sha256: '' };
  yield hashed(`${JSON.stringify(header)}\n`);
  for (const table of header.tables) {
    yield hashed(`${JSON.stringify({ table: table.name })}\n`);
    let rows = 0;
    for await (const chunk of client.query(copyTo(`copy (${selectOf(table, order)}) to stdout`))) {
      const more = countLines(chunk);
      rows += more;
      tell(table.name, more);
      yield hashed(chunk);
    }
    footer.rows[table.name] = rows;
    yield hashed(endOfRows);
  }
  footer.sha256 = hash.digest('hex');
  yield Buffer.from(`${JSON.stringify(footer)}\n`);
}

function selectOf({ name, columns }: Header['tables'][number], order: EventOrder): string {
  const replaced: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'public.event': { xid: order.ofEvent },
    'public.event_cursor': order.ofCursor,
  };
  const expressions = columns.map((column) => {
    const other = replaced[name]?.[column];
    return other ? `${other} as ${quotedName(column)}` : quotedName(column);
  });
  return `select ${expressions.join(', ')} from ${quotedTable(name)}`;
}

/** COPY writes a line end within a value as two other characters, so each byte 10 ends a row. */
export function countLines(bytes: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(10); at !== -1; at = bytes.indexOf(10, at + 1)) count += 1;
  return count;
}
