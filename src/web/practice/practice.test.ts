import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople } from '../../../test/people.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let els: Visitor;
let joost: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  const people = await hirePeople(database.context);
  els = await pages.visitor(people.els);
  joost = await pages.visitor(people.joost);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

it('practice is a talk without script, shows the example afterwards, and is nobody else’s', async () => {
  expect(await shownIn(await els.get('/practice'))).toContain('Boos in het openbaar');
  const begun = await els.post('/practice', { case: 'angry-in-public' });
  const page = begun.headers.get('location') ?? '';
  expect(page).toMatch(/^\/practice\/pc_/);
  expect((await els.post(page, { act: 'reply', text: '' })).status).toBe(422);
  expect((await els.post(page, { act: 'reply', text: 'Dat is te lang.' })).status).toBe(303);
  const half = await shownIn(await els.get(page));
  expect(half).toContain('Waarom moet dat in een privébericht?');
  expect(half).not.toContain('Zo kan het ook');
  expect((await els.post(page, { act: 'reply', text: 'Omdat iedereen meeleest.' })).status).toBe(303);
  expect(await shownIn(await els.get(page))).toContain('Zo kan het ook');
  expect((await joost.get(page)).status).toBe(404);
  expect((await els.post(page, { act: 'drop' })).headers.get('location')).toBe('/practice');
  expect((await els.get(page)).status).toBe(404);
});
