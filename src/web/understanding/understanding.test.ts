import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, hirePerson, type People } from '../../../test/people.ts';
import { openThread } from '../../conversations/thread.ts';
import { makeReader } from '../../listening/learning/reader.ts';
import { runTraining } from '../../listening/learning/trainings.ts';
import { transact } from '../../platform/context.ts';
import { say } from '../inbox/fixtures/saying.ts';

let database: TestDatabase;
let pages: TestPages;
let people: People;
let els: Visitor;
let ravi: Visitor;
let anneke: Visitor;
let conversations: string[];

const topics = [
  'waarom is mijn rekening zo hoog',
  'de stroom is uitgevallen in de hele straat',
  'dank voor de snelle hulp van gisteren',
  'wanneer komt de monteur langs',
];

beforeAll(async () => {
  const made = await testDatabase();
  // Pages that learn need what holds the models, as a running Polder has.
  database = { ...made, context: { ...made.context, reader: makeReader() } };
  pages = await testPages(database);
  people = await hirePeople(database.context);
  els = await pages.visitor(people.els);
  ravi = await pages.visitor(people.ravi);
  anneke = await pages.visitor(people.anneke);
});
afterAll(async () => {
  await pages.close();
  await database.close();
});

/** What a page says, without its markup. */
async function textOf(response: Response): Promise<string> {
  const html = (await response.text()).replace(/<script.*?<\/script>/gs, '').replace(/<!--.*?-->/g, '');
  return html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');
}

/** What the worker does: the trainings that were asked for. */
async function trainNow(): Promise<void> {
  const asked = await sql<{ data: { head: string; training: string } }>`
    delete from pgboss.job where name = 'retrain' returning data`.execute(database.context.database);
  for (const { data } of asked.rows) await runTraining(database.context, data);
}

async function standsOn(publicId: string): Promise<{ text: string }> {
  const found = await transact(database.context, 'service', (ctx) =>
    sql<{ text: string }>`select text from message where public_id = ${publicId}`.execute(ctx.database),
  );
  return found.rows[0] ?? { text: '' };
}

async function hiddenIn(response: Response, name: string): Promise<string> {
  const html = await response.text();
  return new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? '';
}

describe('before there are messages', () => {
  it('says what will stand here', async () => {
    expect(await textOf(await els.get('/understanding'))).toContain('Er valt nog niets na te kijken');
    expect(await textOf(await els.get('/understanding/intent/labelling'))).toContain('Alles is nagekeken');
  });
});

describe('with messages', () => {
  beforeAll(async () => {
    const said = Array.from({ length: 24 }, (_, i) => ({
      author: `Fatima ${i}`,
      text: `@waterkracht ${topics[i % topics.length]}? adres nummer ${i * 37} ${'abcdefghijklmnopqrstuvwx'.slice(i)}`,
      ago: i,
    }));
    conversations = await say(database.context, said);
  });

  const read = async (id: string) => (await openThread(people.els.context, id)).messages[0];

  it('lists the heads with how far along they are, in few statements', async () => {
    database.statements();
    const text = await textOf(await els.get('/understanding'));
    const ran = database.statements().filter((one) => !/from auth\.|from "organisation"/.test(one));
    for (const head of ['Sentiment', 'Bedoeling', 'Urgentie', 'Vraagt om antwoord']) {
      expect(text).toContain(`${head} `);
    }
    expect(text).toContain('0 van ongeveer 50');
    expect(text).toContain('vaste regels');
    expect(ran.length, ran.join('\n')).toBeLessThanOrEqual(50);
  });

  it('lets Els confirm in one click, and Joost sees who did', async () => {
    const [id = ''] = conversations;
    const message = (await read(id))?.publicId ?? '';
    const done = await els.post(`/conversations/${id}`, { act: 'judge', message, head: 'sentiment' });
    expect(done.status).toBe(303);
    expect(await textOf(await els.get(`/conversations/${id}`))).toContain('klopt, zei jij');
    const joost = await pages.visitor(people.joost);
    expect(await textOf(await joost.get(`/conversations/${id}`))).toContain('klopt, zei Els Bakker');
  });

  it('lets Els correct, at once and for everybody', async () => {
    const [, id = ''] = conversations;
    const message = (await read(id))?.publicId ?? '';
    const fields = { act: 'judge', message, head: 'intent', label: 'idea' };
    expect((await els.post(`/conversations/${id}`, fields)).status).toBe(303);
    expect((await read(id))?.intent).toBe('idea');
    expect(await textOf(await els.get(`/conversations/${id}`))).toContain('verbeterd door jou');
  });

  it('refuses a class that does not exist, and an empty choice', async () => {
    const [, , id = ''] = conversations;
    const message = (await read(id))?.publicId ?? '';
    const fields = { act: 'judge', message, head: 'intent' };
    const unknown = await els.post(`/conversations/${id}`, { ...fields, label: 'weather' });
    expect(unknown.status).toBe(422);
    expect((await els.post(`/conversations/${id}`, { ...fields, label: '' })).status).toBe(422);
    const other = await els.post('/understanding/intent/labelling', {
      message,
      standing: '',
      'label.x': '1',
    });
    expect(other.status).toBe(422);
  });

  it('offers data managers without an answer to give nothing to correct', async () => {
    const hired = { name: 'Yara Nijhof', role: 'data_manager', departmentId: null } as const;
    const yara = await pages.visitor(await hirePerson(database.context, hired));
    expect(await textOf(await yara.get(`/conversations/${conversations[0]}`))).not.toContain('Verbeter');
    expect(await textOf(await yara.get('/understanding'))).not.toContain('Berichten nakijken');
    expect((await yara.get('/understanding/intent/labelling')).status).toBe(403);
    expect(await textOf(await yara.get('/understanding/intent'))).toContain('Nu opnieuw leren');
  });

  it('gives one message after the other to label, and passes over one that is skipped', async () => {
    const at = '/understanding/urgency/labelling';
    const first = await hiddenIn(await els.get(at), 'message');
    const skipped = await els.post(at, { act: 'skip', message: first, standing: '0' });
    expect(skipped.headers.get('location')).toBe(`${at}?skipped=${first}`);
    const second = await hiddenIn(await els.get(`${at}?skipped=${first}`), 'message');
    expect(second).not.toBe(first);
    expect((await els.post(at, { message: second, standing: '0', 'label.2': '1' })).status).toBe(303);
    expect(await textOf(await els.get(at))).toContain('1 van ongeveer 50 nagekeken');
  });

  it('takes several answers for a head of several, and lists a head only when it has classes', async () => {
    expect(await textOf(await els.get('/understanding'))).not.toContain('Onderwerp ');
    expect(await textOf(await ravi.get('/understanding'))).toContain('Onderwerp wacht op klassen');
    for (const nl of ['rekening', 'storing', 'monteur'])
      expect((await ravi.post('/understanding/topic/setup', { act: 'add', nl, en: nl })).status).toBe(303);
    const at = '/understanding/topic/labelling';
    const page = await els.get(at);
    expect(await textOf(page.clone())).toContain('Kies alles wat past.');
    const message = await hiddenIn(page, 'message');
    const fields = { message, standing: '', 'label.rekening': '1', 'label.storing': '1' };
    expect((await els.post(at, fields)).status).toBe(303);
    const text = await textOf(await els.get('/understanding/topic'));
    expect(text).toContain('rekening 1');
    expect(text).toContain('monteur nog geen');
  });

  it('learns when asked, shows what came of it, and puts an older version back', async () => {
    const at = '/understanding/answerable';
    expect((await ravi.post(at, { act: 'learn' })).headers.get('location')).toBe(`${at}#learning`);
    expect(await textOf(await ravi.get(at))).toContain(
      'Polder gaat opnieuw leren, gevraagd door Ravi Sewnath',
    );
    await trainNow();
    expect(await textOf(await ravi.get(at))).toContain('Er is nog te weinig om van te leren');
    for (let i = 0; i < 12; i++) {
      const message = await hiddenIn(await els.get(`${at}/labelling`), 'message');
      const { text } = await standsOn(message);
      await els.post(`${at}/labelling`, {
        message,
        standing: '',
        [`label.${text.includes('dank') ? 0 : 1}`]: '1',
      });
    }
    expect(await textOf(await els.get(at))).toContain('Nog te weinig verbeteringen: 12 van ongeveer 50');
    await ravi.post(at, { act: 'learn' });
    await trainNow();
    const text = await textOf(await ravi.get(at));
    for (const part of [
      'De nieuwe versie staat aan',
      'Hoe goed gaat het?',
      'Wat verwart Polder met wat?',
      'in gebruik',
      'Ravi Sewnath',
    ]) {
      expect(text).toContain(part);
    }
    const gone = await ravi.post(at, { act: 'return', version: '9' });
    expect(gone.status).toBe(404);
    expect(await textOf(gone)).toContain('Deze versie is er niet');
    expect((await ravi.post(at, { act: 'return', version: '1' })).status).toBe(303);
  });

  it('says in a conversation how sure the model is of what stands there', async () => {
    const later = topics.map((topic, i) => ({
      author: `Henk ${i}`,
      text: `@waterkracht ${topic}? nu ook bij ons`,
    }));
    const heard = await say(database.context, later);
    const pagesRead = await Promise.all(
      heard.map(async (id) => textOf(await els.get(`/conversations/${id}`))),
    );
    expect(pagesRead.some((text) => /\d+% zeker/.test(text))).toBe(true);
  });

  it('lets colleagues teach but not manage, and directors neither', async () => {
    expect((await els.post('/understanding/intent', { act: 'learn' })).status).toBe(403);
    expect(await textOf(await els.get('/understanding/intent'))).not.toContain('Nu opnieuw leren');
    for (const page of ['/understanding', '/understanding/intent', '/understanding/intent/labelling']) {
      expect((await anneke.get(page)).status).toBe(403);
    }
    expect((await els.get('/understanding/weather')).status).toBe(404);
  });
});

describe('the rail', () => {
  it('shows everybody only what they may open', async () => {
    const sections = async (who: Visitor, at: string) => {
      const rail =
        /<nav aria-label="Onderdelen".*?<\/nav>/s.exec(await (await who.get(at)).text())?.[0] ?? '';
      return [...rail.matchAll(/href="([^"]*)"/g)].map((link) => link[1]);
    };
    expect(await sections(anneke, '/journey')).not.toContain('/understanding');
    for (const who of [els, ravi]) expect(await sections(who, '/journey')).toContain('/understanding');
    expect(await sections(els, '/journey')).not.toContain('/imports');
    expect(await sections(ravi, '/journey')).toContain('/imports');
  });
});
