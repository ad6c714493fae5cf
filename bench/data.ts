import { existsSync } from 'node:fs';
import path from 'node:path';
import { say } from './figure.ts';

/** A file of real messages, from BENCH_DATA or the folder beside the checkout; undefined, with a word, when absent. */
export function findData(name: string): string | undefined {
  const folder = process.env.BENCH_DATA ?? path.resolve(import.meta.dirname, '../../shared/data');
  const file = path.join(folder, name);
  if (existsSync(file)) return file;
  say(`${name} is not there; set BENCH_DATA to the folder that holds it.`);
  return undefined;
}
