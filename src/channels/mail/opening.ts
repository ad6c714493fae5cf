import { asDate, type Clock } from '../../platform/clock.ts';
import { openMailServer } from '../../platform/mail/server.ts';
import type { Connection, Outcome, Outgoing } from '../connection.ts';
import { outcomeOfError } from '../network.ts';
import { openTokens } from '../token.ts';
import { openMailbox } from './fetching.ts';
import { mail } from './mail.ts';
import { nameOf } from './name.ts';
import { readApart } from './reading-apart.ts';
import type { MailSecrets, MailSettings, SignIn } from './settings.ts';
import { bytesOf } from './writing.ts';

export interface MailAccount {
  readonly settings: MailSettings;
  readonly secrets: MailSecrets;
  readonly clock: Clock;
  /** Signs the names of our mails; not in the database. */
  readonly key: string;
  /** Where tokens are used instead of a password. */
  readonly allowed?: readonly string[];
  keepSecrets?(fresh: Readonly<Record<string, string>>): Promise<void>;
}

/** A mail account, in and out. */
export function openMail(account: MailAccount): Connection {
  const { settings, key, clock } = account;
  const us = { address: settings.address, key };
  const signIn = signInOf(account);
  const mailbox = openMailbox({ settings, signIn, us, clock });
  // Of its own: looking for a mail opens other folders, while the first one waits in the inbox.
  const archive = openMailbox({ settings, signIn, us, clock });
  // What is being filed; it keeps no answer waiting, and one that fails was sent all the same.
  let filing: Promise<unknown> = Promise.resolve();
  const fileLater = (name: string, bytes: Buffer) => {
    if (settings.filedBy === 'server') return;
    filing = filing.then(() => archive.file(name, bytes)).catch(() => undefined);
  };
  const called = ({ nonce }: Pick<Outgoing, 'nonce'>) => nameOf(key, settings.address, nonce);
  return {
    channel: mail,
    check: async () => {
      await mailbox.check();
      return { as: settings.address, expiresAt: null };
    },
    receive: (cursor) => mailbox.receive(cursor),
    reread: (raw) => readApart({ raw, us, arrivedAt: asDate(clock.now()) }),
    waitForMore: (signal) => mailbox.waitForMore(signal),
    nameOf: called,
    send: async (outgoing) => sendThrough({ settings, key, signIn, fileLater }, outgoing),
    find: async (outgoing) => {
      const there = await archive.holds(called(outgoing)).catch(() => false);
      return there ? { kind: 'there', externalId: called(outgoing) } : { kind: 'unsure' };
    },
    close: async () => {
      await Promise.race([filing, enough(patience)]);
      await Promise.all([mailbox.close(), archive.close()]);
    },
  };
}

/** Milliseconds that ending waits for what is being filed. */
const patience = 5000;

function enough(milliseconds: number): Promise<void> {
  return new Promise((resolve) =>
    AbortSignal.timeout(milliseconds).addEventListener('abort', () => resolve(), { once: true }),
  );
}

function signInOf({
  settings,
  secrets,
  clock,
  allowed = [],
  keepSecrets = async () => {},
}: MailAccount): () => Promise<SignIn> {
  const { oauth } = settings;
  if (!oauth) return async () => ({ password: secrets.password });
  const kept = Object.entries(secrets).flatMap(([name, is]) => (is ? [[name, is] as const] : []));
  const tokens = openTokens({
    ...{ tokenUrl: oauth.tokenUrl, clientId: oauth.clientId, clientSecret: secrets.clientSecret ?? '' },
    ...{
      grant: 'refresh_token',
      basic: false,
      secrets: Object.fromEntries(kept),
      allowed,
      clock,
      keepSecrets,
    },
  });
  return async () => ({ token: await tokens.token() });
}

interface Way {
  settings: MailSettings;
  key: string;
  signIn(): Promise<SignIn>;
  fileLater(name: string, bytes: Buffer): void;
}

async function sendThrough({ settings, key, signIn, fileLater }: Way, outgoing: Outgoing): Promise<Outcome> {
  const { to } = outgoing;
  if (!to) return { kind: 'refused', answer: 'nobody to send it to' };
  let way: SignIn;
  try {
    way = await signIn();
  } catch (error) {
    return outcomeOfError(error);
  }
  const smtp = { url: urlOf(settings, way), from: settings.address, perMinute: 60 };
  const server = openMailServer(smtp, tokenOf(settings, way));
  try {
    const bytes = await bytesOf(outgoing, settings, key);
    const outcome = await server.send({ from: settings.address, to: to.handle }, bytes);
    const name = nameOf(key, settings.address, outgoing.nonce);
    if (outcome.kind === 'sent') {
      fileLater(name, bytes);
      return { kind: 'sent', externalId: name, answer: outcome.answer };
    }
    if (outcome.kind !== 'later') return outcome;
    const { reason, answer } = outcome;
    return { kind: 'later', reason, answer, after: null, account: outcome.server };
  } finally {
    server.close();
  }
}

function urlOf({ smtp, user }: MailSettings, { password }: SignIn): string {
  const signs = smtp.signIn && password !== undefined;
  const who = signs ? `${encodeURIComponent(user)}:${encodeURIComponent(password)}@` : '';
  return `${smtp.secure ? 'smtps' : 'smtp'}://${who}${smtp.host}:${smtp.port}`;
}

function tokenOf({ smtp, user }: MailSettings, { token }: SignIn) {
  return smtp.signIn && token !== undefined ? { token: { user, token } } : {};
}
