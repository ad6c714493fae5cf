import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { inject } from 'vitest';
import { foundHeads } from '../src/listening/heads/founding.ts';
import { migrationFolder } from '../src/opening.ts';
import { found } from '../src/organisation/founding.ts';
import { grantFirst } from '../src/pilots/granting.ts';
import { type TurnedClock, turnedClock } from '../src/platform/clock.ts';
import { type Context, makeContext, transact } from '../src/platform/context.ts';
import { openDatabase } from '../src/platform/database.ts';
import { lock } from '../src/platform/file-lock.ts';
import { migrate } from '../src/platform/migrating.ts';
import { openCluster } from '../src/platform/postgres/cluster.ts';
import { databaseStatements, ensureRoles, type RoleNames } from '../src/platform/postgres/roles.ts';
import { publishFirst } from '../src/privacy/contract.ts';
import { nowReactions } from '../src/reactions.ts';
import { queues } from '../src/schedule.ts';
import { rolesOf, serverFile, type TestRun } from './database-server.ts';

export interface TestDatabase {
  /** Acts as the system, by the turned clock, with the reactions of `reactions.ts` that run at once. */
  context: Context;
  /** The weak login. */
  appUrl: string;
  ownerUrl: string;
  /** What `context` ran since this was last asked; BEGIN, COMMIT and set_config are not counted. */
  statements(): string[];
  turn: TurnedClock;
  close(): Promise<void>;
}

export interface TestDatabaseOptions {
  /** Where the clock stands; 2026-11-24T10:00:00Z when absent. Partitions: October 2026 to December 2027. */
  at?: string;
  /** Most connections of `context` at once; 12 when absent. */
  size?: number;
  /** `false`: tables only, without organisation, contract and first grants. */
  founded?: boolean;
}

/** The server of this run: who may do what on it, and the migrated database that others are copied from. */
interface TestServer {
  adminUrl: string;
  names: RoleNames;
  passwords: { owner: string; app: string };
}

/** A migrated database of its own, as a fresh installation has it. A copy of a template: some 100 ms. */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const server = await getServer();
  const name = `${server.names.database}_${randomBytes(4).toString('hex')}`;
  await copyTemplate(server, name);
  const urls = urlsOf(server, name);
  const ran: string[] = [];
  const open = openDatabase(urls.appUrl, { size: options.size ?? 12, onStatement: (sql) => ran.push(sql) });
  const turn = turnedClock(options.at ?? '2026-11-24T10:00:00Z');
  const actor = { kind: 'system', name: 'polder' } as const;
  const context = makeContext({ database: open.database, actor, clock: turn, now: nowReactions });
  if (options.founded !== false) await foundLikeOpening(context);
  ran.length = 0;
  return {
    context,
    ...urls,
    turn,
    statements: () => ran.splice(0).filter(isCounted),
    close: async () => {
      await open.close();
      await withAdmin(server.adminUrl, (admin) => admin.query(`drop database ${name} with (force)`));
    },
  };
}

/** An empty database with the two logins of this run: no table of Polder's, for tests that migrate themselves. */
export async function emptyDatabase(): Promise<{
  appUrl: string;
  ownerUrl: string;
  adminUrl: string;
  app: string;
  close(): Promise<void>;
}> {
  const server = await getServer();
  const name = `${server.names.database}_${randomBytes(4).toString('hex')}`;
  await makeDatabase(server, name);
  return {
    ...urlsOf(server, name),
    app: server.names.app,
    close: async () => {
      await withAdmin(server.adminUrl, (admin) => admin.query(`drop database ${name} with (force)`));
    },
  };
}

/** The administrator of the server, in the database of `url`: for what neither of Polder's logins may do. */
export async function adminUrlOf(url: string): Promise<string> {
  return inDatabase((await getServer()).adminUrl, new URL(url).pathname.slice(1));
}

export async function withAdmin<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function foundLikeOpening(context: Context): Promise<void> {
  await transact(context, null, async (ctx) => {
    await found(ctx);
    await publishFirst(ctx);
    await grantFirst(ctx);
    await foundHeads(ctx);
  });
}

function isCounted(sql: string): boolean {
  // A wake-up comes after the commit, when it comes: it belongs to no page.
  return !/^\s*(begin|commit|rollback|start transaction|select pg_notify)\b|set_config\(/i.test(sql);
}

/** The first worker to ask makes server and template; others wait for it. */
async function getServer(): Promise<TestServer> {
  const run = inject('testRun');
  const file = serverFile(run.place);
  if (!existsSync(file)) {
    const making = await lock(path.join(run.place, 'making.lock'), 'exclusive', 110_000);
    try {
      if (!existsSync(file)) writeFileSync(file, JSON.stringify(await makeServer(run)));
    } finally {
      making.release();
    }
  }
  return JSON.parse(readFileSync(file, 'utf8')) as TestServer;
}

const settings = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  shared_buffers: '96MB',
  min_wal_size: '32MB',
  max_wal_size: '256MB',
  autovacuum: 'off',
};

async function makeServer(run: TestRun): Promise<TestServer> {
  const adminUrl = run.adminUrl ?? (await openCluster(path.join(run.place, 'data'), { settings })).adminUrl;
  const secret = () => randomBytes(12).toString('hex');
  const server: TestServer = {
    adminUrl,
    names: { database: run.name, ...rolesOf(run.name) },
    passwords: { owner: secret(), app: secret() },
  };
  await withAdmin(adminUrl, (admin) => ensureRoles(admin, server.names, server.passwords));
  const { ownerUrl, adminUrl: inside } = urlsOf(server, run.name);
  await prepare(inside);
  await migrate(ownerUrl, { folder: migrationFolder, app: server.names.app, queues });
  await withAdmin(ownerUrl, (owner) => owner.query("select make_partitions('2026-10-01', 15)"));
  await withAdmin(inside, (admin) => admin.query('vacuum (freeze, analyze)'));
  return server;
}

async function prepare(insideUrl: string): Promise<void> {
  await withAdmin(insideUrl, async (admin) => {
    for (const statement of databaseStatements()) await admin.query(statement);
  });
}

async function makeDatabase(server: TestServer, name: string): Promise<void> {
  await withAdmin(server.adminUrl, async (admin) => {
    await admin.query(
      `create database ${name} owner ${server.names.owner} template template0 encoding 'UTF8'`,
    );
    await grantConnect(admin, server, name);
  });
  await prepare(urlsOf(server, name).adminUrl);
}

async function copyTemplate(server: TestServer, name: string): Promise<void> {
  await withAdmin(server.adminUrl, async (admin) => {
    const copy = `create database ${name} owner ${server.names.owner} template ${server.names.database} strategy file_copy`;
    for (let tries = 1; ; tries += 1) {
      try {
        await admin.query(copy);
        break;
      } catch (error) {
        // somebody's last connection to the template has not gone yet
        if ((error as { code?: string }).code !== '55006' || tries > 100) throw error;
        await wait(50);
      }
    }
    await grantConnect(admin, server, name);
  });
}

/** Rights on a database are not copied with it. */
async function grantConnect(admin: pg.Client, server: TestServer, name: string): Promise<void> {
  await admin.query(`revoke all on database ${name} from public`);
  await admin.query(`grant connect on database ${name} to ${server.names.app}`);
}

function urlsOf(server: TestServer, name: string): { appUrl: string; ownerUrl: string; adminUrl: string } {
  const as = (role: string, password: string) => {
    const url = new URL(inDatabase(server.adminUrl, name));
    url.username = role;
    url.password = password;
    return url.href;
  };
  return {
    appUrl: as(server.names.app, server.passwords.app),
    ownerUrl: as(server.names.owner, server.passwords.owner),
    adminUrl: inDatabase(server.adminUrl, name),
  };
}

function inDatabase(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}
