import { afterAll, beforeAll, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../../test/pages.ts';
import { hirePeople, type People } from '../../../../test/people.ts';
import { openThread } from '../../../conversations/thread.ts';
import { makeReader } from '../../../listening/learning/reader.ts';
import { say } from '../../inbox/fixtures/saying.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let els: Visitor;
let ravi: Visitor;

beforeAll(async () => {
  const made = await testDatabase();
  database = { ...made, context: { ...made.context, reader: makeReader() } };
  pages = await testPages(database);
  people = await hirePeople(database.context);
  els = await pages.visitor(people.els);
  ravi = await pages.visitor(people.ravi);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

async function textOf(response: Response): Promise<string> {
  const html = (await response.text()).replace(/<script.*?<\/script>/gs, '').replace(/<!--.*?-->/g, '');
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

const topic = '/understanding/topic/setup';
const add = (nl: string, more: Record<string, string> = {}) =>
  ravi.post(topic, { act: 'add', nl, en: nl, ...more });

it('gives a topic its tree, with words by which it is known', async () => {
  expect((await add('energie')).headers.get('location')).toBe(topic);
  await add('zonnepanelen', { parent: 'energie', words: 'zonnepane*\r\nterugleveren, omvormer\n' });
  await add('rekening', { words: 'factuur' });
  const text = await textOf(await ravi.get(topic));
  expect(text).toContain('zonnepanelen zonnepane*, terugleveren en omvormer');
  expect(text).toContain('Wat er onder een klasse valt, telt daar ook mee.');
});

it('shows a message its topics and aspects, and takes several ticks for one', async () => {
  const [id = ''] = await say(database.context, [
    {
      author: 'Fatima',
      text: '@waterkracht mijn factuur klopt niet en de zonnepanelen leveren niets. Waardeloze prijs!',
    },
  ]);
  const page = await textOf(await els.get(`/conversations/${id}`));
  expect(page).toContain('zonnepanelen · rekening');
  expect(page).toContain('prijs: negatief');
  expect(page).toContain('door vaste regels');
  const message = (await openThread(people.els.context, id)).messages[0]?.publicId ?? '';
  const fields = {
    act: 'judge',
    message,
    head: 'topic',
    several: '1',
    'label.energie': '1',
    'label.rekening': '1',
  };
  expect((await els.post(`/conversations/${id}`, fields)).status).toBe(303);
  const after = await textOf(await els.get(`/conversations/${id}`));
  expect(after).toContain('energie · rekening');
  expect(after).toContain('verbeterd door jou');
  const open = await (await els.get(`/conversations/${id}?judge=${message}.topic`)).text();
  expect(open).toContain('name="label.zonnepanelen"');
  expect(await (await els.get(`/conversations/${id}`)).text()).not.toContain('name="label.zonnepanelen"');
  const none = { act: 'judge', message, head: 'topic', several: '1' };
  expect((await els.post(`/conversations/${id}`, none)).status).toBe(303);
  expect(await textOf(await els.get(`/conversations/${id}`))).toContain('Onderwerp geen van deze');
  const right = { act: 'judge', message, head: 'aspects', shown: 'price_negative' };
  expect((await els.post(`/conversations/${id}`, right)).status).toBe(303);
  expect(await textOf(await els.get(`/conversations/${id}`))).toContain('klopt, zei jij');
});

it('renames, merges and deletes, and says beforehand what follows', async () => {
  const at = '/understanding/topic/classes/zonnepanelen';
  const page = await textOf(await ravi.get(at));
  expect(page).toContain('Alles wat ooit “zonnepanelen” heette, heet daarna zoals de andere klasse');
  expect(page).toContain('Polder antwoordt nooit meer “zonnepanelen”.');
  expect(
    (await ravi.post(at, { act: 'rename', nl: 'zon', en: 'solar', parent: 'energie', words: '' })).status,
  ).toBe(303);
  expect(await textOf(await ravi.get(topic))).toContain('zon');
  expect((await ravi.post(at, { act: 'merge', into: 'rekening' })).status).toBe(303);
  expect(await textOf(await ravi.get(topic))).toContain('zon: opgegaan in rekening');
  expect((await ravi.get(at)).status).toBe(404);
  await ravi.post('/understanding/topic/classes/energie', { act: 'delete' });
  expect(await textOf(await ravi.get(topic))).toContain('energie: verwijderd');
});

it('refuses in words, and keeps what was typed', async () => {
  const double = await add('REKENING');
  expect(double.status).toBe(409);
  const text = await double.text();
  expect(text).toContain('Er is al een klasse met deze naam');
  expect(text).toContain('value="REKENING"');
  expect((await add('')).status).toBe(422);
  expect((await ravi.post('/understanding/urgency/classes/3', { act: 'delete' })).status).toBe(409);
  expect(await textOf(await ravi.get('/understanding/urgency/setup'))).toContain('Deze klassen liggen vast');
  expect((await els.get(topic)).status).toBe(403);
  expect((await els.post(topic, { act: 'add', nl: 'x', en: 'x' })).status).toBe(403);
});

it('calls a class everywhere as the organisation calls it', async () => {
  const [id = ''] = await say(database.context, [
    { author: 'Henk', text: '@waterkracht wat een waardeloze service, ik wil een klacht indienen' },
  ]);
  const fields = { act: 'rename', nl: 'ontevreden', en: 'unhappy' };
  expect((await ravi.post('/understanding/intent/classes/complaint', fields)).status).toBe(303);
  for (const page of ['/inbox', `/conversations/${id}`, '/understanding/intent'])
    expect(await textOf(await els.get(page)), page).toContain('ontevreden');
});

it('adds a question without code, and switches it off', async () => {
  const made = { nl: 'Apparaat', en: 'Device', kind: 'single', rules: 'words', promised: '0.8' };
  const classes = 'warmtepomp = heat pump\nlaadpaal = charger';
  const done = await ravi.post('/understanding/new', { ...made, classes });
  expect(done.headers.get('location')).toBe('/understanding/device/setup');
  expect(await textOf(await ravi.get('/understanding'))).toContain('Apparaat');
  expect((await ravi.post('/understanding/new', { ...made, classes })).status).toBe(409);
  const off = { act: 'configure', promised: '0.95', nl: 'Apparaat', en: 'Device' };
  expect((await ravi.post('/understanding/device/setup', off)).status).toBe(303);
  expect(await textOf(await els.get('/understanding'))).not.toContain('Apparaat');
  expect(await textOf(await ravi.get('/understanding'))).toContain('Apparaat uit');
});
