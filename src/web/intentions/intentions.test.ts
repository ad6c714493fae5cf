import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, hirePerson, type People } from '../../../test/people.ts';
import { say } from '../inbox/fixtures/saying.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let mila: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  const role = 'community_manager';
  mila = await pages.visitor(
    await hirePerson(database.context, { name: 'Mila Vos', role, departmentId: null }),
  );
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});

const told = {
  saidNl: 'De rekening is niet te lezen.',
  didNl: 'De rekening past nu op één bladzijde.',
  saidEn: '',
  didEn: '',
  doneOn: '2026-11-20',
  conversations: '',
};
const statementsFor = async (visitor: Visitor, path: string) => {
  database.statements();
  expect((await visitor.get(path)).status).toBe(200);
  return database.statements().length;
};

describe('what was said and done', () => {
  it('is told by whoever may, stands on the public page, and is taken off and put back', async () => {
    expect((await mila.post('/heard', told)).status).toBe(303);
    expect(await shownIn(await pages.nobody.get('/intentions'))).toContain('past nu op één bladzijde');
    const html = await (await mila.get('/heard')).text();
    const id = /name="id" value="(he_[a-z0-9]+)"/.exec(html)?.[1] ?? '';
    expect((await mila.post('/heard', { id, act: 'hide' })).status).toBe(303);
    expect(await shownIn(await pages.nobody.get('/intentions'))).not.toContain('past nu op één bladzijde');
    expect((await mila.post('/heard', { id, act: 'show' })).status).toBe(303);
    expect(await shownIn(await pages.nobody.get('/intentions'))).toContain('past nu op één bladzijde');
  });

  it('takes whole addresses of conversations, and refuses those that do not exist', async () => {
    const [conversation] = await say(database.context, [{ author: 'fatima', text: 'Wat een rekening!' }]);
    const conversations = `https://polder.example/conversations/${conversation} `;
    expect((await mila.post('/heard', { ...told, didNl: 'Met bron.', conversations })).status).toBe(303);
    const gone = { ...told, conversations: `cv_${'a'.repeat(26)}` };
    expect((await mila.post('/heard', gone)).status).toBe(404);
    expect((await mila.post('/heard', { ...told, saidNl: '' })).status).toBe(422);
  });

  it('is written by nobody else', async () => {
    for (const person of [people.els, people.anneke]) {
      const visitor = await pages.visitor(person);
      expect((await visitor.get('/heard')).status).toBe(403);
      expect((await visitor.post('/heard', told)).status).toBe(403);
    }
    expect((await pages.nobody.post('/heard', told)).headers.get('location')).toMatch(/^\/sign-in/);
  });
});

describe('the intentions', () => {
  it('are for everybody, in the language asked for, without a script, and may be kept for five minutes', async () => {
    const ask = (language: string) => pages.ask('/intentions', { headers: { 'accept-language': language } });
    const [nl, en] = [await ask('nl'), await ask('en')];
    expect(nl.headers.get('cache-control')).toBe('public, max-age=300');
    expect(nl.headers.get('vary')).toContain('Accept-Language');
    const [dutch, english] = [await nl.text(), await en.text()];
    for (const html of [dutch, english]) expect(html).not.toContain('<script');
    expect(dutch).toContain('lang="nl"');
    expect(english).toContain('lang="en"');
    expect((await mila.get('/intentions')).headers.get('cache-control')).toContain('no-store');
  });

  it('show what was typed as text, and say nothing of who said it', async () => {
    await mila.post('/heard', {
      ...told,
      saidNl: '<img src=x onerror=alert(1)>',
      didNl: 'Weggehaald <b>nu</b>.',
    });
    const html = await (await pages.nobody.get('/intentions')).text();
    expect(html).toContain('&lt;img src=x');
    expect(html).not.toMatch(/<img src=x|fatima/);
  });

  it('cost as many statements however much was said, for readers and for writers', async () => {
    const few = [await statementsFor(pages.nobody, '/intentions'), await statementsFor(mila, '/heard')];
    for (let n = 0; n < 8; n += 1) await mila.post('/heard', { ...told, didNl: `Nog iets, ${n}.` });
    expect([await statementsFor(pages.nobody, '/intentions'), await statementsFor(mila, '/heard')]).toEqual(
      few,
    );
    expect(few[0]).toBeLessThanOrEqual(7);
    expect(few[1]).toBeLessThanOrEqual(6);
  });
});
