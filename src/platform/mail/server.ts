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

/** `patience`: milliseconds for one mail, at most `longestCall`. */
export function openMailServer(smtp: Smtp, { patience = longestCall } = {}): MailServer {
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
        open ??= await connect(smtp, { patience, ended: () => (open = undefined) });
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
  { patience, ended }: { patience: number; ended: () => void },
): Promise<SMTPConnection> {
  const url = new URL(smtp.url);
  const secure = url.protocol === 'smtps:';
  const user = decodeURIComponent(url.username);
  const connection = new SMTPConnection({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (secure ? 465 : 587),
    secure,
    // a password never goes over an open line, except within this machine
    requireTLS: !secure && user !== '' && !isLoopback(url.hostname),
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
  if (user) await signIn(connection, { user, pass: decodeURIComponent(url.password) });
  return connection;
}

function signIn(connection: SMTPConnection, auth: { user: string; pass: string }): Promise<void> {
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
