import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { note } from '../src/conversations/answering.ts';
import { bring } from '../src/customers/exchanging/bringing.ts';
import { writeNote } from '../src/customers/keeping/noting.ts';
import { keyScopes } from '../src/organisation/authority.ts';
import { makeKey } from '../src/organisation/keys.ts';
import { places } from '../src/places.ts';
import { type Context, transact } from '../src/platform/context.ts';
import { createLogin } from '../src/platform/session.ts';
import { decide, stateOf } from '../src/privacy/deciding.ts';
import { askErasure } from '../src/privacy/erasing/asking.ts';
import { askExport, makeExport } from '../src/privacy/exporting/export.ts';
import { unzip } from '../src/privacy/fixtures/unzip.ts';
import { say } from '../src/web/inbox/fixtures/saying.ts';
import { type Comer, comersTo } from './authorisation/actors.ts';
import { pageSurfaces } from './authorisation/page-surfaces.ts';
import { type Planted, plantPerson } from './authorisation/planted.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type TestPages, testPages } from './pages.ts';
import { hirePeople, type People } from './people.ts';

/** Attacks on customers, sessions, links and copies that no room of its own answers for. */
let database: TestDatabase;
let ctx: Context;
let pages: TestPages;
let people: People;
let fatima: Planted;
let comers: Comer[];
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'polder-attacks-'));
  ctx = { ...database.context, dataFolder: folder };
  people = await hirePeople(ctx);
  pages = await testPages(database);
  fatima = await plantPerson(ctx, people.ravi.context, 'fatima');
  comers = await comersTo(database, { here: people.departmentId, person: fatima.id });
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

const comer = (name: string) => comers.find((one) => one.name === name) as Comer;
const get = (where: string, headers: Readonly<Record<string, string>>) => pages.ask(where, { headers });
const addresses = Object.entries(pageSurfaces).flatMap(([route, { get }]) =>
  get && route !== '*' ? [{ route, needs: get, address: `/${route.replace(/:(\w+)/g, 'none')}` }] : [],
);

describe('what colleagues write for each other', () => {
  it('stands on no page of the person it is about', async () => {
    const secret = 'zeurpietgeheim';
    await note(people.ravi.context, fatima.conversation, `Dit is een ${secret}.`);
    await writeNote(people.ravi.context, fatima.publicId, `Weer die ${secret}.`);
    for (const { address } of addresses.filter(({ needs }) => needs === 'own')) {
      const answer = await get(address, comer('person').headers);
      expect(await answer.text(), address).not.toContain(secret);
    }
  });
});

describe('somebody whom nobody may see', () => {
  it('changes no search: what is found is as if they did not exist', async () => {
    const henk = await plantPerson(ctx, people.ravi.context, 'henk');
    const key = await makeKey(ctx, { name: 'all', scopes: keyScopes });
    const bearer = { authorization: `Bearer ${key}` };
    const found = async (search: string) => {
      const program = await (await get(`/api/v1/customers?search=${search}`, bearer)).text();
      const page = await (await get(`/customers?search=${search}`, comer('administrator').headers)).text();
      return { program, n: page.split('/customers/pe_').length };
    };
    expect((await found('vogelhenkq')).program).toContain(henk.publicId);
    await transact(ctx, 'legal', (ctx) =>
      decide(ctx, henk.id, { purpose: 'service', act: 'restrict', strength: 1 }),
    );
    expect(await found('vogelhenkq')).toEqual(await found('zeppelinhenkq'));
  });
});

describe('a session', () => {
  const password = 'dijken en dammen';
  const email = 'els@waterkracht.example';
  const signIn = (given: Record<string, string>, cookie = '') =>
    pages.ask('/sign-in', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', cookie },
      body: new URLSearchParams(given),
    });

  it('of a colleague is always a new one, and signing out ends it', async () => {
    const userId = await createLogin(ctx, { name: 'Els', email, password });
    await sql`update employee set user_id = ${userId} where id = ${people.els.employee.id}`.execute(
      ctx.database,
    );
    const cookieOf = (answer: Response) => /^[^;]+/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? '';
    const first = cookieOf(await signIn({ email, password }));
    const second = cookieOf(await signIn({ email, password }, first));
    expect(second).toMatch(/^polder\.session_token=/);
    expect(second).not.toBe(first);
    expect((await get('/inbox', { cookie: second })).status).toBe(200);
    await pages.ask('/sign-out', {
      method: 'POST',
      headers: { 'sec-fetch-site': 'same-origin', cookie: second },
    });
    expect((await get('/inbox', { cookie: second })).status).toBe(302);
  });

  it('is refused in the same words whether the address is known or not', async () => {
    const answers = [];
    for (const given of [email, 'niemand@waterkracht.example']) {
      const answer = await signIn({ email: given, password: 'een verkeerd wachtwoord' });
      const text = (await answer.text()).replaceAll(given, '').replace(/[\w+/-]{20,}|[0-9a-f-]{36}/g, '');
      answers.push({ status: answer.status, text });
    }
    expect(answers[1]).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(401);
  });

  it('is throttled for one address, whoever tries', async () => {
    const tries = [];
    for (let n = 0; n < 11; n += 1) {
      const answer = await signIn({ email: 'joost@waterkracht.example', password: `poging nummer ${n}` });
      tries.push(answer.status);
    }
    expect(tries).toEqual([...Array.from({ length: 10 }, () => 401), 429]);
  });

  it('stands in no page: neither its token nor that of somebody else', async () => {
    const rows = await sql<{ token: string }>`select token from auth."session"`.execute(ctx.database);
    const mine = /polder_mine=([\w-]+)/.exec(comer('person').headers.cookie ?? '')?.[1] ?? '';
    const secrets = [...rows.rows.map(({ token }) => token), mine];
    expect(secrets.every((one) => one.length >= 32)).toBe(true);
    for (const { address, needs } of addresses.filter(({ route }) => !route.endsWith('sign-out'))) {
      const text = await (
        await get(address, comer(needs === 'own' ? 'person' : 'administrator').headers)
      ).text();
      expect(
        secrets.filter((one) => text.includes(one)),
        address,
      ).toEqual([]);
    }
  });
});

describe('another site', () => {
  const from = (origin: string) => ({ origin, cookie: comer('administrator').headers.cookie ?? '' });

  it('is not given anything to read, whatever it says it is', async () => {
    for (const address of ['/customers', '/customers/export', '/api/v1/openapi.json', '/mine', '/live']) {
      const answer = await get(address, from('https://evil.example'));
      await answer.body?.cancel();
      expect(answer.headers.get('access-control-allow-origin'), address).toBeNull();
    }
  });

  it.each(['null', 'https://evil.example', 'http://localhost.evil.example', 'http://localhost:81', ''])(
    'cannot write, from %j',
    async (origin) => {
      const site: Record<string, string> = origin === '' ? { 'sec-fetch-site': 'cross-site' } : {};
      const answer = await pages.ask(`/customers/${fatima.publicId}`, {
        method: 'POST',
        headers: { ...from(origin), ...site },
        body: new URLSearchParams({ act: 'note', text: 'van elders' }),
      });
      expect(answer.status).toBe(403);
    },
  );

  it('cannot write with what browsers send without asking first', async () => {
    const cookie = comer('administrator').headers.cookie ?? '';
    for (const type of [
      'text/plain',
      'application/x-www-form-urlencoded',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await pages.ask(`/api/v1/customers/${fatima.publicId}/notes`, {
        method: 'POST',
        headers: { cookie, 'content-type': type },
        body: '{"text":"van elders"}',
      });
      expect(answer.status, type).toBe(401);
    }
  });
});

describe('a file with customers', () => {
  it('brings back nobody’s permission: who objected has objected, however often they are brought in', async () => {
    const rows = [{ line: 2, values: { id: 'K-9', name: 'Henk de Wit', mail: 'henk@klant.example' } }];
    await bring(ctx, { kind: 'customers', source: 'crm', rows });
    const { id } = await transact(ctx, 'service', (ctx) =>
      ctx.database
        .selectFrom('customer_record')
        .select('person_id as id')
        .where('external_id', '=', 'K-9')
        .executeTakeFirstOrThrow(),
    );
    await transact(ctx, 'legal', (ctx) => decide(ctx, id, { purpose: 'offers', act: 'object', strength: 0 }));
    const changed = [{ line: 2, values: { id: 'K-9', name: 'Henk de Witte', mail: 'henk@klant.example' } }];
    for (const one of [rows, changed]) await bring(ctx, { kind: 'customers', source: 'crm', rows: one });
    const state = await transact(ctx, 'legal', (ctx) => stateOf(ctx, id, 'offers'));
    expect(state).toBe('objected');
  });
});

describe('a copy of somebody’s data', () => {
  it('runs nothing of what stands in it, when it is opened', async () => {
    const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>';
    await say(ctx, [{ author: markup, text: `@waterkracht ${markup}` }]);
    const { id } = await transact(ctx, 'service', (ctx) =>
      ctx.database
        .selectFrom('identity')
        .select('person_id as id')
        .where('external_id', '=', markup)
        .executeTakeFirstOrThrow(),
    );
    const { publicId } = await askExport(ctx, { personIds: [id], locale: 'nl' });
    await makeExport(ctx, publicId, { places, organisation: '<b>Waterkracht</b>' });
    const files = unzip(path.join(folder, 'exports', `${publicId}.zip`));
    const page = files.get('index.html') ?? '';
    expect(page).toContain('&lt;script&gt;');
    expect(page).not.toMatch(/<script|<img|<b>/);
  });
});

describe('somebody who only says who they are', () => {
  it('cannot keep the person themselves from being forgotten, by asking first', async () => {
    const anybody = await askErasure(ctx, { personIds: [fatima.id], strength: 1 });
    const own = await askErasure(ctx, { personIds: [fatima.id], strength: 4 });
    expect([anybody.state, own.state]).toEqual(['received', 'proven']);
    await expect(askErasure(ctx, { personIds: [fatima.id], strength: 4 })).rejects.toMatchObject({
      code: 'conflict.erasure-running',
    });
  });
});
