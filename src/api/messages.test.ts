import { afterAll, beforeAll, expect, test } from 'vitest';
import { fromFatima, type ServedApi, serveApi } from './fixtures/serving.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

const post = (body: unknown, headers?: Record<string, string>) =>
  api.send('POST', '/messages', { body, ...(headers ? { headers } : {}) });

test('a message that comes in is stored, understood, placed and listed', async () => {
  const answer = await post({ ...fromFatima, externalId: 'first' });
  expect(answer.status).toBe(201);
  expect(answer.body).toEqual({
    id: expect.stringMatching(/^me_/),
    conversation: expect.stringMatching(/^cv_/),
    duplicate: false,
  });
  const { conversation } = answer.body as { conversation: string };
  const messages = await api.send('GET', `/conversations/${conversation}/messages`);
  expect(messages.body).toMatchObject({
    data: [
      {
        kind: 'in',
        text: fromFatima.text,
        author: 'Fatima',
        language: 'nl',
        sentAt: '2026-11-24T09:30:00.000Z',
      },
    ],
  });
});

test('the same external id again is the same message', async () => {
  const first = await post({ ...fromFatima, externalId: 'twice' });
  const second = await post({ ...fromFatima, externalId: 'twice', text: 'Something else' });
  expect(second.status).toBe(200);
  expect(second.body).toEqual({ ...(first.body as object), duplicate: true });
});

test('the same message from eight callers at once is stored once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 8 }, () => post({ ...fromFatima, externalId: 'eight', author: { id: 'henk' } })),
  );
  expect(answers.map((answer) => answer.status).sort()).toEqual([200, 200, 200, 200, 200, 200, 200, 201]);
  expect(new Set(answers.map((answer) => (answer.body as { id: string }).id)).size).toBe(1);
});

test('an answer we gave elsewhere ends the waiting', async () => {
  const asked = await api.hear({ externalId: 'q1', account: 'elsewhere' });
  const answered = await post({
    channel: 'forum',
    account: 'elsewhere',
    externalId: 'a1',
    text: 'Dag, we hebben het voor u aangepast.',
    direction: 'out',
    replyTo: 'q1',
    department: 'Webcare',
  });
  expect(answered.body).toMatchObject({ conversation: asked.conversation });
  const now = await api.send('GET', `/conversations/${asked.conversation}`);
  expect(now.body).toMatchObject({ state: 'waiting', waitingSince: null });
});

test('a time without a zone is the time of the organisation', async () => {
  const { conversation } = await api.hear({ externalId: 'zone', sentAt: '2026-11-24 10:00' });
  const { body } = await api.send('GET', `/conversations/${conversation}/messages`);
  expect(body).toMatchObject({ data: [{ sentAt: '2026-11-24T09:00:00.000Z', timeKnown: true }] });
});

test('without a time the message stands where it came in, and says so', async () => {
  const { conversation } = await api.hear({ externalId: 'untimed', sentAt: undefined });
  const { body } = await api.send('GET', `/conversations/${conversation}/messages`);
  expect(body).toMatchObject({ data: [{ sentAt: '2026-11-24T10:00:00.000Z', timeKnown: false }] });
});

test.each([
  ['2026-02-30T10:00:00Z', 'no such day'],
  ['yesterday', 'no time at all'],
  ['2026-11-26T10:00:00Z', 'two days ahead'],
  ['1969-12-31T23:59:59Z', 'before 1970'],
  ['2026-11-24T10:00:00+99:00', 'no such zone'],
  ['1764000000', 'a number of seconds'],
])('sentAt %s is refused by its path: %s', async (sentAt) => {
  const { status, body } = await post({ ...fromFatima, externalId: `at ${sentAt}`, sentAt });
  expect(status).toBe(422);
  expect(body).toMatchObject({ code: 'invalid.body', fields: [{ path: 'sentAt' }] });
});

test('what no database holds is taken out, and half a character becomes a sign', async () => {
  const { conversation } = await api.hear({ externalId: 'odd\u0000', text: 'Kapot\u0000: \ud83d! 🌊' });
  const { body } = await api.send('GET', `/conversations/${conversation}/messages`);
  expect(body).toMatchObject({ data: [{ text: 'Kapot: \ufffd! 🌊' }] });
});

test('a text may be as long as a hundred thousand characters', async () => {
  const long = { ...fromFatima, externalId: 'long', text: 'a '.repeat(50_000) };
  expect((await post(long)).status).toBe(201);
  const longer = await post({ ...long, externalId: 'longer', text: `${long.text}b` });
  expect(longer.body).toMatchObject({ code: 'invalid.body', fields: [{ path: 'text' }] });
});

test.each([
  ['an unknown field', { ...fromFatima, colour: 'blue' }, 'colour'],
  ['an unknown field inside', { ...fromFatima, author: { id: 'f', age: 4 } }, 'author.age'],
  ['no text', { ...fromFatima, text: ' \n ' }, 'text'],
  ['a number as an id', { ...fromFatima, externalId: 12 }, 'externalId'],
  ['an empty id', { ...fromFatima, externalId: '\u0000' }, 'externalId'],
  ['a direction there is not', { ...fromFatima, direction: 'up' }, 'direction'],
  ['a list', [], ''],
  ['nothing', 'null', ''],
])('%s is refused by its path', async (_, body, path) => {
  const answer = await post(body);
  expect(answer.status).toBe(422);
  expect(answer.headers.get('content-type')).toBe('application/problem+json');
  expect(answer.body).toMatchObject({ code: 'invalid.body', status: 422, fields: [{ path }] });
});

test('a body of nothing but opening brackets is refused like any other', async () => {
  expect((await post('['.repeat(400_000))).body).toMatchObject({ code: 'invalid.json', status: 400 });
  const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`;
  expect((await post(deep)).body).toMatchObject({ code: 'invalid.body', status: 422 });
  const inside = `{"text":${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}}`;
  expect((await post(inside)).body).toMatchObject({ code: 'invalid.body', status: 422 });
});

test('more than a megabyte, compressed, or not JSON is not read', async () => {
  const large = await post({ ...fromFatima, text: 'x'.repeat(1024 * 1024) });
  expect(large).toMatchObject({ status: 413, body: { code: 'too-large.body' } });
  const packed = await post(fromFatima, { 'content-encoding': 'gzip' });
  expect(packed).toMatchObject({ status: 415, body: { code: 'invalid.content-encoding' } });
  const form = await post('a=b', { 'content-type': 'application/x-www-form-urlencoded' });
  expect(form).toMatchObject({ status: 415, body: { code: 'invalid.content-type' } });
});

test('a message of somebody new costs eleven statements, and a known writer no more', async () => {
  await api.hear({ externalId: 'warm', account: 'counted' });
  api.database.statements();
  await api.hear({ externalId: 'cold', account: 'counted', author: { id: 'anneke' } });
  const fresh = api.database.statements();
  expect(fresh.length, fresh.join('\n\n')).toBeLessThanOrEqual(11);
  await api.hear({ externalId: 'again', account: 'counted', author: { id: 'henk' }, replyTo: 'cold' });
  expect(api.database.statements().length).toBeLessThanOrEqual(15);
});
