import {
  Kysely,
  type LogEvent,
  PostgresDialect,
  type PostgresPool,
  type PostgresPoolClient,
  type Transaction,
} from 'kysely';
import pg from 'pg';
import { declaring, declaringOften } from './declaring.ts';
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
  /**
   * For short acts that run the same few statements all day: each is parsed and planned once per connection, which
   * halves what the database has to do for them. Such plans are made without regard to the values and must not go
   * by how small a table was that minute, so they go by index only. Not for reports and imports.
   */
  prepared?: boolean;
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
    ...(options.prepared ? { options: '-c plan_cache_mode=force_generic_plan -c enable_seqscan=off' } : {}),
  });
  // A connection that dies while idle must not end the process; the next query opens another.
  pool.on('error', () => {});
  // One that dies while it is lent out fails its next query; unheard, its error would end the process as well.
  pool.on('connect', (client) => client.on('error', () => {}));
  const log = options.onStatement;
  const database = new Kysely<DB>({
    dialect: new PostgresDialect({ pool: preparing(pool, { always: options.prepared ?? false }) }),
    ...(log ? { log: (event: LogEvent) => log(event.query.sql) } : {}),
  });
  return { database, pool, url, close: () => database.destroy() };
}

/** More different statements than this are no few: the rest goes unprepared, or connections would grow. */
const mostPrepared = 200;

/** What reads or writes, unlike BEGIN and COMMIT. */
const works = /^\s*(select|insert|update|delete|with)\b/;

const ends = /^(commit|rollback)$/;
const nothing = { command: '', rowCount: 0, rows: [] };

/**
 * The pool, with a name for statements that are asked often: what the driver has named it prepares once per connection.
 * Those are all statements, or those of a transaction that says so. A transaction begins with its first statement, and
 * with the purpose it declares in one message: each message to the server and back costs as much as a small statement
 * itself.
 */
function preparing(pool: pg.Pool, { always }: { always: boolean }): PostgresPool {
  const names = new Map<string, string>();
  const nameOf = (text: string) => {
    const known = names.get(text);
    if (known !== undefined || names.size >= mostPrepared) return known;
    const name = `polder_${names.size}`;
    names.set(text, name);
    return name;
  };
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => {
      const client = await pool.connect();
      let begun = false;
      let often = always;
      // The other form, with a cursor, is for streaming: what streams is no short act.
      const query = async (text: string, values: readonly unknown[] = []) => {
        if (text === 'begin') {
          begun = true;
          often = always;
          return nothing;
        }
        const begins = begun;
        begun = false;
        if (ends.test(text)) often = always;
        // Nothing happened in it: there is nothing to end either.
        if (begins && ends.test(text)) return nothing;
        const [value] = values;
        if (begins && typeof value === 'string' && (text === declaring || text === declaringOften)) {
          often = always || text === declaringOften;
          return client.query(`begin; ${text.replace('$1', () => client.escapeLiteral(value))}`);
        }
        if (begins) await client.query('begin');
        const name = often && works.test(text) ? nameOf(text) : undefined;
        return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
      };
      return {
        query,
        release: (error?: boolean | Error) => client.release(error),
      } as unknown as PostgresPoolClient;
    },
  };
}
