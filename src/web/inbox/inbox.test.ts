import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, hirePerson, type People } from '../../../test/people.ts';
import { answer } from '../../conversations/answering.ts';
import { letGo } from '../../conversations/fixtures/time-passing.ts';
import { openThread, type Thread } from '../../conversations/thread.ts';
import { say } from './fixtures/saying.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let els: Visitor;
let fatima: string;
let asked = 0;

beforeAll(async () => {
  database = await testDatabase();
  pages = await testPages(database);
  people = await hirePeople(database.context);
  els = await pages.visitor(people.els);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});
beforeEach(async () => {
  asked += 1;
  const text = `@waterkracht vraag ${asked}: waarom is mijn rekening zo hoog?`;
  [fatima = ''] = await say(database.context, [{ author: `Fatima ${asked}`, text }]);
});

const read = (id: string): Promise<Thread> => openThread(people.els.context, id);
const at = (id: string) => `/conversations/${id}`;

async function act(fields: Record<string, string>, id = fatima): Promise<Response> {
  return els.post(`${at(id)}?view=unassigned`, fields);
}

/** Whether a page shows these words, however they are marked up. */
async function shows(response: Response, words: string): Promise<boolean> {
  const html = (await response.text()).replace(/<script.*?<\/script>/gs, '').replace(/<!--.*?-->/g, '');
  return html
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .includes(words);
}

async function version(id = fatima): Promise<string> {
  return String((await read(id)).version);
}

describe('the list', () => {
  it('costs at most three statements beside who asks and for which organisation', async () => {
    await els.get('/inbox');
    for (const view of ['open', 'mine', 'unassigned', 'waiting', 'done']) {
      database.statements();
      expect((await els.get(`/inbox.data?view=${view}`)).status).toBe(200);
      const ran = database.statements().filter((text) => !/from auth\.|from "organisation"/.test(text));
      expect(ran.length, `${view}\n${ran.join('\n')}`).toBeLessThanOrEqual(3);
    }
  });

  it('answers 25 rows with at most 15 kB of data, and walks on and back without losing one', async () => {
    const many = Array.from({ length: 60 }, (_, i) => ({
      author: `Henk ${i}`,
      text: `@waterkracht ${'waar blijft de monteur die ik vorige week heb gebeld? '.repeat(5)}`,
      ago: i,
    }));
    await say(database.context, many);
    const data = await (await els.get('/inbox.data')).text();
    expect(data.length).toBeLessThanOrEqual(15_000);
    const first = await pageOf('/inbox');
    const second = await pageOf(first.next);
    expect(first.ids.length).toBe(25);
    expect(new Set([...first.ids, ...second.ids]).size).toBe(50);
    expect((await pageOf(second.previous)).ids).toEqual(first.ids);
    expect((await els.get('/inbox?cursor=nonsense')).status).toBe(422);
  });

  async function pageOf(address: string | undefined) {
    const html = await (await els.get(address ?? '')).text();
    const links = [...html.matchAll(/href="(\/inbox\?[^"]*cursor=[^"]*)"[^>]*>(.*?)<\/a>/g)];
    const linkTo = (word: string) =>
      links.find((link) => link[2]?.includes(word))?.[1]?.replaceAll('&amp;', '&');
    return {
      ids: [...html.matchAll(/data-row="([^"]+)"/g)].map((row) => row[1]),
      next: linkTo('Volgende'),
      previous: linkTo('Vorige'),
    };
  }
});

describe('a conversation', () => {
  it('is answered, and says plainly that the channel can only read', async () => {
    const done = await act({
      act: 'reply',
      text: 'Goedemiddag,\r\n\r\nik kijk mee.',
      version: await version(),
    });
    expect(done.status).toBe(303);
    expect(done.headers.get('location')).toBe(`${at(fatima)}?view=unassigned#latest`);
    expect((await read(fatima)).messages).toHaveLength(1);
    expect(await shows(await els.get(at(fatima)), 'Antwoord van Els Bakker, gaat zo weg')).toBe(true);
    await letGo(database.context);
    expect((await read(fatima)).messages.at(-1)).toMatchObject({
      kind: 'reply',
      text: 'Goedemiddag,\n\nik kijk mee.',
      author: 'Els Bakker',
      department: 'Klantenservice',
    });
    expect(await shows(await els.get(at(fatima)), 'Dit kanaal kan alleen lezen.')).toBe(true);
    expect(await shows(await els.get(at(fatima)), 'Openbaar antwoord bewaren')).toBe(true);
  });

  it('is not answered twice: who wrote meanwhile is shown, and the text is kept', async () => {
    const seen = await read(fatima);
    await answer(people.joost.context, fatima, { text: 'Joost was eerder.' });
    const fields = { act: 'reply', text: 'Els schrijft ook.', version: String(seen.version), seen: '1' };
    const refused = await act(fields);
    expect(refused.status).toBe(409);
    expect(await shows(refused.clone(), 'Er is net iets bij gekomen Joost Visser: Joost was eerder.')).toBe(
      true,
    );
    expect(/<textarea[^>]*>Els schrijft ook\.<\/textarea>/.test(await refused.text())).toBe(true);
    const again = await act({ ...fields, version: await version() });
    expect(again.status).toBe(303);
  });

  it('gets a note that stays inside', async () => {
    expect((await act({ act: 'note', text: 'Monteur gebeld.' })).status).toBe(303);
    expect((await read(fatima)).messages.at(-1)).toMatchObject({ kind: 'note', audience: 'internal' });
  });

  it.each([
    ['nothing', '  \r\n ', 'Vul dit in.'],
    ['too much', 'a'.repeat(10_001), 'Dit is te lang'],
  ])('refuses %s as an answer and says so at the field', async (_, text, words) => {
    const refused = await act({ act: 'reply', text, version: '1' });
    expect(refused.status).toBe(422);
    expect(await shows(refused, words)).toBe(true);
    expect((await read(fatima)).messages.length).toBe(1);
  });

  it('is closed with a reason, opens the next one, and is reopened', async () => {
    const next = 'cv_next';
    const closed = await act({ act: 'close', reason: 'no_answer_needed', version: await version(), next });
    expect(closed.headers.get('location')).toBe(`${at(next)}?view=unassigned`);
    expect(await read(fatima)).toMatchObject({ state: 'done', closure: { reason: 'no_answer_needed' } });
    expect(await shows(await els.get(at(fatima)), 'Els Bakker heeft dit gesprek gesloten')).toBe(true);
    await act({ act: 'reopen' });
    expect((await read(fatima)).state).toBe('open');
  });

  it('is not closed over what a customer wrote meanwhile', async () => {
    const seen = await version();
    await say(database.context, [{ author: `Fatima ${asked}`, text: 'Er komt nu rook uit de meterkast!' }]);
    const refused = await act({ act: 'close', reason: 'answered', version: seen, seen: '1' });
    expect(refused.status).toBe(409);
    expect(await shows(refused, 'rook uit de meterkast')).toBe(true);
    expect((await read(fatima)).state).not.toBe('done');
  });

  it('goes to me, to a colleague and to nobody', async () => {
    await act({ act: 'assign', to: 'me' });
    expect((await read(fatima)).assignee?.name).toBe('Els Bakker');
    await act({ act: 'assign', to: people.joost.employee.publicId });
    expect((await read(fatima)).assignee?.name).toBe('Joost Visser');
    await act({ act: 'assign', to: '', reason: 'Joost is ziek.' });
    expect((await read(fatima)).assignee).toBeNull();
  });

  it('is offered only to those who can answer', async () => {
    const html = /name="to".*?<\/select>/s.exec(await (await els.get(at(fatima))).text())?.[0] ?? '';
    const offered = [...html.matchAll(/<option[^>]*>([^<]*)<\/option>/g)].map((option) => option[1]);
    expect(offered).toEqual(['Niemand', 'Els Bakker', 'Joost Visser', 'Ravi Sewnath']);
  });

  it('has no act of another name', async () => {
    expect((await act({ act: 'burn' })).status).toBe(422);
  });
});

describe('who may do what', () => {
  it('shows a director neither list nor conversation', async () => {
    const anneke = await pages.visitor(people.anneke);
    expect((await anneke.get('/inbox')).status).toBe(403);
    expect((await anneke.get('/inbox/list.data')).status).toBe(403);
    expect([403, 404]).toContain((await anneke.get(at(fatima))).status);
    expect((await anneke.post(at(fatima), { act: 'note', text: 'x' })).status).toBe(404);
    expect((await anneke.get('/')).headers.get('location')).toBe('/journey');
  });

  it('lets a data manager read along and no more', async () => {
    const hired = { name: 'Yara Nijhof', role: 'data_manager', departmentId: null } as const;
    const yara = await pages.visitor(await hirePerson(database.context, hired));
    const page = await yara.get(at(fatima));
    expect(await shows(page.clone(), 'Je rol mag meelezen, niet antwoorden.')).toBe(true);
    expect((await page.text()).includes('<textarea')).toBe(false);
    const fields = { act: 'reply', text: 'Hallo', version: await version() };
    expect((await yara.post(at(fatima), fields)).status).toBe(403);
  });

  it('sends others to sign in, and back', async () => {
    const sent = await pages.nobody.get(at(fatima));
    expect(sent.headers.get('location')).toBe(`/sign-in?returnTo=${encodeURIComponent(at(fatima))}`);
  });
});
