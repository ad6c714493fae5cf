import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { answer } from '../../conversations/answering.ts';
import { listCustomers } from '../../customers/customers.ts';
import { bring } from '../../customers/exchanging/bringing.ts';
import type { ExchangeKind } from '../../customers/exchanging/kind.ts';
import { merge } from '../../customers/identifying/merging.ts';
import { suggest } from '../../customers/identifying/suggesting.ts';
import { say } from '../inbox/fixtures/saying.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let els: Visitor;
let talk: string;
let fatima: string;
let henk: string;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  els = await pages.visitor(people.els);
  [talk = ''] = await say(database.context, [
    {
      author: 'amrani-op-x',
      text: 'Waar blijft bestelling B70001? En factuur F-90001 klopt niet, net als factuur F-80001.',
    },
    { author: 'henk', text: 'Mijn bestelling B70001 is er niet' },
  ]);
  await take('customers', { id: '77', name: 'Fatima El Amrani' }, { id: '78', name: 'Anneke Vos' });
  await take('orders', {
    id: 'B70001',
    customer: '77',
    ordered: '2026-11-01',
    total: '149,00',
    what: 'meter',
  });
  await take('invoices', { id: 'F-90001', customer: '77', issued: '2026-11-02', total: '149,00' });
  await take('invoices', { id: 'F-80001', customer: '78', issued: '2026-11-02', total: '12,00' });
  [fatima, henk] = [await idOf('amrani-op-x'), await idOf('henk')] as [string, string];
  await merge(people.els.context, { id: fatima, otherId: await idOf('77') });
  await answer(people.els.context, talk, { text: 'Die komt morgen, beloofd.' });
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

const take = (kind: ExchangeKind, ...rows: Readonly<Record<string, string>>[]) =>
  bring(database.context, { kind, source: 'crm', rows: rows.map((values, i) => ({ line: i + 2, values })) });
const idOf = async (search: string) =>
  (await listCustomers(people.els.context, { search })).rows[0]?.publicId ?? '';
const page = async (path: string) => shownIn(await els.get(path));
const customer = (id: string) => `/customers/${id}`;

describe('a number that a customer named', () => {
  it('leads from the order to the conversation, and from the conversation to what is their own', async () => {
    const html = await (await els.get(customer(fatima))).text();
    expect(html).toContain(`/conversations/${talk}`);
    expect((html.match(/genoemd in/g) ?? []).length).toBe(2);
    const conversation = await page(`/conversations/${talk}`);
    expect(conversation).toContain('bestelling B70001');
    expect(conversation).toContain('factuur F-90001');
    expect(conversation).not.toContain('factuur F-80001 ·');
  });

  it('shows nothing of somebody else’s order', async () => {
    expect(await page(customer(henk))).not.toContain('meter');
    const [, second = ''] = await say(database.context, [
      { author: 'henk', text: 'Nog eens', ago: 3 },
      { author: 'henk', text: 'Mijn bestelling B70001 is er niet', ago: 1 },
    ]);
    expect(await page(`/conversations/${second}`)).not.toContain('149,00');
  });

  it('costs as many statements however many are named', async () => {
    const count = async (path: string) => {
      await els.get(path);
      database.statements();
      await els.get(path);
      return database.statements().length;
    };
    // Who waits is counted in opening hours; that costs the same before and after.
    await say(database.context, [{ author: 'amrani-op-x', text: 'Hoort u mij?' }]);
    const before = [await count(customer(fatima)), await count(`/conversations/${talk}`)];
    const numbers = Array.from({ length: 8 }, (_, i) => `B7001${i}`);
    for (const id of numbers)
      await take('orders', { id, customer: '77', ordered: '2026-11-01', total: '1,00', what: 'x' });
    await say(database.context, [
      { author: 'amrani-op-x', text: `En bestelling ${numbers.join(', bestelling ')}?` },
    ]);
    expect((await page(customer(fatima))).match(/genoemd in/g)?.length).toBeGreaterThan(4);
    expect([await count(customer(fatima)), await count(`/conversations/${talk}`)]).toEqual(before);
  });
});

describe('a promise', () => {
  const messageIn = async () =>
    /promise=(\w+)#promises/.exec(await (await els.get(`/conversations/${talk}`)).text())?.[1] ?? '';

  it('is written down from our own answer, which is then its evidence', async () => {
    const message = await messageIn();
    const form = await (await els.get(`${customer(fatima)}?promise=${message}`)).text();
    expect(form).toMatch(new RegExp(`<option value="${message}" selected`));
    const made = { act: 'promise', what: 'Komt morgen', dueOn: '2026-11-25', message };
    expect((await els.post(customer(fatima), made)).status).toBe(303);
    expect(await (await els.get(customer(fatima))).text()).toContain(`/conversations/${talk}#${message}`);
  });

  it('takes no message that we did not write to this customer', async () => {
    const made = { act: 'promise', what: 'Komt morgen', dueOn: '2026-11-25' };
    for (const message of [await messageIn(), 'nothing', talk])
      expect((await els.post(customer(henk), { ...made, message })).status).toBe(404);
  });
});

describe('persons who were kept apart', () => {
  it('stand in a list with who said so, and are suggested again when that is taken back', async () => {
    await take('customers', { id: '91', name: 'Joost Bakker' }, { id: '92', name: 'Joost Bakker' });
    await suggest(database.context);
    const doubles = await (await els.get('/customers/doubles')).text();
    const [, suggestion = ''] = /name="suggestion" value="(\w+)"/.exec(doubles) ?? [];
    const pair = { act: 'dismiss', suggestion, one: 'x', other: 'y', reasons: '' };
    expect((await els.post('/customers/doubles', pair)).status).toBe(303);
    expect(await (await els.get('/customers/doubles')).text()).not.toContain(suggestion);
    expect(await page('/customers/doubles/dismissed')).toContain('Els Bakker zei op');
    const back = { act: 'reconsider', suggestion };
    expect((await els.post('/customers/doubles/dismissed', back)).status).toBe(303);
    expect(await (await els.get('/customers/doubles')).text()).toContain(suggestion);
    expect((await els.post('/customers/doubles/dismissed', { ...back, suggestion: 'ms_none' })).status).toBe(
      404,
    );
  });
});
