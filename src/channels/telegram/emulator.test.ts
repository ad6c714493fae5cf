import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  startTelegram,
  type TelegramServer,
  telegramIsThere,
} from '../../../test/counterparts/telegram/server.ts';
import type { Outgoing } from '../connection.ts';
import { keepsTheContract } from '../fixtures/contract.ts';
import { openTelegram } from './opening.ts';

function openAt({ url, host, token }: Pick<TelegramServer, 'url' | 'host' | 'token'>) {
  return openTelegram({
    ...{ settings: { bot: 'TestNameBot', server: url }, secrets: { token }, allowed: [host] },
  });
}

if (telegramIsThere)
  keepsTheContract('Telegram at its emulator', async () => {
    const server = await startTelegram();
    return {
      connection: openAt(server),
      say: (text) => server.say(text),
      seen: async () => server.said(),
      close: () => server.close(),
    };
  });

describe.skipIf(!telegramIsThere)('a bot at the emulator', () => {
  let server: TelegramServer;
  beforeAll(async () => {
    server = await startTelegram();
  });
  afterAll(() => server?.close());

  const outgoing: Outgoing = {
    ...({ nonce: 'me_1', attempt: 1, audience: 'private', locale: 'nl' } as const),
    ...{ text: 'Donderdag tussen 9 en 11 uur.', to: { handle: '7001', name: 'Fatima' }, answers: null },
    writtenAt: '2026-11-24T10:00:00Z',
  };

  test('of a call that broke off nobody knows; rest that is asked for is kept; who blocks us is said', async () => {
    const connection = openAt(server);
    server.faults.set('sendMessage', 'cut-after');
    expect(await connection.send(outgoing)).toMatchObject({ kind: 'unknown' });
    expect(server.said()).toHaveLength(1);
    expect(await connection.find(outgoing)).toEqual({ kind: 'unsure' });
    const busy = { description: 'Too Many Requests', parameters: { retry_after: 17 } };
    server.faults.set('sendMessage', { code: 429, said: busy });
    expect(await connection.send(outgoing)).toMatchObject({ kind: 'later', after: 17, account: true });
    server.faults.set('sendMessage', {
      code: 403,
      said: { description: 'Forbidden: bot was blocked by the user' },
    });
    expect(await connection.send(outgoing)).toEqual({ kind: 'refused', answer: 'blocked' });
    server.faults.set('sendMessage', { code: 502, said: { description: 'Bad Gateway' } });
    expect(await connection.send(outgoing)).toMatchObject({ kind: 'unknown' });
    server.faults.set('sendMessage', { code: 401, said: { description: 'Unauthorized' } });
    expect(await connection.send(outgoing)).toMatchObject({ kind: 'later', reason: 'sign-in' });
    expect(server.said()).toHaveLength(1);
  });

  test('says what keeps it from reading', async () => {
    const connection = openAt(server);
    server.faults.set('getUpdates', { code: 409, said: { description: 'Conflict: webhook is active' } });
    await expect(connection.receive(null)).rejects.toMatchObject({
      name: 'Refused',
      message: 'webhook-elsewhere',
    });
    server.faults.set('getUpdates', {
      code: 409,
      said: { description: 'terminated by other getUpdates request' },
    });
    await expect(connection.receive(null)).rejects.toMatchObject({
      name: 'Refused',
      message: 'read-elsewhere',
    });
    server.faults.set('getMe', { code: 401, said: { description: 'Unauthorized' } });
    await expect(connection.check()).rejects.toMatchObject({ name: 'Refused', message: 'sign-in' });
    const within = openTelegram({
      ...{ settings: { bot: 'w', server: server.url }, secrets: { token: server.token }, allowed: [] },
    });
    await expect(within.check()).rejects.toMatchObject({ name: 'Outage', message: 'within' });
  });
});
