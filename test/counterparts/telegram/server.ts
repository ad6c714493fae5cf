import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import path from 'node:path';

/** Where its package is: a folder of its own, filled by `.ci/run` from what stands beside this file. */
const here = path.join(import.meta.dirname, '../../../.cache/counterparts/telegram');

/** Its package is installed, and it is asked for: not every run of the tests does. */
export const telegramIsThere =
  Boolean(process.env.TEST_TELEGRAM) && existsSync(path.join(here, 'node_modules/telegram-test-api'));

/** What of the emulator is used. */
interface Emulator {
  config: { apiURL: string };
  start(): Promise<void>;
  stop(): Promise<void>;
  getClient(token: string, options?: Record<string, unknown>): EmulatedPerson;
  getUpdatesHistory(token: string): { message?: { text?: string; chat_id?: number | string } }[];
}
interface EmulatedPerson {
  makeMessage(text: string): unknown;
  sendMessage(message: unknown): Promise<unknown>;
}

export interface TelegramServer {
  readonly url: string;
  readonly host: string;
  readonly token: string;
  /** Somebody writes to the bot; gives what the message is called. */
  say(text: string): Promise<string>;
  /** What the bot said. */
  said(): string[];
  /** What the next calls of a method meet: an answer of the API, or `cut-after` the work is done. */
  readonly faults: Map<string, { code: number; said: Record<string, unknown> } | 'cut-after'>;
  close(): Promise<void>;
}

const token = '123456:geheim';
const chat = 7001;

/**
 * The emulator on loopback, and before it what it lacks of the real one: updates stand until a later number is asked
 * for, and it can refuse and break off.
 */
export async function startTelegram(): Promise<TelegramServer> {
  const load = createRequire(path.join(here, 'package.json'));
  const TelegramEmulator = load('telegram-test-api') as new (config: unknown) => Emulator;
  const emulator = new TelegramEmulator({ port: await freePort(), host: '127.0.0.1' });
  await emulator.start();
  const person = emulator.getClient(token, {
    chatId: chat,
    userId: chat,
    firstName: 'Fatima',
    timeout: 5000,
  });
  const faults: TelegramServer['faults'] = new Map();
  const standing: { update_id: number; message?: { message_id: number; chat: { id: number } } }[] = [];

  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const method = (request.url ?? '').split('/').at(-1) ?? '';
    const fault = faults.get(method);
    faults.delete(method);
    const give = (code: number, said: unknown) => {
      response.writeHead(code, { 'content-type': 'application/json' });
      response.end(JSON.stringify(said));
    };
    if (fault && fault !== 'cut-after')
      return give(fault.code, { ok: false, error_code: fault.code, ...fault.said });
    const body = Buffer.concat(chunks);
    const answer = await fetch(`${emulator.config.apiURL}${request.url}`, {
      method: 'POST',
      headers: { 'content-type': request.headers['content-type'] ?? 'application/json' },
      body,
    });
    const said = (await answer.json()) as { result: unknown };
    if (fault === 'cut-after') return void request.socket.destroy();
    if (method !== 'getUpdates') return give(answer.status, said);
    standing.push(...(said.result as typeof standing));
    const { offset = 0, limit = 100 } = JSON.parse(body.toString() || '{}') as {
      offset?: number;
      limit?: number;
    };
    return give(200, { ok: true, result: standing.filter((one) => one.update_id >= offset).slice(0, limit) });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  let last = 0;
  return {
    ...{ url: `http://${host}`, host, token, faults },
    say: async (text) => {
      await person.sendMessage(person.makeMessage(text));
      const history = emulator.getUpdatesHistory(token) as { messageId?: number }[];
      last = Math.max(last, ...history.map(({ messageId = 0 }) => messageId));
      return `${chat}/${last}`;
    },
    said: () =>
      emulator
        .getUpdatesHistory(token)
        .flatMap(({ message }) => (message && 'chat_id' in message && message.text ? [message.text] : [])),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await emulator.stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
