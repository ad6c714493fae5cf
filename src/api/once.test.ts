import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ServedApi, serveApi } from './fixtures/serving.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

const keyed = (key: string) => ({ 'idempotency-key': key });
const reply = { kind: 'reply', text: 'Dag, we zijn ermee bezig.' };

async function texts(conversation: string): Promise<string[]> {
  const { body } = await api.send('GET', `/conversations/${conversation}/messages`);
  return (body as { data: { text: string }[] }).data.map((message) => message.text);
}

test('the same key and body again gives the first answer and does nothing', async () => {
  const path = `/conversations/${(await api.hear()).conversation}/messages`;
  const first = await api.send('POST', path, { body: reply, headers: keyed('a') });
  const second = await api.send('POST', path, { body: reply, headers: keyed('a') });
  expect(second).toMatchObject({ status: 201, body: first.body });
  expect(first.headers.get('idempotent-replay')).toBeNull();
  expect(second.headers.get('idempotent-replay')).toBe('true');
  expect((await texts(path.split('/')[2] ?? '')).length).toBe(2);
});

test('the same key with another body, or elsewhere, is refused', async () => {
  const path = `/conversations/${(await api.hear()).conversation}/messages`;
  await api.send('POST', path, { body: reply, headers: keyed('b') });
  for (const [where, body] of [
    [path, { ...reply, text: 'Iets anders' }],
    [`/conversations/${(await api.hear()).conversation}/messages`, reply],
  ] as const) {
    expect(await api.send('POST', where, { body, headers: keyed('b') })).toMatchObject({
      status: 422,
      body: { code: 'invalid.idempotency-key-reused' },
    });
  }
});

test('two at the same moment: one does it, the other waits its turn or gets the same answer', async () => {
  const { conversation } = await api.hear();
  const path = `/conversations/${conversation}/messages`;
  const tries = Array.from({ length: 6 }, () => api.send('POST', path, { body: reply, headers: keyed('c') }));
  const answers = await Promise.all(tries);
  for (const answer of answers) {
    if (answer.status !== 201)
      expect(answer).toMatchObject({ status: 409, body: { code: 'conflict.idempotency-in-flight' } });
  }
  expect((await texts(conversation)).length).toBe(2);
});

test('keys are of whoever sends them', async () => {
  const { conversation } = await api.hear();
  const path = `/conversations/${conversation}/messages`;
  const other = await api.keyWith(['conversations:write']);
  await api.send('POST', path, { body: reply, headers: keyed('d') });
  const more = { ...reply, followUp: true };
  const again = await api.send('POST', path, { body: more, headers: keyed('d'), key: other });
  expect(again.headers.get('idempotent-replay')).toBeNull();
  expect((await texts(conversation)).length).toBe(3);
});

test('a refusal is not kept: what was wrong can be put right under the same key', async () => {
  const { conversation } = await api.hear();
  const path = `/conversations/${conversation}/closure`;
  const wrong = { body: { reason: 'answered', version: 9 }, headers: keyed('e') };
  expect((await api.send('PUT', path, wrong)).status).toBe(409);
  const right = { body: { reason: 'answered', version: 1 }, headers: keyed('e') };
  expect((await api.send('PUT', path, right)).status).toBe(200);
  expect((await api.send('PUT', path, right)).headers.get('idempotent-replay')).toBe('true');
});

test('a message handed over twice under one key says so both times alike', async () => {
  const body = { channel: 'mail', account: 'service', externalId: 'm1', text: 'Hallo?' };
  const first = await api.send('POST', '/messages', { body, headers: keyed('f') });
  const second = await api.send('POST', '/messages', { body, headers: keyed('f') });
  expect(second).toMatchObject({ status: 201, body: first.body });
});

test('without the header nothing is kept', async () => {
  const count = () => api.database.context.database.selectFrom('idempotency').select('key').execute();
  const before = (await count()).length;
  await api.hear();
  expect((await count()).length).toBe(before);
});

test('a key of spaces, or longer than two hundred characters, is refused', async () => {
  const path = `/conversations/${(await api.hear()).conversation}/messages`;
  for (const key of ['a b', 'x'.repeat(201)]) {
    expect(await api.send('POST', path, { body: reply, headers: keyed(key) })).toMatchObject({
      status: 422,
      body: { code: 'invalid.header', fields: [{ path: 'idempotency-key' }] },
    });
  }
});
