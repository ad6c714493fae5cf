import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import type { Opening } from '../connector.ts';
import { keepsTheContract } from '../fixtures/contract.ts';
import { handingIn } from '../fixtures/handing-in.ts';
import { type Arrival, type Judged, signatureOf } from '../pushed.ts';
import { webhookConnector } from './connector.ts';
import { judgeWebhook, keyOf } from './judging.ts';
import { readWebhook } from './reading.ts';

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const settings = {
  ...{
    name: 'App',
    style: 'standard' as const,
    signatureHeader: 'x-hub-signature-256',
    items: '',
    text: 'data.text',
  },
  ...{
    author: 'data.from.id',
    authorName: 'data.from.name',
    id: 'data.id',
    time: 'at',
    thread: 'data.topic',
  },
  answerUrl: '',
} as const;

/** The other end: takes answers, and knows an id that it had. */
async function otherEnd() {
  const taken = new Map<string, string>();
  const forged: string[] = [];
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const id = String(request.headers['webhook-id']);
    const signed = `${id}.${request.headers['webhook-timestamp']}.${body}`;
    const right = `v1,${signatureOf(keyOf(secret), [signed], 'base64')}`;
    if (request.headers['webhook-signature'] !== right) forged.push(id);
    taken.set(id, body);
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { host, taken, forged, close: () => new Promise((resolve) => server.close(resolve)) };
}

function standardHeaders(id: string, body: string, now = Date.now()) {
  const timestamp = String(Math.floor(now / 1000));
  return {
    ...{ 'webhook-id': id, 'webhook-timestamp': timestamp },
    'webhook-signature': `v1,${signatureOf(keyOf(secret), [`${id}.${timestamp}.${body}`], 'base64')}`,
  };
}

keepsTheContract('a webhook', async () => {
  const there = await otherEnd();
  const account = { id: 'cc_1', settings: { ...settings, answerUrl: `http://${there.host}/answers` } };
  const opening = { ...account, secrets: { secret, former: '' }, key: 'k' };
  const { deliveries, handIn } = handingIn(() => webhookConnector.pushed?.(opening) as never, Date.now);
  const unused = { keepSecrets: async () => {}, heardOf: async () => new Set<string>() };
  const whole: Opening = {
    ...{ ...opening, ...unused, deliveries, clock: systemClock, allowed: [there.host] },
    wayIn: 'https://polder.waterkracht.example/in/cc_1',
  };
  let count = 0;
  return {
    connection: webhookConnector.open(whole),
    say: async (text) => {
      count += 1;
      const body = JSON.stringify({
        at: new Date().toISOString(),
        data: { id: `m${count}`, text, from: { id: 'fatima', name: 'Fatima' }, topic: 't1' },
      });
      expect(handIn(body, standardHeaders(`e${count}`, body))).toBe(200);
      return `m${count}`;
    },
    seen: async () => {
      expect(there.forged).toEqual([]);
      return [...there.taken.values()].map((body) => JSON.parse(body).data.text);
    },
    close: async () => void (await there.close()),
  };
});

const arrival = (body: string | Uint8Array, headers: Record<string, string>, now: number): Arrival => ({
  ...{ headers, now, query: new URLSearchParams(), body: Buffer.from(body) },
});

describe('a signature', () => {
  const at = 1_614_265_330_000;
  const standard = { style: 'standard', signatureHeader: 'x' } as const;
  const hex = { style: 'sha256', signatureHeader: 'x-hub-signature-256' } as const;
  const vector = {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  };
  const body = '{"test": 2432232314}';
  const judge = (given: Arrival, secrets = { secret, former: '' }): Judged['kind'] =>
    judgeWebhook(standard, secrets, given).kind;

  test('of the Standard Webhooks specification is the one that we make', () => {
    expect(judgeWebhook(standard, { secret, former: '' }, arrival(body, vector, at))).toEqual({
      kind: 'taken',
      key: 'w:msg_p5jXN8AQM9LWM0D4loKWxJek',
    });
  });

  test('of the documentation of GitHub is the one that we make', () => {
    const headers = {
      'x-hub-signature-256': 'sha256=757107ea0eb2509fc211221cce984b8a37570b6d7586c22c46f4379c8b043e17',
    };
    const secrets = { secret: "It's a Secret to Everybody", former: '' };
    expect(judgeWebhook(hex, secrets, arrival('Hello, World!', headers, at)).kind).toBe('taken');
    expect(judgeWebhook(hex, secrets, arrival('Hello, World?', headers, at)).kind).toBe('forged');
  });

  test('holds for these bytes, this id and this time, and for nothing near them', () => {
    const wrong: [string, Arrival][] = [
      ['one byte', arrival('{"test": 2432232315}', vector, at)],
      ['the same JSON in other bytes', arrival('{"test":2432232314}', vector, at)],
      ['another id', arrival(body, { ...vector, 'webhook-id': 'msg_other' }, at)],
      ['no id', arrival(body, { ...vector, 'webhook-id': '' }, at)],
      ['ten minutes late', arrival(body, vector, at + 600_000)],
      ['from ten minutes ahead', arrival(body, vector, at - 600_000)],
      ['no time', arrival(body, { ...vector, 'webhook-timestamp': '' }, at)],
      ['no signature', arrival(body, { ...vector, 'webhook-signature': '' }, at)],
      ['another version', arrival(body, { ...vector, 'webhook-signature': 'v2,x' }, at)],
    ];
    for (const [what, given] of wrong) expect(judge(given), what).toBe('forged');
    expect(judge(arrival(body, vector, at + 240_000)), 'a clock that is four minutes off').toBe('taken');
  });

  test('of the former secret holds until that is taken away', () => {
    const fresh = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD';
    const given = arrival(body, vector, at);
    expect(judge(given, { secret: fresh, former: secret })).toBe('taken');
    expect(judge(given, { secret: fresh, former: '' })).toBe('forged');
  });

  test('over JSON that was read and written again is another one', () => {
    const sent = String.raw`{"text":"caf\u00e9 \ud83c\udf0a"}`;
    const signed = `sha256=${signatureOf('een lang geheim 1', [sent], 'hex')}`;
    const secrets = { secret: 'een lang geheim 1', former: '' };
    const headers = { 'x-hub-signature-256': signed };
    expect(judgeWebhook(hex, secrets, arrival(sent, headers, at)).kind).toBe('taken');
    const again = JSON.stringify(JSON.parse(sent));
    expect(judgeWebhook(hex, secrets, arrival(again, headers, at)).kind).toBe('forged');
  });
});

const came = (body: string | Uint8Array, key = 'w:e1') => ({
  ...{ key, body: Buffer.from(body), at: '2026-11-24T10:00:00.000Z' },
});

describe('reading a body', () => {
  const read = (body: string, paths: Partial<typeof settings> = {}) =>
    readWebhook({ ...settings, ...paths }, came(body)).map((one) =>
      one.kind === 'said' ? one.heard : undefined,
    );

  test('finds words, writer, id, time and thread where the account says they stand', () => {
    const body =
      '{"at":1764000000,"data":{"id":9007199254740993,"text":" Hallo ","from":{"id":7,"name":"Fatima"}}}';
    expect(read(body)[0]).toMatchObject({
      ...{ externalId: '9007199254740993', text: 'Hallo', author: '7', authorName: 'Fatima', thread: null },
      sentAt: '2025-11-24T16:00:00.000Z',
    });
  });

  test('takes several at once, leaves out what has no words, and keeps none that has none at all', () => {
    const list = '{"list":[{"t":"een"},{"t":""},{"t":"twee"}]}';
    const paths = {
      items: 'list',
      text: 't',
      id: '',
      author: '',
      authorName: '',
      time: '',
      thread: '',
    } as never;
    expect(read(list, paths).map((heard) => heard?.text)).toEqual(['een', 'twee']);
    expect(new Set(read(list, paths).map((heard) => heard?.externalId)).size).toBe(2);
    expect(() => read('{"data":{}}')).toThrow('no-words');
  });

  test('names what has no id by its delivery where that is signed, and else by what it says', () => {
    const ids = (style: 'standard' | 'sha256', key: string) =>
      readWebhook(
        { ...settings, style, items: 'l', text: 't', id: '' },
        came('{"l":[{"t":"ja"},{"t":"ja"}]}', key),
      ).map((one) => (one.kind === 'said' ? one.heard.externalId : ''));
    expect(ids('standard', 'w:e1')).toEqual(['w:e1/0', 'w:e1/1']);
    expect(ids('standard', 'w:e2')).toEqual(['w:e2/0', 'w:e2/1']);
    expect(new Set([...ids('sha256', 'b:1'), ...ids('sha256', 'b:2')]).size).toBe(1);
  });

  test('cuts nothing off: too many at once are put aside', () => {
    const list = (n: number) => JSON.stringify({ list: Array.from({ length: n }, () => ({ t: 'x' })) });
    const paths = { items: 'list', text: 't' } as never;
    expect(read(list(500), paths)).toHaveLength(500);
    expect(() => read(list(501), paths)).toThrow('too-many-items');
  });

  test('is not led astray by what a body may hold', () => {
    const text = (given: string) => read(given)[0]?.text;
    expect(text(String.raw`{"data":{"text":"a\u0000b\ud800","id":"1"}}`)).toBe('ab\ufffd');
    expect(() => read('{"__proto__":{"text":"x"}}', { text: '__proto__.constructor' } as never)).toThrow();
    expect(() => read('[')).toThrow(SyntaxError);
    expect(() => read('['.repeat(900_000))).toThrow();
    expect(() => readWebhook(settings, came(Buffer.from([0x22, 0xff, 0x22])))).toThrow();
    expect(text('{"data":{"text":"<script>1</script>","id":1e400}}')).toBe('<script>1</script>');
  });
});
