import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { findCommandLine, isRunning } from '../living-process.ts';

/** What PostgreSQL writes about itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
  /** Where its socket is; empty when it listens on the network's loopback alone. */
  readonly socketFolder: string;
  readonly ready: boolean;
}

/** The server that runs on this database folder now, or undefined. A left-over file of a dead one is no server. */
export function findPostmaster(database: string): Postmaster | undefined {
  const postmaster = readPidFile(database);
  return postmaster && isRunning(postmaster.pid) && isServerOf(postmaster.pid, database)
    ? postmaster
    : undefined;
}

/**
 * Removes `postmaster.pid` when its process is gone. PostgreSQL does so itself, except when the number was
 * given to another process meanwhile: then it would refuse to start for ever.
 */
export function clearStalePidFile(database: string): void {
  if (!findPostmaster(database)) rmSync(pidFile(database), { force: true });
}

function readPidFile(database: string): Postmaster | undefined {
  try {
    // pid, data folder, start time, port, socket folder, address, shared memory, state
    const lines = readFileSync(pidFile(database), 'utf8').split('\n');
    const pid = Number(lines[0]);
    const port = Number(lines[3]);
    const socketFolder = lines[4]?.trim() ?? '';
    return pid > 0 ? { pid, port, socketFolder, ready: lines[7]?.trim() === 'ready' && port > 0 } : undefined;
  } catch {
    return undefined;
  }
}

/** Where the command line cannot be seen the process gets the benefit of the doubt; connecting decides then. */
function isServerOf(pid: number, database: string): boolean {
  const line = findCommandLine(pid);
  return line === undefined || (line.includes('postgres') && line.includes(database));
}

function pidFile(database: string): string {
  return path.join(database, 'postmaster.pid');
}
