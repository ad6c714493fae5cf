import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import { makeLabel } from '../../conversations/labelling/labels.ts';
import { rulesNow } from '../../conversations/ruling/rules.ts';
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
let label: string;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  ravi = await pages.visitor(people.ravi);
  els = await pages.visitor(people.els);
  label = await makeLabel(people.ravi.context, 'Bezorging', null);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

const address = '/organisation/automatic-rules';
const form = () => ({
  ...{ name: 'Pakketten', on: 'heard', joined: 'all', 'c.words': 'pakket, pakje', 'c.channel.x': 'on' },
  ...{ 'not.words': '', 'a.label': label, 'a.note': 'Kijk bij de bezorger', active: '1' },
});

describe('automatic rules', () => {
  it('are arranged by administrators, in a plain form', async () => {
    expect((await els.get(address)).status).toBe(403);
    expect((await els.post(`${address}/new`, form())).status).toBe(403);
    expect(await shownIn(await ravi.get(address))).toContain('Er zijn nog geen automatische regels');
  });

  it('are tried before they hold: what they would do is shown, and the form stays as filled in', async () => {
    await say(database.context, [{ author: 'Henk', text: '@waterkracht waar blijft mijn pakket?' }]);
    const tried = await ravi.post(`${address}/new`, { ...form(), act: 'try' });
    expect(tried.status).toBe(200);
    const html = await shownIn(tried);
    expect(html).toContain('Geprobeerd op het laatste gesprek. Er is niets gedaan.');
    expect(html).toContain('label ‘Bezorging’ erop · notitie');
    expect(html).toContain('Woorden in het laatste bericht: pakket');
    expect((await rulesNow(database.context)).rules).toEqual([]);
  });

  it('hold once they are kept; the conversation says which rule, which version and why', async () => {
    database.turn.forward({ minutes: 1 });
    expect((await ravi.post(`${address}/new`, { ...form(), act: 'keep' })).headers.get('location')).toBe(
      address,
    );
    const { rules } = await rulesNow(database.context);
    expect(rules).toMatchObject([
      {
        ...{ key: 'r1', name: 'Pakketten', on: 'heard', stop: false, active: true },
        conditions: [
          { field: 'channel', not: false, values: ['x'] },
          { field: 'words', not: false, values: ['pakket', 'pakje'] },
        ],
        acts: [
          { kind: 'label', label },
          { kind: 'note', text: 'Kijk bij de bezorger' },
        ],
      },
    ]);
    await say(database.context, [{ author: 'Fatima', text: '@waterkracht mijn pakje is weg' }]);
    await settled(database.context);
    await followAll(
      database.context,
      reactions.filter(({ name }) => name === 'follow-rules'),
      silentLog,
    );
    const page = await shownIn(await ravi.get(`${address}/r1`));
    expect(page).toContain('label erop · notitie');
    const [id] =
      page.match(/cv_[a-z0-9]+/i) ?? (await (await ravi.get(`${address}/r1`)).text()).match(/cv_\w+/) ?? [];
    const conversation = await shownIn(await els.get(`/conversations/${id}`));
    expect(conversation).toMatch(/Regel ‘Pakketten’, versie \d+/);
    expect(await shownIn(await ravi.get(address))).toContain('1 keer in de laatste week');
  });

  it('that are wrong come back as they were filled in, with what to mend', async () => {
    const wrong = await ravi.post(`${address}/new`, { ...form(), name: '', act: 'keep' });
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('pakket, pakje');
    const timeless = await ravi.post(`${address}/new`, { ...form(), on: 'passed', act: 'keep' });
    expect(timeless.status).toBe(422);
    expect(await shownIn(timeless)).toContain('Een regel klopt niet');
    const old = await ravi.post(`${address}/r1`, { ...form(), version: '999999', act: 'keep' });
    expect(old.status).toBe(409);
  });

  it('are put in order, applied once, and taken away', async () => {
    await ravi.post(`${address}/new`, { ...form(), name: 'Tweede', act: 'keep' });
    await ravi.post(address, { act: 'up', key: 'r2' });
    expect((await rulesNow(database.context)).rules.map(({ key }) => key)).toEqual(['r2', 'r1']);
    const once = await ravi.post(`${address}/r1`, { act: 'once', queue: 'general' });
    expect(once.headers.get('location')).toBe(`${address}/r1?asked=1`);
    expect(await shownIn(await ravi.get(`${address}/r1?asked=1`))).toContain('Polder is ermee bezig');
    await ravi.post(`${address}/r2`, { act: 'remove' });
    expect((await rulesNow(database.context)).rules).toHaveLength(1);
  });
});
