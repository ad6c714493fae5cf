import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, hirePerson, type People, type Person } from '../../../test/people.ts';
import { accountNamed } from '../../listening/account.ts';
import { hear } from '../../listening/hearing.ts';
import { startPilot } from '../../pilots/starting.ts';
import { transact } from '../../platform/context.ts';
import { stateOf } from '../../privacy/deciding.ts';
import { urls } from '../../urls.ts';

let polder: TestDatabase;
let pages: TestPages;
let people: People;
let yara: Person;
let visitor: Visitor;
let webcare: Visitor;
let fatima: { id: string; publicId: string };

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  yara = await hirePerson(polder.context, { name: 'Yara Haddad', role: 'data_manager', departmentId: null });
  pages = await testPages(polder);
  visitor = await pages.visitor(yara);
  webcare = await pages.visitor(people.els);
  await transact(polder.context, 'listen', async (ctx) => {
    const account = await accountNamed(ctx, { channel: 'x', name: 'waterkracht', connector: 'file' });
    const said = {
      externalId: 'f-1',
      text: 'Mijn meter lekt',
      author: 'fatima',
      authorName: null,
      sentAt: null,
    };
    const where = { replyTo: null, thread: null, automatic: false, departmentId: null, employeeId: null };
    await hear(ctx, { account, utterances: [{ ...said, ...where, direction: 'in' }] });
  });
  fatima = await transact(polder.context, 'service', async (ctx) => {
    const found = await sql<{ id: string; publicId: string }>`
      select id, public_id as "publicId" from person limit 1`.execute(ctx.database);
    return found.rows[0] as typeof fatima;
  });
}, 60_000);
afterAll(async () => {
  await pages?.close();
  await polder?.close();
});

const html = async (where: string, who = visitor) => (await who.get(where)).text();
const today = '2026-11-24';

async function asked(kind: string, purpose = ''): Promise<string> {
  const where = urls.newPrivacyRequest({ person: fatima.publicId });
  const done = await visitor.post(where, { kind, via: 'phone', purpose, wish: 'Graag', received: today });
  expect(done.status).toBe(303);
  return done.headers.get('location') ?? '';
}

describe('the section privacy', () => {
  const all = [
    urls.privacy(),
    urls.privacy({ ended: 1 }),
    urls.newPrivacyRequest(),
    urls.retention(),
    urls.processing(),
    urls.processingFile('csv'),
    urls.processingFile('json'),
    urls.incidents(),
    urls.assessments(),
    urls.colleagueFigures(),
  ];

  test.for(all)('%s opens for the data manager and for no webcare colleague', async (where) => {
    expect((await visitor.get(where)).status).toBe(200);
    expect((await webcare.get(where)).status).toBe(403);
  });

  test('a list of requests costs two statements, however many there are', async () => {
    await asked('rectify');
    polder.statements();
    await html(urls.privacy());
    const own = polder.statements().filter((text) => text.includes('privacy_request'));
    expect(own).toHaveLength(2);
  });

  test('an objection on the telephone holds at once, and the request is done', async () => {
    const page = await html(await asked('object', 'listen'));
    expect(page).toContain('gedaan');
    const state = await transact(polder.context, 'service', (ctx) => stateOf(ctx, fatima.id, 'listen'));
    expect(state).toBe('objected');
  });

  test('a copy waits until it is known who asks; then its link stands in the answer, once', async () => {
    const where = await asked('export');
    const done = await visitor.post(where, { act: 'prove', proof: 'las de code voor die wij stuurden' });
    const link = /\/exports\/[\w-]{40,}/.exec(await done.text())?.[0] ?? '';
    expect(link).not.toBe('');
    expect(await html(where)).not.toContain(link);
    expect(await html(link, pages.nobody)).toContain('wordt nog gemaakt');
    expect(await html('/exports/guessed', pages.nobody)).toContain('werkt niet meer');
  });

  test('refusing needs a ground in the law and a reason', async () => {
    const where = await asked('rectify');
    expect(
      (await visitor.post(where, { act: 'refuse', ground: 'zomaar', reason: 'daarom niet hoor' })).status,
    ).toBe(422);
    expect(
      (await visitor.post(where, { act: 'refuse', ground: 'art-12-5-unfounded', reason: 'nee' })).status,
    ).toBe(422);
    const reason = 'dit is de vijfde keer deze week';
    expect((await visitor.post(where, { act: 'refuse', ground: 'art-12-5-excessive', reason })).status).toBe(
      303,
    );
    expect(await html(where)).toContain(reason);
  });

  test('a breach counts whom it touches, and does not end before the authority knows', async () => {
    const made = await visitor.post(urls.incidents(), {
      title: 'Laptop kwijt',
      story: 'In de trein blijven liggen, versleuteld.',
      found: '2026-11-24T08:00',
    });
    const where = made.headers.get('location') ?? '';
    const scope = { act: 'count', channel: 'x', from: '', until: '', activity: '', words: 'meter' };
    expect((await visitor.post(where, scope)).status).toBe(303);
    expect(await html(where)).toContain('1 persoon geraakt');
    expect(await html(`${where}/touched`)).toContain(fatima.publicId);
    expect((await visitor.post(where, { act: 'end' })).status).toBe(409);
    await visitor.post(where, { act: 'risk', risk: 'high', whyNot: '' });
    await visitor.post(where, { act: 'authority', reference: 'AP-1' });
    expect((await visitor.post(where, { act: 'end' })).status).toBe(409);
    await visitor.post(where, { act: 'persons' });
    expect((await visitor.post(where, { act: 'end' })).status).toBe(303);
  });

  test('a pilot that listens begins only with an assessment to which a second colleague agreed', async () => {
    const pilot = { key: 'forum', capabilities: ['listen.sources'], scope: { channels: ['forum'] } };
    const start = () => startPilot(people.ravi.context, pilot);
    await expect(start()).rejects.toMatchObject({ code: 'conflict.no-assessment' });
    const text = 'een antwoord dat lang genoeg is om te tellen';
    const questions = [
      'interest',
      'necessity',
      'alternatives',
      'people',
      'expectation',
      'balance',
      'safeguards',
    ];
    const answers = Object.fromEntries(questions.map((one) => [one, text]));
    await visitor.post(urls.assessments(), {
      act: 'assess',
      title: 'Forum',
      reviewOn: '2027-11-24',
      ...answers,
    });
    await expect(start()).rejects.toMatchObject({ code: 'conflict.no-assessment' });
    const id = /name="id" value="(as_\w+)"/.exec(await html(urls.assessments()))?.[1] ?? '';
    expect((await visitor.post(urls.assessments(), { act: 'agree', id })).status).toBe(403);
    const ravi = await pages.visitor(people.ravi);
    expect((await ravi.post(urls.assessments(), { act: 'agree', id })).status).toBe(303);
    await start();
  });

  test('the retention of a kind is chosen with a reason', async () => {
    const wrong = await visitor.post(urls.retention(), {
      act: 'choose',
      key: 'case',
      days: '0',
      reason: 'kort',
    });
    expect(wrong.status).toBe(422);
    await visitor.post(urls.retention(), {
      act: 'choose',
      key: 'case',
      days: '365',
      reason: 'één jaar is genoeg',
    });
    expect(await html(urls.retention())).toContain('365 dagen');
  });
});
