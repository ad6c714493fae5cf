import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { sendingThrough, type TestMailServer, testMailServer } from '../test/mail-server.ts';
import { hirePeople, hirePerson, type People, type Person } from '../test/people.ts';
import { permitMail } from './customers/sending/permitting.ts';
import { accountNamed } from './listening/account.ts';
import { hear } from './listening/hearing.ts';
import { type Context, transact } from './platform/context.ts';
import { sendWaiting } from './platform/mail/sending.ts';
import { receiveRequest, settleRequest, takeRequest } from './privacy/requests/handling.ts';
import { remindOfRequests } from './privacy/requests/reminding.ts';
import { remindByMail } from './reminding.ts';

let polder: TestDatabase;
let server: TestMailServer;
let ctx: Context;
let people: People;
let yara: Person;
let fatima: string;

beforeAll(async () => {
  polder = await testDatabase();
  server = await testMailServer();
  ctx = sendingThrough(polder.context, server);
  people = await hirePeople(ctx);
  yara = await hirePerson(ctx, { name: 'Yara Haddad', role: 'data_manager', departmentId: null });
  await transact(ctx, 'listen', async (ctx) => {
    const account = await accountNamed(ctx, { channel: 'x', name: 'waterkracht', connector: 'file' });
    const said = { externalId: 'f', text: 'Dag', author: 'fatima1980', authorName: 'Fatima', sentAt: null };
    const where = { replyTo: null, thread: null, automatic: false, departmentId: null, employeeId: null };
    await hear(ctx, { account, utterances: [{ ...said, ...where, direction: 'in' }] });
  });
  fatima = await transact(ctx, 'service', async (ctx) => {
    const found = await sql<{ id: string }>`select person_id as id from identity`.execute(ctx.database);
    return found.rows[0]?.id ?? '';
  });
}, 60_000);
afterAll(async () => {
  await server?.close();
  await polder?.close();
});

/** Everything that a mail server took since the last time, by whom it went to. */
async function reminded(): Promise<Record<string, string>> {
  await remindOfRequests(ctx, remindByMail);
  await sendWaiting(ctx, permitMail, { patience: 1500, lanes: 1 });
  const mails = server.taken.splice(0);
  const plain = (raw: string) => raw.replaceAll('=\r\n', '').replaceAll('=3D', '=');
  return Object.fromEntries(mails.map(({ to, raw }) => [to.join(), plain(raw)]));
}

async function asked(daysAgo = 0): Promise<string> {
  const receivedAt = ctx.clock.now().subtract({ hours: 24 * daysAgo });
  const { publicId } = await receiveRequest(ctx, {
    personId: fatima,
    ...{ kind: 'rectify', via: 'letter', strength: 1, timeZone: 'Europe/Amsterdam' },
    wish: 'Mijn naam is fout gespeld',
    receivedAt,
  });
  return publicId;
}

const days = (count: number) => polder.turn.forward({ hours: 24 * count });

test('a request that nobody took is told to everybody who may handle it, and names no customer', async () => {
  const request = await asked();
  expect(await reminded()).toEqual({});
  days(7);
  const mails = await reminded();
  expect(Object.keys(mails).sort()).toEqual(['ravi@waterkracht.example', 'yara@waterkracht.example']);
  const mail = mails['yara@waterkracht.example'] ?? '';
  expect(mail).toContain(`https://polder.waterkracht.example/privacy/requests/${request}`);
  expect(mail).toContain('7 dagen');
  expect(mail.toLowerCase()).not.toMatch(/fatima|gespeld/);
  expect(await reminded()).toEqual({});
  await settleRequest(yara.context, request, 'De naam is verbeterd');
});

test('one that somebody took is told to that colleague alone, on the 7th, 21st and 28th day, in their language', async () => {
  await ctx.database
    .updateTable('employee')
    .set({ locale: 'en' })
    .where('id', '=', yara.employee.id)
    .execute();
  const request = await asked();
  await takeRequest(yara.context, request);
  const seen: string[] = [];
  for (let day = 0; day < 31; day += 1) {
    for (const [to, mail] of Object.entries(await reminded())) {
      expect(mail).toContain(`${day} days`);
      seen.push(`${day} ${to}`);
    }
    days(1);
  }
  expect(seen).toEqual([7, 21, 28].map((day) => `${day} yara@waterkracht.example`));
  await settleRequest(yara.context, request, 'De naam is verbeterd');
});

test('a letter that lay around is told of once, with the day that it is', async () => {
  const request = await asked(29);
  await takeRequest(people.ravi.context, request);
  const mails = await reminded();
  expect(Object.keys(mails)).toEqual(['ravi@waterkracht.example']);
  expect(mails['ravi@waterkracht.example']).toContain('28 dagen');
  expect(await reminded()).toEqual({});
  await settleRequest(people.ravi.context, request, 'De naam is verbeterd');
});

test('what is done is not reminded of, and two workers at once remind once', async () => {
  const done = await asked();
  await settleRequest(people.ravi.context, done, 'De naam is verbeterd');
  const open = await asked();
  await takeRequest(yara.context, open);
  days(8);
  await Promise.all([remindOfRequests(ctx, remindByMail), remindOfRequests(ctx, remindByMail)]);
  expect(Object.keys(await reminded())).toEqual(['yara@waterkracht.example']);
});
