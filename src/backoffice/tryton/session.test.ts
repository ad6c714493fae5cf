import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { trytonSession } from './session.ts';
import { asMoment, dateOf, minorOf, momentOf } from './values.ts';

let server: Server | undefined;
afterEach(() => {
  server?.closeAllConnections();
  server?.close();
});

/** A server that answers by `answer`, and a session with it. */
async function facing(answer: RequestListener) {
  server = createServer(answer);
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return trytonSession({
    url: `http://127.0.0.1:${port}`,
    database: 'shop',
    user: 'els',
    password: 'geheim',
  });
}

/** Answers as Tryton does, until `instead` wants to. */
const answering =
  (
    instead: (method: string, signedIn: string) => { status: number; body: string } | undefined,
  ): RequestListener =>
  (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const { method } = JSON.parse(Buffer.concat(chunks).toString());
      const other = instead(method, request.headers.authorization ?? '');
      const result =
        method === 'common.db.login' ? [7, 'key'] : method.includes('preferences') ? { company: 1 } : [];
      response.writeHead(other?.status ?? 200, other?.status === 429 ? { 'retry-after': '12' } : {});
      response.end(other?.body ?? JSON.stringify({ id: 1, result }));
    });
  };

describe('a session', () => {
  test('that has ended signs in once more and asks again', async () => {
    let ended = 1;
    let signedIn = 0;
    const call = await facing(
      answering((method) => {
        if (method === 'common.db.login') signedIn += 1;
        if (method === 'model.x.search' && signedIn === 1 && ended-- > 0) return { status: 401, body: 'no' };
        return undefined;
      }),
    );
    await call('model.res.user.search', []);
    expect(await call('model.x.search', [])).toEqual([]);
    expect(signedIn).toBe(2);
  });

  test('with a wrong password does not try for ever', async () => {
    let tries = 0;
    const call = await facing(
      answering(() => {
        tries += 1;
        return { status: 401, body: '' };
      }),
    );
    await expect(call('model.x.search', [])).rejects.toMatchObject({ name: 'Refused', message: /password/ });
    expect(tries).toBe(1);
  });

  const outages = {
    'is too busy': [429, 'slow down'],
    'is broken': [500, '<html>'],
    'is down': [503, ''],
  } as const;
  test.each(Object.entries(outages))(
    'with one that %s is an outage: try later',
    async (_, [status, body]) => {
      const call = await facing(
        answering((method) => (method === 'model.x.search' ? { status, body } : undefined)),
      );
      await expect(call('model.x.search', [])).rejects.toMatchObject({
        name: 'Outage',
        after: status === 429 ? 12 : null,
      });
    },
  );

  const odd = {
    'no JSON': '<html>',
    'an empty answer': '',
    'a list': '[]',
    'a refusal of its own': JSON.stringify({ error: ['UserError', ['De klant ontbreekt.', '']] }),
  };
  test.each(Object.entries(odd))('with %s is refused, and says so', async (_, body) => {
    const call = await facing(
      answering((method) => (method === 'model.x.search' ? { status: 200, body } : undefined)),
    );
    await expect(call('model.x.search', [])).rejects.toMatchObject({ name: 'Refused' });
  });

  test('with an answer that breaks off, or none at all, is an outage', async () => {
    const call = await facing((_, response) => {
      response.writeHead(200, { 'content-length': '1000' });
      response.write('{"id"');
      setImmediate(() => response.destroy());
    });
    await expect(call('model.x.search', [])).rejects.toMatchObject({ name: 'Outage' });
  });

  test('never follows to another address with the password', async () => {
    const call = await facing((_, response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:9/' });
      response.end();
    });
    await expect(call('model.x.search', [])).rejects.toMatchObject({ name: 'Outage' });
  });
});

describe('values', () => {
  test.each([
    ['299', 29_900],
    ['299.00', 29_900],
    ['0.005', 1],
    ['149.505', 14_951],
    ['-12.345', -1235],
    ['0.0049', 0],
    ['-0.001', 0],
    ['1E+3', null],
    ['999999999999999999', null],
  ])('an amount of %s is %s cents', (decimal, minor) => {
    expect(minorOf({ __class__: 'Decimal', decimal })).toBe(minor);
  });

  test('a moment survives there and back, to the microsecond', () => {
    const moment = '2026-11-24T09:26:31.013512Z';
    expect(momentOf(asMoment(moment))).toBe(moment);
    expect(dateOf({ __class__: 'date', year: 2026, month: 1, day: 2 })).toBe('2026-01-02');
    expect([momentOf(null), momentOf('2026'), dateOf({}), minorOf(3)]).toEqual([null, null, null, null]);
  });
});
