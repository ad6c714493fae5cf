import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { getBackoffice, listBackoffices, noteTrial } from '../../customers/syncing/backoffice.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let ravi: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  ravi = await pages.visitor(people.ravi);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

const given = {
  name: 'Winkel',
  system: 'tryton',
  url: 'https://erp.example',
  database: 'shop',
  user: 'polder',
};

describe('customer systems', () => {
  it('are connected, tried, switched on, told what to take, and ended, without script', async () => {
    expect(await shownIn(await ravi.get('/backoffices'))).toContain('Nog geen klantsysteem verbonden');
    const made = await ravi.post('/backoffices/new', { ...given, password: 'dijken en dammen' });
    expect(made.status).toBe(303);
    const where = made.headers.get('location') ?? '';
    const [office] = await listBackoffices(database.context);
    const id = office?.publicId ?? '';
    expect(where).toBe(`/backoffices/${id}`);
    const page = await (await ravi.get(where)).text();
    expect(page).not.toContain('dijken en dammen');
    expect(page).not.toContain('value="on"');
    expect((await ravi.post(where, { act: 'on' })).status).toBe(409);
    expect((await ravi.post(where, { act: 'try' })).status).toBe(303);
    expect(await shownIn(await ravi.get(where))).toContain('Het wordt geprobeerd');
    await noteTrial(database.context, id, { state: 'failed', said: 'No answer: connect ECONNREFUSED' });
    expect(await shownIn(await ravi.get(where))).toContain('ECONNREFUSED');
    const tried = [{ kind: 'customers', new: 12, changed: 0, unchanged: 0, aside: [] }] as const;
    await noteTrial(database.context, id, { state: 'good', tried });
    expect((await ravi.post(where, { act: 'on' })).status).toBe(303);
    expect((await ravi.post(where, { act: 'fields', 'customers.phone': 'never' })).status).toBe(303);
    const { state, fields } = await getBackoffice(database.context, id);
    expect([state, fields.customers.phone, fields.customers.mail]).toEqual(['on', 'never', 'theirs']);
    expect((await ravi.post(where, { act: 'ended' })).headers.get('location')).toBe('/backoffices');
    expect((await ravi.get(where)).status).toBe(404);
  });

  it('take no address that is none, or that carries a password', async () => {
    for (const url of ['erp', 'ftp://erp.example', 'https://els:geheim@erp.example', 'javascript:alert(1)']) {
      const answer = await ravi.post('/backoffices/new', { ...given, url, password: 'x' });
      expect(answer.status, url).toBe(422);
    }
  });

  it('are for whoever manages them', async () => {
    const els = await pages.visitor(people.els);
    expect((await els.get('/backoffices')).status).toBe(403);
    expect((await els.post('/backoffices/new', { ...given, password: 'x' })).status).toBe(403);
    database.statements();
    await ravi.get('/backoffices');
    expect(database.statements().length).toBeLessThanOrEqual(5);
  });
});
