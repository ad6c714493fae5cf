import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, type People } from '../../../test/people.ts';
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

const counted = async (path: string) => {
  database.statements();
  expect((await ravi.get(path)).status).toBe(200);
  return database.statements().length;
};

describe('the organisation', () => {
  it('is arranged by administrators, and others do not see its door', async () => {
    for (const path of ['', '/departments', '/calendars', '/calendars/default'])
      expect((await els.get(`/organisation${path}`)).status).toBe(403);
    expect((await els.post('/organisation/departments', { act: 'add', name: 'X' })).status).toBe(403);
    expect(await (await els.get('/inbox')).text()).not.toContain('href="/organisation"');
    expect(await (await ravi.get('/organisation')).text()).toContain('href="/organisation"');
  });

  it('invites a colleague without a mail server by a link that is shown once', async () => {
    const newcomer = { name: 'Sanne Jansen', email: 'sanne@waterkracht.example', department: '' };
    const answer = await ravi.post('/organisation', {
      ...newcomer,
      role: 'colleague',
      scope: 'everywhere',
      locale: 'nl',
    });
    expect(answer.status).toBe(201);
    const link = /\/invitation\?token=[\w-]+/.exec(await answer.text())?.[0] ?? '';
    expect(await shownIn(await pages.nobody.get(link))).toContain('Welkom, Sanne Jansen');
    const token = link.split('=')[1] ?? '';
    const short = await pages.nobody.post('/invitation', { token, password: 'kort' });
    expect(short.status).toBe(422);
    const inside = await pages.nobody.post('/invitation', { token, password: 'dijken en dammen' });
    expect(inside.status).toBe(303);
    expect(inside.headers.get('set-cookie')).toContain('session_token');
    expect(await shownIn(await pages.nobody.get(link))).toContain('Deze uitnodiging werkt niet meer');
  });

  it('changes a colleague, gives and ends a role, and says who did', async () => {
    const page = `/organisation/colleagues/${people.els.employee.publicId}`;
    const change = { act: 'change', name: 'Els Bakker', department: 'klantenservice', skills: 'Facturen' };
    expect((await ravi.post(page, { ...change, 'language.nl': 'on', 'language.fr': 'on' })).status).toBe(303);
    expect((await ravi.post(page, { act: 'give', role: 'director', department: '' })).status).toBe(303);
    expect((await ravi.post(page, { act: 'end', role: 'director', department: '' })).status).toBe(303);
    const shown = await shownIn(await ravi.get(page));
    expect(shown).toContain('directielid');
    expect(shown).toContain('Ravi Sewnath, 24 november 2026');
    const list = await shownIn(await ravi.get('/organisation?search=facturen'));
    expect(list).toContain('1 collega');
    expect(list).toContain('Nederlands, Frans');
    const own = `/organisation/colleagues/${people.ravi.employee.publicId}`;
    const last = await ravi.post(own, { act: 'end', role: 'administrator', department: '' });
    expect(last.status).toBe(409);
    expect(await shownIn(last)).toContain('Dit is de laatste beheerder');
  });

  it('keeps departments by name, with the day they came aboard', async () => {
    expect((await ravi.post('/organisation/departments', { act: 'add', name: 'Techniek' })).status).toBe(303);
    const board = { act: 'board', key: 'techniek', on: '2026-09-01' };
    expect((await ravi.post('/organisation/departments', board)).status).toBe(303);
    expect(await shownIn(await ravi.get('/organisation/departments'))).toContain(
      'aan boord sinds 1 september 2026',
    );
    const taken = { act: 'rename', key: 'techniek', name: 'Klantenservice' };
    const refused = await ravi.post('/organisation/departments', taken);
    expect(refused.status).toBe(409);
    expect(await shownIn(refused)).toContain('Er is al een afdeling met deze naam');
  });

  it('asks few statements for its lists, however long they are', async () => {
    expect(await counted('/organisation')).toBeLessThanOrEqual(4);
    expect(await counted('/organisation/departments')).toBeLessThanOrEqual(4);
    expect(await counted('/organisation/calendars')).toBeLessThanOrEqual(3);
    expect(await counted('/organisation/calendars/default')).toBeLessThanOrEqual(4);
  });
});

const week = (hours: string) => Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((day) => [`day.${day}`, hours]));
const written = { ...week('09:00-12:30, 13:00-17:00'), timezone: 'Europe/Amsterdam', exceptions: '' };

describe('a calendar', () => {
  const page = '/organisation/calendars/default';

  it('says whether it is open, and shows the week as a picture and a table', async () => {
    const shown = await shownIn(await ravi.get(page));
    expect(shown).toContain('Nu open');
    expect(shown).toContain('Samen 40 uur open in deze week');
    const christmas = await shownIn(await ravi.get(`${page}?week=2026-12-23`));
    expect(christmas).toContain('Eerste Kerstdag');
    expect(christmas).toContain('Samen 32 uur open');
  });

  it('takes holidays into the form, without script, and keeps them only when asked', async () => {
    const asked = await ravi.post(page, { ...written, act: 'holidays', country: 'be', year: '2027' });
    expect(asked.status).toBe(200);
    const html = await asked.text();
    expect(html).toContain('2027-07-21 Nationale feestdag');
    expect(html).toContain('10 feestdagen erbij gezet');
    expect(await (await ravi.get(page)).text()).not.toContain('Nationale feestdag');
  });

  it('gets a new version from a date on, and the old one stays as it was', async () => {
    const plan = { ...written, ...week('10:00-22:00'), from: '2026-12-01', act: 'plan' };
    expect((await ravi.post(page, plan)).status).toBe(303);
    const now = await shownIn(await ravi.get(page));
    expect(now).toContain('1 december 2026');
    expect(now).toContain('Samen 40 uur open');
    expect(await shownIn(await ravi.get(`${page}?week=2026-11-30`))).toContain('Samen 80 uur open');
    const past = await ravi.post(page, { ...plan, from: '2026-11-01' });
    expect(past.status).toBe(422);
    expect(await shownIn(past)).toContain('Uren van vroeger veranderen niet');
  });

  it('says per day what cannot be read, and loses nothing that was typed', async () => {
    const wrong = { ...written, 'day.2': 'negen tot vijf', exceptions: 'ooit dicht', from: '2026-12-01' };
    const answer = await ravi.post(page, { ...wrong, act: 'plan' });
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(html).toContain('value="negen tot vijf"');
    expect(html).toContain('Uitzonderingen, regel 1');
    expect(html).toContain('dit kan ik niet lezen');
  });

  it('of its own is made for the evening, and a queue works by it', async () => {
    const made = await ravi.post('/organisation/calendars', { act: 'make', name: 'Avond' });
    expect(made.headers.get('location')).toBe('/organisation/calendars/avond');
    const moved = await ravi.post('/organisation/calendars/avond', { act: 'queue', queue: 'general' });
    expect(moved.status).toBe(303);
    expect(await shownIn(await ravi.get('/organisation/calendars'))).toContain('Algemeen');
  });
});

describe('the mandate matrix', () => {
  it('shows who works by role, and what a colleague with a mandate may', async () => {
    const [conversation = ''] = await say(database.context, [
      { author: 'Fatima', text: '@waterkracht waar blijft mijn pakket?' },
    ]);
    expect(await (await els.get(`/conversations/${conversation}`)).text()).toContain('id="reply"');
    const mandate = { act: 'give', channel: 'x', topic: '', right: 'read', fromOn: '2026-11-24' };
    const given = await ravi.post('/organisation/mandates', {
      ...mandate,
      employee: people.els.employee.publicId,
      untilOn: '',
    });
    expect(given.status).toBe(303);
    const shown = await shownIn(await ravi.get('/organisation/mandates'));
    expect(shown).toContain('lezen');
    expect(shown).toContain('werkt volgens rol');
    expect(await shownIn(await ravi.get('/organisation/mandates?right=send'))).toContain(
      'Niets te laten zien',
    );
    const opened = await (await els.get(`/conversations/${conversation}`)).text();
    expect(opened).not.toContain('id="reply"');
    expect(opened).toContain('Je mandaat laat niet toe');
    const reply = { act: 'reply', text: 'Het komt eraan.', version: '1' };
    expect((await els.post(`/conversations/${conversation}`, reply)).status).toBe(403);
  });

  it('keeps what was ended, and lets a colleague go back to their roles', async () => {
    const page = await (await ravi.get('/organisation/mandates')).text();
    const [, id = ''] = /name="id" value="(ma_[a-z0-9]+)"/.exec(page) ?? [];
    expect((await ravi.post('/organisation/mandates', { act: 'end', id })).status).toBe(303);
    const ended = await shownIn(await ravi.get('/organisation/mandates'));
    expect(ended).toContain('1 beëindigd mandaat');
    expect(ended).toContain('niets');
    const back = { act: 'release', employee: people.els.employee.publicId };
    expect((await ravi.post('/organisation/mandates', back)).status).toBe(303);
    expect(await shownIn(await ravi.get('/organisation/mandates'))).toContain('1 beëindigd mandaat');
    expect(await counted('/organisation/mandates')).toBeLessThanOrEqual(7);
  });
});
