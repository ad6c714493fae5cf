import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { type Talk, talk } from '../../conversations/fixtures/talk.ts';
import { letGo } from '../../conversations/fixtures/time-passing.ts';
import { openThread } from '../../conversations/thread.ts';
import { suggestDue } from '../../listening/assisting/suggesting.ts';
import { turnedClock } from '../../platform/clock.ts';
import { transact } from '../../platform/context.ts';
import { makeLanguageModel } from '../../platform/language-model/asking.ts';
import { type MockModel, mockModel } from '../../platform/language-model/fixtures/mock-model.ts';
import { decide } from '../../privacy/deciding.ts';

let database: TestDatabase;
let mock: MockModel;
let people: People;
let pages: TestPages;
let plainPages: TestPages;
let els: Visitor;
let elsWithout: Visitor;
let anneke: Visitor;
let said: Talk;

beforeAll(async () => {
  database = await testDatabase();
  mock = await mockModel();
  people = await hirePeople(database.context);
  const clock = turnedClock('2026-11-24T10:00:00Z');
  const languageModel = makeLanguageModel(mock.settings, { clock, timeout: 20_000 });
  pages = await testPages({ ...database, context: { ...database.context, languageModel } });
  plainPages = await testPages(database);
  els = await pages.visitor(people.els);
  elsWithout = await plainPages.visitor(people.joost);
  anneke = await pages.visitor(people.anneke);
});
afterAll(async () => {
  await pages.close();
  await plainPages.close();
  await mock.close();
  await database.close();
});
beforeEach(async () => {
  mock.says(JSON.stringify({ text: 'Dag [NAME_2], wij kijken ernaar. Wij vergoeden de schade.' }));
  said = await talk(database.context, 'Mijn naam is Fatima. De rode eend zwemt in de soep.');
});

const at = () => `/conversations/${said.id}`;

/** What a page shows, without its markup. */
async function words(response: Response): Promise<string> {
  const html = (await response.text()).replace(/<script.*?<\/script>/gs, '').replace(/<!--.*?-->/g, '');
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

describe('the composer', () => {
  it('offers a prepared answer where there is a language model, and nothing of it where there is none', async () => {
    expect(await words(await els.get(at()))).toContain('Antwoord laten voorbereiden mock-1, bij ons in huis');
    expect(await words(await elsWithout.get(at()))).not.toContain('voorbereiden');
  });

  it('holds the prepared answer without script, with its source and what to mind; nothing is sent', async () => {
    const done = await els.post(`${at()}/draft?view=unassigned`, { act: 'prepare' });
    expect(done.status).toBe(303);
    expect(done.headers.get('location')).toBe(`${at()}?view=unassigned#reply`);
    const html = await (await els.get(at())).text();
    expect(html).toMatch(
      /<textarea[^>]*>Dag Fatima, wij kijken ernaar\. Wij vergoeden de schade\.<\/textarea>/,
    );
    const page = await words(await els.get(at()));
    expect(page).toContain('Voorbereid door software: mock-1, bij ons in huis');
    expect(page).toContain('Dit belooft iets. Sta jij ervoor in? Wij vergoeden de schade.');
    expect((await openThread(people.els.context, said.id)).messages.length).toBe(1);
  });

  it('lets a promise of the software go only when the colleague stands behind it, or took it out', async () => {
    await els.post(`${at()}/draft`, { act: 'prepare' });
    const { version } = await openThread(people.els.context, said.id);
    const reply = { act: 'reply', text: 'Dag Fatima. Wij vergoeden de schade.', version: String(version) };
    const refused = await els.post(at(), reply);
    expect(refused.status).toBe(409);
    expect(await words(refused)).toContain('In het antwoord staat nog een belofte van de software');
    expect((await openThread(people.els.context, said.id)).messages.length).toBe(1);
    expect((await els.post(at(), { ...reply, standing: '1' })).status).toBe(303);
    await letGo(database.context);
    expect((await openThread(people.els.context, said.id)).messages.at(-1)).toMatchObject({ kind: 'reply' });
  });

  it('lets it be thrown away, and says why there is none when it went wrong', async () => {
    await els.post(`${at()}/draft`, { act: 'prepare' });
    await els.post(`${at()}/draft`, { act: 'drop' });
    expect(await words(await els.get(at()))).not.toContain('Voorbereid door software');
    mock.says('{"text":"Klik op https://evil.example/pay"}');
    await els.post(`${at()}/draft`, { act: 'prepare' });
    const page = await words(await els.get(at()));
    expect(page).toContain(
      'Geen voorbereid antwoord. Wat het model schreef, mag niet: er stond een vreemde link in.',
    );
    expect(page).not.toContain('evil.example');
  });

  it('says that the customer does not want it, as soon as they said so', async () => {
    await els.post(`${at()}/draft`, { act: 'prepare' });
    await transact(database.context, 'service', (ctx) =>
      decide(ctx, said.personId, { purpose: 'ai_assist', act: 'object', strength: 0 }),
    );
    const page = await words(await els.get(at()));
    expect(page).toContain('Deze klant laat geen software meelezen.');
    expect(page).not.toContain('wij kijken ernaar');
  });

  it('is not for who may not answer, nor for who passes by', async () => {
    expect((await anneke.post(`${at()}/draft`, { act: 'prepare' })).status).toBe(404);
    const refused = await pages.nobody.post(`${at()}/draft`, { act: 'prepare' });
    expect([302, 303, 401, 403, 404]).toContain(refused.status);
    expect((await els.post(`${at()}/draft`, { act: 'send' })).status).toBe(422);
    expect((await elsWithout.post(`${at()}/draft`, { act: 'prepare' })).status).toBe(404);
  });
});

describe('a suggestion', () => {
  it('stands with the message, names its model, and holds when a colleague takes it over', async () => {
    mock.says('{"intent":"complaint"}');
    const clock = turnedClock('2026-11-24T10:00:00Z');
    await suggestDue({ ...database.context, languageModel: makeLanguageModel(mock.settings, { clock }) });
    const page = await words(await els.get(at()));
    expect(page).toMatch(/Voorstel, Bedoeling: .+ taalmodel mock-1 Overnemen/);
    const taken = { act: 'judge', message: said.messageId, head: 'intent', label: 'complaint' };
    expect((await els.post(at(), taken)).status).toBe(303);
    expect(await words(await els.get(at()))).not.toContain('Voorstel, Bedoeling');
  });
});

describe('the page about understanding', () => {
  it('says on or off, where the text goes, and what came of it', async () => {
    await els.post(`${at()}/draft`, { act: 'prepare' });
    const on = await words(await els.get('/understanding'));
    expect(on).toContain('Hulp van taalmodellen');
    expect(on).toContain(`De tekst blijft in huis: ${new URL(mock.settings.url).host}.`);
    expect(on).toContain('Taalmodel: beantwoord');
    const off = await words(await elsWithout.get('/understanding'));
    expect(off).toContain('Geen bericht gaat naar een taalmodel.');
    expect(off).not.toContain(new URL(mock.settings.url).host);
  });
});
