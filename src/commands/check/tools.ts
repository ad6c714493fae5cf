import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Outcome, Part } from './steps.ts';

export const root: string = join(import.meta.dirname, '..', '..', '..');

interface Manifest {
  readonly bin?: string | Readonly<Record<string, string>>;
}

/** A command line tool of a package, run by this very Node: names in `.bin` are no programs on Windows. */
export function tool(name: string, ...args: readonly string[]): Part {
  return () => runNode([startFile(name), ...args]);
}

/** A check of our own that wants a process to itself. */
export function script(file: string, ...args: readonly string[]): Part {
  return () => runNode([join(import.meta.dirname, file), ...args]);
}

export function startFile(name: string): string {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const file = typeof bin === 'string' ? bin : Object.values(bin ?? {})[0];
  if (file === undefined) throw new Error(`${name} has no command`);
  return join(folder, file);
}

export function runNode(args: readonly string[]): Promise<Outcome> {
  const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined };
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const heard: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => heard.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => heard.push(chunk));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (status) =>
      resolve({ ok: status === 0, output: Buffer.concat(heard).toString('utf8') }),
    );
  });
}
