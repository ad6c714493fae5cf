import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type Account, runAs } from './account.ts';
import { type Binaries, program } from './binaries.ts';
import { plainEnvironment } from './initialising.ts';
import { clearStalePidFile, findPostmaster, type Postmaster } from './postmaster.ts';

/** PostgreSQL settings by name, as in postgresql.conf. */
export type Settings = Readonly<Record<string, string>>;

const usual: Settings = {
  listen_addresses: '127.0.0.1',
  shared_buffers: '256MB',
  max_wal_size: '2GB',
  max_connections: '100',
  random_page_cost: '1.1',
  // compiling pays for reports of seconds, and costs 100 ms on an inbox query that the planner overrates
  jit: 'off',
  log_line_prefix: '%m [%p] ',
  log_timezone: 'UTC',
  timezone: 'UTC',
  cluster_name: 'polder',
};

const attempts = 8;
const patience = 120_000;
const largestLog = 10_000_000;

export interface Place {
  readonly database: string;
  readonly log: string;
}

/** Starts the server on a free port and waits until it accepts connections. Recovery after a crash may take long. */
export async function startServer(
  account: Account,
  binaries: Binaries,
  place: Place & { settings?: Settings },
) {
  for (let attempt = 1; ; attempt += 1) {
    clearStalePidFile(place.database);
    const settings = {
      ...usual,
      unix_socket_directories: socketFolder(place.database),
      port: String(await freePort()),
      ...place.settings,
    };
    const logFrom = turnLog(place.log);
    const child = launch(account, program(binaries, 'postgres'), { ...place, settings });
    const result = await untilReady(child, place.database, () => lastWords(place.log, logFrom));
    if (typeof result !== 'string') return result;
    if (attempt === attempts || !mayPass(result)) throw new Error(`PostgreSQL did not start:\n${result}`);
    await wait(50 * 2 ** attempt);
  }
}

/** The longest name of a socket that all systems take, in bytes. */
const longestSocket = 103;

/**
 * The database folder itself, which nobody else may enter; empty for none, where there are no such sockets, or where
 * the folder's name is too long or would be taken for two.
 */
function socketFolder(database: string): string {
  const name = path.join(database, '.s.PGSQL.65535');
  const fits = Buffer.byteLength(name) <= longestSocket && !/[",\n]/.test(name);
  return fits && process.platform !== 'win32' ? database : '';
}

/** A port taken in between, or workers of a killed server that have not noticed yet: both pass. */
function mayPass(talk: string): boolean {
  return /could not bind|Address already in use|pre-existing shared memory|is another postmaster/i.test(talk);
}

/** In a session of its own: Ctrl-C in the terminal must reach Node first, which stops the server in order. */
function launch(account: Account, postgres: string, place: Place & { settings: Settings }): ChildProcess {
  const words = Object.entries(place.settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const { command, args, options } = runAs(account, postgres, ['-D', place.database, ...words]);
  const log = openSync(place.log, 'a', 0o600);
  const child = spawn(command, args, {
    ...options,
    cwd: '/',
    env: plainEnvironment(),
    detached: true,
    windowsHide: true,
    stdio: ['ignore', log, log],
  });
  closeSync(log);
  child.unref();
  return child;
}

/** The running server, or its last words when it ended instead. */
async function untilReady(
  child: ChildProcess,
  database: string,
  words: () => string,
): Promise<Postmaster | string> {
  const ended = new AbortController();
  const { signal } = ended;
  child.once('error', (error) => ended.abort(error.message));
  child.once('exit', (code, by) => ended.abort(`ended with ${code ?? by}`));
  const end = performance.now() + patience;
  while (!signal.aborted && performance.now() < end) {
    const postmaster = findPostmaster(database);
    if (postmaster?.ready) return postmaster;
    await wait(5);
  }
  return `${signal.reason ?? `not ready after ${patience / 1000} s`}\n${words()}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** Puts a log that grew large aside; gives the byte from which the next words will stand. */
function turnLog(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size <= largestLog) return size;
  renameSync(log, `${log}.1`);
  return 0;
}

function lastWords(log: string, from: number): string {
  return readFileSync(log).subarray(from).toString().slice(-2000).trim();
}
