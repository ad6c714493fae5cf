import { createServer, type Socket } from 'node:net';
import { SMTPServer } from 'smtp-server';
import { expect, test } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { networkDouble } from '../fixtures/network-double.ts';
import { openMail } from './opening.ts';

/** A mailbox that lets in who brings a token, and nobody else; just as much IMAP as that takes. */
async function tokenMailbox(right: string) {
  const tried: string[] = [];
  const server = createServer((socket: Socket) => {
    socket.write('* OK [CAPABILITY IMAP4rev1 SASL-IR AUTH=XOAUTH2 ID NAMESPACE] hier\r\n');
    socket.on('error', () => undefined);
    socket.on('data', (data) => {
      for (const line of data.toString().split('\r\n').filter(Boolean)) {
        const [tag = '', command = '', , said = ''] = line.split(' ');
        if (command === 'AUTHENTICATE') {
          tried.push(Buffer.from(said, 'base64').toString());
          const good = tried.at(-1)?.includes(`auth=Bearer ${right}\u0001`);
          socket.write(good ? `${tag} OK in\r\n` : `${tag} NO [AUTHENTICATIONFAILED] nee\r\n`);
        } else if (command === 'CAPABILITY')
          socket.write(`* CAPABILITY IMAP4rev1 AUTH=XOAUTH2\r\n${tag} OK\r\n`);
        else if (command === 'NAMESPACE') socket.write(`* NAMESPACE (("" "/")) NIL NIL\r\n${tag} OK\r\n`);
        else if (command === 'LIST') socket.write(`* LIST () "/" INBOX\r\n${tag} OK\r\n`);
        else if (command === 'SELECT' || command === 'EXAMINE')
          socket.write(
            `* 0 EXISTS\r\n* OK [UIDVALIDITY 1] ok\r\n* OK [UIDNEXT 1] ok\r\n${tag} OK [READ-ONLY] done\r\n`,
          );
        else socket.write(`${tag} OK\r\n`);
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as { port: number };
  return { port, tried, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function tokenPost(right: string) {
  const tried: (string | undefined)[] = [];
  const taken: string[] = [];
  const server = new SMTPServer({
    ...{ authMethods: ['XOAUTH2'], disabledCommands: ['STARTTLS'], allowInsecureAuth: true, logger: false },
    onAuth: ({ accessToken, username }, _, done) => {
      tried.push(accessToken);
      if (accessToken === right) done(null, { user: username });
      else done(new Error('nee'));
    },
    onData: (stream, _, done) => {
      const pieces: Buffer[] = [];
      stream.on('data', (piece) => pieces.push(piece));
      stream.on('end', () => {
        taken.push(Buffer.concat(pieces).toString());
        done();
      });
    },
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as { port: number };
  return { port, tried, taken, close: () => new Promise<void>((resolve) => server.close(() => resolve())) };
}

const answer = {
  ...({ nonce: 'me_token', attempt: 1, text: 'Donderdag. Els', audience: 'private', answers: null } as const),
  ...({
    to: { handle: 'fatima@klant.example', name: null },
    writtenAt: '2026-11-24T10:00:00Z',
    locale: 'nl',
  } as const),
};

test('where a provider takes no password, a token is asked for, used on both ways, and its key kept when it turns', async () => {
  let given: object = { access_token: 'toegang', expires_in: 3600, refresh_token: 'volgend' };
  let status = 200;
  const [provider, mailbox, post] = await Promise.all([
    networkDouble(() => ({ status, json: given })),
    tokenMailbox('toegang'),
    tokenPost('toegang'),
  ]);
  const kept: object[] = [];
  const account = {
    settings: {
      ...{ address: 'service@waterkracht.example', name: 'Waterkracht', user: 'service@waterkracht.example' },
      imap: { host: '127.0.0.1', port: mailbox.port, secure: false },
      smtp: { host: '127.0.0.1', port: post.port, secure: false, signIn: true },
      ...({ days: 0, plus: false, filedBy: 'server' } as const),
      oauth: { tokenUrl: `${provider.origin}/token`, clientId: 'een-client' },
    },
    secrets: { password: '', refreshToken: 'eerste', clientSecret: 'een-geheim' },
    ...{
      clock: systemClock,
      key: 'k',
      allowed: [provider.host],
      keepSecrets: async (one: object) => void kept.push(one),
    },
  };
  const connection = openMail(account);
  expect((await connection.check()).as).toBe('service@waterkracht.example');
  expect(mailbox.tried).toEqual(['user=service@waterkracht.example\u0001auth=Bearer toegang\u0001\u0001']);
  expect((await connection.send(answer)).kind).toBe('sent');
  expect(post.tried).toEqual(['toegang']);
  expect(post.taken[0]).toContain('Donderdag. Els');
  expect(provider.asked).toHaveLength(1);
  expect(kept).toMatchObject([{ accessToken: 'toegang', refreshToken: 'volgend' }]);
  await connection.close();
  // What is given no more is for somebody to mend, and costs the answer nothing.
  status = 400;
  given = { error: 'invalid_grant' };
  const shut = openMail(account);
  await expect(shut.check()).rejects.toMatchObject({ name: 'Refused', message: 'sign-in' });
  expect(await shut.send(answer)).toMatchObject({ kind: 'later', reason: 'sign-in', account: true });
  await shut.close();
  await Promise.all([provider.close(), mailbox.close(), post.close()]);
});
