import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { findHolder, openDataFolder } from '../platform/data-folder.ts';
import { databaseFolder } from '../platform/postgres/cluster.ts';
import { findPostmaster } from '../platform/postgres/postmaster.ts';
import { run } from './stop.ts';

let place: string;
const said: string[] = [];

beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'polder-stop-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));
beforeEach(() => {
  said.length = 0;
  vi.spyOn(process.stderr, 'write').mockImplementation((sentence) => said.push(String(sentence)) > 0);
});
afterEach(async () => {
  await run(['--data', place]);
  vi.restoreAllMocks();
});

test('a folder that Polder never used is left as it is', async () => {
  expect(await run(['--data', place])).toBe(0);
  expect(said.join('')).toContain('Nothing runs');
  expect(readdirSync(place)).toEqual([]);
});

test('an unknown option is refused with how to call it', async () => {
  await expect(run(['--dta', place])).rejects.toMatchObject({ code: 'usage' });
});

test('the web process is stopped in order, and the database with it', async () => {
  const start = await startElsewhere();
  const exit = once(start, 'exit');
  expect(await run(['--data', place])).toBe(0);
  expect(await exit).toEqual([0, null]);
  expect(said.join('')).toContain(`Polder has stopped (process ${start.pid}, http://127.0.0.1:4400).`);
  expect(running()).toEqual({ start: undefined, database: undefined });
});

test('the database that a killed start left behind is stopped', async () => {
  const start = await startElsewhere();
  start.kill('SIGKILL');
  await once(start, 'exit');
  expect(running().database).toBeDefined();
  expect(await run(['--data', place])).toBe(0);
  expect(said.join('')).toBe('The database has stopped.\n');
  expect(running().database).toBeUndefined();
  expect(await run(['--data', place])).toBe(0);
  expect(said.join('')).toContain('Nothing runs on');
});

function running() {
  const folder = openDataFolder(place);
  return { start: findHolder(folder, 'start'), database: findPostmaster(databaseFolder(folder)) };
}

/** Does with the data folder what `polder start` does, without the rest. */
async function startElsewhere(): Promise<ChildProcess> {
  const at = (file: string) => JSON.stringify(new URL(`../platform/${file}`, import.meta.url).href);
  const code = `
    import { hold, openDataFolder } from ${at('data-folder.ts')};
    import { joinDatabase } from ${at('postgres/joining.ts')};
    const held = hold(openDataFolder(${JSON.stringify(place)}), 'start');
    const joined = await joinDatabase(${JSON.stringify(place)}, { settings: { fsync: 'off', shared_buffers: '16MB' } });
    held.announce('http://127.0.0.1:4400');
    process.on('SIGTERM', async () => { await joined.leave(); held.release(); process.exit(0); });
    console.log('started'); setInterval(() => {}, 1000);`;
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: [...stdio] });
  await once(child.stdout as NodeJS.ReadableStream, 'data');
  return child;
}
