import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { type DataFolder, openDataFolder } from '../data-folder.ts';
import { lock } from '../file-lock.ts';
import { hasEnded } from '../living-process.ts';
import { Refusal } from '../refusal.ts';
import { chooseAccount } from './account.ts';
import { type Binaries, getBinaries } from './binaries.ts';
import { adminRole, initialise, isInitialised, throwAwayDrafts } from './initialising.ts';
import { findPostmaster, type Postmaster } from './postmaster.ts';
import { databaseStatements, embeddedRoles, ensureRoles } from './roles.ts';
import { type Settings, startServer } from './starting.ts';

/** A running embedded PostgreSQL. The three URLs hold passwords: never log them. */
export interface Cluster {
  /** Owner of database `polder`: migrations only. */
  readonly ownerUrl: string;
  /** The weak login everything else uses. */
  readonly appUrl: string;
  /** Superuser, database `postgres`: for tests and repair. */
  readonly adminUrl: string;
  readonly port: number;
  readonly pid: number;
  /** It ran already, left by a process that died. */
  readonly adopted: boolean;
  /** This call started it. */
  readonly started: boolean;
  /** Stops it for everybody, whoever uses it; see `joinDatabase` for counted use. */
  stop(): Promise<void>;
}

export interface ClusterOptions {
  /** Settings over the usual ones, such as `{ fsync: 'off' }` in tests; without effect on a running server. */
  readonly settings?: Settings;
  /** Another PostgreSQL than `getBinaries` would choose. */
  readonly binaries?: Binaries;
}

/** Raised when roles, grants or extensions change, so that existing clusters are brought up to date. */
const preparedVersion = '1';

const patience = 120_000;

/** Makes, starts or adopts the embedded database of a data folder. Two calls at once give the same server. */
export async function openCluster(folder: string, options: ClusterOptions = {}): Promise<Cluster> {
  const dataFolder = openDataFolder(folder);
  const opening = await lockOpening(dataFolder);
  try {
    return await openLocked(dataFolder, options);
  } finally {
    opening.release();
  }
}

/** Only one process at a time makes, starts, adopts or stops the server of a data folder. */
export function lockOpening(folder: DataFolder) {
  return lock(path.join(folder.path, 'postgres.lock'), 'exclusive', 180_000);
}

/** `openCluster` for a caller that holds `lockOpening`. */
export async function openLocked(folder: DataFolder, options: ClusterOptions = {}): Promise<Cluster> {
  const database = databaseFolder(folder);
  const running = await findReady(database);
  const postmaster = running ?? (await start(folder, options));
  const cluster = describe(folder, postmaster, running !== undefined);
  try {
    await confirm(cluster, database);
    await prepare(folder, cluster);
  } catch (error) {
    if (cluster.started) await cluster.stop();
    throw error;
  }
  return cluster;
}

/** Where PostgreSQL keeps its files within a data folder. */
export function databaseFolder(folder: DataFolder): string {
  return path.join(folder.path, 'postgres');
}

/** Has this data folder an embedded database, running or not? */
export function hasCluster(folder: DataFolder): boolean {
  return isInitialised(databaseFolder(folder));
}

/** Stops the server of a database folder, if one runs. Says whether it did. */
export async function stopServer(database: string): Promise<boolean> {
  const postmaster = findPostmaster(database);
  if (!postmaster) return false;
  process.kill(postmaster.pid, 'SIGINT');
  if (await hasEnded(postmaster.pid, 60_000)) return true;
  // a session that will not let go; the write-ahead log makes this safe, the next start recovers
  process.kill(postmaster.pid, 'SIGQUIT');
  await hasEnded(postmaster.pid, 10_000);
  return true;
}

/** A server that is starting or recovering is waited for; one that is shutting down too, and then started anew. */
async function findReady(database: string): Promise<Postmaster | undefined> {
  for (const end = performance.now() + patience; performance.now() < end; await wait(10)) {
    const postmaster = findPostmaster(database);
    if (!postmaster || postmaster.ready) return postmaster;
  }
  throw new Error(`The PostgreSQL that runs on ${database} did not become ready in ${patience / 1000} s.`);
}

async function start(folder: DataFolder, options: ClusterOptions): Promise<Postmaster> {
  const database = databaseFolder(folder);
  throwAwayDrafts(database);
  const made = isInitialised(database);
  const major = made ? Number(readFileSync(path.join(database, 'PG_VERSION'), 'utf8')) : undefined;
  const binaries = options.binaries ?? getBinaries(major);
  const account = chooseAccount(binaries, database);
  const durable = options.settings?.fsync !== 'off';
  if (!made)
    await initialise(account, binaries, { database, password: folder.secrets.databaseAdmin, durable });
  const log = path.join(folder.path, 'postgres.log');
  return startServer(account, binaries, { database, log, settings: options.settings ?? {} });
}

function describe(folder: DataFolder, postmaster: Postmaster, adopted: boolean): Cluster {
  const { secrets } = folder;
  // A socket costs half of what loopback does, for both sides and for each statement.
  const socket = postmaster.socketFolder && `?host=${encodeURIComponent(postmaster.socketFolder)}`;
  const url = (role: string, password: string, database: string) =>
    `postgres://${role}:${password}@127.0.0.1:${postmaster.port}/${database}${socket}`;
  return {
    ownerUrl: url(embeddedRoles.owner, secrets.databaseOwner, embeddedRoles.database),
    appUrl: url(embeddedRoles.app, secrets.databaseApp, embeddedRoles.database),
    adminUrl: url(adminRole, secrets.databaseAdmin, 'postgres'),
    port: postmaster.port,
    pid: postmaster.pid,
    adopted,
    started: !adopted,
    stop: async () => {
      await stopServer(databaseFolder(folder));
    },
  };
}

/** The proof that it is ours: it takes our password and serves our folder. */
async function confirm(cluster: Cluster, database: string): Promise<void> {
  try {
    const served = await withClient(cluster.adminUrl, (client) => client.query('SHOW data_directory'));
    const found: string = served.rows[0].data_directory;
    if (path.resolve(found) === path.resolve(database)) return;
    throw new Error(`The server on port ${cluster.port} serves ${found}, not ${database}.`);
  } catch (error) {
    if ((error as { code?: string }).code !== '28P01') throw error;
    const sentence = `The database in ${database} does not take the password in secrets.json. Put back the secrets.json that belongs to it.`;
    throw new Refusal('invalid.database-password', { folder: database, sentence });
  }
}

/** Roles, database and extensions; the mark is written last, so a half-finished first start is done again. */
async function prepare(folder: DataFolder, cluster: Cluster): Promise<void> {
  const passwords = { owner: folder.secrets.databaseOwner, app: folder.secrets.databaseApp };
  const mark = path.join(databaseFolder(folder), 'polder-prepared');
  const wanted = createHash('sha256')
    .update(JSON.stringify([preparedVersion, passwords]))
    .digest('hex');
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return;
  await withClient(cluster.adminUrl, async (admin) => {
    await ensureRoles(admin, embeddedRoles, passwords);
    await admin.query('REVOKE ALL ON DATABASE postgres, template1 FROM PUBLIC');
  });
  const inside = new URL(cluster.adminUrl);
  inside.pathname = embeddedRoles.database;
  await withClient(inside.href, async (client) => {
    for (const statement of databaseStatements()) await client.query(statement);
  });
  writeFileSync(mark, wanted, { mode: 0o600, flush: true });
}

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
