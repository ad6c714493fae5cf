import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { meetByMail } from '../src/customers/fixtures/mailing-people.ts';
import { actions, may } from '../src/organisation/authority.ts';
import { departmentNamed } from '../src/organisation/departments.ts';
import { type Role, transact } from '../src/platform/context.ts';
import { say } from '../src/web/inbox/fixtures/saying.ts';
import { type Comer, comersTo, giveQueue } from './authorisation/actors.ts';
import { changedTables, fingerprint } from './authorisation/fingerprint.ts';
import { apiSurfaces, doorSurfaces } from './authorisation/other-surfaces.ts';
import { heardMessage, pageSurfaces } from './authorisation/page-surfaces.ts';
import { rights } from './authorisation/rights.ts';
import { type Page, pagesOf } from './authorisation/routes.ts';
import type { Act, Needs, Surface } from './authorisation/surface.ts';
import { adminUrlOf, type TestDatabase, testDatabase } from './database.ts';
import { type TestPages, testPages } from './pages.ts';

let database: TestDatabase;
let pages: TestPages;
let comers: Comer[];
let adminUrl: string;
let department: string;
let ids: Readonly<Record<string, string>>;
const routes: Page[] = await pagesOf();
let tried = 0;

beforeAll(async () => {
  database = await testDatabase();
  adminUrl = await adminUrlOf(database.ownerUrl);
  pages = await testPages(database);
  const { context } = database;
  department = (await departmentNamed(context, 'Klantenservice')).id;
  await giveQueue(database, department);
  const [conversation = ''] = await say(context, [{ author: 'henk', text: 'Klopt mijn rekening wel?' }]);
  const fatima = await meetByMail(context, 'fatima', { allows: 'improve' });
  const { publicId } = await transact(context, 'service', (ctx) =>
    ctx.database
      .selectFrom('person')
      .select('public_id as publicId')
      .where('id', '=', fatima.id)
      .executeTakeFirstOrThrow(),
  );
  const message = await transact(context, 'service', (ctx) =>
    ctx.database.selectFrom('message').select('public_id as id').executeTakeFirstOrThrow(),
  );
  await transact(context, 'service', ({ database }) =>
    sql`insert into message_attachment (public_id, message_id, received_at, name, media_type, bytes, verdict, content)
      select 'at_planted', i.message_id, i.received_at, 'meter.txt', 'text/plain', 1, 'plain', 'x'
      from conversation_item i join conversation c on c.id = i.conversation_id
      where c.public_id = ${conversation} limit 1`.execute(database),
  );
  ids = { conversations: conversation, customers: publicId, message: message.id };
  comers = await comersTo(database, { here: department, person: fatima.id });
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});

const others: Readonly<Record<string, string>> = {
  head: 'intent',
  code: 'SL60',
  version: '1',
  key: 'listen',
  kind: 'mail',
  attachment: 'at_planted',
};

/** The address of a page: with a conversation and a customer that exist; the rest need not be there to be forbidden. */
function addressOf(route: string): string {
  if (route === '*') return '/nowhere-at-all';
  const [first = ''] = route.split('/');
  const filled = route.replace(
    /:(\w+)/g,
    (_, name) => (name === 'id' && ids[first]) || others[name] || 'none',
  );
  return `/${filled}`;
}

type Answer = 'open' | 'forbidden' | 'hidden' | 'sign in' | 'sign in to your own' | 'broken';

async function ask(comer: Comer, address: string, init: RequestInit = {}): Promise<Answer> {
  tried += 1;
  const headers = { 'sec-fetch-site': 'same-origin', ...comer.headers, ...init.headers };
  const answer = await pages.ask(address, { ...init, headers });
  await answer.body?.cancel();
  const to = answer.headers.get('location') ?? '';
  if (answer.status >= 500) return 'broken';
  if (answer.status === 401 || to.startsWith('/sign-in')) return 'sign in';
  if (to.startsWith('/mine/sign-in')) return 'sign in to your own';
  if (answer.status === 404) return 'hidden';
  return answer.status === 403 ? 'forbidden' : 'open';
}

/** What a surface answers to somebody, by the table and the one rule. `within`: about a conversation of `department`. */
function rightly({ actor, own }: Comer, needs: Needs, within = false): readonly Answer[] {
  const open: Answer[] = within ? ['open'] : ['open', 'hidden'];
  if (needs === 'public') return ['open', 'hidden', 'forbidden', 'sign in to your own'];
  if (needs === 'own') return own ? ['open', 'hidden'] : ['sign in to your own'];
  if (actor?.kind !== 'employee') return ['sign in'];
  if (needs === 'signed-in') return ['open', 'hidden'];
  if (may(actor, needs, within ? department : null)) return open;
  if (!within) return ['forbidden'];
  return ['hidden', 'forbidden'];
}

function form(fields: Readonly<Record<string, string>>): RequestInit {
  const real = Object.entries(fields).map(([name, value]) => [
    name,
    value === heardMessage ? (ids.message ?? '') : value,
  ]);
  return { method: 'POST', body: new URLSearchParams(Object.fromEntries(real)) };
}

async function wrongAnswers(
  needs: Needs,
  { within = false, ask }: { within?: boolean; ask: (comer: Comer) => Promise<Answer> },
) {
  const wrong: string[] = [];
  for (const comer of comers) {
    const answer = await ask(comer);
    const right = rightly(comer, needs, within);
    if (!right.includes(answer)) wrong.push(`${comer.name}: ${answer}, not ${right.join(' or ')}`);
  }
  return wrong;
}

test('every page, operation and door stands in the table, with a form where it takes one, and no other', () => {
  expect(routes.map(({ path }) => path).toSorted()).toEqual(Object.keys(pageSurfaces).toSorted());
  const taking = routes.filter(({ takes }) => takes).map(({ path }) => path);
  const listed = Object.entries(pageSurfaces)
    .filter(([, { post }]) => post)
    .map(([path]) => path);
  expect(taking.toSorted()).toEqual(listed.toSorted());
});

test('every operation of the document and every door of the app stands in the table', async () => {
  const answer = await pages.ask('/api/v1/openapi.json');
  const { paths } = (await answer.json()) as { paths: Record<string, object> };
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(described.toSorted()).toEqual(Object.keys(apiSurfaces).toSorted());
  const operations = new Set(
    described.map((one) => one.replace(' /', ' /api/v1/').replace(/\{(\w+)\}/g, ':$1')),
  );
  const doors = pages.doors.filter((door) => !door.startsWith('ALL ') && !operations.has(door));
  expect(doors.toSorted()).toEqual(Object.keys(doorSurfaces).toSorted());
});

const reading = Object.entries(pageSurfaces).filter(([, { get, untried }]) => get && !untried);

describe('reading', () => {
  test.for(reading)('/%s is open to whom the table says', async ([route, { get, within }]) => {
    const address = addressOf(route);
    // A page that only leads on to a conversation leads everybody on; the conversation itself asks.
    const bound = within === true && get !== 'signed-in';
    const wrong = await wrongAnswers(get as Needs, { within: bound, ask: (comer) => ask(comer, address) });
    expect(wrong).toEqual([]);
  });
});

const writing = Object.entries(pageSurfaces).flatMap(([route, surface]) =>
  surface.untried ? [] : (surface.post ?? []).map((act) => [route, act, surface] as const),
);

describe('writing', () => {
  test.for(writing)(
    '/%s %o',
    async ([route, { needs, fields }, { within }]: readonly [string, Act, Surface]) => {
      const address = addressOf(route);
      const before = await fingerprint(adminUrl);
      const shut = comers.filter((comer) => !rightly(comer, needs, within).includes('open'));
      const refused = await Promise.all(
        shut.map(async (comer) => {
          const answer = await ask(comer, address, form(fields));
          return rightly(comer, needs, within).includes(answer) ? [] : [`${comer.name}: ${answer}`];
        }),
      );
      const elsewhere = { 'sec-fetch-site': 'cross-site' };
      const foreign = await Promise.all(
        comers
          .filter(({ headers }) => !('authorization' in headers))
          .map(async (comer) => ask(comer, address, { ...form(fields), headers: elsewhere })),
      );
      expect(refused.flat()).toEqual([]);
      expect(new Set(foreign)).toEqual(new Set(['forbidden']));
      expect(changedTables(before, await fingerprint(adminUrl))).toEqual([]);
      const open = comers.filter((comer) => !shut.includes(comer));
      for (const comer of open) {
        const answer = await ask(comer, address, form(fields));
        expect(needs === 'public' ? 'open' : answer, comer.name).not.toMatch(/forbidden|sign in|broken/);
      }
    },
  );
});

describe('programs', () => {
  test.for(Object.entries(apiSurfaces))('%s', async ([operation, { needs, body }]) => {
    const [method = '', template = ''] = operation.split(' ');
    const [, first = ''] = template.split('/');
    const address = `/api/v1${template.replace('{id}', ids[first] ?? 'none').replace('{key}', 'nothing')}`;
    const json = body ? { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } } : {};
    const before = await fingerprint(adminUrl);
    const allowed = comers.filter(({ actor }) => actor?.kind === 'key' && may(actor, needs));
    const wrong: string[] = [];
    for (const comer of comers.filter((one) => !allowed.includes(one))) {
      const answer = await ask(comer, address, { method, ...json });
      const right = comer.actor?.kind === 'key' ? 'forbidden' : 'sign in';
      if (answer !== right) wrong.push(`${comer.name}: ${answer}, not ${right}`);
    }
    expect(wrong).toEqual([]);
    expect(changedTables(before, await fingerprint(adminUrl))).toEqual([]);
    for (const comer of allowed) {
      expect(await ask(comer, address, { method, ...json }), comer.name).not.toMatch(
        /forbidden|sign in|broken/,
      );
    }
  });
});

describe('the other doors', () => {
  test.for(Object.entries(doorSurfaces))('%s', async ([door, needs]) => {
    const [method = '', address = ''] = door.split(' ');
    const before = await fingerprint(adminUrl);
    const body = method === 'POST' ? { body: new FormData() } : {};
    expect(await wrongAnswers(needs, { ask: (comer) => ask(comer, address, { method, ...body }) })).toEqual(
      [],
    );
    expect(changedTables(before, await fingerprint(adminUrl))).toEqual([]);
  });
});

const [visitors, keys] = [9, 12];
const asked =
  (reading.length + Object.keys(apiSurfaces).length + Object.keys(doorSurfaces).length) * (visitors + keys) +
  writing.length * (visitors + keys + visitors);

test(`those were ${asked} questions: every surface for everybody who may come, and each form from another site`, () => {
  expect(comers.length).toBe(visitors + keys);
  expect(tried).toBe(asked);
});

describe('roles', () => {
  test.for(Object.entries(rights))('%s may this, and nothing else', ([role, own]) => {
    const actor = { kind: 'employee', employeeId: '1', name: role, departmentId: null } as const;
    const roles = [{ role: role as Role, departmentId: null }];
    expect(actions.filter((one) => may({ ...actor, roles }, one)).toSorted()).toEqual(own.toSorted());
  });
});
