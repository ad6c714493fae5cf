import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { sendingThrough, type TestMailServer, testMailServer } from '../../../test/mail-server.ts';
import { hirePeople } from '../../../test/people.ts';
import { actAs, type Context, transact } from '../../platform/context.ts';
import { type Permit, sendWaiting } from '../../platform/mail/sending.ts';
import { stateOf } from '../../privacy/deciding.ts';
import { lockForUse } from '../../privacy/locking.ts';
import { stopByLink } from '../entering/stopping.ts';
import { type MailedPerson, meetByMail, withdraw } from '../fixtures/mailing-people.ts';
import { approveMailing, changeMailing, draftMailing, type MailingDraft, testMailing } from './drafting.ts';
import { getMailing } from './mailing.ts';
import { permitMail } from './permitting.ts';
import { resultsOf } from './results.ts';
import { pauseMailing, resumeMailing, startMailing, stopMailing } from './running.ts';
import { runMailings } from './working.ts';

let database: TestDatabase;
let server: TestMailServer;
let els: Context;
let joost: Context;

beforeAll(async () => {
  database = await testDatabase({ size: 20 });
  server = await testMailServer();
  const people = await hirePeople(database.context);
  els = sendingThrough(people.els.context, server);
  joost = sendingThrough(people.joost.context, server);
});
afterAll(async () => {
  await server?.close();
  await database?.close();
});
afterEach(async () => {
  server.fault = null;
  server.taken.length = 0;
  // everybody is gone before the next test, and nobody was mailed this week
  await transact(database.context, 'service', async (ctx) => {
    await sql`update mailing set state = 'stopped' where state in ('sending', 'paused')`.execute(
      ctx.database,
    );
    await sql`delete from mail`.execute(ctx.database);
    await sql`update person set relation = 'unknown'`.execute(ctx.database);
  });
});

const offer: MailingDraft = {
  title: 'Zonnepanelen',
  purpose: 'offers',
  words: { nl: { subject: 'Zon op uw dak', text: 'Wij rekenen het graag voor u uit.' } },
  audience: { kind: 'customers' },
};
const place = { locale: 'nl', timeZone: 'Europe/Amsterdam' } as const;

async function ready(draft: Partial<MailingDraft> = {}): Promise<string> {
  const id = await draftMailing(els, { ...offer, ...draft }, place);
  await testMailing(els, id, 'els@waterkracht.example');
  await transact(els, 'service', (ctx) => sql`delete from mail where kind = 'test'`.execute(ctx.database));
  await approveMailing(joost, id);
  return id;
}
const start = async (draft: Partial<MailingDraft> = {}) => {
  const id = await ready(draft);
  await startMailing(joost, id);
  return id;
};
const run = (lanes = 2) => runMailings(actAs(els, { kind: 'system', name: 'polder' }), { lanes });
const mailing = (publicId: string) => transact(els, null, (ctx) => getMailing(ctx, { publicId }));
const results = async (publicId: string) =>
  (await resultsOf(els, (await mailing(publicId)).id)).map(({ outcome, reason, people }) => [
    outcome,
    reason,
    people,
  ]);
const people = (count: number, name: string, purpose: 'offers' | 'invite' = 'offers') =>
  Promise.all(Array.from({ length: count }, (_, n) => meetByMail(els, `${name}${n}`, { allows: purpose })));
const got = (address: string) => server.taken.filter(({ to }) => to[0] === address).length;
const usesOf = async ({ id }: MailedPerson) => {
  const uses = (ctx: Context) =>
    sql<{ activity: string }>`select activity from data_use where person_id = ${id}`.execute(ctx.database);
  return (await transact(els, 'legal', uses)).rows.map(({ activity }) => activity);
};

describe('a mailing', () => {
  test('is tried, approved by a second person, sent once to each, and written in their ledgers', async () => {
    const [fatima, henk] = await people(2, 'een');
    const id = await start();
    await run();
    await run();
    expect(server.taken.map(({ to }) => to[0]).toSorted()).toEqual([fatima?.address, henk?.address]);
    expect(await results(id)).toEqual([['sent', null, 2]]);
    expect(await mailing(id)).toMatchObject({ state: 'done', leftOut: 0 });
    expect(await usesOf(fatima as MailedPerson)).toEqual(['mail.offers']);
  });

  test('is not approved untried, nor by who wrote it, and not started without approval', async () => {
    const id = await draftMailing(els, offer, place);
    await expect(approveMailing(joost, id)).rejects.toMatchObject({ code: 'conflict.mailing-untested' });
    await testMailing(els, id, 'els@waterkracht.example');
    await expect(approveMailing(els, id)).rejects.toMatchObject({ code: 'forbidden.own-approval' });
    await expect(startMailing(els, id)).rejects.toMatchObject({ code: 'conflict.mailing-state' });
    await approveMailing(joost, id);
    await changeMailing(els, id, { ...offer, title: 'Anders' });
    await expect(startMailing(joost, id)).rejects.toMatchObject({ code: 'conflict.mailing-state' });
    await expect(approveMailing(joost, id)).rejects.toMatchObject({ code: 'conflict.mailing-untested' });
  });

  test('is not started where no mail can leave', async () => {
    const id = await ready();
    const alone = { ...joost, outside: { ...joost.outside, smtp: null } };
    await expect(startMailing(alone, id)).rejects.toMatchObject({ code: 'conflict.no-mail-server' });
  });

  test('leaves out who does not allow it, and says how many', async () => {
    await people(2, 'ja');
    await meetByMail(els, 'nooit-gevraagd');
    const henk = await meetByMail(els, 'henk-nee', { allows: 'offers' });
    await withdraw(els, henk, 'offers');
    const id = await start();
    await run();
    expect(server.taken).toHaveLength(2);
    expect(await mailing(id)).toMatchObject({ leftOut: 2 });
    expect(await usesOf(henk)).toEqual([]);
  });

  test('shows whom it did not reach, and why; nobody is missing', async () => {
    const [one, two, three] = await people(4, 'waarom');
    const id = await start();
    await withdraw(els, one as MailedPerson, 'offers');
    const prove = (proof: string, { id }: MailedPerson) =>
      transact(els, 'service', (ctx) =>
        sql`update identity set proof = ${proof} where person_id = ${id}`.execute(ctx.database),
      );
    await prove('claimed', two as MailedPerson);
    await run();
    expect((await results(id)).toSorted()).toEqual([
      ['cancelled', 'withdrawn', 1],
      ['sent', null, 2],
      ['skipped', 'no-address', 1],
    ]);
    expect(got((three as MailedPerson).address)).toBe(1);
  });

  test('to one who stands in the books twice goes once', async () => {
    const [one, two] = (await people(2, 'dubbel')) as [MailedPerson, MailedPerson];
    await transact(els, 'service', (ctx) =>
      sql`insert into person_shown values (${two.id}, ${one.id}), (${one.id}, ${one.id})`.execute(
        ctx.database,
      ),
    );
    await start();
    await run();
    expect(server.taken).toHaveLength(1);
  });

  test('waits while it is quiet, and goes on in the morning', async () => {
    await people(1, 'nacht');
    database.turn.turnTo('2026-11-24T21:30:00Z');
    const id = await start();
    await run();
    expect(await results(id)).toEqual([['waiting', 'quiet-hours', 1]]);
    database.turn.turnTo('2026-11-25T07:01:00Z');
    await run();
    await sendWaiting(els, permitMail);
    await run();
    expect(await results(id)).toEqual([['sent', null, 1]]);
    expect((await mailing(id)).state).toBe('done');
  });

  test('of the third in a week is one too many', async () => {
    await people(1, 'vaak');
    const ids: string[] = [];
    for (let n = 0; n < 3; n += 1) {
      ids.push(await start());
      await run();
    }
    expect(server.taken).toHaveLength(2);
    expect(await results(ids[2] as string)).toEqual([['cancelled', 'too-often', 1]]);
  });

  test('carries a link that stops it with one press, for good, and again does nothing', async () => {
    const [fatima] = (await people(1, 'stop')) as [MailedPerson];
    const id = await start();
    await run();
    const raw = server.taken[0]?.raw.replace(/=\r\n/g, '').replace(/\r\n /g, ' ') ?? '';
    expect(raw).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click');
    const token = /List-Unsubscribe: <[^>]*token=([\w-]+)>/.exec(raw)?.[1] ?? '';
    expect(await stopByLink(database.context, token)).toEqual({ purpose: 'offers' });
    expect(await stopByLink(database.context, token)).toEqual({ purpose: 'offers' });
    const decisions = await transact(els, 'legal', (ctx) =>
      sql`select act from decision where person_id = ${fatima.id} order by id`.execute(ctx.database),
    );
    expect(decisions.rows).toEqual([{ act: 'give' }, { act: 'withdraw' }]);
    expect(await results(id)).toEqual([['sent', null, 1]]);
  });
});

describe('turning a mailing', () => {
  test('paused: nothing leaves after it answers; resumed: everybody gets it once', async () => {
    await people(60, 'pauze');
    const id = await start();
    const running = run();
    while (server.taken.length < 5) await wait(5);
    await pauseMailing(els, id);
    const taken = server.taken.length;
    await running;
    expect(server.taken).toHaveLength(taken);
    expect(taken).toBeLessThan(60);
    await resumeMailing(els, id);
    database.turn.forward({ minutes: 2 });
    await run();
    await sendWaiting(els, permitMail);
    expect(server.taken).toHaveLength(60);
    expect(new Set(server.taken.map(({ to }) => to[0])).size).toBe(60);
  });

  test('stopped: nothing leaves after it answers, and everybody else is kept with that reason', async () => {
    await people(60, 'stopt');
    const id = await start();
    const running = run();
    while (server.taken.length < 5) await wait(5);
    await stopMailing(els, id);
    const taken = server.taken.length;
    await running;
    database.turn.forward({ minutes: 2 });
    await run();
    await sendWaiting(els, permitMail);
    expect(server.taken).toHaveLength(taken);
    const counts = await results(id);
    expect(counts.reduce((sum, [, , n]) => sum + Number(n), 0)).toBe(60);
    expect(counts.filter(([outcome]) => outcome !== 'sent').every(([, reason]) => reason === 'stopped')).toBe(
      true,
    );
  });

  test('two processes that run it at once write to nobody twice', async () => {
    await people(40, 'samen');
    await start();
    await Promise.all([run(), run(), run()]);
    await run();
    expect(server.taken).toHaveLength(40);
    expect(new Set(server.taken.map(({ to }) => to[0])).size).toBe(40);
  });
});

/** Rounds are people who withdraw while they are being written to; RACE_ROUNDS=1000 for the long proof. */
const rounds = Number(process.env.RACE_ROUNDS ?? 50);
const size = 50;

interface Raced {
  /** Mails that went out after the withdrawal was confirmed. */
  late: number;
  before: number;
  /** People whose ledger says as many mails as they got. */
  told: number;
}

async function race(name: string, count: number, permit: Permit): Promise<Raced> {
  const raced = { late: 0, before: 0, told: 0 };
  const system = actAs(els, { kind: 'system', name: 'polder' });
  for (let done = 0; done < count; done += size) {
    const crowd = await people(size, `${name}${done}-`);
    await start();
    const confirmed = new Map<MailedPerson, number>();
    let ended = false;
    const sentBefore = server.taken.length;
    const running = runMailings(system, { lanes: 4, permit }).finally(() => {
      ended = true;
    });
    const withdrawing = crowd.map(async (person) => {
      // by how far the sending is, not by the clock, so that a busy machine races as well
      const moment = sentBefore + Math.floor(Math.random() * size * 0.6);
      while (server.taken.length < moment && !ended) await wait(1);
      await withdraw(els, person, 'offers');
      confirmed.set(person, got(person.address));
    });
    await Promise.all([...withdrawing, running]);
    await runMailings(system, { permit });
    for (const person of crowd) {
      const atAnswer = confirmed.get(person) ?? 0;
      raced.late += got(person.address) - atAnswer;
      raced.before += atAnswer;
      if ((await usesOf(person)).length === got(person.address)) raced.told += 1;
    }
    await transact(els, 'service', (ctx) =>
      sql`update person set relation = 'unknown'`.execute(ctx.database),
    );
  }
  return raced;
}

/** What each of these forgets is a bug that was really made somewhere. */
const mutants: Record<string, () => Permit> = {
  'no check at all': () => async () => ({ kind: 'go' }),
  'a check from when the mailing began': () => {
    const judged = new Map<string, boolean>();
    return async (_, mail) => {
      const id = mail.personId ?? '';
      if (!judged.has(id)) judged.set(id, true);
      return judged.get(id) ? { kind: 'go' } : { kind: 'cancel', reason: 'withdrawn' };
    };
  },
  'a check that leaves no trace in the ledger': () => async (ctx, mail) => {
    await lockForUse(ctx, mail.personId ?? '0');
    const state = await stateOf(ctx, mail.personId ?? '0', 'offers');
    return state === 'allowed' ? { kind: 'go' } : { kind: 'cancel', reason: 'withdrawn' };
  },
};

describe('withdrawing while the mailing runs', () => {
  test(
    'nothing goes out to whoever withdrew after that was confirmed, and what went before stands in the ledger',
    async () => {
      const raced = await race('race', rounds, permitMail);
      const all = Math.ceil(rounds / size) * size;
      expect(raced).toMatchObject({ late: 0, told: all });
      // the race was one: some were in time, some were not
      expect(raced.before).toBeGreaterThan(0);
      expect(raced.before).toBeLessThan(all);
    },
    60_000 + rounds * 400,
  );

  test.each(Object.keys(mutants))('%s would be noticed', async (name) => {
    const permit = mutants[name]?.() ?? permitMail;
    const { late, told } = await race(`mutant-${Object.keys(mutants).indexOf(name)}-`, size, permit);
    expect(late > 0 || told < size).toBe(true);
  });
});
