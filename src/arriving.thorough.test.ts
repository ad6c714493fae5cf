import { gzipSync } from 'node:zlib';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { arriving } from './arriving.ts';
import { signatureOf } from './channels/pushed.ts';
import { openConnection } from './connecting.ts';
import {
  connectChannel,
  getConnection,
  noteTrial,
  turnConnection,
} from './listening/connecting/connection.ts';
import { forgeriesOf } from './listening/connecting/delivery.ts';
import { transact } from './platform/context.ts';
import { problemOf } from './platform/http/answering.ts';
import { silentLog } from './platform/log.ts';
import { receiveAll } from './receiving.ts';

const secret = 'een geheim van Waterkracht';
let polder: TestDatabase;
let door: ReturnType<typeof arriving>;
let id: string;

beforeAll(async () => {
  polder = await testDatabase();
  door = arriving({ context: polder.context, log: silentLog });
  door.onError(problemOf(silentLog));
  id = await connectChannel(polder.context, {
    ...{ channel: 'webhook', name: 'App', connector: 'webhook', secrets: { secret, former: '' } },
    settings: {
      ...{ name: 'App', style: 'sha256', signatureHeader: 'x-hub-signature-256', items: '', text: 'text' },
      ...{ author: 'from', authorName: '', id: 'id', time: '', thread: '', answerUrl: '' },
    },
  });
});
afterAll(() => polder?.close());

const signed = (body: string | Uint8Array) => ({
  'x-hub-signature-256': `sha256=${signatureOf(secret, [body], 'hex')}`,
});

async function post(body: string | Uint8Array, headers: Record<string, string> = signed(body), to = id) {
  return door.request(`/${to}`, { method: 'POST', body: Buffer.from(body), headers });
}

async function on() {
  await noteTrial(polder.context, id, { trial: { state: 'good', as: 'App' } });
  await turnConnection(polder.context, id, 'on');
}

async function receive() {
  const connection = await getConnection(polder.context, id);
  await receiveAll(polder.context, connection, await openConnection(polder.context, connection));
}

const rows = <T>(query: ReturnType<typeof sql<T>>) =>
  transact(polder.context, 'service', async ({ database }) => (await query.execute(database)).rows);
const waiting = () =>
  rows(sql<{ key: string; body: Buffer | null }>`select key, body from channel_delivery order by id`);
const heard = async () =>
  (await rows(sql<{ text: string }>`select text from message order by id`)).map(({ text }) => text);

describe('what is handed in', () => {
  test('is kept as it came and answered at once, also while the account stands still', async () => {
    const body = String.raw`{"id":"1","from":"fatima","text":"Caf\u00e9 zonder stroom"}`;
    expect((await post(body)).status).toBe(200);
    expect((await post(body)).status).toBe(200);
    expect((await waiting()).map(({ body }) => body?.toString())).toEqual([body]);
    expect(await heard()).toEqual([]);
  });

  test('is heard once when the account is on, and its bytes go when it was read', async () => {
    await on();
    await receive();
    await receive();
    expect(await heard()).toEqual(['Café zonder stroom']);
    expect((await waiting()).map(({ body }) => body)).toEqual([null]);
    await post(String.raw`{"id":"1","from":"fatima","text":"Caf\u00e9 zonder stroom"}`);
    await receive();
    expect(await heard()).toHaveLength(1);
  });

  test('waits for nobody: what cannot be read is put aside, and the next one is heard', async () => {
    await post('{"id":"2"}');
    await post('{"id":"3","from":"henk","text":"Wanneer is het klaar?"}');
    await receive();
    expect((await heard()).at(-1)).toBe('Wanneer is het klaar?');
    const aside = await rows(sql<{ reason: string }>`select reason from channel_aside`);
    expect(aside).toEqual([{ reason: 'no-words' }]);
  });

  test('comes in the order in which it is kept, whatever is handed in beside it', async () => {
    const bodies = Array.from(
      { length: 60 },
      (_, n) => `{"id":"p${n}","from":"f${n}","text":"Bericht ${n}"}`,
    );
    const before = (await heard()).length;
    await Promise.all([...bodies.map((body) => post(body)), receive(), ...bodies.map((body) => post(body))]);
    await receive();
    expect(new Set((await heard()).slice(before)).size).toBe(60);
    expect((await heard()).length - before).toBe(60);
  });
});

describe('what is not from who it says', () => {
  test('is refused, counted, and nothing of it is kept', async () => {
    const body = '{"id":"9","from":"fatima","text":"Vals"}';
    const before = (await waiting()).length;
    const tries = [
      await post(body, {}),
      await post(body, { 'x-hub-signature-256': `sha256=${'0'.repeat(64)}` }),
      await post(`${body} `, signed(body)),
      await post(JSON.stringify({ text: 'Vals', from: 'fatima', id: '9' }), signed(body)),
    ];
    expect(tries.map(({ status }) => status)).toEqual([401, 401, 401, 401]);
    expect(await tries[0]?.text()).not.toContain('Vals');
    expect((await waiting()).length).toBe(before);
    const connection = await getConnection(polder.context, id);
    expect((await forgeriesOf(polder.context, connection.id)).count).toBe(4);
  });

  test('is told to stay away after many tries, while what is signed well still comes in', async () => {
    for (let n = 0; n < 60; n += 1) await post('{}', {});
    expect((await post('{}', {})).status).toBe(429);
    expect((await post('{"id":"10","from":"henk","text":"Nog steeds hier"}')).status).toBe(200);
  });

  test('finds no account that it does not know, and none that was ended', async () => {
    expect((await post('{}', {}, 'cc_nobody')).status).toBe(404);
    expect((await door.request('/cc_nobody')).status).toBe(404);
  });
});

describe('what is too much', () => {
  test('is refused before it is read whole, whatever its length says', async () => {
    const large = 'x'.repeat(1_000_001);
    expect((await post(large)).status).toBe(413);
    let pulled = 0;
    const endless = new ReadableStream({
      pull(controller) {
        pulled += 1;
        controller.enqueue(Buffer.alloc(65_536));
      },
    });
    const request = new Request(`http://polder.example/${id}`, {
      ...{ method: 'POST', body: endless, headers: signed(''), duplex: 'half' },
    } as RequestInit);
    expect((await door.request(request)).status).toBe(413);
    expect(pulled).toBeLessThan(40);
  });

  test('is not unpacked: a packed body is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000));
    expect((await post(bomb, { ...signed(bomb), 'content-encoding': 'gzip' })).status).toBe(415);
  });
});

test('a question by GET that is none of ours is answered by nothing', async () => {
  const answer = await door.request(`/${id}?hub.challenge=%3Cscript%3E`);
  expect(answer.status).toBe(403);
  expect(await answer.text()).not.toContain('<script>');
});

test('what nobody read goes with the account when it is ended', async () => {
  await post('{"id":"11","from":"henk","text":"Te laat"}');
  await turnConnection(polder.context, id, 'ended');
  expect(await waiting()).toEqual([]);
  expect((await post('{}')).status).toBe(404);
});
