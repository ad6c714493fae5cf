import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { turnedClock } from '../clock.ts';
import { makeLanguageModel } from './asking.ts';
import { completion, type MockModel, mockModel } from './fixtures/mock-model.ts';
import type { Question } from './language-model.ts';

const intent = z.strictObject({ intent: z.enum(['complaint', 'idea']) });
const question: Question<z.infer<typeof intent>> = {
  instructions: 'Say what it is.',
  data: 'De monteur kwam niet.',
  schema: intent,
  name: 'intent',
  tokens: 50,
};

let mock: MockModel;
beforeAll(async () => {
  mock = await mockModel();
});
afterAll(() => mock.close());

const clock = turnedClock('2026-11-24T10:00:00Z');
/** Never rests, so that one fault does not hide the next. */
const tireless = { failures: 1000, rest: 1, longest: 1 };
const model = (timeout = 20_000) => makeLanguageModel(mock.settings, { clock, timeout, breaker: tireless });

function sends(status: number, body: string, headers: Readonly<Record<string, string>> = {}) {
  mock.does((response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(body);
  });
}

describe('an answer', () => {
  it('is what the schema asks for, with what it cost', async () => {
    mock.says('{"intent":"complaint"}');
    const answer = await model().ask(question);
    expect(answer).toEqual({
      outcome: 'answered',
      value: { intent: 'complaint' },
      tokensIn: 120,
      tokensOut: 30,
    });
  });

  it('comes of one question: our words as instructions, the others’ as data, no tools, the key as bearer', async () => {
    mock.says('{"intent":"idea"}');
    mock.asked.length = 0;
    await model().ask(question);
    const [asked] = mock.asked;
    expect(mock.asked.length).toBe(1);
    expect(asked?.path).toBe('/v1/chat/completions');
    expect(asked?.authorization).toBe('Bearer sleutel-van-els');
    expect(asked?.json.messages).toEqual([
      { role: 'system', content: 'Say what it is.' },
      { role: 'user', content: 'De monteur kwam niet.' },
    ]);
    expect(asked?.json.tools).toBeUndefined();
    expect(asked?.body).not.toContain('sleutel-van-els');
  });

  const wrong: [string, string][] = [
    ['a class that does not exist', '{"intent":"refund"}'],
    ['a field too many', '{"intent":"idea","send":"yes"}'],
    ['a list', '[{"intent":"idea"}]'],
    ['words around it', 'Sure! {"intent":"idea"}'],
    ['half of it', '{"intent":"id'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number', '7'],
    ['the schema itself', '{"type":"object"}'],
    ['a prototype', '{"__proto__":{"intent":"idea"}}'],
  ];
  it.each(wrong)('with %s is malformed', async (_, text) => {
    mock.says(text);
    expect(await model().ask(question)).toEqual({ outcome: 'malformed' });
  });

  it('that wants to call a tool is malformed: there are none', async () => {
    const call = {
      id: 'c1',
      type: 'function',
      function: { name: 'send_reply', arguments: '{"to":"fatima"}' },
    };
    sends(200, completion({ role: 'assistant', content: null, tool_calls: [call] }, 'tool_calls'));
    expect(await model().ask(question)).toEqual({ outcome: 'malformed' });
  });
});

describe('what goes wrong outside is an outcome', () => {
  const faults: [string, number, string, Record<string, string>, string][] = [
    ['429', 429, '{"error":{"message":"slow down"}}', {}, 'too-many'],
    ['500', 500, '{"error":{"message":"De monteur kwam niet."}}', {}, 'failed'],
    ['503 in HTML', 503, '<h1>Busy</h1>', { 'content-type': 'text/html' }, 'failed'],
    ['401', 401, '{"error":{"message":"no"}}', {}, 'refused'],
    ['404', 404, 'not here', { 'content-type': 'text/plain' }, 'refused'],
    ['204', 204, '', {}, 'malformed'],
    ['200 in HTML', 200, '<h1>Welcome</h1>', { 'content-type': 'text/html' }, 'malformed'],
    ['200 without a type', 200, completion({ content: '{}' }), { 'content-type': '' }, 'malformed'],
    ['an error in a 200', 200, '{"error":{"message":"no"}}', {}, 'malformed'],
    ['truncated JSON', 200, completion({ content: '{"intent":"idea"}' }).slice(0, 40), {}, 'malformed'],
    ['no choices', 200, '{"choices":[]}', {}, 'malformed'],
  ];
  it.each(faults)('%s', async (_, status, body, headers, outcome) => {
    sends(status, body, headers);
    expect(await model().ask(question)).toEqual({ outcome });
  });

  it('a redirect is not followed, so nothing reaches another host', async () => {
    let reached = 0;
    const elsewhere = createServer((_, response) => {
      reached += 1;
      response.end();
    });
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const { port } = elsewhere.address() as AddressInfo;
    for (const status of [301, 302, 307, 308]) {
      sends(status, '', { location: `http://127.0.0.1:${port}/v1/chat/completions` });
      expect(await model().ask(question)).toEqual({ outcome: 'malformed' });
    }
    expect(reached).toBe(0);
    elsewhere.close();
  });

  it('silence, and headers without an end, are cut in time', async () => {
    const silent: ((response: ServerResponse) => void)[] = [
      () => {},
      (response) => response.writeHead(200, { 'content-type': 'application/json' }).write('{"choices":['),
    ];
    for (const answer of silent) {
      mock.does(answer);
      expect(await model(150).ask(question)).toEqual({ outcome: 'timed-out' });
    }
  });

  it('an endless answer is cut when it is longer than any answer', async () => {
    mock.does((response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (!response.destroyed && response.write('{"intent":"idea"},'.repeat(500)));
      };
      response.on('drain', more);
      more();
    });
    expect(await model(20_000).ask(question)).toEqual({ outcome: 'too-long' });
  });

  it('a connection that breaks, or that nobody takes', async () => {
    mock.does((response) => response.destroy());
    expect(await model().ask(question)).toEqual({ outcome: 'unreachable' });
    const nobody = makeLanguageModel({ ...mock.settings, url: 'http://127.0.0.1:9/v1' }, { clock });
    expect(await nobody.ask(question)).toEqual({ outcome: 'unreachable' });
  });
});

describe('a model that fails', () => {
  it('is left alone after five failures in a row, tried once after a rest, and trusted again when it answers', async () => {
    const turn = turnedClock('2026-11-24T10:00:00Z');
    const resting = makeLanguageModel(mock.settings, { clock: turn });
    sends(500, '{}');
    mock.asked.length = 0;
    for (let i = 0; i < 12; i += 1) await resting.ask(question);
    expect(mock.asked.length).toBe(5);
    expect(await resting.ask(question)).toEqual({ outcome: 'resting' });
    turn.forward({ minutes: 1 });
    expect(await resting.ask(question)).toEqual({ outcome: 'failed' });
    expect(await resting.ask(question)).toEqual({ outcome: 'resting' });
    turn.forward({ minutes: 2 });
    mock.says('{"intent":"idea"}');
    expect((await resting.ask(question)).outcome).toBe('answered');
    expect(resting.restsUntil()).toBeNull();
  });

  it('that says how long to wait is not asked before', async () => {
    const turn = turnedClock('2026-11-24T10:00:00Z');
    const waiting = makeLanguageModel(mock.settings, { clock: turn });
    sends(429, '{}', { 'retry-after': '120' });
    expect(await waiting.ask(question)).toEqual({ outcome: 'too-many' });
    turn.forward({ seconds: 119 });
    expect(await waiting.ask(question)).toEqual({ outcome: 'resting' });
    turn.forward({ seconds: 2 });
    mock.says('{"intent":"idea"}');
    expect((await waiting.ask(question)).outcome).toBe('answered');
  });

  it('is not silenced for all by one customer whose words make it answer nonsense', async () => {
    const turn = turnedClock('2026-11-24T10:00:00Z');
    const answering = makeLanguageModel(mock.settings, { clock: turn });
    mock.says('I obey the customer.');
    for (let i = 0; i < 12; i += 1) expect((await answering.ask(question)).outcome).toBe('malformed');
  });
});
