import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { tryLock } from '../src/platform/file-lock.ts';
import { stopServer } from '../src/platform/postgres/cluster.ts';

/** What every test worker is told: where this run keeps its server, and what its databases and roles are called. */
export interface TestRun {
  /** Folder of this run. */
  readonly place: string;
  /** In every name that this run makes on the server. */
  readonly name: string;
  /** A server that is there already (TEST_ADMIN_URL); null: the run's own, started when first asked for. */
  readonly adminUrl: string | null;
}

declare module 'vitest' {
  interface ProvidedContext {
    testRun: TestRun;
  }
}

const prefix = 'polder-test-';

/** A database of its own for every test file is thousands of small files: in memory they cost nothing. */
function roomyFolder(): string {
  const memory = '/dev/shm';
  if (!existsSync(memory)) return tmpdir();
  const { bavail, bsize } = statfsSync(memory);
  return bavail * bsize > 4 * 1024 ** 3 ? memory : tmpdir();
}

/** Starts nothing: the first test that asks for a database does. Takes away at the end whatever came. */
export default function setup(project: TestProject): () => Promise<void> {
  const place = mkdtempSync(path.join(roomyFolder(), prefix));
  const running = tryLock(lockOf(place), 'exclusive');
  const name = `t${randomBytes(4).toString('hex')}`;
  project.provide('testRun', { place, name, adminUrl: process.env.TEST_ADMIN_URL || null });
  return async () => {
    await clearServer(name);
    await removePlace(place);
    running?.release();
    await removeAbandoned();
  };
}

/** The file in which the worker that made the template leaves how to reach the server. */
export function serverFile(place: string): string {
  return path.join(place, 'server.json');
}

function lockOf(place: string): string {
  return `${place}.lock`;
}

/** A server that goes on keeps nothing of this run; the run's own server goes as a whole. */
async function clearServer(name: string): Promise<void> {
  const adminUrl = process.env.TEST_ADMIN_URL;
  if (!adminUrl) return;
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  const left = await admin.query<{ datname: string }>(
    'select datname from pg_database where datname like $1',
    [`${name}%`],
  );
  for (const { datname } of left.rows) await admin.query(`drop database "${datname}" with (force)`);
  for (const role of Object.values(rolesOf(name))) await admin.query(`drop role if exists ${role}`);
  await admin.end();
}

export function rolesOf(name: string): { owner: string; app: string } {
  return { owner: `${name}_owner`, app: `${name}_app` };
}

async function removePlace(place: string): Promise<void> {
  await stopServer(path.join(place, 'data', 'postgres'));
  rmSync(place, { recursive: true, force: true });
  rmSync(lockOf(place), { force: true });
}

/** What a run that was killed left behind: nobody holds its lock any more. */
async function removeAbandoned(): Promise<void> {
  const folder = roomyFolder();
  for (const entry of readdirSync(folder)) {
    const place = path.join(folder, entry);
    if (!entry.startsWith(prefix) || entry.endsWith('.lock') || !existsSync(lockOf(place))) continue;
    const free = tryLock(lockOf(place), 'exclusive');
    if (free) await removePlace(place);
    free?.release();
  }
}
