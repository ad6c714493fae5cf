import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, test } from 'vitest';
import { findCommandLine, hasEnded, isRunning } from './living-process.ts';

test('this process runs, and its command line can be seen', () => {
  expect(isRunning(process.pid)).toBe(true);
  expect(findCommandLine(process.pid)).toContain('node');
});

test('a process that ended does not run any more', async () => {
  const child = spawn(process.execPath, ['-e', '']);
  const pid = child.pid ?? 0;
  await once(child, 'exit');
  expect(isRunning(pid)).toBe(false);
  expect(await hasEnded(pid, 1_000)).toBe(true);
});

test('waiting for a process that goes on ends after the patience', async () => {
  expect(await hasEnded(process.pid, 30)).toBe(false);
});

test.skipIf(process.platform !== 'linux')('a zombie answers signals, but does not run', async () => {
  // the shell becomes a sleep that never collects its child
  const parent = spawn('sh', ['-c', 'sleep 0 & echo $!; exec sleep 20'], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [line] = await once(parent.stdout, 'data');
  const zombie = Number(String(line));
  expect(await hasEnded(zombie, 2_000)).toBe(true);
  expect(process.kill(zombie, 0)).toBe(true);
  parent.kill();
  await once(parent, 'exit');
});
