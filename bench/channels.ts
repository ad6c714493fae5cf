import { setTimeout as delay } from 'node:timers/promises';
import nodemailer from 'nodemailer';
import { bluesky } from '../src/channels/bluesky/bluesky.ts';
import { readJetstreamFrame, readRepoFrame } from '../src/channels/bluesky/frame.ts';
import { receivingOver } from '../src/channels/bluesky/receiving.ts';
import { catchIn, openStream } from '../src/channels/bluesky/stream.ts';
import { wordsWanted } from '../src/channels/bluesky/wanted.ts';
import { type Connection, Outage } from '../src/channels/connection.ts';
import { type RunEnd, simulateSending } from '../src/channels/fixtures/simulating.ts';
import { simulateReceiving } from '../src/channels/fixtures/simulating-receiving.ts';
import { openConnection, tryConnection } from '../src/connecting.ts';
import { listInbox } from '../src/conversations/inbox.ts';
import {
  connectChannel,
  getConnection,
  noteTrial,
  turnConnection,
} from '../src/listening/connecting/connection.ts';
import { systemClock } from '../src/platform/clock.ts';
import { type Context, transact } from '../src/platform/context.ts';
import { receiveAll } from '../src/receiving.ts';
import { debianMail, ownMailbox } from '../test/debian-mail.ts';
import { hireEls } from './colleague.ts';
import { quantile, type Report, round, say } from './figure.ts';
import { framesOf, jetstreamWith } from './firehose-source.ts';
import { openPlace } from './place.ts';

const runs = 100_000;

/**
 * A hundred thousand seeded runs over the simulated twin: channels that misbehave in every way, workers that die or
 * sleep at every failpoint. What counts is what people over there see in the end.
 */
export async function bench(report: Report, [count]: readonly string[] = []): Promise<void> {
  const wanted = Number(count ?? runs);
  const sum: RunEnd = { duplicates: 0, lost: 0, falselySent: 0, falselyFailed: 0, parked: 0, sent: 0 };
  const start = performance.now();
  for (let seed = 1; seed <= wanted; seed += 1) {
    const end = await simulateSending(seed);
    for (const key of Object.keys(sum) as (keyof RunEnd)[]) sum[key] += end[key];
  }
  const seconds = (performance.now() - start) / 1000;
  report({ figure: 'runs', value: wanted, unit: 'runs' });
  report({ figure: 'duplicateAnswers', value: sum.duplicates, unit: 'answers', budget: 0 });
  report({ figure: 'lostAnswers', value: sum.lost, unit: 'answers', budget: 0 });
  report({ figure: 'falselySent', value: sum.falselySent, unit: 'answers', budget: 0 });
  report({ figure: 'falselyNotSent', value: sum.falselyFailed, unit: 'answers', budget: 0 });
  report({ figure: 'sentByItself', value: sum.sent, unit: 'answers' });
  report({ figure: 'leftToAPerson', value: sum.parked, unit: 'answers' });
  report({ figure: 'seconds', value: round(seconds), unit: 's' });
  const received = { lost: 0, doubled: 0, wrong: 0 };
  for (let seed = 1; seed <= wanted / 10; seed += 1) {
    const end = await simulateReceiving(seed);
    for (const key of Object.keys(received) as (keyof typeof received)[]) received[key] += end[key];
  }
  report({ figure: 'lostMessages', value: received.lost, unit: 'messages', budget: 0 });
  report({ figure: 'doubledMessages', value: received.doubled, unit: 'messages', budget: 0 });
  report({ figure: 'wrongMessages', value: received.wrong, unit: 'messages', budget: 0 });
  await firehose(report);
  await drain(report);
  if (process.env.MAIL_SERVERS === 'debian') await mail(report);
  else say('Mail is measured against Dovecot and Postfix: as root, with MAIL_SERVERS=debian.');
}

const events = 20_000;

/** Events of a whole network, each looked at for what is followed, on one core: both ways in which it is told. */
async function firehose(report: Report): Promise<void> {
  const frames = await framesOf(events);
  const wanted = {
    us: 'did:plc:waterkracht',
    accounts: new Set(['did:plc:7']),
    words: wordsWanted(['Waterkracht', 'storing', 'stroom uit']),
  };
  const speeds = [];
  for (const [kind, read] of [
    ['relay', readRepoFrame],
    ['jetstream', readJetstreamFrame],
  ] as const) {
    const held: Parameters<typeof catchIn>[2] = [];
    const start = process.cpuUsage();
    for (const frame of frames[kind]) catchIn(frame, { read, wanted }, held);
    const { user, system } = process.cpuUsage(start);
    const perSecond = events / ((user + system) / 1_000_000);
    if (held.length < events / 20) throw new Error(`${kind}: ${held.length} of ${events / 20} were caught`);
    report({
      figure: `firehosePerSecond ${kind}`,
      value: round(perSecond, 0),
      unit: 'events/s',
      budget: 2000,
    });
    speeds.push(perSecond);
  }
  report({
    figure: 'firehosePerSecond',
    value: round(Math.min(...speeds), 0),
    unit: 'events/s',
    budget: 2000,
  });
}

/** Two hours at ten messages a second lie there; a twentieth of them is fetched, and the rest is reckoned. */
const backlog = 2 * 3600 * 10;
const share = 20;

/** What lay there while we were away: heard, understood, stored, with its cursor; and the list of the inbox meanwhile. */
async function drain(report: Report): Promise<void> {
  const source = await jetstreamWith(backlog / share);
  const place = await openPlace();
  try {
    const ctx = place.polder.context;
    const { context: els } = await hireEls(place, 'Webcare');
    const id = await connectChannel(ctx, {
      ...{ channel: 'bluesky', name: 'waterkracht.test', connector: 'bluesky', secrets: { password: 'x' } },
      settings: {},
    });
    await noteTrial(ctx, id, { trial: { state: 'good', as: 'waterkracht.test' } });
    await turnConnection(ctx, id, 'on');
    const connection = await getConnection(ctx, id);
    const open = {
      ...{ channel: bluesky, receive: streamReceiving(source) },
    } as unknown as Connection;
    const looks: number[] = [];
    let done = false;
    const looking = (async () => {
      while (!done) {
        const start = performance.now();
        await listInbox(els, { view: 'open', folded: true, around: true });
        looks.push(performance.now() - start);
        await delay(200);
      }
    })();
    const start = performance.now();
    try {
      for (let stored = 0; stored < backlog / share; stored = await countOf(ctx)) {
        await receiveAll(ctx, connection, open);
        await delay(20);
      }
    } finally {
      done = true;
      await looking;
    }
    const seconds = (performance.now() - start) / 1000;
    report({ figure: 'drainedPerSecond', value: round(backlog / share / seconds), unit: 'messages/s' });
    report({ figure: 'drainSeconds', value: round(seconds * share, 0), unit: 's', budget: 600 });
    report({ figure: 'inboxWhileDraining', value: round(quantile(looks, 0.95)), unit: 'ms', budget: 100 });
  } finally {
    await place.remove();
    source.close();
  }
}

async function countOf(ctx: Context): Promise<number> {
  const { count } = await transact(ctx, 'service', ({ database }) =>
    database
      .selectFrom('message')
      .select((eb) => eb.fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow(),
  );
  return Number(count);
}

function streamReceiving({ url, host }: { url: string; host: string }): Connection['receive'] {
  const { receive } = receivingOver({
    session: { call: () => Promise.reject(new Outage('500')), did: () => 'did:plc:waterkracht' },
    ...{ did: 'did:plc:waterkracht', clock: systemClock, words: [], accounts: [] },
    heardOf: async () => new Set(),
    namesOf: async () => new Map(),
    openStream: (from) =>
      openStream(
        {
          url: (at) => `${url.replace('http', 'ws')}/subscribe?cursor=${at ?? 0}`,
          read: readJetstreamFrame,
          wanted: { us: 'did:plc:waterkracht', accounts: new Set(), words: wordsWanted(['waterkracht']) },
          allowed: [host],
        },
        from ?? '0',
      ),
  });
  return receive;
}

const mails = 300;

/** Three hundred mails that lie in a mailbox: fetched, read, understood, stored, each with its conversation. */
async function mail(report: Report): Promise<void> {
  const servers = await debianMail();
  const place = await openPlace();
  try {
    const ctx = place.polder.context;
    const transport = nodemailer.createTransport({
      ...{ host: '127.0.0.1', port: servers.lmtp, lmtp: true, secure: false, pool: true },
    });
    for (let n = 0; n < mails; n += 1) {
      const text = `${'De thermostaat doet het niet meer, en de rekening klopt ook niet. '.repeat(30)} (${n})`;
      await transport.sendMail({ from: `klant${n}@klant.example`, to: ownMailbox, subject: 'Storing', text });
    }
    transport.close();
    const settings = {
      ...{ address: ownMailbox, name: 'Waterkracht', user: ownMailbox, days: 7, plus: true },
      imap: { host: '127.0.0.1', port: servers.imap.port, secure: false },
      smtp: { host: '127.0.0.1', port: 1, secure: false, signIn: false },
    };
    const id = await connectChannel(ctx, {
      ...{ channel: 'mail', name: ownMailbox, connector: 'mail', settings },
      secrets: { password: servers.imap.password },
    });
    await tryConnection(ctx, id);
    await turnConnection(ctx, id, 'on');
    const connection = await getConnection(ctx, id);
    const open = await openConnection(ctx, connection);
    const start = performance.now();
    await receiveAll(ctx, connection, open);
    const seconds = (performance.now() - start) / 1000;
    await open.close();
    report({ figure: 'mailSeconds', value: round(seconds, 2), unit: 's', budget: 3 });
  } finally {
    await place.remove();
    await servers.close();
  }
}
