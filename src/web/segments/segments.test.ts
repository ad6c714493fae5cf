import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, hirePerson, type People } from '../../../test/people.ts';
import { say } from '../inbox/fixtures/saying.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let yara: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  const role = 'data_manager';
  const manager = { name: 'Yara Smit', role, departmentId: null } as const;
  yara = await pages.visitor(await hirePerson(database.context, manager));
  await say(
    database.context,
    Array.from({ length: 30 }, (_, n) => ({
      author: `Henk_${n}`,
      text:
        n % 3 === 0 ? '@waterkracht wat een waardeloze service!' : '@waterkracht bedankt, geweldig geholpen!',
    })),
  );
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

const named = { name: 'Wie ons kent', purpose: 'service', match: 'all' };
const known = { '0.criterion': 'known', '0.not': 'is', '0.from': '2020-01-01', '0.until': '' };

describe('target groups', () => {
  it('explain themselves while there are none, and are made without script, a condition at a time', async () => {
    expect(await shownIn(await yara.get('/segments'))).toContain('Nog geen doelgroepen');
    const begun = await yara.post('/segments/new', { ...named, act: 'add', criterion: 'known' });
    expect(begun.status).toBe(200);
    const html = await begun.text();
    expect(html).toContain('name="0.from"');
    expect(html).toContain('value="Wie ons kent"');
    const kept = await yara.post('/segments/new', { ...named, ...known, act: 'save' });
    expect(kept.status).toBe(303);
    const where = kept.headers.get('location') ?? '';
    const shown = await shownIn(await yara.get(where));
    expect(shown).toContain('30 personen');
    expect(shown).toContain('30 personen schreven samen 30 berichten');
    expect(await shownIn(await yara.get('/segments'))).toContain('Wie ons kent');
  });

  it('say what is wrong and lose nothing that was typed', async () => {
    const odd = { ...known, '0.from': '30 februari' };
    const answer = await yara.post('/segments/new', { ...named, name: 'Ander', ...odd, act: 'save' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('Een voorwaarde is niet goed ingevuld');
    expect(html).toContain('value="30 februari"');
    const nameless = await yara.post('/segments/new', { ...named, name: ' ', ...known, act: 'save' });
    expect(await shownIn(nameless)).toContain('Vul dit in');
    const gone = { ...named, '0.criterion': 'shoe-size', '0.not': 'is', act: 'save' };
    const unknown = await yara.post('/segments/new', gone);
    expect(unknown.status).toBe(409);
  });

  it('are for those who may, and ask few statements', async () => {
    const els = await pages.visitor(people.els);
    expect((await els.get('/segments')).status).toBe(200);
    expect((await els.get('/segments/new')).status).toBe(403);
    expect((await els.post('/segments/new', { ...named, ...known, act: 'save' })).status).toBe(403);
    const anneke = await pages.visitor(people.anneke);
    expect((await anneke.get('/segments')).status).toBe(403);
    database.statements();
    await yara.get('/segments');
    expect(database.statements().length).toBeLessThanOrEqual(7);
    expect((await yara.get('/segments/sg_nowhere')).status).toBe(404);
  });
});
