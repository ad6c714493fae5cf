import { ImapFlow } from 'imapflow';
import { asDate, type Clock } from '../../platform/clock.ts';
import { isLoopback } from '../../platform/mail/loopback.ts';
import { Outage, type Received, Refused, type Unreadable } from '../connection.ts';
import type { Us } from './reading.ts';
import { readApart } from './reading-apart.ts';
import type { MailSettings, SignIn } from './settings.ts';

/** Up to where was read: numbers of mails hold as long as the mailbox keeps `validity`. */
interface Place {
  validity: string;
  uid: number;
  /** Day of the newest mail that was read, to begin again from when the numbers no longer hold. */
  day: string;
}

/** At once, so that one page stays small. */
const mostMails = 100;
const mostBytes = 25_000_000;
/** Of a larger mail no more is fetched. */
const longestMail = 30_000_000;

export interface Mailbox {
  check(): Promise<void>;
  receive(cursor: string | null): Promise<Received>;
  waitForMore(signal: AbortSignal): Promise<void>;
  /** Does a mail with this name stand in the folder of what was sent, or in the inbox? */
  holds(name: string): Promise<boolean>;
  /** Puts a mail of ours into the folder of what was sent, unless it is there; nothing when there is no such folder. */
  file(name: string, bytes: Buffer): Promise<void>;
  close(): Promise<void>;
}

export interface MailboxMeans {
  readonly settings: MailSettings;
  /** With what we come in. @throws Outage, Refused */
  signIn(): Promise<SignIn>;
  readonly us: Us;
  readonly clock: Clock;
}

/** A mailbox over IMAP: opened at the first use, and again after trouble. Nothing in it is changed, not even "read". */
export function openMailbox({ settings, signIn, us, clock }: MailboxMeans): Mailbox {
  let open: ImapFlow | undefined;
  const inbox = async (): Promise<ImapFlow> => {
    if (open?.usable) return open;
    open = await connect(settings, await signIn());
    await open.mailboxOpen('INBOX', { readOnly: true });
    return open;
  };
  const using = async <T>(use: (client: ImapFlow) => Promise<T>): Promise<T> => {
    try {
      return await use(await inbox());
    } catch (error) {
      open?.close();
      open = undefined;
      throw troubleOf(error);
    }
  };
  return {
    check: () => using((client) => client.noop()),
    receive: (cursor) =>
      using((client) => receive(client, { cursor, days: settings.days, us, now: asDate(clock.now()) })),
    waitForMore: (signal) => using((client) => waitForMore(client, signal)),
    holds: (name) => using((client) => holds(client, name)),
    file: (name, bytes) => using((client) => file(client, name, bytes)),
    close: async () => {
      // Nothing was changed there, so there is nothing to end politely; a server that hangs would keep us waiting.
      open?.close();
      open = undefined;
    },
  };
}

async function connect({ imap, user }: MailSettings, { password, token }: SignIn): Promise<ImapFlow> {
  const client = new ImapFlow({
    host: imap.host.replace(/^\[|\]$/g, ''),
    port: imap.port,
    secure: imap.secure,
    // a password never goes over an open line, except within this machine
    ...(imap.secure || isLoopback(imap.host) ? {} : { doSTARTTLS: true }),
    auth: token === undefined ? { user, pass: password ?? '' } : { user, accessToken: token },
    logger: false,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 6 * 60_000,
    disableAutoIdle: true,
  });
  // Trouble of a connection that nobody uses at the moment is seen at the next use.
  client.on('error', () => {});
  await client.connect();
  return client;
}

function troubleOf(error: unknown): Error {
  if (!(error instanceof Error)) return new Outage('cut');
  if (error.name === 'AbortError' || error instanceof Refused) return error;
  if ('authenticationFailed' in error && error.authenticationFailed) return new Refused('sign-in');
  if (error.name === 'Outage') return error;
  const code = 'code' in error ? String(error.code) : '';
  if (/CERT|SELF_SIGNED|ERR_TLS|UNABLE_TO_VERIFY|EPROTO/.test(code)) return new Outage('certificate');
  if (/^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|CONNECT_TIMEOUT)$/.test(code))
    return new Outage('unreachable');
  if (/^(ECONNRESET|EPIPE|NoConnection|EConnectionClosed|ETIMEOUT)$/.test(code)) return new Outage('cut');
  return new Outage(error.message.slice(0, 200));
}

interface Asking {
  cursor: string | null;
  days: number;
  us: Us;
  now: Date;
}

async function receive(client: ImapFlow, { cursor, days, us, now }: Asking): Promise<Received> {
  // Without it the view of the mailbox stands still, and new mails are missed.
  await client.noop();
  const box = client.mailbox;
  if (!box) throw new Outage('cut');
  const validity = String(box.uidValidity);
  const before = placeOf(cursor);
  const today = now.toISOString().slice(0, 10);
  const next = (uid: number, day: string) => JSON.stringify({ validity, uid, day } satisfies Place);
  const from = before?.validity === validity ? before.uid : await startOf(client, { before, days, now });
  const uids = await newer(client, from);
  if (uids.length === 0)
    return { happened: [], unreadable: [], cursor: next(from, before?.day ?? today), more: false };
  const page = await fittingPage(client, uids);
  const received = await readPage(client, page, { us, validity, now });
  const last = page.at(-1) ?? from;
  return { ...received, cursor: next(last, today), more: page.length < uids.length };
}

function placeOf(cursor: string | null): Place | undefined {
  return cursor === null ? undefined : (JSON.parse(cursor) as Place);
}

/** The number before the first mail to read: from so many days back, or from the last day that was read. */
async function startOf(
  client: ImapFlow,
  { before, days, now }: { before: Place | undefined; days: number; now: Date },
): Promise<number> {
  const end = client.mailbox ? client.mailbox.uidNext - 1 : 0;
  if (!before && days === 0) return end;
  const since = before ? new Date(before.day) : new Date(now.getTime() - days * 86_400_000);
  const found = (await client.search({ since }, { uid: true })) || [];
  return found.length === 0 ? end : Math.min(...found) - 1;
}

async function newer(client: ImapFlow, from: number): Promise<number[]> {
  const found = (await client.search({ uid: `${from + 1}:*` }, { uid: true })) || [];
  // `n:*` names the last mail also when its number is lower.
  return found.filter((uid) => uid > from).toSorted((a, b) => a - b);
}

/** As many as fit, at least one. */
async function fittingPage(client: ImapFlow, uids: readonly number[]): Promise<number[]> {
  const first = uids.slice(0, mostMails);
  const sizes = await client.fetchAll(first.join(','), { uid: true, size: true }, { uid: true });
  const sizeOf = new Map(sizes.map(({ uid, size }) => [uid, Math.min(size ?? 0, longestMail)]));
  let bytes = 0;
  const page = first.filter((uid, i) => {
    bytes += sizeOf.get(uid) ?? 0;
    return i === 0 || bytes <= mostBytes;
  });
  return page;
}

async function readPage(
  client: ImapFlow,
  page: readonly number[],
  { us, validity, now }: { us: Us; validity: string; now: Date },
): Promise<Pick<Received, 'happened' | 'unreadable'>> {
  const happened: Received['happened'][number][] = [];
  const unreadable: Unreadable[] = [];
  const query = { uid: true, internalDate: true, source: { start: 0, maxLength: longestMail } };
  for (const mail of await client.fetchAll(page.join(','), query, { uid: true })) {
    const raw = mail.source ?? Buffer.alloc(0);
    const arrivedAt = new Date(mail.internalDate ?? now);
    try {
      happened.push(...(await readApart({ raw, us, arrivedAt })));
    } catch (error) {
      const why = error instanceof Error ? error.message : 'unreadable';
      unreadable.push({
        key: `uid ${validity}/${mail.uid}`,
        why,
        raw,
      });
    }
  }
  return { happened, unreadable };
}

/** Servers end an idle connection after half an hour; asking anew in between also notices one that hangs. */
const longestWait = 4 * 60_000;

async function waitForMore(client: ImapFlow, signal: AbortSignal): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const more = () => resolve();
  const gone = () => reject(new Outage('cut'));
  const stop = () => reject(new DOMException('stopped', 'AbortError'));
  const longEnough = AbortSignal.timeout(longestWait);
  client.on('exists', more);
  client.on('close', gone);
  longEnough.addEventListener('abort', more, { once: true });
  signal.addEventListener('abort', stop, { once: true });
  if (signal.aborted) stop();
  try {
    // Ends by itself when something else is asked of the connection.
    client.idle().catch(gone);
    await promise;
  } finally {
    client.off('exists', more);
    client.off('close', gone);
    longEnough.removeEventListener('abort', more);
    signal.removeEventListener('abort', stop);
  }
}

async function holds(client: ImapFlow, name: string): Promise<boolean> {
  for (const folder of [...(await sentFolders(client)), 'INBOX']) {
    if (await holdsIn(client, folder, name)) return true;
  }
  return false;
}

async function sentFolders(client: ImapFlow): Promise<string[]> {
  const folders = await client.list();
  return folders.filter(({ specialUse }) => specialUse === '\\Sent').map(({ path }) => path);
}

async function holdsIn(client: ImapFlow, folder: string, name: string): Promise<boolean> {
  await client.mailboxOpen(folder, { readOnly: true });
  const found = (await client.search({ header: { 'message-id': name } }, { uid: true })) || [];
  await client.mailboxOpen('INBOX', { readOnly: true });
  return found.length > 0;
}

/** Some servers file what they send by themselves, and would then hold it twice. */
async function file(client: ImapFlow, name: string, bytes: Buffer): Promise<void> {
  if (client.capabilities.has('X-GM-EXT-1')) return;
  const [folder] = await sentFolders(client);
  if (folder === undefined || (await holdsIn(client, folder, name))) return;
  await client.append(folder, bytes, ['\\Seen']);
}
