import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { firstTree } from '../../organisation/deciding/first-tree.ts';
import { say } from '../inbox/fixtures/saying.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let ravi: Visitor;
let els: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  ravi = await pages.visitor(people.ravi);
  els = await pages.visitor(people.els);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

const text = 'Wij antwoorden als mens en zeggen wie wij zijn.';
const rule = {
  act: 'publish',
  'nl.title': 'Onze spelregels',
  'nl.text': text,
  'en.title': 'Our house rules',
  'en.text': 'We answer as people and say who we are.',
  holdsFrom: '2026-11-24',
  reviewOn: '2027-11-24',
};

describe('house rules', () => {
  it('begin with an example that is ready to change', async () => {
    expect(await shownIn(await ravi.get('/organisation/rules'))).toContain('Nog geen spelregels');
    expect(await (await ravi.get('/organisation/rules/new')).text()).toContain('Wij antwoorden als mens');
    const short = await ravi.post('/organisation/rules/new', { ...rule, 'en.text': 'Kort' });
    expect(short.status).toBe(422);
    expect(await short.text()).toContain(text);
  });

  it('remind whoever has not read them by a bar on every page, until they have', async () => {
    expect(await shownIn(await els.get('/inbox'))).not.toContain('spelregel die je nog niet las');
    const made = await ravi.post('/organisation/rules/new', rule);
    const admin = made.headers.get('location') ?? '';
    const [, id = ''] = /\/(ru_\w+)$/.exec(admin) ?? [];
    expect(await shownIn(await els.get('/inbox'))).toContain('Er is 1 spelregel die je nog niet las');
    expect(await shownIn(await els.get('/house-rules'))).toContain('nog te lezen');
    expect(await shownIn(await els.get(`/house-rules/${id}`))).toContain(text);
    expect((await els.post(`/house-rules/${id}`, { version: '1' })).status).toBe(303);
    expect(await shownIn(await els.get('/inbox'))).not.toContain('spelregel die je nog niet las');
    expect(await shownIn(await ravi.get('/inbox'))).toContain('spelregel die je nog niet las');
    const who = await shownIn(await ravi.get(admin));
    expect(who).toContain('1 van 4');
    expect(who).toContain('nog niet');
    const later = await ravi.post(admin, { ...rule, holdsFrom: '2026-11-24', 'nl.text': `${text} Altijd.` });
    expect(later.status).toBe(303);
    expect(await shownIn(await els.get('/inbox'))).toContain('Er is 1 spelregel die je nog niet las');
    expect((await els.post(`/house-rules/${id}`, { version: '1' })).status).toBe(409);
  });

  it('cost the pages of others no statement', async () => {
    const count = async (visitor: Visitor, path: string) => {
      database.statements();
      await visitor.get(path);
      return database.statements().length;
    };
    expect(await count(els, '/house-rules')).toBeLessThanOrEqual(3);
    expect(await count(ravi, '/organisation/rules')).toBeLessThanOrEqual(3);
    expect((await els.get('/organisation/rules')).status).toBe(403);
    expect((await els.get('/organisation/decision-tree')).status).toBe(403);
  });
});

/** The tree as the form posts it. */
const fields = (act: string) =>
  Object.fromEntries([
    ['act', act],
    ...firstTree.flatMap((node, at) =>
      Object.entries(node).map(([name, value]): [string, string] => [`${at}.${name}`, value]),
    ),
  ]);

describe('the questions "answer or not"', () => {
  it('stand beside the composer once they were published, step by step without script', async () => {
    const [conversation = ''] = await say(database.context, [
      { author: 'Fatima', text: '@waterkracht waar blijft mijn pakket?' },
    ]);
    const page = `/conversations/${conversation}`;
    expect(await shownIn(await els.get(page))).not.toContain('Reageren of niet?');
    expect((await ravi.post('/organisation/decision-tree', fields('publish'))).status).toBe(303);
    const html = await (await els.get(page)).text();
    expect(html).toContain('Reageren of niet?');
    expect(html).toContain('Gaat het over gevaar');
    expect(html).toContain('geen antwoord nodig');
    expect((await ravi.post('/organisation/decision-tree', fields('withdraw'))).status).toBe(303);
    expect(await shownIn(await els.get(page))).not.toContain('Reageren of niet?');
  });

  it('are drawn again with one more or less, and refused when a colleague could get stuck', async () => {
    const more = await ravi.post('/organisation/decision-tree', fields('add-advice'));
    expect(more.status).toBe(200);
    expect(await more.text()).toContain(`name="${firstTree.length}.outcome"`);
    const stuck = await ravi.post('/organisation/decision-tree', { ...fields('publish'), '0.yes': '' });
    expect(stuck.status).toBe(422);
    const shown = await shownIn(stuck);
    expect(shown).toContain('Zo kan een collega vastlopen');
    expect(shown).toContain('1. Kies wat er volgt op ja en op nee.');
  });
});

describe('training', () => {
  const course = {
    'nl.title': 'Praten met klanten',
    'nl.text': 'Zeg wie je bent en beloof alleen wat zeker is.',
    'nl.questions': '? Wat beloof je?\n+ Wat zeker is\n- Wat de klant graag hoort',
    'en.title': 'Talking with customers',
    'en.text': 'Say who you are and promise only what is certain.',
    'en.questions': '? What do you promise?\n+ What is certain\n- What the customer likes to hear',
    pass: '80',
    months: '12',
    needed: 'on',
  };

  it('is a text with a test; whoever passes gets a certificate that runs out', async () => {
    expect(await shownIn(await els.get('/training'))).toContain('Nog geen cursussen');
    const wrong = {
      ...course,
      'en.questions': '? What do you promise?\n- What is certain\n- Nothing at all',
    };
    const refused = await ravi.post('/organisation/training/new', wrong);
    expect(refused.status).toBe(422);
    expect(await shownIn(refused)).toContain('Een vraag heeft geen goed antwoord');
    const made = await ravi.post('/organisation/training/new', course);
    const id = /\/(co_\w+)$/.exec(made.headers.get('location') ?? '')?.[1] ?? '';
    const page = await (await els.get(`/training/${id}`)).text();
    expect(page).toContain('name="question.0"');
    expect(page).not.toContain('"right":');
    const failed = await els.post(`/training/${id}`, { version: '1', 'question.0': '1' });
    expect(await shownIn(failed)).toContain('Nog niet geslaagd');
    const passed = await els.post(`/training/${id}`, { version: '1', 'question.0': '0' });
    expect(await shownIn(passed)).toContain('Geslaagd');
    expect(await shownIn(await els.get('/training'))).toContain('geldig tot 24 november 2027');
    const overview = await shownIn(await ravi.get('/organisation/training'));
    expect(overview).toContain('1 van 4');
    expect(overview).toContain('geldig tot 24 november 2027');
    expect((await els.get('/organisation/training')).status).toBe(403);
  });

  it('asks few statements for its lists', async () => {
    database.statements();
    await ravi.get('/organisation/training');
    expect(database.statements().length).toBeLessThanOrEqual(4);
    await els.get('/training');
    expect(database.statements().length).toBeLessThanOrEqual(3);
  });
});
