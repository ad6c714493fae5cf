import { createHmac, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { sql } from 'kysely';
import { makeApp } from '../src/app.ts';
import type { Live } from '../src/live.ts';
import { asDate } from '../src/platform/clock.ts';
import type { PageHandler } from '../src/platform/http/pages.ts';
import { silentLog } from '../src/platform/log.ts';
import { createLogin, openSigning } from '../src/platform/session.ts';
import { buildFolder, builtPages } from '../src/server.ts';
import type { TestDatabase } from './database.ts';
import type { Person } from './people.ts';

const origin = 'http://localhost';
const secret = 'only for tests';

/** The pages as one colleague sees them. Redirects are not followed. */
export interface Visitor {
  get(path: string): Promise<Response>;
  /** Posts a form, as a browser without script does. */
  post(path: string, fields: Readonly<Record<string, string>>): Promise<Response>;
}

export interface TestPages {
  /** Somebody who is signed in. */
  visitor(person: Person): Promise<Visitor>;
  /** Whoever passes by. */
  nobody: Visitor;
  /** Any request at all, with whatever headers it has; `from`: the internet address at the other end. */
  ask(path: string, init?: RequestInit, from?: string): Promise<Response>;
  /** What the app answers by itself, as `METHOD /path`; the pages are one of them. */
  doors: readonly string[];
  close(): Promise<void>;
}

/** The whole app over the built web bundle, in this process: no port, no browser. */
export async function testPages(database: TestDatabase): Promise<TestPages> {
  const signing = openSigning({ databaseUrl: database.appUrl, secret, baseUrl: origin });
  const app = makeApp({
    context: database.context,
    apiContext: database.context,
    pages: await pagesBuilt(),
    signing,
    live: silentLive,
    talkLive: { stream: () => new Response(null, { status: 204 }), close: async () => {} },
    log: silentLog,
    sessionSecret: secret,
    dataFolder: tmpdir(),
    clientFolder: null,
    secure: false,
  });
  const visit = (cookie: string): Visitor => {
    const headers = { cookie: `polder_locale=nl; ${cookie}`, 'sec-fetch-site': 'same-origin' };
    const ask = async (where: string, init: RequestInit) => app.fetch(new Request(origin + where, init));
    return {
      get: (where) => ask(where, { headers }),
      post: (where, fields) => ask(where, { method: 'POST', headers, body: new URLSearchParams(fields) }),
    };
  };
  return {
    visitor: async (person) => visit(await sessionCookie(database, person)),
    nobody: visit(''),
    ask: async (where, init, from) =>
      app.fetch(
        new Request(origin + where, init),
        from ? { incoming: { socket: { remoteAddress: from } } } : {},
      ),
    doors: [...new Set(app.routes.map(({ method, path }) => `${method} ${path}`))],
    close: () => signing.close(),
  };
}

function pagesBuilt(): Promise<PageHandler> {
  if (!existsSync(buildFolder)) throw new Error('The pages are not built: run npm run build, or npm test.');
  return builtPages();
}

const silentLive: Live = { subscribe: () => () => {}, since: async () => [], close: async () => {} };

/** A session as the sign-in library leaves it, by the clock of the test. */
export async function sessionCookie({ context }: TestDatabase, { employee }: Person): Promise<string> {
  const { name, email } = employee;
  const token = randomBytes(16).toString('hex');
  const userId = await createLogin(context, { name, email, password: randomBytes(16).toString('hex') });
  await context.database
    .updateTable('employee')
    .set({ user_id: userId })
    .where('id', '=', employee.id)
    .execute();
  await sql`
    insert into auth."session" ("id", "expiresAt", "token", "userId")
    values (${token}, ${asDate(context.clock.now().add({ hours: 24 }))}, ${token}, ${userId})`.execute(
    context.database,
  );
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `polder.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
