import { asDate, type Clock } from '../../platform/clock.ts';
import { openMailServer } from '../../platform/mail/server.ts';
import type { Connection, Outcome, Outgoing } from '../connection.ts';
import { openMailbox } from './fetching.ts';
import { mail } from './mail.ts';
import { nameOf } from './name.ts';
import { readMail } from './reading.ts';
import type { MailSecrets, MailSettings } from './settings.ts';
import { bytesOf } from './writing.ts';

export interface MailAccount {
  readonly settings: MailSettings;
  readonly secrets: MailSecrets;
  readonly clock: Clock;
  /** Signs the names of our mails; not in the database. */
  readonly key: string;
}

/** A mail account, in and out. */
export function openMail({ settings, secrets, key, clock }: MailAccount): Connection {
  const us = { address: settings.address, key };
  const mailbox = openMailbox({ settings, secrets, us, clock });
  // Of its own: looking for a mail opens other folders, while the first one waits in the inbox.
  const archive = openMailbox({ settings, secrets, us, clock });
  const called = ({ nonce }: Pick<Outgoing, 'nonce'>) => nameOf(key, settings.address, nonce);
  return {
    channel: mail,
    check: async () => {
      await mailbox.check();
      return { as: settings.address, expiresAt: null };
    },
    receive: (cursor) => mailbox.receive(cursor),
    reread: (raw) => readMail(raw, us, asDate(clock.now())),
    waitForMore: (signal) => mailbox.waitForMore(signal),
    nameOf: called,
    send: async (outgoing) => sendThrough({ settings, secrets, key, clock }, outgoing),
    find: async (outgoing) => {
      const there = await archive.holds(called(outgoing)).catch(() => false);
      return there ? { kind: 'there', externalId: called(outgoing) } : { kind: 'unsure' };
    },
    close: async () => {
      await Promise.all([mailbox.close(), archive.close()]);
    },
  };
}

async function sendThrough({ settings, secrets, key }: MailAccount, outgoing: Outgoing): Promise<Outcome> {
  const { to } = outgoing;
  if (!to) return { kind: 'refused', answer: 'nobody to send it to' };
  const server = openMailServer({ url: urlOf(settings, secrets), from: settings.address, perMinute: 60 });
  try {
    const bytes = await bytesOf(outgoing, settings, key);
    const outcome = await server.send({ from: settings.address, to: to.handle }, bytes);
    if (outcome.kind === 'sent')
      return {
        kind: 'sent',
        externalId: nameOf(key, settings.address, outgoing.nonce),
        answer: outcome.answer,
      };
    if (outcome.kind !== 'later') return outcome;
    const { reason, answer } = outcome;
    return { kind: 'later', reason, answer, after: null, account: outcome.server };
  } finally {
    server.close();
  }
}

function urlOf({ smtp, user }: MailSettings, { password }: MailSecrets): string {
  const who = smtp.signIn ? `${encodeURIComponent(user)}:${encodeURIComponent(password)}@` : '';
  return `${smtp.secure ? 'smtps' : 'smtp'}://${who}${smtp.host}:${smtp.port}`;
}
