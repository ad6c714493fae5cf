import { sql } from 'kysely';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { sendingThrough, type TestMailServer, testMailServer } from '../../../test/mail-server.ts';
import { hirePeople } from '../../../test/people.ts';
import { actAs, type Context, transact } from '../../platform/context.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { sendWaiting } from '../../platform/mail/sending.ts';
import { decideUnknown } from '../../platform/mail/settling.ts';
import type { TermKey, TermValues } from '../../privacy/terms/term.ts';
import { setTerm } from '../../privacy/terms/terming.ts';
import { type MailedPerson, meetByMail, withdraw } from '../fixtures/mailing-people.ts';
import { makeSegment } from '../segments/saving.ts';
import { approveMailing, draftMailing, type MailingDraft, testMailing } from './drafting.ts';
import { enterLeft, permitMail } from './permitting.ts';
import { resultsOf } from './results.ts';
import { startMailing } from './running.ts';
import { runMailings } from './working.ts';

let database: TestDatabase;
let server: TestMailServer;
let els: Context;
let joost: Context;

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
afterEach(async () => {
  server.taken.length = 0;
  database.turn.turnTo('2026-11-24T10:00:00Z');
  await transact(els, 'service', async (ctx) => {
    await sql`update mailing set state = 'stopped' where state = 'sending'`.execute(ctx.database);
    await sql`delete from mail`.execute(ctx.database);
    await sql`update person set relation = 'unknown'`.execute(ctx.database);
  });
});

const offer: MailingDraft = {
  title: 'Zonnepanelen',
  purpose: 'offers',
  words: {
    nl: { subject: 'Zon op uw dak', text: 'Wij rekenen het graag voor u uit.' },
    en: { subject: 'Sun on your roof', text: 'We gladly work it out for you.' },
  },
  audience: { kind: 'customers' },
};

async function start(draft: Partial<MailingDraft> = {}): Promise<() => Promise<unknown[]>> {
  const publicId = await draftMailing(
    els,
    { ...offer, ...draft },
    { locale: 'nl', timeZone: 'Europe/Amsterdam' },
  );
  await testMailing(els, publicId, 'els@waterkracht.example');
  await transact(els, 'service', (ctx) => sql`delete from mail where kind = 'test'`.execute(ctx.database));
  await approveMailing(joost, publicId);
  await startMailing(joost, publicId);
  const { id } = await els.database
    .selectFrom('mailing')
    .select('id')
    .where('public_id', '=', publicId)
    .executeTakeFirstOrThrow();
  return async () =>
    (await resultsOf(els, id)).map(({ outcome, reason, people }) => [outcome, reason, people]);
}
const run = async () => {
  await runMailings(actAs(els, { kind: 'system', name: 'polder' }), { lanes: 1 });
  await sendWaiting(els, permitMail);
};
const agree = <K extends TermKey>({ id: personId }: MailedPerson, key: K, value: TermValues[K]) =>
  transact(actAs(els, { kind: 'person', personId, strength: 4 }), 'legal', (ctx) =>
    setTerm(ctx, personId, { key, value, strength: 4 }),
  );
const meet = (name: string) => meetByMail(els, name, { allows: 'offers' });
const usesOf = async ({ id }: MailedPerson) => {
  const found = await transact(els, 'legal', (ctx) =>
    sql<{
      use: string;
    }>`select activity || ' ' || reference as use from data_use where person_id = ${id}`.execute(
      ctx.database,
    ),
  );
  return found.rows.map(({ use }) => use);
};

describe('the person’s own terms, at the moment of sending', () => {
  test.each(['phone', 'letter', 'none'])('somebody who wants only "%s" gets no mailing', async (channel) => {
    const fatima = await meet(`kanaal-${channel}`);
    await agree(fatima, 'channel', channel);
    const results = await start();
    await run();
    expect(await results()).toEqual([['cancelled', 'terms', 1]]);
    expect(await usesOf(fatima)).toEqual([]);
  });

  test('somebody who wants only mail, or no telephone, gets it', async () => {
    await agree(await meet('alleen-mail'), 'channel', 'mail');
    await agree(await meet('geen-telefoon'), 'no_phone', true);
    const results = await start();
    await run();
    expect(await results()).toEqual([['sent', null, 2]]);
  });

  test('somebody’s own quiet hours are waited for, also over midnight, and then it goes', async () => {
    await agree(await meet('stil'), 'quiet', { from: '10:30', to: '12:00', zone: 'Europe/Amsterdam' });
    const results = await start();
    await run();
    expect(await results()).toEqual([['waiting', 'quiet-hours', 1]]);
    database.turn.forward({ minutes: 59 });
    await run();
    expect(await results()).toEqual([['waiting', 'quiet-hours', 1]]);
    database.turn.forward({ minutes: 2 });
    await run();
    expect(await results()).toEqual([['sent', null, 1]]);
  });

  test('a term that was set after the mailing began still counts', async () => {
    const fatima = await meet('later');
    const results = await start();
    await agree(fatima, 'channel', 'letter');
    await run();
    expect(await results()).toEqual([['cancelled', 'terms', 1]]);
  });

  test('service is an answer, so it goes whatever the terms are', async () => {
    await agree(await meet('dienst'), 'channel', 'none');
    const results = await start({ purpose: 'service' });
    await run();
    expect(await results()).toEqual([['sent', null, 1]]);
  });
});

describe('to a segment', () => {
  const rule = {
    match: 'all' as const,
    conditions: [{ criterion: 'relation', not: false, given: { is: 'customer' } }],
  };

  test('goes to those in it who allow it, each in the language they last used', async () => {
    const [fatima, henk] = [await meet('fatima'), await meet('henk')];
    const joined = await meet('anders');
    await transact(els, 'service', async (ctx) => {
      await sql`update person set locale = 'en' where id = ${henk.id}`.execute(ctx.database);
      await sql`update person set relation = 'prospect' where id = ${joined.id}`.execute(ctx.database);
    });
    const id = await makeSegment(els, { name: 'Klanten', purpose: 'offers', rule });
    await meetByMail(els, 'zegt-niets');
    const results = await start({ audience: { kind: 'segment', id } });
    await run();
    expect(await results()).toEqual([['sent', null, 2]]);
    const subject = (address: string) =>
      /^Subject: (.*)$/m.exec(server.taken.find(({ to }) => to[0] === address)?.raw ?? '')?.[1]?.trim();
    expect([subject(fatima.address), subject(henk.address)]).toEqual(['Zon op uw dak', 'Sun on your roof']);
  });

  test('made for another purpose is refused, and so is one that is not there', async () => {
    const id = await makeSegment(els, { name: 'Voor dienst', purpose: 'service', rule });
    await expect(start({ audience: { kind: 'segment', id } })).rejects.toMatchObject({
      code: 'invalid.audience-purpose',
    });
    await expect(start({ audience: { kind: 'segment', id: 'sg_x' } })).rejects.toMatchObject({
      code: 'not-found.segment',
    });
    await expect(start({ audience: { kind: 'segment' } })).rejects.toMatchObject({
      code: 'invalid.audience',
    });
    await expect(start({ audience: { kind: 'enemies' } })).rejects.toMatchObject({
      code: 'invalid.audience',
    });
  });
});

describe('a mail that left while Polder died', () => {
  /** As `settleCut` leaves it: the server took it, the transaction with the row in the ledger was lost. */
  async function cut(person: MailedPerson, reason = 'crash'): Promise<string> {
    return transact(els, 'service', async (ctx) => {
      const mail = {
        to: person.address,
        kind: 'receipt',
        personId: person.id,
        subject: 'Uw verzoek',
        text: 'Dag',
      };
      const id = (await sendMail(ctx, { ...mail, reference: `r-${person.id}`, quiet: true })) ?? '';
      await sql`update mail set state = 'unknown', reason = ${reason}, attempts = 1, ended_at = created_at
        where id = ${id}`.execute(ctx.database);
      return id;
    });
  }
  const decided = (id: string, what: 'sent' | 'again') =>
    transact(els, 'security', (ctx) => decideUnknown(ctx, { id, what }, enterLeft));

  test('stands in the ledger as soon as a colleague says that it was sent, once', async () => {
    const fatima = await meetByMail(els, 'viel-uit');
    const id = await cut(fatima);
    expect(await usesOf(fatima)).toEqual([]);
    await decided(id, 'sent');
    expect(await usesOf(fatima)).toEqual([`mail.service r-${fatima.id}`]);
    await expect(decided(id, 'sent')).rejects.toMatchObject({ code: 'conflict.mail-settled' });
    expect(await usesOf(fatima)).toHaveLength(1);
  });

  test('stands there also when its person withheld everything since: it was done', async () => {
    const fatima = await meetByMail(els, 'trok-in', { allows: 'offers' });
    const id = await cut(fatima);
    await transact(els, 'legal', (ctx) =>
      sql`update mail set purpose = 'offers' where id = ${id}`.execute(ctx.database),
    );
    await withdraw(els, fatima, 'offers');
    await decided(id, 'sent');
    expect(await usesOf(fatima)).toEqual([`mail.offers r-${fatima.id}`]);
  });

  test('is not written twice when the row was kept and only the answer was lost', async () => {
    const fatima = await meetByMail(els, 'alleen-antwoord');
    server.fault = { at: 'after-data', cut: true };
    await transact(els, 'service', (ctx) =>
      sendMail(ctx, {
        to: fatima.address,
        kind: 'receipt',
        personId: fatima.id,
        subject: 'a',
        text: 'b',
        quiet: true,
      }),
    );
    await sendWaiting(els, permitMail, { lanes: 1, patience: 1500 });
    server.fault = null;
    const kept = await usesOf(fatima);
    expect(kept).toHaveLength(1);
    const found = await transact(els, 'security', (ctx) =>
      sql<{ id: string; state: string }>`select id, state from mail where person_id = ${fatima.id}`.execute(
        ctx.database,
      ),
    );
    expect(found.rows[0]?.state).toBe('unknown');
    await decided(found.rows[0]?.id ?? '', 'sent');
    expect(await usesOf(fatima)).toEqual(kept);
  });

  test('sent again instead, is written when it leaves', async () => {
    const fatima = await meetByMail(els, 'opnieuw');
    await decided(await cut(fatima), 'again');
    expect(await usesOf(fatima)).toEqual([]);
    await sendWaiting(els, permitMail, { lanes: 1 });
    expect(await usesOf(fatima)).toEqual([`mail.service r-${fatima.id}`]);
  });
});
