import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';

/** Where its packages are: a folder of their own, filled by `.ci/run` from what stands beside this file. */
const here = path.join(import.meta.dirname, '../../../.cache/counterparts/bluesky');

/** Its packages are installed, and it is asked for: not every run of the tests does. */
export const blueskyIsThere =
  Boolean(process.env.TEST_BLUESKY) && existsSync(path.join(here, 'node_modules/@atproto/dev-env'));
/** Debian's redis too, for the whole network. */
export const wholeBlueskyIsThere = blueskyIsThere && existsSync('/usr/bin/redis-server');

export interface BlueskyServer {
  /** Where accounts are, as `http://localhost:…`. */
  readonly url: string;
  /** The same, as `host:port`. */
  readonly host: string;
  /** An account with a name that ends in `.test`. */
  person(name: string): Promise<BlueskyPerson>;
  close(): Promise<void>;
}

export interface BlueskyPerson {
  readonly handle: string;
  readonly did: string;
  readonly appPassword: string;
  call(
    method: string,
    given: { input?: unknown; query?: Record<string, string> },
  ): Promise<Record<string, unknown>>;
  /** Posts; `answers`: uri and cid of what it answers, and of the first of its thread. */
  post(text: string, more?: Record<string, unknown>): Promise<{ uri: string; cid: string }>;
  remove(uri: string): Promise<void>;
}

/** A Bluesky of its own on loopback. `databaseUrl`: the whole network, with what notifies and searches. */
export async function startBluesky({ databaseUrl }: { databaseUrl?: string } = {}): Promise<BlueskyServer> {
  const folder = await mkdtemp(path.join(tmpdir(), 'polder-bluesky-'));
  const redis = databaseUrl ? await startRedis(folder) : undefined;
  const child = spawn(process.execPath, ['--import', './loopback.mjs', 'network.mjs'], {
    cwd: here,
    stdio: ['pipe', 'pipe', 'ignore'],
    env: {
      ...{ PATH: process.env.PATH, HOME: folder, TMPDIR: folder, LOG_ENABLED: 'false' },
      ...(databaseUrl && redis ? { DB_POSTGRES_URL: databaseUrl, REDIS_HOST: redis.host } : {}),
    },
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = await new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('{')) resolve((JSON.parse(line) as { pds: string }).pds);
    });
    child.once('exit', () => reject(new Error('the Bluesky network ended')));
  });
  return {
    url,
    host: new URL(url).host,
    person: (name) => personAt(url, name),
    close: async () => {
      child.stdin.end();
      await Promise.race([ended, wait(8000)]);
      if (child.exitCode === null) child.kill('SIGKILL');
      await redis?.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startRedis(folder: string): Promise<{ host: string; close(): Promise<void> }> {
  const port = await freePort();
  const given = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--dir', folder];
  const redis = spawn('/usr/bin/redis-server', given, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => redis.once('exit', () => resolve()));
  await wait(500);
  return {
    host: `127.0.0.1:${port}`,
    close: async () => {
      redis.kill('SIGTERM');
      await ended;
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function personAt(url: string, name: string): Promise<BlueskyPerson> {
  const ask = async (
    method: string,
    given: { input?: unknown; query?: Record<string, string>; token?: string },
  ) => {
    const address = new URL(`/xrpc/${method}`, url);
    for (const [key, value] of Object.entries(given.query ?? {})) address.searchParams.set(key, value);
    const response = await fetch(address, {
      ...(given.input ? { method: 'POST', body: JSON.stringify(given.input) } : {}),
      headers: {
        ...(given.input ? { 'content-type': 'application/json' } : {}),
        ...(given.token ? { authorization: `Bearer ${given.token}` } : {}),
      },
    });
    const said = await response.text();
    if (!response.ok) throw new Error(`${method} ${response.status} ${said}`);
    return (said === '' ? {} : JSON.parse(said)) as Record<string, unknown>;
  };
  const handle = `${name}.test`;
  const made = await ask('com.atproto.server.createAccount', {
    input: { handle, email: `${name}@klant.example`, password: 'dijken en dammen' },
  });
  const { did, accessJwt: token } = made as { did: string; accessJwt: string };
  const call = (method: string, given: { input?: unknown; query?: Record<string, string> }) =>
    ask(method, { ...given, token });
  const { password: appPassword } = await call('com.atproto.server.createAppPassword', {
    input: { name: 'polder' },
  });
  return {
    ...{ handle, did, appPassword: String(appPassword), call },
    post: async (text, more = {}) => {
      const record = { $type: 'app.bsky.feed.post', text, createdAt: new Date().toISOString(), ...more };
      const input = { repo: did, collection: 'app.bsky.feed.post', record };
      const { uri, cid } = await call('com.atproto.repo.createRecord', { input });
      return { uri: String(uri), cid: String(cid) };
    },
    remove: async (uri) => {
      const input = { repo: did, collection: 'app.bsky.feed.post', rkey: uri.split('/').at(-1) };
      await call('com.atproto.repo.deleteRecord', { input });
    },
  };
}
