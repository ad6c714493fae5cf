import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, hirePerson, type People } from '../../../test/people.ts';
import { answer } from '../../conversations/answering.ts';
import { runningWebcare } from '../../pilots/fixtures/webcare-pilot.ts';
import { grantFirst } from '../../pilots/granting.ts';
import { say } from '../inbox/fixtures/saying.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let mila: Visitor;
let els: Visitor;
let joost: Visitor;
let anneke: Visitor;
let ravi: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  const role = 'community_manager';
  mila = await pages.visitor(
    await hirePerson(database.context, { name: 'Mila Vos', role, departmentId: null }),
  );
  els = await pages.visitor(people.els);
  joost = await pages.visitor(people.joost);
  anneke = await pages.visitor(people.anneke);
  ravi = await pages.visitor(people.ravi);
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
});
beforeEach(async () => {
  await withAdmin(database.ownerUrl, (owner) => owner.query('truncate pilot, capability_grant cascade'));
  await grantFirst(database.context);
});

const who = () => ({
  owner: people.els.employee.id,
  sponsor: people.anneke.employee.id,
  department: people.departmentId,
});

const complete = () => ({
  ...{ act: 'plan', title: 'Webcare in kantooruren', goal: 'Iedereen krijgt antwoord' },
  ...{ owner: who().owner, sponsor: who().sponsor, department: who().department },
  ...{ metric: 'RR', metricName: '', type: 'service', unit: 'share', better: 'higher' },
  ...{ baseline: '0,4', target: '0,6', targetOn: '2027-01-20', unitValue: '4', hours: '20', rate: '45' },
  ...{ means: '+ Twee collega’s\n+ Eén kanaal' },
  ...{ 'p1.days': '60', 'p1.channels': 'x', 'p1.hours': 'office', 'p1.approval': 'sample' },
  ...{ 'p2.days': '60', 'p2.channels': 'x', 'p2.hours': 'evenings', 'p2.approval': 'sample' },
  ...{ 'p3.days': '60', 'p3.channels': 'x, mail', 'p3.hours': 'weekend', 'p3.approval': 'none' },
});

describe('a pilot on the pages', () => {
  it('goes from a template over the fit test and the plan to running, by forms without script', async () => {
    const template = await shownIn(await mila.get('/pilots/templates/CX1'));
    expect(template).toContain('Ook de avonden: daar blijft bijna de helft onbeantwoord.');
    const idea = { title: 'Webcare in kantooruren', goal: '', area: 'experience', template: 'CX1' };
    const made = await mila.post('/pilots/new', { ...idea, capability: 'inbox.webcare' });
    const page = made.headers.get('location') ?? '';
    expect(page).toMatch(/^\/pilots\/pi_/);
    expect((await mila.post(page, { act: 'start' })).status).toBe(409);
    expect((await mila.post(page, { act: 'fit' })).status).toBe(303);
    expect((await mila.post(page, { ...complete(), baseline: '', 'p2.hours': 'office' })).status).toBe(303);
    const missing = await shownIn(await mila.get(page));
    expect(missing).toContain('Een nulmeting');
    expect(missing).toContain('Een stap 2 die ruimer is');
    expect(missing).not.toContain('Alles staat er');
    expect((await mila.post(page, { act: 'start' })).status).toBe(409);
    expect((await mila.post(page, complete())).status).toBe(303);
    const ready = await shownIn(await mila.get(page));
    expect(ready).toContain('Alles staat er');
    expect(ready).toContain('Dit stond al aan zonder plan: Beantwoorden');
    expect((await mila.post(page, { act: 'start' })).status).toBe(303);
    expect(await shownIn(await mila.get('/pilots'))).toContain('stap 1');
  });

  it('closes the inbox outside its hours, and scaling it opens the evening: form, promise and plan', async () => {
    const [conversation = ''] = await say(database.context, [
      { author: 'fatima', text: 'Klopt mijn rekening?' },
    ]);
    const id = await runningWebcare(people.ravi.context, who());
    const look = async (path: string) => shownIn(await els.get(path));
    const evening = '2026-11-24T19:00:00Z';
    database.turn.turnTo(evening);
    expect(await look(`/conversations/${conversation}`)).toContain('Antwoorden kan hier weer vanaf');
    const reply = () => answer(people.els.context, conversation, { text: 'Wij kijken het na.' });
    await expect(reply()).rejects.toMatchObject({ code: 'forbidden.capability' });
    const promise = async () => shownIn(await pages.nobody.get('/intentions'));
    expect(await promise()).toContain('09:00-17:00');
    const page = `/pilots/${id}`;
    await mila.post(page, { act: 'ask', why: '' });
    expect((await mila.post(page, { act: 'scale', why: 'Het doel is gehaald' })).status).toBe(303);
    expect(await look(`/conversations/${conversation}`)).not.toContain('Antwoorden kan hier weer vanaf');
    expect(await promise()).toContain('09:00-22:00');
    expect(await shownIn(await mila.get('/pilots/plan'))).toContain('(nu)');
    const file = await mila.get('/pilots/plan/file');
    expect(file.headers.get('content-type')).toContain('text/csv');
    expect(await file.text()).toContain('Webcare in kantooruren');
    database.turn.turnTo('2026-11-24T10:00:00Z');
  });

  it('is decided on by the sponsor and whoever arranges pilots, and a colleague only reads', async () => {
    const id = await runningWebcare(people.ravi.context, who());
    expect((await joost.get(`/pilots/${id}`)).status).toBe(200);
    expect((await joost.post(`/pilots/${id}`, { act: 'ask', why: '' })).status).toBe(403);
    expect((await joost.get('/pilots/new')).status).toBe(403);
    expect((await els.post(`/pilots/${id}`, { act: 'ask', why: '' })).status).toBe(303);
    const stop = { act: 'stop', why: 'Te duur', learned: 'Begin met één kanaal.', otherwise: '' };
    expect((await anneke.post(`/pilots/${id}`, stop)).status).toBe(303);
    expect(await shownIn(await anneke.get('/pilots/lessons?search=kanaal'))).toContain(
      'Begin met één kanaal.',
    );
  });

  it('shows what was filled in per week, with its costs, and makes a template and a sheet of it', async () => {
    const id = await runningWebcare(people.ravi.context, who());
    const page = `/pilots/${id}`;
    for (const [weeks, value] of [-3, -2, -1, 0, 1].map(
      (week) => [week, week < 0 ? '0,4' : '0,7'] as const,
    )) {
      const day = Temporal.PlainDate.from('2026-11-24').add({ weeks }).toString();
      for (const [side, own] of [
        ['pilot', value],
        ['beside', '0,4'],
      ] as const) {
        const week = { act: 'figure', metric: 'benefit', side, day, n: '100', value: own };
        expect((await mila.post(page, week)).status).toBe(303);
      }
    }
    const cost = { act: 'cost', kind: 'tools', euros: '120', spentOn: '2026-11-24', what: 'Licentie' };
    expect((await mila.post(page, cost)).status).toBe(303);
    const shown = await shownIn(await mila.get(page));
    expect(shown).toContain('Vergeleken met wat ernaast lag');
    expect(shown).toContain('+30 punt');
    expect((await mila.post(page, { ...cost, euros: '-4' })).status).toBe(422);
    expect((await mila.post(page, { act: 'template' })).status).toBe(303);
    expect(await shownIn(await mila.get('/pilots/templates'))).toContain('EIGEN-1');
    expect(await shownIn(await mila.get(`${page}/case`))).toContain('Zakelijke onderbouwing');
  });

  it('costs as many statements on the board however many there are', async () => {
    const counted = async (path: string) => {
      database.statements();
      await mila.get(path);
      return database.statements().length;
    };
    await mila.get('/pilots');
    const few = [await counted('/pilots'), await counted('/pilots/plan'), await counted('/pilots/lessons')];
    for (let n = 0; n < 5; n += 1) {
      const idea = {
        title: `Idee ${n}`,
        goal: '',
        area: 'content',
        template: '',
        capability: 'content.calendar',
      };
      expect((await mila.post('/pilots/new', idea)).status).toBe(303);
    }
    // Telling the live screens comes after the answer; it is no part of the page.
    await mila.get('/pilots');
    expect([
      await counted('/pilots'),
      await counted('/pilots/plan'),
      await counted('/pilots/lessons'),
    ]).toEqual(few);
    expect(Math.max(...few)).toBeLessThanOrEqual(6);
  });
});

describe('the culture', () => {
  it('is asked once, answered once without a name, and shown from five answers on', async () => {
    expect((await mila.post('/pilots/culture', { act: 'open' })).status).toBe(303);
    expect((await mila.post('/pilots/culture', { act: 'open' })).status).toBe(409);
    const answers = { act: 'answer', O: '4', A: '4', R: '3', C: '4', S: '2', D: '5', T: '1' };
    expect((await els.post('/pilots/culture', { act: 'answer', O: '4' })).status).toBe(422);
    expect((await els.post('/pilots/culture', answers)).status).toBe(303);
    expect((await els.post('/pilots/culture', answers)).status).toBe(409);
    expect(await shownIn(await mila.get('/pilots/culture'))).toContain('Vanaf vijf');
    for (const visitor of [joost, anneke, ravi]) await visitor.post('/pilots/culture', answers);
    expect((await mila.post('/pilots/culture', answers)).status).toBe(303);
    const shown = await shownIn(await mila.get('/pilots/culture'));
    expect(shown).toContain('Iedereen (5)');
    expect(shown).not.toContain('Klantenservice (2)');
  });
});
