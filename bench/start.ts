import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Report, round, say } from './figure.ts';

const root = path.resolve(import.meta.dirname, '..');
const port = 4499;

/**
 * As a new user: clone, one command with an empty package cache, until the address answers; then stop and start
 * again; then the memory of one process on the example organisation.
 */
export async function bench(report: Report): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'polder-bench-'));
  const clone = path.join(folder, 'polder');
  try {
    const started = performance.now();
    const cloned = spawnSync('git', ['clone', '--quiet', root, clone], { stdio: 'inherit' });
    if (cloned.status !== 0) await cp(root, clone, { recursive: true });
    const first = await start(clone, folder);
    report({
      figure: 'cloneToListening',
      value: round((performance.now() - started) / 1000),
      unit: 's',
      budget: 60,
    });
    await stop(first);
    const again = performance.now();
    const second = await start(clone, folder);
    report({
      figure: 'secondStart',
      value: round((performance.now() - again) / 1000, 2),
      unit: 's',
      budget: 2,
    });
    await stop(second);
    // The first start makes the organisation; what stays in memory is that of every later one.
    await stop(await start(clone, folder, 'example'));
    const example = await start(clone, folder, 'example');
    for (let i = 0; i < 200; i++) await fetch(`http://127.0.0.1:${port}/sign-in`);
    report({
      figure: 'residentMegabytes',
      value: round(await residentOf(example), 0),
      unit: 'MB',
      budget: 400,
    });
    await stop(example);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

interface Running {
  child: ChildProcess;
}

/** `npm run <script>` in the clone, until its address answers. */
async function start(clone: string, folder: string, script = 'start'): Promise<Running> {
  const env = { ...process.env, PORT: String(port), npm_config_cache: path.join(folder, 'npm-cache') };
  const child = spawn('npm', ['run', '--silent', script], {
    cwd: clone,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const deadline = performance.now() + 300_000;
  while (performance.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).catch(() => undefined);
    if (answer && answer.status < 400) return { child };
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('no answer within five minutes');
}

/** Told to npm, as a service manager would; over when the address no longer answers. */
async function stop({ child }: Running): Promise<void> {
  child.kill('SIGTERM');
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    const answer = await fetch(`http://127.0.0.1:${port}/`, { redirect: 'manual' }).catch(() => undefined);
    if (!answer) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('still answering half a minute after it was told to stop');
}

/** The largest process below the command: the one that serves. */
async function residentOf({ child }: Running): Promise<number> {
  const pids = descendants(child.pid ?? 0);
  const sizes = await Promise.all(
    pids.map(async (pid) => {
      const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
      const isNode = /^Name:\s+(node|MainThread)/m.test(status);
      return isNode ? Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024 : 0;
    }),
  );
  if (sizes.length === 0) say('no process found to measure');
  return Math.max(0, ...sizes);
}

function descendants(pid: number): number[] {
  const listed = spawnSync('ps', ['-e', '-o', 'pid=,ppid='], { encoding: 'utf8' }).stdout;
  const pairs = listed
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const found = [pid];
  for (const parent of found) {
    for (const [child, of] of pairs) if (of === parent && child !== undefined) found.push(child);
  }
  return found;
}
