import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Login } from '../../src/backoffice/tryton/session.ts';

const run = promisify(execFile);
const setup = path.join(import.meta.dirname, 'tryton_setup.py');
const modules = ['party', 'sale', 'sale_complaint', 'account_invoice', 'stock'];
const password = 'dijken en dammen';

/**
 * TEST_TRYTON is set and Debian's Tryton is on this machine: packages tryton-server, tryton-proteus,
 * tryton-modules-sale-complaint. It takes half a minute to fill one, so not every run of the tests does.
 */
export const trytonIsThere =
  Boolean(process.env.TEST_TRYTON) &&
  existsSync('/usr/bin/trytond-admin') &&
  existsSync('/usr/lib/python3/dist-packages/proteus');

export interface TrytonServer {
  login: Login;
  stop(): Promise<void>;
}

/** A Tryton of its own with one company and one product, on loopback and SQLite, thrown away when stopped. */
export async function startTryton(): Promise<TrytonServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'polder-tryton-'));
  const port = await freePort();
  const settings = path.join(folder, 'trytond.conf');
  await mkdir(path.join(folder, 'databases'));
  await writeFile(
    settings,
    `[database]\nuri = sqlite://\npath = ${folder}/databases\n[web]\nlisten = 127.0.0.1:${port}\n`,
  );
  await writeFile(path.join(folder, 'password'), `${password}\n`);
  await writeFile(path.join(folder, 'databases', 'shop.sqlite'), '');
  const env = { ...process.env, TRYTONPASSFILE: path.join(folder, 'password') };
  const first = [
    '-c',
    settings,
    '-d',
    'shop',
    '--activate-dependencies',
    '--email',
    'admin@waterkracht.example',
  ];
  await run('/usr/bin/trytond-admin', [...first, '-u', ...modules], { env });
  await run('/usr/bin/python3', [setup, settings, 'shop'], { env });
  const server = spawn('/usr/bin/trytond', ['-c', settings], { env, stdio: 'ignore' });
  const url = `http://127.0.0.1:${port}`;
  await answers(url, server);
  return {
    login: { url, database: 'shop', user: 'admin', password },
    stop: async () => {
      const gone = new Promise((resolve) => server.once('exit', resolve));
      if (server.exitCode === null && server.kill('SIGKILL')) await gone;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function answers(url: string, server: ChildProcess): Promise<void> {
  for (let turn = 0; turn < 600; turn += 1) {
    if (server.exitCode !== null) throw new Error(`trytond ended with ${server.exitCode}`);
    const found = await fetch(url).catch(() => undefined);
    if (found) return;
    await wait(100);
  }
  throw new Error('trytond does not answer');
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
