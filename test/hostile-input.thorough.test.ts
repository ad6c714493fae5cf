import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyScopes } from '../src/organisation/authority.ts';
import { makeKey } from '../src/organisation/keys.ts';
import { transact } from '../src/platform/context.ts';
import { say } from '../src/web/inbox/fixtures/saying.ts';
import { type Comer, comersTo } from './authorisation/actors.ts';
import { apiSurfaces } from './authorisation/other-surfaces.ts';
import { pageSurfaces } from './authorisation/page-surfaces.ts';
import { type Planted, plantPerson } from './authorisation/planted.ts';
import type { Needs } from './authorisation/surface.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type TestPages, testPages } from './pages.ts';
import { hirePeople } from './people.ts';

const markup = '<svg onload=alert(1)><script>alert(2)</script>';

let database: TestDatabase;
let pages: TestPages;
let comers: Comer[];
let planted: Planted;
let key: string;

beforeAll(async () => {
  database = await testDatabase();
  const { ravi, departmentId } = await hirePeople(database.context);
  pages = await testPages(database);
  planted = await plantPerson(database.context, ravi.context, 'hostile');
  // Somebody who is named by markup, so that every page that shows them must show it as text.
  const [conversation = ''] = await say(database.context, [
    { author: markup, text: `@waterkracht ${markup}` },
  ]);
  await transact(database.context, 'service', (ctx) =>
    sql`update person set name = ${markup}`.execute(ctx.database),
  );
  planted = { ...planted, conversation };
  comers = await comersTo(database, { here: departmentId, person: planted.id });
  key = await makeKey(database.context, { name: 'all', scopes: keyScopes });
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});

/** What is sent where something else was meant. */
const hostile: readonly string[] = [
  'a\0b',
  markup,
  `"'><img src=x onerror=alert(3)>`,
  "' or 1=1; drop table person; --",
  `\u202e\u2066e${'\u0301'.repeat(10_000)}`,
  'x'.repeat(100_000),
  '__proto__',
  '9'.repeat(40),
  '2026-02-30',
  'a\r\nBcc: joost@klant.example',
];

/** What fits into an address. */
const brief = ['a\0b', markup, "' or 1=1 --", '9'.repeat(40), '-1', '../../../etc/passwd', '2026-02-30'];
function comerFor(needs: Needs): Comer {
  const name = needs === 'own' ? 'person' : needs === 'public' ? 'nobody' : 'administrator';
  return comers.find((one) => one.name === name) as Comer;
}

function addressOf(route: string, filler = ''): string {
  const own = (name: string) => {
    if (name === 'id' && route.startsWith('conversations')) return planted.conversation;
    if (name === 'id' && route.startsWith('customers/:id')) return planted.publicId;
    return { head: 'intent', code: 'RR', version: '1', key: 'listen' }[name] ?? 'none';
  };
  const filled = route.replace(/:(\w+)/g, (_, name) => encodeURIComponent(filler || own(name)));
  return `/${filled === '*' ? 'nowhere' : filled}`;
}

/** The addresses at which what was sent broke something. */
async function broken(asked: readonly { address: string; what: string; init: RequestInit; comer: Comer }[]) {
  const wrong: string[] = [];
  for (const { address, what, init, comer } of asked) {
    const headers = { 'sec-fetch-site': 'same-origin', ...comer.headers, ...init.headers };
    const answer = await pages.ask(address, { ...init, headers });
    const text = await answer.text();
    if (answer.status >= 500) wrong.push(`${answer.status} for ${what}`);
    const html = answer.headers.get('content-type')?.includes('text/html');
    if (html && (text.includes(markup) || text.includes('<img src=x onerror')))
      wrong.push(`markup came back for ${what}`);
    if (/node_modules|\.ts:\d+|at async /.test(text)) wrong.push(`a trace came back for ${what}`);
  }
  return wrong;
}

const short = (text: string) => JSON.stringify(text.slice(0, 24));

describe('a form filled with what no browser sends', () => {
  const acts = Object.entries(pageSurfaces).flatMap(([route, { post, untried }]) =>
    untried ? [] : (post ?? []).map((act) => [route, act] as const),
  );

  test.for(acts)('/%s %o breaks nothing', async ([route, { needs, fields }]) => {
    const names = Object.keys(fields).filter((name) => !['act', 'right', 'what'].includes(name));
    const filled = hostile.map((value) => Object.fromEntries(names.map((name) => [name, value])));
    const single = names.flatMap((name) =>
      ['a\0b', 'x'.repeat(100_000), ''].map((value) => ({ [name]: value })),
    );
    const asked = [...filled, ...single, { __proto__: 'x', constructor: 'x', role: 'administrator' }].map(
      (given) => ({
        address: addressOf(route),
        what: short(JSON.stringify(given)),
        init: { method: 'POST', body: new URLSearchParams({ ...fields, ...given }) },
        comer: comerFor(needs),
      }),
    );
    expect(await broken(asked)).toEqual([]);
  });
});

describe('an address filled with what no link holds', () => {
  const names = [
    ...[
      'cursor',
      'after',
      'before',
      'search',
      'kind',
      'at',
      'days',
      'view',
      'alike',
      'signal',
      'month',
      'token',
    ],
    ...[
      'person',
      'refused',
      'whose',
      'format',
      'returnTo',
      'skipped',
      'department',
      'a.from',
      'b.topic',
      'closed',
    ],
  ];
  const read = Object.entries(pageSurfaces).filter(([, { get, untried }]) => get && !untried);

  test.for(read)('/%s breaks nothing', async ([route, { get }]) => {
    const comer = comerFor(get as Needs);
    const ids = route.includes(':') ? brief : [];
    const asked = [
      ...ids.map((value) => ({ address: addressOf(route, value), what: `the id ${short(value)}` })),
      ...brief.map((value) => ({
        address: `${addressOf(route)}?${new URLSearchParams(names.map((name) => [name, value]))}`,
        what: `the query ${short(value)}`,
      })),
      { address: `${addressOf(route)}?cursor=%E0%A4%A&view=open&view=done`, what: 'half an escape' },
    ].map((one) => ({ ...one, init: {}, comer }));
    expect(await broken(asked)).toEqual([]);
  });
});

describe('a program that sends what it likes', () => {
  const operations = Object.entries(apiSurfaces).map(([operation, one]) => [operation, one] as const);
  const wrongBodies = (body: Readonly<Record<string, unknown>>): readonly string[] => [
    ...hostile.flatMap((value) =>
      Object.keys(body).map((name) => JSON.stringify({ ...body, [name]: value })),
    ),
    ...Object.keys(body).map((name) =>
      JSON.stringify(body).replace(`"${name}":`, `"${name}":1e400,"${name}":`),
    ),
    ...Object.keys(body).flatMap((name) =>
      [[], {}, null, 7, true].map((value) => JSON.stringify({ ...body, [name]: value })),
    ),
    ...Object.keys(body).map((name) => JSON.stringify({ ...body, [name]: '?' }).replace('"?"', '"\\ud800"')),
    ...['', '{', 'null', '[]', '7', '"x"', `${'['.repeat(20_000)}${']'.repeat(20_000)}`, '\xff\xfe'],
  ];

  test.for(operations)('%s breaks nothing', async ([operation, { body }]) => {
    const [method = '', template = ''] = operation.split(' ');
    const at = (id: string) => `/api/v1${template.replace(/\{\w+\}/g, encodeURIComponent(id))}`;
    const own = template.includes('/conversations') ? planted.conversation : planted.publicId;
    const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
    const comer = { name: 'program', actor: null, own: false, headers };
    const bodies = body ? wrongBodies(body) : [];
    const asked = [
      ...bodies.map((text) => ({ address: at(own), what: short(text), init: { method, body: text } })),
      ...brief.map((value) => ({
        address: at(value),
        what: `the id ${short(value)}`,
        init: { method, ...(body ? { body: JSON.stringify(body) } : {}) },
      })),
      ...(method === 'GET'
        ? brief.flatMap((value) =>
            ['after', 'limit', 'search', 'view'].map((name) => ({
              address: `${at(own)}?${new URLSearchParams({ [name]: value })}`,
              what: `${name}=${short(value)}`,
              init: {},
            })),
          )
        : []),
    ].map((one) => ({ ...one, comer }));
    expect(await broken(asked)).toEqual([]);
  });

  const written = operations.filter(([, { body }]) => body);

  test.for(written)('%s takes no field that it does not know', async ([operation, { body }]) => {
    const [method = '', template = ''] = operation.split(' ');
    const own = template.includes('/conversations') ? planted.conversation : planted.publicId;
    const address = `/api/v1${template.replace(/\{\w+\}/g, own)}`;
    for (const name of ['role', 'allowed', 'strength', 'personId', 'account_id', 'out_server']) {
      const answer = await pages.ask(address, {
        method,
        headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
        body: JSON.stringify({ ...body, [name]: 'administrator' }),
      });
      expect(answer.status, name).toBe(422);
    }
  });
});
