import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, hirePerson, type People } from '../../../test/people.ts';
import { bring } from '../../customers/exchanging/bringing.ts';
import { say } from '../inbox/fixtures/saying.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let els: Visitor;
let yara: Visitor;
let fatima: string;
let other: string;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  els = await pages.visitor(people.els);
  yara = await pages.visitor(
    await hirePerson(database.context, { name: 'Yara Nassiri', role: 'data_manager', departmentId: null }),
  );
  await say(
    database.context,
    ['fatima', 'fatima-thuis'].map((author, i) => ({
      id: String(i),
      author,
      text: 'Waar blijft mijn bestelling?',
    })),
  );
  [fatima, other] = [await find('fatima'), await find('fatima-thuis')] as [string, string];
  const rows = [
    { id: 'B7', customer: '77', ordered: '2026-11-01', total: '149,00', what: '<b>thermostaat</b>' },
  ].map((values, i) => ({ line: i + 2, values }));
  await bring(database.context, { kind: 'orders', source: 'crm', rows });
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

async function find(name: string): Promise<string> {
  const html = await (await els.get(`/customers?search=${name}`)).text();
  const all = [...new Set(html.match(/\/customers\/pe_[a-z0-9]+/g) ?? [])];
  return all.at(name === 'fatima' ? -1 : 0) ?? '';
}

const act = (fields: Readonly<Record<string, string>>, visitor = els, where = fatima) =>
  visitor.post(where, fields);
const page = async (where = fatima) => shownIn(await els.get(where));

describe('the page of one customer', () => {
  it('keeps a note, as text and not as HTML, that only its writer changes', async () => {
    expect((await act({ act: 'note', text: '<script>alert(1)</script> belt liever niet' })).status).toBe(303);
    const html = await (await els.get(fatima)).text();
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt; belt liever niet');
    const note = /name="note" value="(nt_[a-z0-9]+)"/.exec(html)?.[1] ?? '';
    const joost = await pages.visitor(people.joost);
    expect((await act({ act: 'note-change', note, text: 'x' }, joost)).status).toBe(404);
    expect((await act({ act: 'note-change', note, text: 'belt liever na zessen' })).status).toBe(303);
    expect(await page()).toContain('belt liever na zessen');
    expect((await act({ act: 'note-remove', note })).status).toBe(303);
    expect(await page()).not.toContain('na zessen');
  });

  it('keeps a follow-up that stands in my list with its day, until it is done', async () => {
    await act({ act: 'follow-up', text: 'Terugbellen', dueOn: '2026-11-20' });
    const list = await (await els.get('/customers/follow-ups')).text();
    expect(list).toContain('Terugbellen');
    expect(list).toContain('te laat');
    const followUp = /name="followUp" value="(fu_[a-z0-9]+)"/.exec(list)?.[1] ?? '';
    expect((await els.post('/customers/follow-ups', { act: 'follow-up-done', followUp })).status).toBe(303);
    expect(await shownIn(await els.get('/customers/follow-ups'))).toContain('Niets meer te doen');
    expect(await page()).toContain('gedaan door Els Bakker');
  });

  it('keeps a promise with its money, and says whether it was kept', async () => {
    expect(
      (await act({ act: 'promise', what: 'Geld terug', dueOn: '2026-12-01', amount: 'veel' })).status,
    ).toBe(422);
    await act({ act: 'promise', what: 'Geld terug', dueOn: '2026-12-01', amount: '84,50' });
    const html = await (await els.get(fatima)).text();
    expect(html).toContain('84,50');
    const promise = /name="promise" value="(pm_[a-z0-9]+)"/.exec(html)?.[1] ?? '';
    await act({ act: 'promise-settle', promise, outcome: 'kept', evidence: 'bijgeschreven' });
    expect(await page()).toContain('bijgeschreven');
  });

  it('confirms an identity only with what shows it', async () => {
    const identity =
      /name="identity" value="(id_[a-z0-9]+)"/.exec(await (await els.get(fatima)).text())?.[1] ?? '';
    expect((await act({ act: 'confirm', identity, evidence: '' })).status).toBe(422);
    expect((await act({ act: 'confirm', identity, evidence: 'belde vanaf haar nummer' })).status).toBe(303);
    expect(await page()).toContain('door een collega bevestigd');
  });

  it('is one page after merging, from either address, and two again afterwards', async () => {
    expect((await act({ act: 'merge', other: `https://polder.example${other}` })).status).toBe(303);
    const moved = await els.get(other);
    const kept = moved.status === 302 ? (moved.headers.get('location') ?? '') : other;
    const html = await (await els.get(kept)).text();
    expect(html).toContain('fatima-thuis');
    const line = /name="line" value="(al_[a-z0-9]+)"/.exec(html)?.[1] ?? '';
    expect((await act({ act: 'part', line }, els, kept)).status).toBe(303);
    expect((await els.get(other)).status).toBe(200);
    expect((await els.get(fatima)).status).toBe(200);
  });

  it('refuses an act that does not exist, and one that somebody may not do', async () => {
    expect((await act({ act: 'constructor' })).status).toBe(422);
    const anneke = await pages.visitor(people.anneke);
    expect((await act({ act: 'note', text: 'x' }, anneke)).status).toBe(403);
    expect((await act({ act: 'note', text: 'x' }, yara)).status).toBe(403);
  });

  it('costs as many statements however much is known', async () => {
    database.statements();
    await els.get(fatima);
    const few = database.statements().length;
    for (let i = 0; i < 8; i++) await act({ act: 'note', text: `nog een ${i}` });
    database.statements();
    await els.get(fatima);
    expect(database.statements().length).toBe(few);
    expect(few).toBeLessThan(45);
  });
});

describe('the pages beside it', () => {
  it('define an attribute, which then stands on the page and is checked by its type', async () => {
    const made = {
      act: 'define',
      key: 'panelen',
      type: 'number',
      nl: 'Zonnepanelen',
      en: 'Solar panels',
      category: 'commerce',
      purpose: 'service',
      choices: '',
    };
    expect((await els.post('/customers/attributes', made)).status).toBe(403);
    expect((await yara.post('/customers/attributes', made)).status).toBe(303);
    expect((await yara.post('/customers/attributes', made)).status).toBe(409);
    expect((await act({ act: 'attribute', key: 'panelen', value: 'veel' })).status).toBe(422);
    expect((await act({ act: 'attribute', key: 'panelen', value: '12' })).status).toBe(303);
    expect(await page()).toContain('Zonnepanelen');
  });

  it('say what to mend', async () => {
    const text = await shownIn(await els.get('/customers/quality'));
    expect(text).toContain('De poort is dicht');
    expect(text).toContain('bestelling B7');
  });

  it('show files to data managers only, and give an export', async () => {
    expect((await els.get('/customers/files')).status).toBe(403);
    expect((await yara.get('/customers/files')).status).toBe(200);
    const unasked = await yara.get('/customers/export?kind=customers&format=csv');
    expect(unasked.headers.get('location')).toBe('/customers/files?refused=conflict.reason-needed');
    const file = await yara.get('/customers/export?kind=customers&format=csv&reason=order');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(await file.text()).toContain('source,id,name');
  });

  it('show doubles to colleagues', async () => {
    expect((await els.get('/customers/doubles')).status).toBe(200);
  });
});
