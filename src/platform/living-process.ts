import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Does process `pid` still run? A process that ended but was never collected by its parent (a zombie; usual in
 * containers without an init) answers signals, yet it no longer runs.
 */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return stateOf(pid) !== 'Z';
}

/** The command line of a running process, words joined by spaces; undefined when it cannot be seen. */
export function findCommandLine(pid: number): string | undefined {
  try {
    if (process.platform === 'linux')
      return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
    if (process.platform === 'win32') return undefined;
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).trim();
  } catch {
    return undefined;
  }
}

/** Waits until process `pid` has ended; false when it still runs after `patience` milliseconds. */
export async function hasEnded(pid: number, patience: number): Promise<boolean> {
  const end = performance.now() + patience;
  while (isRunning(pid)) {
    if (performance.now() > end) return false;
    await wait(10);
  }
  return true;
}

function stateOf(pid: number): string | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    // the name between brackets may itself hold brackets and spaces; the state follows the last bracket
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
  } catch {
    return undefined;
  }
}
