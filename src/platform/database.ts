import { Kysely, type LogEvent, PostgresDialect, type Transaction } from 'kysely';
import pg from 'pg';
import type { DB } from './generated/database.ts';

export type Database = Kysely<DB> | Transaction<DB>;

export interface OpenDatabase {
  /** Built on `pool`; inside `transact` the context holds the transaction instead. */
  database: Kysely<DB>;
  pool: pg.Pool;
  url: string;
  close(): Promise<void>;
}

export interface DatabaseOptions {
  /** Most connections at once. */
  size?: number;
  /** Called for every statement; tests count with it. */
  onStatement?: (sql: string) => void;
}

/**
 * Opens a pool as the login in `url`. bigint columns come back as decimal strings, counts included:
 * a JavaScript number would lose digits.
 */
export function openDatabase(url: string, options: DatabaseOptions = {}): OpenDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.size ?? 20,
    application_name: 'polder',
    connectionTimeoutMillis: 10_000,
  });
  // A connection that dies while idle must not end the process; the next query opens another.
  pool.on('error', () => {});
  // One that dies while it is lent out fails its next query; unheard, its error would end the process as well.
  pool.on('connect', (client) => client.on('error', () => {}));
  const log = options.onStatement;
  const database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool }),
    ...(log ? { log: (event: LogEvent) => log(event.query.sql) } : {}),
  });
  return { database, pool, url, close: () => database.destroy() };
}
