import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { sendingThrough, type TestMailServer, testMailServer } from '../../../test/mail-server.ts';
import { type TestPages, testPages, type Visitor } from '../../../test/pages.ts';
import { hirePeople, hirePerson, type People } from '../../../test/people.ts';
import { type MailedPerson, meetByMail, withdraw } from '../../customers/fixtures/mailing-people.ts';
import { runMailings } from '../../customers/sending/working.ts';
import { actAs, type Context, transact } from '../../platform/context.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { shownIn } from '../journey/fixtures/shown.ts';

let database: TestDatabase;
let server: TestMailServer;
let pages: TestPages;
let people: People;
let ctx: Context;
let mila: Visitor;
let ravi: Visitor;
let els: Visitor;

beforeAll(async () => {
  database = await testDatabase();
  server = await testMailServer();
  ctx = sendingThrough(database.context, server);
  pages = await testPages({ ...database, context: ctx });
  people = await hirePeople(database.context);
  const role = 'community_manager';
  mila = await pages.visitor(
    await hirePerson(database.context, { name: 'Mila Vos', role, departmentId: null }),
  );
  ravi = await pages.visitor(people.ravi);
  els = await pages.visitor(people.els);
});
afterAll(async () => {
  await pages?.close();
  await server?.close();
  await database?.close();
});

const draft = {
  title: 'Zonnepanelen',
  purpose: 'offers',
  audience: 'customers',
  subjectNl: 'Zon op uw dak',
  textNl: 'Wij rekenen het graag voor u uit.',
  subjectEn: '',
  textEn: '',
};
const begin = async (fields: Partial<typeof draft> = {}) => {
  const made = await mila.post('/mailings/new', { ...draft, ...fields });
  return made.headers.get('location') ?? '';
};
const turn = (visitor: Visitor, where: string, act: string) => visitor.post(where, { act });
const statementsFor = async (visitor: Visitor, path: string) => {
  database.statements();
  expect((await visitor.get(path)).status, path).toBe(200);
  return database.statements().length;
};
const work = () => runMailings(actAs(ctx, { kind: 'system', name: 'polder' }), { lanes: 2 });

describe('mailings', () => {
  it('explain themselves while there are none', async () => {
    expect(await shownIn(await mila.get('/mailings'))).toContain('Nog geen mailings');
  });

  it('say per field what is missing, and lose nothing that was typed', async () => {
    const answer = await mila.post('/mailings/new', { ...draft, title: ' ', textNl: '' });
    expect(answer.status).toBe(422);
    expect(await answer.text()).toContain('value="Zon op uw dak"');
    const nobody = await mila.post('/mailings/new', { ...draft, audience: 'segment:sg_nowhere' });
    expect(nobody.status).toBe(404);
  });

  it('go the whole way: drafted, tried, approved by another, sent, with what became of everybody', async () => {
    const [fatima, henk] = [await meet('fatima'), await meet('henk')];
    const where = await begin();
    expect((await turn(mila, where, 'approve')).status).toBe(409);
    expect((await turn(mila, where, 'test')).status).toBe(303);
    expect((await turn(mila, where, 'approve')).status).toBe(403);
    expect((await turn(ravi, where, 'start')).status).toBe(409);
    expect((await turn(ravi, where, 'approve')).status).toBe(303);
    expect((await turn(ravi, where, 'start')).status).toBe(303);
    await withdraw(ctx, henk, 'offers');
    await work();
    const shown = await shownIn(await ravi.get(where));
    expect(shown).toContain('klaar');
    expect(shown).toContain('toestemming ingetrokken');
    expect(
      server.taken.filter(({ raw }) => raw.includes('Subject: Zon op uw dak')).map(({ to }) => to[0]),
    ).toEqual([fatima.address]);
  });

  it('are paused, resumed and stopped by a press, and a stopped one stays so', async () => {
    const where = await begin({ title: 'Pauze' });
    await turn(mila, where, 'test');
    await turn(ravi, where, 'approve');
    await turn(ravi, where, 'start');
    for (const [act, state] of [
      ['pause', 'gepauzeerd'],
      ['resume', 'wordt verstuurd'],
      ['stop', 'gestopt'],
    ] as const) {
      expect((await turn(ravi, where, act)).status).toBe(303);
      expect(await shownIn(await ravi.get(where))).toContain(state);
    }
    expect((await turn(ravi, where, 'resume')).status).toBe(409);
    expect((await turn(ravi, where, 'constructor')).status).toBe(422);
  });

  it('are for those who may; nobody else, and nobody from outside', async () => {
    const where = await begin({ title: 'Voor wie mag' });
    for (const path of ['/mailings', '/mailings/new', where, '/mail']) {
      expect((await els.get(path)).status, path).toBe(403);
      expect((await pages.nobody.get(path)).headers.get('location'), path).toMatch(/^\/sign-in/);
    }
    expect((await els.post('/mailings/new', draft)).status).toBe(403);
    expect((await turn(els, where, 'test')).status).toBe(403);
    expect((await mila.get('/mailings/ma_nowhere')).status).toBe(404);
  });

  it('show what colleagues typed as text', async () => {
    const where = await begin({ title: '<img src=x>', textNl: '<script>alert(1)</script>' });
    for (const path of ['/mailings', where])
      expect(await (await mila.get(path)).text()).not.toMatch(/<img src=x|<script>alert/);
  });

  it('cost as many statements however many there are', async () => {
    const where = await begin({ title: 'Tellen' });
    const few = [
      await statementsFor(mila, '/mailings'),
      await statementsFor(mila, where),
      await statementsFor(mila, '/mailings/new'),
    ];
    for (let n = 0; n < 12; n += 1) await begin({ title: `Nummer ${n}` });
    expect(await statementsFor(mila, '/mailings')).toBe(few[0]);
    expect(few[0]).toBeLessThanOrEqual(8);
    expect(few[1]).toBeLessThanOrEqual(10);
    expect(few[2]).toBeLessThanOrEqual(8);
  });
});

describe('the outbox', () => {
  it('asks about a mail of which nobody knows, and writes the ledger of whoever did get it', async () => {
    const fatima = await meet('fatima-2');
    const id = await unknownMail(fatima);
    const html = await (await ravi.get('/mail')).text();
    expect(html).toContain(`name="id" value="${id}"`);
    expect(html).not.toContain(fatima.address);
    expect((await els.post('/mail', { id, what: 'sent' })).status).toBe(403);
    expect((await ravi.post('/mail', { id, what: 'sent' })).status).toBe(303);
    expect(await usesOf(fatima)).toEqual(['mail.service']);
    expect((await ravi.post('/mail', { id, what: 'sent' })).status).toBe(409);
    expect(await usesOf(fatima)).toEqual(['mail.service']);
    expect((await ravi.post('/mail', { id: "1' or 1=1", what: 'sent' })).status).toBe(422);
  });

  it('costs as many statements however much is stuck', async () => {
    const few = await statementsFor(ravi, '/mail');
    for (let n = 0; n < 5; n += 1) await unknownMail(await meet(`vast-${n}`));
    expect(await statementsFor(ravi, '/mail')).toBe(few);
    expect(few).toBeLessThanOrEqual(9);
  });
});

const meet = (name: string) => meetByMail(ctx, name, { allows: 'offers' });

async function unknownMail(person: MailedPerson): Promise<string> {
  return transact(ctx, 'service', async (ctx) => {
    const id = await sendMail(ctx, {
      to: person.address,
      kind: 'receipt',
      personId: person.id,
      subject: 'Uw verzoek',
      text: 'Wij kregen uw verzoek.',
      quiet: true,
    });
    await sql`update mail set state = 'unknown', reason = 'crash', attempts = 1, ended_at = created_at where id = ${id}`.execute(
      ctx.database,
    );
    return id ?? '';
  });
}

const usesOf = async ({ id }: MailedPerson) => {
  const found = await transact(ctx, 'legal', (ctx) =>
    sql<{ activity: string }>`select activity from data_use where person_id = ${id} order by id`.execute(
      ctx.database,
    ),
  );
  return found.rows.map(({ activity }) => activity);
};
