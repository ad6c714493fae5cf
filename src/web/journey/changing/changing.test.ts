import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../../test/pages.ts';
import { hirePeople, type People } from '../../../../test/people.ts';
import { importFile } from '../../../importing.ts';
import { certaintyOf } from '../../../journey/certainty.ts';
import { readJourney } from '../../../journey/journey.ts';
import { runningWebcare } from '../../../pilots/fixtures/webcare-pilot.ts';
import { learn, tagsOf } from '../../../pilots/living/lessons.ts';
import { lettersCsv } from '../fixtures/letters.ts';
import { shownIn } from '../fixtures/shown.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'polder-changing-'));
let database: TestDatabase;
let pages: TestPages;
let people: People;
let anneke: Visitor;
let els: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  [anneke, els] = [await pages.visitor(people.anneke), await pages.visitor(people.els)];
  const file = path.join(folder, 'letters.csv');
  writeFileSync(file, lettersCsv(new Date('2026-11-23T08:00:00Z')));
  await importFile(database.context, file, { channel: 'x', account: '@waterkracht' });
});
afterAll(async () => {
  await pages?.close();
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

const shown = async (visitor: Visitor, at: string) => shownIn(await visitor.get(at));
const done = async (visitor: Visitor, at: string, form: Record<string, string>) =>
  (await visitor.post(at, form)).status;

describe('what directors state in talks', () => {
  const talk = (about: string, agrees: 'yes' | 'no', more = {}) => ({
    ...{
      act: 'interview',
      about,
      text: 'Wie wat mag, staat vast.',
      quote: '',
      day: '2026-11-20',
      phase: '3',
    },
    ...{ item: 'Q3a', agrees, consent: 'yes', ...more },
  });
  const stated = async (at = database.context.clock.now()) => {
    const { outcomes } = await readJourney(database.context, at);
    const outcome = outcomes.find(({ criterion }) => criterion.id === '3.4');
    return (
      outcome && { outcome, part: outcome.judged.find(({ measured }) => measured?.source === 'attested') }
    );
  };

  it('counts for nothing without their consent, and of fewer than three', async () => {
    expect(await done(anneke, '/journey/team', talk('Henk', 'yes', { consent: '' }))).toBe(422);
    for (const about of ['Henk', 'Fatima', 'henk'])
      expect(await done(anneke, '/journey/team', talk(about, 'yes'))).toBe(303);
    expect((await stated())?.part).toBeUndefined();
  });

  it('fills in where nothing is measured, and makes nobody surer than 0.60', async () => {
    expect(await done(anneke, '/journey/team', talk('Joost', 'yes'))).toBe(303);
    const found = await stated();
    expect(found?.part).toMatchObject({ reading: 'up', measured: { k: 3, n: 3 } });
    const alone = found?.part && { ...found.outcome, state: 'met' as const, judged: [found.part] };
    expect(alone && certaintyOf(alone)).toBe(0.6);
    const page = await shown(anneke, '/journey/criteria/3.4?at=2026-11-24');
    expect(page).toContain('Verklaard in gesprekken, stelling Q3a');
    expect(await shown(anneke, '/journey/team')).toContain(
      'Eens: Het is duidelijk wie wat mag beantwoorden en wie bij twijfel beslist.',
    );
  });

  it('is read as it was on a day before the talks', async () => {
    expect((await stated(Temporal.Instant.from('2026-11-23T00:00:00Z')))?.part).toBeUndefined();
  });
});

describe('a capability', () => {
  const at = '/pilots/capabilities/inbox.webcare';

  it('shows where it is on, what switches it on, and three lists to go through', async () => {
    const page = await shown(anneke, at);
    expect(page).toMatch(/Beantwoorden .*zonder grens .*Webcare in kantooruren/);
    expect(page).toMatch(/Proces 0 van 2 .*Mensen 0 van 2 .*Techniek 0 van 2/);
    expect(await shown(anneke, '/pilots/capabilities/community.qa')).toMatch(
      /Dit staat nu nergens aan.*De schermen hiervoor komen nog/,
    );
    expect((await anneke.get('/pilots/capabilities/nothing')).status).toBe(404);
  });

  it('keeps what is in order, and the change page says how much', async () => {
    expect(await done(anneke, at, { 'process-0': 'yes', 'process-1': 'yes', 'people-1': 'yes' })).toBe(303);
    expect(await shown(anneke, at)).toMatch(/Proces 2 van 2 .*Mensen 1 van 2 .*Techniek 0 van 2/);
    expect(await shown(anneke, '/journey/team')).toMatch(/Beantwoorden 2 van 2 1 van 2 0 van 2/);
    expect(await done(els, at, { 'technology-0': 'yes' })).toBe(403);
    expect(await shown(anneke, '/pilots/next')).toContain('Beantwoorden');
  });
});

describe('the cases of the house', () => {
  it('are found by what they are about', async () => {
    const { els: owner, anneke: sponsor, departmentId: department } = people;
    const id = await runningWebcare(database.context, {
      ...{ owner: owner.employee.id, sponsor: sponsor.employee.id, department },
    });
    await learn(owner.context, id, {
      ...{ learned: 'Begin met één kanaal tegelijk.', otherwise: '' },
      tags: tagsOf(' Webcare, ANWB,, webcare '),
    });
    expect(await shown(anneke, '/pilots/lessons')).toMatch(/alles anwb \(1\) webcare \(1\)/);
    expect(await shown(anneke, '/pilots/lessons?tag=anwb')).toContain('Begin met één kanaal tegelijk.');
    expect(await shown(anneke, '/pilots/lessons?tag=eneco')).toContain('Niets gevonden.');
  });
});

describe('what customers say', () => {
  it('is asked by whoever steers, in rounds, and says when asking is off', async () => {
    const at = '/journey/customers';
    expect(await shown(anneke, at)).toMatch(/Klanten zijn nog niet gevraagd.*Vragen aan klanten staat uit/);
    expect(await done(anneke, at, { act: 'open', wanted: '5', closes: '2026-12-20' })).toBe(422);
    expect(await done(anneke, at, { act: 'open', wanted: '500', closes: '2026-12-20' })).toBe(303);
    expect(await shown(anneke, at)).toMatch(/Loopt tot en met 20 december 2026 .*geloot/);
    expect((await anneke.get('/relation/nothing')).status).toBe(404);
    expect(await shown(anneke, '/relation/thanks')).toContain('Uw antwoord is bewaard zonder uw naam');
  });
});

describe('the other pages of the journey', () => {
  it.each([
    ['/journey/goals', 'Doelen en jaarplan'],
    ['/journey/ambition', 'Ambitie'],
    ['/journey/departments', 'Afdelingen'],
    ['/journey/team', 'Team en veranderwerk'],
    ['/journey/models', 'Andere modellen'],
    ['/journey/timeline', 'Tijdlijn'],
    ['/journey/assessment', 'Zelfbeoordeling'],
    ['/journey/report', 'Rapport van de reis'],
  ])('%s is there for a director, without words that are missing', async (at, title) => {
    const page = await shown(anneke, at);
    expect(page).toContain(title);
    expect(page).not.toMatch(/undefined|NaN|\[object/);
  });
});
