import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { sendingThrough, type TestMailServer, testMailServer } from '../../../test/mail-server.ts';
import { hirePeople } from '../../../test/people.ts';
import { actAs, type Context, transact } from '../../platform/context.ts';
import { type Permit, sendWaiting } from '../../platform/mail/sending.ts';
import { decide } from '../../privacy/deciding.ts';
import { type MailedPerson, meetByMail } from '../fixtures/mailing-people.ts';
import { approveMailing, draftMailing, testMailing } from './drafting.ts';
import { handNext } from './handing.ts';
import { getMailing } from './mailing.ts';
import { permitMail } from './permitting.ts';
import { startMailing } from './running.ts';
import { runMailings } from './working.ts';

let database: TestDatabase;
let server: TestMailServer;
let els: Context;
let joost: Context;
let trials = 0;

beforeAll(async () => {
  database = await testDatabase();
  server = await testMailServer();
  const people = await hirePeople(database.context);
  els = sendingThrough(people.els.context, server);
  joost = sendingThrough(people.joost.context, server);
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});

/** What somebody says, and when: before the list is made, while they stand on it, or while their mail waits. */
const fate = fc.record({
  says: fc.constantFrom('withdraw', 'object', 'restrict', 'nothing'),
  at: fc.constantFrom('before', 'listed', 'handed'),
});
type Fate = typeof fate extends fc.Arbitrary<infer T> ? T : never;
const always: readonly Fate[] = [
  { says: 'withdraw', at: 'handed' },
  { says: 'object', at: 'listed' },
  { says: 'nothing', at: 'before' },
];
const reasons = { withdraw: 'withdrawn', object: 'objected', restrict: 'restricted', nothing: null } as const;

type Run = (ctx: Context) => Promise<void>;
interface Somebody extends MailedPerson {
  fate: Fate;
}

async function crowd(fates: readonly Fate[]): Promise<Somebody[]> {
  trials += 1;
  await transact(els, 'service', (ctx) => sql`update person set relation = 'unknown'`.execute(ctx.database));
  const all: Somebody[] = [];
  for (const [n, fate] of fates.entries())
    all.push({ ...(await meetByMail(els, `p${trials}-${n}`, { allows: 'offers' })), fate });
  return all;
}

async function say(people: readonly Somebody[], moment: Fate['at']): Promise<void> {
  for (const { id, fate } of people) {
    const { says } = fate;
    if (fate.at !== moment || says === 'nothing') continue;
    await transact(els, 'legal', (ctx) => decide(ctx, id, { purpose: 'offers', act: says, strength: 0 }));
  }
}

async function send(people: readonly Somebody[], run: Run): Promise<string> {
  const words = { nl: { subject: 'Zon op uw dak', text: 'Wij rekenen het graag voor u uit.' } };
  const draft = { title: 'Zon', purpose: 'offers', words, audience: { kind: 'customers' } } as const;
  const publicId = await draftMailing(els, draft, { locale: 'nl', timeZone: 'Europe/Amsterdam' });
  await testMailing(els, publicId, 'els@waterkracht.example');
  await approveMailing(joost, publicId);
  await say(people, 'before');
  await startMailing(joost, publicId);
  const { id } = await transact(els, null, (ctx) => getMailing(ctx, { publicId }));
  await say(people, 'listed');
  const system = actAs(els, { kind: 'system', name: 'polder' });
  await handNext(system, id);
  await say(people, 'handed');
  await run(system);
  return id;
}

/** P22: what is cancelled because somebody took their yes back ends as cancelled, with why; nobody just vanishes. */
async function broken(run: Run, fates: readonly Fate[]): Promise<string | undefined> {
  const people = await crowd(fates);
  const id = await send(people, run);
  const found = await transact(els, 'service', (ctx) =>
    sql<{ person: string; state: string | null; reason: string | null }>`
      select r.person_id as person, m.state, m.reason from mailing_recipient r
      left join mail m on m.id = r.mail_id where r.mailing_id = ${id}`.execute(ctx.database),
  );
  const mailing = await transact(els, null, (ctx) => getMailing(ctx, { id }));
  if (mailing.state !== 'done') return 'the mailing does not end';
  const before = people.filter(({ fate }) => fate.at === 'before' && fate.says !== 'nothing');
  if (mailing.leftOut !== before.length) return 'who was left out is not counted';
  if (found.rows.length !== people.length - before.length) return 'somebody vanished from the list';
  for (const person of people.filter((one) => !before.includes(one))) {
    const mine = found.rows.filter((row) => row.person === person.id);
    const got = server.taken.filter(({ to }) => to[0] === person.address).length;
    const [row] = mine;
    const reason = reasons[person.fate.says];
    if (mine.length !== 1 || !row?.state) return `${person.fate.says} ${person.fate.at}: no ending`;
    if (reason === null && (row.state !== 'sent' || got !== 1))
      return 'somebody who allows it did not get it';
    if (reason !== null && got > 0) return `${person.fate.says} ${person.fate.at}: it left all the same`;
    if (reason !== null && (row.state !== 'cancelled' || row.reason !== reason))
      return `${person.fate.says} ${person.fate.at}: ended as ${row.state} ${row.reason}`;
  }
  return undefined;
}

async function firstBroken(run: Run, trials: number): Promise<string | undefined> {
  const crowds = fc.sample(fc.array(fate, { maxLength: 6, size: 'max' }), trials);
  for (const fates of crowds) {
    const found = await broken(run, [...always, ...fates]);
    if (found) return found;
  }
  return undefined;
}

/** As the jobs do it: what waits goes out, and then the mailing is looked through. */
const asking =
  (permit: Permit): Run =>
  async (ctx) => {
    await sendWaiting(ctx, permit, { lanes: 1 });
    await runMailings(ctx, { lanes: 1, permit });
  };
const real = asking(permitMail);
const after =
  (query: ReturnType<typeof sql>): Run =>
  async (ctx) => {
    await real(ctx);
    await transact(ctx, 'service', (ctx) => query.execute(ctx.database));
  };

const mutants: Record<string, Run> = {
  'nobody is asked again': asking(async () => ({ kind: 'go' })),
  'who may not be written to waits for ever': asking(async (ctx, mail) => {
    const verdict = await permitMail(ctx, mail);
    const at = ctx.clock.now().add({ hours: 1 });
    return verdict.kind === 'cancel' ? { kind: 'later', reason: verdict.reason, at } : verdict;
  }),
  'nobody is told why': asking(async (ctx, mail) => {
    const verdict = await permitMail(ctx, mail);
    return verdict.kind === 'cancel' ? { kind: 'cancel', reason: 'cancelled' } : verdict;
  }),
  'what was cancelled is tidied away': after(sql`delete from mail where state = 'cancelled'`),
  'whoever withdrew is taken off the list': after(sql`
    delete from mailing_recipient r using mail m where m.id = r.mail_id and m.state = 'cancelled'`),
};

describe('a mailing from which people withdraw on the way', () => {
  test('ends for each of them as cancelled, and why (P22)', async () => {
    expect(await firstBroken(real, 4)).toBeUndefined();
  });
  test.each(Object.keys(mutants))('%s would be noticed', async (name) => {
    expect(await firstBroken(mutants[name] as Run, 2)).toBeDefined();
  });
});
