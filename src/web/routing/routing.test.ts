import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import { reactions } from '../../reactions.ts';
import { say } from '../inbox/fixtures/saying.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let ravi: Visitor;
let els: Visitor;
let joost: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  ravi = await pages.visitor(people.ravi);
  els = await pages.visitor(people.els);
  joost = await pages.visitor(people.joost);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

const own = ['route-opened', 'route-ended', 'keep-due', 'deal-out', 'give-back'];
async function follow(): Promise<void> {
  for (let round = 0; round < 2; round += 1) {
    await settled(database.context);
    await followAll(
      database.context,
      reactions.filter(({ name }) => own.includes(name)),
      silentLog,
    );
  }
}

describe('queues, rules and norms', () => {
  it('are arranged by administrators', async () => {
    for (const path of ['queues', 'queues/general', 'routing', 'routing/new', 'norms', 'norms/new'])
      expect((await els.get(`/organisation/${path}`)).status).toBe(403);
  });

  it('a queue is made, changed and closed in plain forms', async () => {
    const made = await ravi.post('/organisation/queues', { act: 'make', name: 'Bezorging' });
    expect(made.headers.get('location')).toBe('/organisation/queues/bezorging');
    expect((await ravi.post('/organisation/queues', { act: 'make', name: 'bezorging' })).status).toBe(409);
    const change = {
      ...{
        act: 'change',
        name: 'Bezorging',
        department: 'klantenservice',
        calendar: 'default',
        skills: 'pakketten',
      },
      ...{ mostWaiting: '100', mostEach: '', how: 'pull', 'languages.nl': 'on' },
      [`workers.${people.els.employee.publicId}`]: 'on',
    };
    expect((await ravi.post('/organisation/queues/bezorging', change)).status).toBe(303);
    const wrong = await ravi.post('/organisation/queues/bezorging', { ...change, mostWaiting: 'veel' });
    expect(wrong.status).toBe(422);
    const html = await (await ravi.get('/organisation/queues/bezorging')).text();
    expect(html).toContain('value="pakketten"');
    expect(html).toContain('value="100"');
    expect(await shownIn(await ravi.get('/organisation/queues'))).toContain('1 collega');
    expect((await ravi.post('/organisation/queues/bezorging', { ...change, skills: '' })).status).toBe(303);
  });

  it('a rule is tried before it is kept, then brings what comes in, and the conversation says why', async () => {
    const rule = { name: 'Pakketten', queue: 'bezorging', times: 'always', 'channels.x': 'on' };
    await say(database.context, [{ author: 'Henk', text: '@waterkracht waar blijft mijn pakket?' }]);
    const tried = await ravi.post('/organisation/routing/new', { ...rule, act: 'try' });
    expect(tried.status).toBe(200);
    const html = await shownIn(tried);
    expect(html).toContain('Zo zou het zijn');
    expect(html).toContain('van Algemeen naar Bezorging');
    expect(await shownIn(await ravi.get('/organisation/routing'))).toContain('Er zijn nog geen regels');
    expect((await ravi.post('/organisation/routing/new', { ...rule, name: '', act: 'keep' })).status).toBe(
      422,
    );
    expect((await ravi.post('/organisation/routing/new', { ...rule, act: 'keep' })).status).toBe(303);
    const list = await shownIn(await ravi.get('/organisation/routing'));
    expect(list).toContain('Pakketten');
    expect(list).toContain('naar Bezorging');
    const [id = ''] = await say(database.context, [
      { author: 'Fatima', text: 'Mijn pakket is nat, wie helpt?' },
    ]);
    await follow();
    const shown = await shownIn(await els.get(`/conversations/${id}`));
    expect(shown).toContain('Regel ‘Pakketten’ bracht het naar Bezorging.');
    expect(shown).toContain('Kanaal: x');
  });

  it('norms are kept in words of time, put in order, and stand on the row', async () => {
    const norm = { act: 'keep', name: 'Snel', clock: 'clock', first: '45 m', next: '', resolution: '' };
    expect((await ravi.post('/organisation/norms/new', { ...norm, first: 'gauw' })).status).toBe(422);
    expect((await ravi.post('/organisation/norms/new', { ...norm, first: '' })).status).toBe(422);
    expect((await ravi.post('/organisation/norms/new', norm)).status).toBe(303);
    expect(
      (await ravi.post('/organisation/norms/new', { ...norm, name: 'Rustig', first: '2 d' })).status,
    ).toBe(303);
    expect((await ravi.post('/organisation/norms', { act: 'up', key: 'n2' })).status).toBe(303);
    const html = await shownIn(await ravi.get('/organisation/norms'));
    expect(html.indexOf('Rustig')).toBeLessThan(html.lastIndexOf('Snel'));
    expect((await ravi.post('/organisation/norms/n2', { act: 'remove' })).status).toBe(303);
    const [id = ''] = await say(database.context, [{ author: 'Sara', text: 'Hoe laat komt de bezorger?' }]);
    await follow();
    const due = await shownIn(await els.get('/inbox?view=due'));
    expect(due).toContain('nog 45 min');
    database.turn.forward({ hours: 2 });
    expect(await shownIn(await els.get('/inbox'))).toContain('1 u te laat');
    expect(await (await els.get('/inbox?view=due')).text()).toContain(id);
  });

  it('ask few statements for their lists', async () => {
    for (const [path, most] of [
      ['queues', 3],
      ['routing', 10],
      ['norms', 9],
    ] as const) {
      database.statements();
      expect((await ravi.get(`/organisation/${path}`)).status).toBe(200);
      expect(database.statements().length).toBeLessThanOrEqual(most);
    }
  });
});

describe('the work', () => {
  it('comes one by one to who asks, and a colleague takes it over with a reason', async () => {
    const taken = await els.post('/inbox/next', {});
    expect(taken.status).toBe(303);
    const page = (taken.headers.get('location') ?? '').split('?')[0] ?? '';
    expect(page).toMatch(/^\/conversations\//);
    const silent = await joost.post(page, { act: 'assign', to: 'me' });
    expect(silent.status).toBe(422);
    expect(await shownIn(silent)).toContain('De reden ontbreekt');
    expect((await joost.post(page, { act: 'assign', to: 'me', reason: 'Els is op cursus.' })).status).toBe(
      303,
    );
    expect(await shownIn(await els.get(page))).toContain('Reden: Els is op cursus.');
  });

  it('goes to another queue by hand, with a reason', async () => {
    const [id = ''] = await say(database.context, [
      { author: 'Bas', text: 'Ik wil opzeggen, bij wie moet ik zijn?' },
    ]);
    await follow();
    const moved = await els.post(`/conversations/${id}/work`, {
      ...{ act: 'move', queue: 'general', reason: 'Geen pakket.' },
    });
    expect(moved.status).toBe(303);
    const shown = await shownIn(await els.get(`/conversations/${id}`));
    expect(shown).toContain('Els Bakker bracht het naar Algemeen.');
    expect(shown).toContain('Reden: Geen pakket.');
  });

  it('says who is here, and keeps only that', async () => {
    expect((await els.post('/inbox/presence', { state: 'here' })).status).toBe(303);
    expect(await shownIn(await els.get('/hand-overs'))).toContain('Je bent er');
    expect((await els.post('/inbox/presence', { state: 'home', giveBack: 'on' })).status).toBe(303);
    expect(await shownIn(await els.get('/hand-overs'))).toContain('Je bent er niet');
  });
});

describe('a question to another department', () => {
  it('is asked in the conversation, answered on its own page, and comes back there', async () => {
    expect((await ravi.post('/organisation/departments', { act: 'add', name: 'Logistiek' })).status).toBe(
      303,
    );
    const promise = { act: 'promise', key: 'logistiek', within: '4 u', clock: 'hours', calendar: '' };
    expect((await ravi.post('/organisation/departments', promise)).status).toBe(303);
    const [id = ''] = await say(database.context, [{ author: 'Eva', text: 'Ik kreeg de verkeerde pomp.' }]);
    const ask = { act: 'hand-over', department: 'logistiek', question: 'Waar hoort deze pomp?' };
    expect((await els.post(`/conversations/${id}/work`, ask)).status).toBe(303);
    const desk = await (await ravi.get('/hand-overs')).text();
    expect(desk).toContain('Waar hoort deze pomp?');
    const [path = ''] = /\/hand-overs\/ho_[a-z0-9]+/.exec(desk) ?? [];
    const opened = await shownIn(await ravi.get(path));
    expect(opened).toContain('Ik kreeg de verkeerde pomp.');
    expect((await ravi.post(path, { act: 'take' })).status).toBe(303);
    expect((await ravi.post(path, { act: 'answered', text: '' })).status).toBe(422);
    expect((await ravi.post(path, { act: 'answered', text: 'In Zwolle.' })).status).toBe(303);
    const back = await shownIn(await els.get(`/conversations/${id}`));
    expect(back).toContain('Gevraagd aan Logistiek');
    expect(back).toContain('In Zwolle.');
    expect((await els.get('/hand-overs')).status).toBe(200);
  });
});
