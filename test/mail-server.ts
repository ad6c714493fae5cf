import net, { type AddressInfo, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { Context } from '../src/platform/context.ts';

/** A mail that a server took, as it came over the line. */
export interface TakenMail {
  from: string;
  to: string[];
  raw: string;
  messageId: string;
}

/** Where and how the server misbehaves, for the mails that come now. */
export type Fault =
  | { at: 'recipient' | 'data'; answer: 421 | 450 | 550 | 554 }
  | { at: 'before-data' | 'in-data' | 'after-data'; cut: true }
  | { at: 'data'; slow: number }
  | null;

export interface TestMailServer {
  url: string;
  taken: TakenMail[];
  /** How many times somebody began to hand over a mail. */
  calls(): number;
  fault: Fault;
  close(): Promise<void>;
}

/** A real SMTP server on loopback, behind a line that can be cut. */
export async function testMailServer(): Promise<TestMailServer> {
  let calls = 0;
  const line = openLine();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    onMailFrom: (_address, _session, done) => {
      calls += 1;
      done();
    },
    onRcptTo: (_address, _session, done) => {
      const { fault } = here;
      if (fault?.at === 'before-data') return line.cut();
      if (fault?.at === 'recipient') return done(answering(fault.answer));
      done();
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        if (here.fault?.at === 'in-data') line.cut();
        chunks.push(chunk);
      });
      stream.on('end', () => {
        const { fault } = here;
        if (fault?.at === 'in-data') return;
        if (fault?.at === 'data' && 'answer' in fault) return done(answering(fault.answer));
        here.taken.push(takenOf(session, Buffer.concat(chunks).toString()));
        if (fault?.at === 'after-data') return line.cut();
        if (fault?.at === 'data' && 'slow' in fault) return void setTimeout(done, fault.slow);
        done();
      });
    },
  });
  server.on('error', () => {});
  const port = await listening(server.server);
  const here: TestMailServer = {
    url: `smtp://127.0.0.1:${await line.open(port)}`,
    taken: [],
    calls: () => calls,
    fault: null,
    close: async () => {
      await line.close();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return here;
}

/** The context of a Polder that sends through this server. */
export function sendingThrough(ctx: Context, { url }: { url: string }): Context {
  const smtp = { url, from: 'Waterkracht <service@waterkracht.example>', perMinute: 100_000 };
  return { ...ctx, outside: { ...ctx.outside, baseUrl: 'https://polder.waterkracht.example', smtp } };
}

function answering(responseCode: number): Error {
  return Object.assign(new Error(`answer ${responseCode}`), { responseCode });
}

function takenOf({ envelope }: SMTPServerSession, raw: string): TakenMail {
  const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address;
  const messageId = /^Message-ID: (\S+)/im.exec(raw)?.[1] ?? '';
  return { from, to: envelope.rcptTo.map(({ address }) => address), raw, messageId };
}

function openLine() {
  const sockets = new Set<Socket>();
  const cut = () => {
    for (const socket of sockets) socket.resetAndDestroy();
    sockets.clear();
  };
  let server: net.Server;
  return {
    cut,
    open: (to: number) => {
      server = net.createServer((near) => {
        const far = net.connect(to, '127.0.0.1');
        for (const [socket, other] of [
          [near, far],
          [far, near],
        ] as const) {
          sockets.add(socket);
          socket.on('error', () => {});
          socket.on('close', () => {
            sockets.delete(socket);
            other.end();
          });
        }
        near.pipe(far).pipe(near);
      });
      return listening(server);
    },
    close: () => {
      cut();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function listening(server: net.Server): Promise<number> {
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}
