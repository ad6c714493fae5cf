import nodemailer from 'nodemailer';
import { type RunEnd, simulateSending } from '../src/channels/fixtures/simulating.ts';
import { simulateReceiving } from '../src/channels/fixtures/simulating-receiving.ts';
import { openConnection, tryConnection } from '../src/connecting.ts';
import { connectChannel, getConnection, turnConnection } from '../src/listening/connecting/connection.ts';
import { receiveAll } from '../src/receiving.ts';
import { debianMail, ownMailbox } from '../test/debian-mail.ts';
import { type Report, round, say } from './figure.ts';
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
  if (process.env.MAIL_SERVERS === 'debian') await mail(report);
  else say('Mail is measured against Dovecot and Postfix: as root, with MAIL_SERVERS=debian.');
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
