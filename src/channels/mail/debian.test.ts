import nodemailer from 'nodemailer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type DebianMail, debianMail, ownMailbox } from '../../../test/debian-mail.ts';
import { systemClock } from '../../platform/clock.ts';
import type { Connection } from '../connection.ts';
import { keepsTheContract } from '../fixtures/contract.ts';
import { openMail } from './opening.ts';

/** Against the servers of others: Debian's Dovecot and Postfix. On with MAIL_SERVERS=debian. */
const wanted = process.env.MAIL_SERVERS === 'debian';

function accountAt(servers: DebianMail): Connection {
  const smtpPort = Number(new URL(servers.url).port);
  return openMail({
    settings: {
      address: ownMailbox,
      name: 'Waterkracht',
      user: ownMailbox,
      imap: { host: '127.0.0.1', port: servers.imap.port, secure: false },
      smtp: { host: '127.0.0.1', port: smtpPort, secure: false, signIn: false },
      days: 7,
      plus: true,
    },
    secrets: { password: servers.imap.password },
    key: 'k',
    clock: systemClock,
  });
}

const toUs = (servers: DebianMail) =>
  nodemailer.createTransport({
    host: '127.0.0.1',
    port: servers.lmtp,
    lmtp: true,
    secure: false,
    pool: true,
  });

if (wanted)
  keepsTheContract('mail', async () => {
    const servers = await debianMail();
    const connection = accountAt(servers);
    const transport = toUs(servers);
    let count = 0;
    return {
      connection,
      say: async (text, answers) => {
        count += 1;
        const messageId = `<contract-${count}@klant.example>`;
        await transport.sendMail({
          ...{ from: 'Fatima <fatima@klant.example>', to: ownMailbox, subject: 'Vraag', text, messageId },
          ...(answers ? { inReplyTo: answers, references: answers } : {}),
        });
        return messageId;
      },
      seen: async () => servers.mailbox('fatima').map((raw) => raw.replaceAll(/=\r?\n/g, '')),
      close: async () => {
        transport.close();
        await connection.close();
        await servers.close();
      },
    };
  });

describe.skipIf(!wanted)('mail over Dovecot and Postfix', () => {
  let servers: DebianMail;
  let connection: Connection;
  beforeAll(async () => {
    servers = await debianMail();
    connection = accountAt(servers);
  }, 60_000);
  afterAll(async () => {
    await connection?.close();
    await servers?.close();
  });

  test('three hundred mails come in once each, in pages, and none is marked as read', async () => {
    const transport = toUs(servers);
    for (let n = 0; n < 300; n += 1)
      await transport.sendMail({
        from: `klant${n}@klant.example`,
        to: ownMailbox,
        subject: 'Storing',
        text: `Bericht ${n}: één dijk 🌊`,
        messageId: `<bulk-${n}@klant.example>`,
      });
    transport.close();
    let cursor: string | null = null;
    const ids: string[] = [];
    for (let more = true; more; ) {
      const page = await connection.receive(cursor);
      ids.push(...page.happened.flatMap((one) => (one.kind === 'said' ? [one.heard.externalId] : [])));
      ({ cursor, more } = page);
    }
    expect(ids).toHaveLength(300);
    expect(new Set(ids).size).toBe(300);
  }, 60_000);

  test('an answer is filed where what was sent lies, once, and can be found there', async () => {
    const filing = accountAt(servers);
    const answer = {
      ...({
        nonce: 'me_filed',
        attempt: 1,
        text: 'Donderdag. Els',
        audience: 'private',
        answers: null,
      } as const),
      ...({
        to: { handle: 'fatima@klant.example', name: null },
        writtenAt: '2026-11-24T10:00:00Z',
        locale: 'nl',
      } as const),
    };
    expect((await filing.send(answer)).kind).toBe('sent');
    await filing.close();
    const again = accountAt(servers);
    expect((await again.find(answer)).kind).toBe('there');
    // The same in another try is the same mail, and lies there once.
    expect((await again.send(answer)).kind).toBe('sent');
    await again.close();
    expect(servers.sentBy(ownMailbox).filter((raw) => raw.includes('me_filed'))).toHaveLength(1);
  }, 60_000);

  test('who names a mailbox that is not theirs is told so', async () => {
    const wrong = openMail({
      settings: {
        ...{ address: ownMailbox, name: 'W', user: ownMailbox, days: 0, plus: false },
        imap: { host: '127.0.0.1', port: servers.imap.port, secure: false },
        smtp: { host: '127.0.0.1', port: 1, secure: false, signIn: false },
      },
      secrets: { password: 'fout' },
      key: 'k',
      clock: systemClock,
    });
    await expect(wrong.check()).rejects.toMatchObject({ name: 'Refused' });
    await wrong.close();
  }, 30_000);

  test('a server that is not there is an outage', async () => {
    const gone = openMail({
      settings: {
        ...{ address: ownMailbox, name: 'W', user: ownMailbox, days: 0, plus: false },
        imap: { host: '127.0.0.1', port: 1, secure: false },
        smtp: { host: '127.0.0.1', port: 1, secure: false, signIn: false },
      },
      secrets: { password: 'none' },
      key: 'k',
      clock: systemClock,
    });
    await expect(gone.check()).rejects.toMatchObject({ name: 'Outage' });
    await gone.close();
  }, 30_000);
});
