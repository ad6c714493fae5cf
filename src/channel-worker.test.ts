import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import nodemailer, { type SendMailOptions } from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type CutLine, cutLine } from '../test/cut-line.ts';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { type DebianMail, debianMail, ownMailbox } from '../test/debian-mail.ts';
import { hirePeople } from '../test/people.ts';
import { type ChannelWorker, pauseAfterTrouble, startChannels } from './channel-worker.ts';
import { Outage } from './channels/connection.ts';
import { tryConnection } from './connecting.ts';
import { answer } from './conversations/answering.ts';
import { decideAnswer, troubledOver } from './conversations/delivering/deciding.ts';
import { connectChannel, getConnection, turnConnection } from './listening/connecting/connection.ts';
import { actAs, type Context, transact } from './platform/context.ts';
import { openLog } from './platform/log.ts';

test('after trouble nobody comes back sooner than the other side asked', () => {
  expect(pauseAfterTrouble(new Outage('busy', 900), 1, 0)).toBe(900_000);
  expect(pauseAfterTrouble(new Outage('busy', 1e9), 1, 0)).toBe(86_400_000);
  expect(pauseAfterTrouble(new Error('odd'), 1, 0)).toBeLessThan(900_000);
});

/** The whole way, against the servers of others: Debian's Dovecot and Postfix. On with MAIL_SERVERS=debian. */
const wanted = process.env.MAIL_SERVERS === 'debian';

describe.skipIf(!wanted)('a mail, all the way in and its answer all the way out', () => {
  let database: TestDatabase;
  let servers: DebianMail;
  let line: CutLine;
  let worker: ChannelWorker;
  let ctx: Context;
  let els: Context;
  let id: string;
  let accountId: string;
  let later = 0;

  beforeAll(async () => {
    database = await testDatabase();
    servers = await debianMail();
    line = await cutLine(Number(new URL(servers.url).port));
    const begun = performance.now();
    const first = database.context.clock.now();
    const now = () => first.add({ milliseconds: Math.round(performance.now() - begun) + later });
    ctx = { ...database.context, clock: { now } };
    const people = await hirePeople(ctx);
    els = actAs(ctx, people.els.context.actor);
    id = await connectChannel(ctx, {
      channel: 'mail',
      name: ownMailbox,
      connector: 'mail',
      settings: {
        ...{ address: ownMailbox, name: 'Waterkracht', user: ownMailbox, days: 7, plus: true },
        imap: { host: '127.0.0.1', port: servers.imap.port, secure: false },
        smtp: { host: '127.0.0.1', port: line.port, secure: false, signIn: false },
      },
      secrets: { password: servers.imap.password },
    });
    await tryConnection(ctx, id);
    await turnConnection(ctx, id, 'on');
    ({ accountId } = await getConnection(ctx, id));
    worker = startChannels(ctx, database.appUrl, { log: openLog('silent') });
  }, 60_000);
  afterAll(async () => {
    await worker?.stop();
    await line?.close();
    await servers?.close();
    await database?.close();
  }, 60_000);

  interface Row {
    id: string;
    said: string[];
    states: (string | null)[];
    intent: string | null;
    waiting: boolean;
  }
  const conversations = async () => {
    const found = await transact(ctx, 'service', ({ database }) =>
      sql<Row>`
        select c.public_id as id, array_agg(m.text order by i.seq) as said, array_agg(o.state order by i.seq) as states,
          (array_agg(m.intent order by i.seq))[1] as intent, bool_or(h.waiting_since is not null) as waiting
        from conversation c join conversation_item i on i.conversation_id = c.id
        join message m on m.id = i.message_id and m.received_at = i.received_at
        left join outbound o on o.message_id = m.id left join conversation_open h on h.conversation_id = c.id
        group by c.id order by c.id`.execute(database),
    );
    return found.rows;
  };
  /** Patient: two servers, a queue and a mailbox lie in between. */
  const until = async <T>(look: () => Promise<T> | T, good: (found: T) => boolean): Promise<T> => {
    for (let tries = 0; ; tries += 1) {
      const found = await look();
      if (good(found) || tries > 600) return found;
      await wait(100);
    }
  };
  const mail = (options: SendMailOptions) =>
    nodemailer
      .createTransport({ host: '127.0.0.1', port: Number(new URL(servers.url).port), secure: false })
      .sendMail({
        from: 'Fatima El Amrani <fatima@klant.example>',
        to: ownMailbox,
        subject: 'Thermostaat',
        ...options,
      });
  const inMailbox = (text: string) =>
    servers
      .mailbox('fatima')
      .map((raw) => raw.replaceAll(/=\r?\n/g, '').replaceAll(/\r?\n[ \t]+/g, ' '))
      .filter((raw) => raw.includes(text));
  const stateOf = async (text: string) => {
    const one = (await conversations()).find(({ said }) => said.includes(text));
    return one?.states[one.said.indexOf(text)];
  };

  test('it arrives, is understood, is answered, and the answer stands in her mailbox in the same thread', async () => {
    await mail({
      messageId: '<vraag@klant.example>',
      text: 'Mijn thermostaat is de verkeerde. Kunnen jullie hem omruilen?',
    });
    const [one] = await until(conversations, (all) => all.length === 1);
    expect(one).toMatchObject({ intent: 'wrong_delivery', waiting: true });
    await answer(els, one?.id ?? '', { text: 'Natuurlijk, we ruilen hem om.' });
    const [raw = ''] = await until(
      () => inMailbox('we ruilen hem om'),
      (all) => all.length > 0,
    );
    expect(raw).toMatch(/^In-Reply-To: <vraag@klant.example>/im);
    expect(raw).toMatch(/^References: <vraag@klant.example>/im);
    expect(raw).toMatch(/^Subject: Re: Thermostaat/im);
    expect(raw).toMatch(/^From: Waterkracht <service@waterkracht.example>/im);
    expect(
      await until(
        () => stateOf('Natuurlijk, we ruilen hem om.'),
        (state) => state === 'sent',
      ),
    ).toBe('sent');
    const name = /^Message-ID: (<\S+>)/im.exec(raw)?.[1] ?? '';
    await mail({
      messageId: '<dank@klant.example>',
      inReplyTo: name,
      references: name,
      subject: 'Heel iets anders',
      text: 'Dank u wel!\n\nOp di 24 nov 2026 schreef Waterkracht:\n> Natuurlijk',
    });
    const [again] = await until(conversations, (all) => all[0]?.said.length === 3);
    expect(again?.said.at(-1)).toBe('Dank u wel!');
  }, 120_000);

  test('the signed address is enough to find its conversation; a name alone opens nobody’s', async () => {
    const [raw = ''] = inMailbox('we ruilen hem om');
    const address = /^Reply-To: (\S+)/im.exec(raw)?.[1] ?? '';
    await mail({ from: 'fatima@klant.example', to: address, text: 'Nog iets: wanneer?' });
    await until(conversations, (all) => all[0]?.said.includes('Nog iets: wanneer?') ?? false);
    await mail({
      from: 'henk@klant.example',
      messageId: '<henk@klant.example>',
      inReplyTo: '<vraag@klant.example>',
      references: '<vraag@klant.example>',
      text: 'Stuur mij alles over die thermostaat.',
    });
    const all = await until(conversations, (found) => found.length === 2);
    expect(all.map(({ said }) => said.length)).toEqual([4, 1]);
  }, 120_000);

  test('an out-of-office is heard, and nobody waits for an answer to it', async () => {
    await mail({
      messageId: '<weg@klant.example>',
      from: 'weg@klant.example',
      headers: { 'Auto-Submitted': 'auto-replied' },
      text: 'Ik ben er niet. Kunt u mij later terugbellen?',
    });
    const all = await until(conversations, (found) =>
      found.some(({ said }) => said.join().includes('Ik ben er niet')),
    );
    expect(all.find(({ said }) => said.join().includes('Ik ben er niet'))?.waiting).toBe(false);
  }, 120_000);

  test('with the line cut nothing leaves, and when it is back it leaves once', async () => {
    const [one] = await conversations();
    line.state = 'cut';
    await answer(els, one?.id ?? '', { text: 'Morgen tussen negen en elf.', followUp: true });
    const troubled = await until(
      () => troubledOver(els, accountId),
      (all) => all.some(({ reason }) => reason === 'unreachable'),
    );
    expect(troubled).toMatchObject([{ state: 'queued', reason: 'unreachable' }]);
    line.state = 'open';
    later += 3_600_000;
    await until(
      () => inMailbox('Morgen tussen negen'),
      (all) => all.length > 0,
    );
    expect(
      await until(
        () => stateOf('Morgen tussen negen en elf.'),
        (state) => state === 'sent',
      ),
    ).toBe('sent');
    expect(inMailbox('Morgen tussen negen')).toHaveLength(1);
  }, 120_000);

  test('with the line cut between the mail and its answer nobody pretends to know, and a person decides', async () => {
    const [one] = await conversations();
    line.state = 'deaf';
    await answer(els, one?.id ?? '', { text: 'De monteur heet Karel.', followUp: true });
    expect(
      await until(
        () => stateOf('De monteur heet Karel.'),
        (state) => state === 'unknown',
      ),
    ).toBe('unknown');
    line.state = 'open';
    const open = await until(
      async () => {
        later += 1_200_000;
        await wait(500);
        return troubledOver(els, accountId);
      },
      (all) => all.some(({ state, askAt }) => state === 'unknown' && askAt === null),
    );
    expect(inMailbox('De monteur heet Karel')).toHaveLength(1);
    const message = open[0]?.message ?? '';
    await decideAnswer(els, { conversation: one?.id ?? '', message }, 'sent');
    expect(await stateOf('De monteur heet Karel.')).toBe('sent');
    expect(inMailbox('De monteur heet Karel')).toHaveLength(1);
  }, 180_000);

  test('a mail that comes back stands there as failed', async () => {
    await mail({
      messageId: '<onbekend@klant.example>',
      from: 'Niemand <niemand@klant.example>',
      text: 'Bent u er?',
    });
    const all = await until(conversations, (found) =>
      found.some(({ said }) => said.join().includes('Bent u er?')),
    );
    const one = all.find(({ said }) => said.join().includes('Bent u er?'));
    await answer(els, one?.id ?? '', { text: 'Ja hoor.' });
    expect(
      await until(
        () => stateOf('Ja hoor.'),
        (state) => state === 'failed',
      ),
    ).toBe('failed');
  }, 120_000);
});
