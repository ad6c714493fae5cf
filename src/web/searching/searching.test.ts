import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople } from '../../../test/people.ts';
import { say } from '../inbox/fixtures/saying.ts';

let database: TestDatabase;
let pages: TestPages;
let els: Visitor;
let fatima: string;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  els = await pages.visitor((await hirePeople(database.context)).els);
  [fatima = ''] = await say(database.context, [
    { author: 'Fatima', text: '@waterkracht mijn <b>facturen</b> kloppen niet & nu?' },
  ]);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

it('is asked from the box above the list, and answers on a page of its own, without script', async () => {
  const inbox = await (await els.get('/inbox')).text();
  expect(inbox).toMatch(/<form[^>]*action="\/inbox\/search"[^>]*>.*?name="q"/s);
  const page = await (await els.get('/inbox/search?q=factuur')).text();
  expect(page).toContain(`href="/conversations/${fatima}#`);
  expect(page).toMatch(/<mark[^>]*>facturen<\/mark>/);
  expect(page).not.toContain('<b>');
  expect(page).toContain('1 gesprek');
});

it('keeps what was asked in the form, unfolds by what it can be narrowed, and says so when nothing is found', async () => {
  const page = await (await els.get('/inbox/search?q=rookmelder&state=done&from=2026-11-01')).text();
  expect(page).toMatch(/name="q"[^>]*value="rookmelder"|value="rookmelder"[^>]*name="q"/);
  expect(page).toContain('Niets gevonden');
  expect(page).toContain('2026-11-01');
  expect(await (await els.get('/inbox/search')).text()).toContain('Waar zoek je naar?');
});

it.each([
  '?q=factuur&from=2026-99-99',
  '?q=%00',
  '?q=%22%22%22&label=x',
  `?q=${'a '.repeat(400)}`,
  '?q=-',
  '?q=-factuur',
])('takes %s as it comes', async (asked) => {
  expect((await els.get(`/inbox/search${asked}`)).status).toBe(200);
});

it('refuses a cursor that is none', async () => {
  expect((await els.get('/inbox/search?q=factuur&cursor=x')).status).toBe(422);
});
