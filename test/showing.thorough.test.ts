import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setRule } from '../src/conversations/approving/ruling.ts';
import { makeKey } from '../src/organisation/keys.ts';
import { defaultQueueKey } from '../src/organisation/queues.ts';
import { transact } from '../src/platform/context.ts';
import { decide, permissionsOf } from '../src/privacy/deciding.ts';
import { apiSurfaces } from './authorisation/other-surfaces.ts';
import { pageSurfaces } from './authorisation/page-surfaces.ts';
import { everyNo, type Planted, plantPerson, plantWork } from './authorisation/planted.ts';
import type { Surface } from './authorisation/surface.ts';
import { type TestDatabase, testDatabase } from './database.ts';
import { type TestPages, testPages, type Visitor } from './pages.ts';
import { hirePeople, type People } from './people.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let ravi: Visitor;
let key: string;
let planted = 0;
const everybody: Planted[] = [];

beforeAll(async () => {
  database = await testDatabase();
  people = await hirePeople(database.context);
  pages = await testPages(database);
  ravi = await pages.visitor(people.ravi);
  await setRule(people.ravi.context, { kind: 'queue', of: defaultQueueKey, how: 'always' });
  const scopes = ['conversations:read', 'customers:read'];
  key = await makeKey(database.context, { name: 'all', scopes });
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});

/** Where it takes more than the path to have somebody on the page. */
const queries: Readonly<Record<string, (person: Planted) => string>> = {
  'customers/export': () => '?kind=customers&reason=order',
  'privacy/requests/new': ({ publicId }) => `?person=${publicId}`,
  'journey/indicators/:code': () => '?at=2026-11-24',
  'reports/rows': () => '?of=ASKED&from=2026-11-01&to=2026-11-30',
  // What everybody who is planted says, and none of their own words: the page repeats what was asked.
  'inbox/search': () => '?q=%22waarom+doet%22',
  'GET /search': () => '?q=%22waarom+doet%22',
};

/** Shows one message of many, so that not seeing somebody says nothing; seeing them must still be right. */
const oneOfMany = new Set(['understanding/:head/labelling']);

const others: Readonly<Record<string, string>> = { head: 'intent', code: 'RR', version: '1', key: 'listen' };

function addressOf(route: string, person: Planted): string {
  const id = route.startsWith('conversations') ? person.conversation : person.publicId;
  const filled = route.replace(/:(\w+)/g, (_, name) => (name === 'id' ? id : (others[name] ?? 'none')));
  return `/${filled}${queries[route]?.(person) ?? ''}`;
}

interface Showing {
  name: string;
  shows: NonNullable<Surface['shows']>;
  read(person: Planted): Promise<string>;
}

const showing: readonly Showing[] = [
  ...Object.entries(pageSurfaces).flatMap(([name, { shows }]) => {
    const read = async (person: Planted) => (await ravi.get(addressOf(name, person))).text();
    return shows ? [{ name, shows, read }] : [];
  }),
  ...Object.entries(apiSurfaces).flatMap(([name, { shows }]) => {
    const path = `/api/v1${name.slice('GET '.length)}`;
    const read = async (person: Planted) => {
      const { conversation, publicId } = person;
      const filled = path.replace('{id}', path.includes('/conversations') ? conversation : publicId);
      const where = `${filled}${queries[name]?.(person) ?? ''}`;
      return (await pages.ask(where, { headers: { authorization: `Bearer ${key}` } })).text();
    };
    return shows ? [{ name, shows, read }] : [];
  }),
];

async function plant(): Promise<Planted> {
  planted += 1;
  database.turn.forward({ minutes: 1 });
  const person = await plantPerson(database.context, people.ravi.context, String(planted));
  await plantWork(people.ravi.context, person);
  everybody.push(person);
  return person;
}

const seen = (text: string, { words }: Planted) => words.some((word) => text.toLowerCase().includes(word));

/** Surfaces that show somebody who does not allow it, or hide somebody who does. */
async function wrongFor(person: Planted): Promise<string[]> {
  const states = await transact(database.context, 'legal', (ctx) => permissionsOf(ctx, person.id));
  const wrong: string[] = [];
  for (const { name, shows, read } of showing) {
    const allowed = shows.every((purpose) => states.get(purpose) === 'allowed');
    const shown = seen(await read(person), person);
    if (shown && !allowed) wrong.push(`${name} shows what is not allowed for ${shows.join(' and ')}`);
    if (!shown && allowed && !oneOfMany.has(name)) wrong.push(`${name} does not show what is allowed`);
  }
  return wrong;
}

test('somebody who allows everything stands on every surface that shows persons, so that not standing there says something', async () => {
  expect(await wrongFor(await plant())).toEqual([]);
});

const every = everyNo();

describe(`each no, on each surface that shows persons: ${every.length * showing.length} questions`, () => {
  test.for(every)('$act $purpose', async ({ purpose, act }) => {
    const person = await plant();
    await transact(database.context, 'legal', async (ctx) => {
      for (const id of [person.id, person.bareId]) await decide(ctx, id, { purpose, act, strength: 1 });
    });
    expect(await wrongFor(person)).toEqual([]);
  });
});

describe('a surface that shows nobody by the table', () => {
  const silent = Object.entries(pageSurfaces).filter(
    ([name, { get, shows }]) => get && get !== 'own' && !shows && name !== '*',
  );

  test.for(silent)('/%s has no word of anybody', async ([name]) => {
    const [first] = everybody as [Planted];
    const answer = await ravi.get(addressOf(name, first));
    const text = await answer.text();
    expect(everybody.filter((person) => seen(text, person)).map(({ publicId }) => publicId)).toEqual([]);
  });
});
