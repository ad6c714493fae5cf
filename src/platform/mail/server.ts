import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import type { Smtp } from '../outside.ts';
import { isLoopback } from './loopback.ts';
import { type Outcome, outcomeOf } from './outcome.ts';

/** The longest that one mail may take, in milliseconds; also how long a withdrawal waits for it at most. */
export const longestCall = 30_000;

/** One conversation with the mail server, opened at the first mail and opened again after trouble. */
export interface MailServer {
  /** Never throws: whatever goes wrong is an outcome. */
  send(envelope: { from: string; to: string }, bytes: Buffer): Promise<Outcome>;
  close(): void;
}

/** With what is signed in where it is no password: a token of a provider (XOAUTH2). */
export interface MailToken {
  readonly user: string;
  readonly token: string;
}

/** `patience`: milliseconds for one mail, at most `longestCall`. `token`: instead of the name and password of the url. */
export function openMailServer(
  smtp: Smtp,
  { patience = longestCall, token }: { patience?: number; token?: MailToken } = {},
): MailServer {
  let open: SMTPConnection | undefined;
  const close = () => {
    open?.close();
    open = undefined;
  };
  return {
    close,
    send: async (envelope, bytes) => {
      let given = false;
      const limit = setTimeout(close, patience);
      try {
        open ??= await connect(smtp, { patience, token, ended: () => (open = undefined) });
        const connection = open;
        const message = Readable.from(piecesOf(bytes));
        message.once('end', () => {
          given = true;
        });
        const answer = await sendThrough(connection, { from: envelope.from, to: [envelope.to] }, message);
        return { kind: 'sent', answer };
      } catch (error) {
        close();
        return outcomeOf(error as Error, given);
      } finally {
        clearTimeout(limit);
      }
    },
  };
}

/** In pieces, so that "all was given" is not true before most of it went over the line. */
function* piecesOf(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += 16_384) yield bytes.subarray(from, from + 16_384);
}

async function connect(
  smtp: Smtp,
  { patience, token, ended }: { patience: number; token: MailToken | undefined; ended: () => void },
): Promise<SMTPConnection> {
  const url = new URL(smtp.url);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  const connection = new SMTPConnection({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // a password never goes over an open line, except within this machine
    requireTLS: !secure && (user !== '' || token !== undefined) && !isLoopback(url.hostname),
    connectionTimeout: Math.min(10_000, patience),
    greetingTimeout: Math.min(10_000, patience),
    socketTimeout: patience,
    socketCloseTimeout: 0,
  });
  // errors after the answer has come belong to nobody
  connection.on('error', () => {});
  connection.once('end', ended);
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject);
    connection.once('end', () => reject(Object.assign(new Error('connection closed'), { command: 'CONN' })));
    connection.connect((error) => (error ? reject(error) : resolve()));
  });
  if (token) await signIn(connection, tokenAuth(token));
  else if (user) await signIn(connection, { user, pass: decodeURIComponent(url.password) });
  return connection;
}

/** The library makes tokens itself; ours is made already, so it is handed one that knows no other. */
function tokenAuth({ user, token }: MailToken): SMTPConnection.AuthenticationType {
  const oauth2 = {
    getToken: (_renew: boolean, give: (error: null, token: string) => void) => give(null, token),
    buildXOAuth2Token: (given: string) =>
      Buffer.from(`user=${user}\u0001auth=Bearer ${given}\u0001\u0001`).toString('base64'),
  };
  return { type: 'oauth2', user, oauth2 } as unknown as SMTPConnection.AuthenticationType;
}

function signIn(connection: SMTPConnection, auth: SMTPConnection.AuthenticationType): Promise<void> {
  return new Promise((resolve, reject) => {
    connection.login(auth, (error) => (error ? reject(error) : resolve()));
  });
}

function sendThrough(
  connection: SMTPConnection,
  envelope: { from: string; to: string[] },
  message: Readable,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(Object.assign(new Error('connection closed'), { command: 'DATA' }));
    connection.once('end', gone);
    connection.send(envelope, message, (error, info) => {
      connection.off('end', gone);
      if (error) reject(error);
      else resolve(info.response.slice(0, 300));
    });
  });
}
