import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../../test/pages.ts';
import { hirePeople, hirePerson, type People } from '../../../../test/people.ts';
import { findDraft } from '../../../privacy/offer/drafting.ts';
import { shownIn } from '../../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let yara: Visitor;
let ravi: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  const manager = { name: 'Yara Nijhof', role: 'data_manager', departmentId: null } as const;
  yara = await pages.visitor(await hirePerson(database.context, manager));
  ravi = await pages.visitor(people.ravi);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

const offers = {
  nl: 'u elke week aanbiedingen doen',
  en: 'make you offers every week',
  recipients: 'Drukkerij Dijkstra\nDrukkerij Dijkstra\n',
  months: '12',
  offered: 'on',
  'category.contact': 'on',
  'category.commerce': 'on',
};
const draftId = async () => (await findDraft(database.context))?.publicId ?? '';

describe('the privacy contract', () => {
  it('stands there in the sentences that customers read, with what it costs them', async () => {
    const shown = await shownIn(await yara.get('/offer'));
    for (const words of [
      'Versie 1, die nu geldt',
      'u antwoord geven en uw vraag of klacht afhandelen',
      'niemand anders',
    ])
      expect(shown).toContain(words);
    database.statements();
    await yara.get('/offer.data');
    const ran = database.statements().filter((text) => !/from auth\.|from "organisation"/.test(text));
    expect(ran.length, ran.join('\n')).toBeLessThanOrEqual(5);
  });

  it('gets a new version without script: begun, changed, put forward with what is material', async () => {
    expect((await yara.post('/offer', {})).headers.get('location')).toBe('/offer/draft');
    expect(await shownIn(await yara.get('/offer/draft'))).toContain('Nog niets');
    expect((await yara.post('/offer/draft/purposes/offers', offers)).status).toBe(303);
    const shown = await shownIn(await yara.get('/offer/draft'));
    for (const words of ['andere zin', 'ook te zien door', 'minder gegevens', 'korter bewaard'])
      expect(shown).toContain(words);
    const less = await yara.post('/offer/draft', { act: 'propose', draft: await draftId(), note: '' });
    expect(await shownIn(less)).toContain('Schrijf op waarom');
    const proposed = await yara.post('/offer/draft', {
      act: 'propose',
      draft: await draftId(),
      'material.offers': 'on',
    });
    expect(proposed.status).toBe(303);
    expect(await shownIn(await yara.get('/offer/draft'))).toContain('een ander moet bevestigen');
  });

  it('holds only when a second colleague confirms', async () => {
    const draft = await draftId();
    const own = await yara.post('/offer/draft', { act: 'confirm', draft });
    expect(own.status).toBe(403);
    expect(await shownIn(own)).toContain('een ander moet bevestigen');
    expect((await ravi.post('/offer/draft', { act: 'confirm', draft })).headers.get('location')).toBe(
      '/offer',
    );
    const shown = await shownIn(await ravi.get('/offer'));
    for (const words of ['Versie 2, die nu geldt', 'Yara Nijhof', 'Drukkerij Dijkstra'])
      expect(shown).toContain(words);
    expect(await shownIn(await yara.get('/offer/versions/2'))).toContain('Van versie 1 naar versie 2');
    expect((await yara.get('/offer/versions/9')).status).toBe(404);
  });

  it('says what is wrong with a change, and loses nothing that was typed', async () => {
    await yara.post('/offer', {});
    const answer = await yara.post('/offer/draft/purposes/offers', { ...offers, nl: '', months: 'lang' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('make you offers every week');
    expect(
      (
        await yara.post('/offer/draft/promises/requests', {
          nl: 'Binnen 60 dagen.',
          en: 'Within 60 days.',
          days: '60',
        })
      ).status,
    ).toBe(303);
    expect(await shownIn(await yara.get('/offer/draft'))).toContain('zwakkere belofte');
    expect((await yara.get('/offer/draft/purposes/nothing')).status).toBe(404);
    expect((await yara.post('/offer/draft', { act: 'drop', draft: await draftId() })).status).toBe(303);
    expect(await shownIn(await yara.get('/offer/draft'))).toContain('wordt geen nieuwe versie gemaakt');
  });

  it('is for whoever may make it', async () => {
    const els = await pages.visitor(people.els);
    for (const path of ['/offer', '/offer/draft', '/offer/versions/1', '/offer/draft/purposes/offers'])
      expect((await els.get(path)).status).toBe(403);
    expect((await els.post('/offer', {})).status).toBe(403);
  });
});
