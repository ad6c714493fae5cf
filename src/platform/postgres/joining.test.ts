import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { isRunning } from '../living-process.ts';
import { joinDatabase } from './joining.ts';

const quick = { settings: { fsync: 'off', shared_buffers: '16MB' } };
let place: string;

beforeAll(() => {
  place = mkdtempSync(path.join(tmpdir(), 'polder-joining-'));
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

test('of two users at once, only the last to leave stops the database', async () => {
  const [first, second] = await Promise.all([joinDatabase(place, quick), joinDatabase(place, quick)]);
  expect(first.cluster.pid).toBe(second.cluster.pid);
  await first.leave();
  expect(isRunning(second.cluster.pid)).toBe(true);
  await second.leave();
  expect(isRunning(second.cluster.pid)).toBe(false);
});

test('another process counts while it lives, and no longer once it was killed', async () => {
  const other = await joinElsewhere(place);
  const first = await joinDatabase(place, quick);
  expect(first.cluster.adopted).toBe(true);
  await first.leave();
  expect(isRunning(first.cluster.pid)).toBe(true);

  other.kill('SIGKILL');
  await once(other, 'exit');
  const second = await joinDatabase(place, quick);
  expect(second.cluster.pid).toBe(first.cluster.pid);
  await second.leave();
  expect(isRunning(first.cluster.pid)).toBe(false);
});

async function joinElsewhere(folder: string): Promise<ChildProcess> {
  const module = new URL('./joining.ts', import.meta.url).href;
  const code = `import { joinDatabase } from ${JSON.stringify(module)};
    const joined = await joinDatabase(${JSON.stringify(folder)}, ${JSON.stringify(quick)});
    console.log('joined'); setInterval(() => joined, 1000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}
