import { afterAll, beforeAll, expect, test } from 'vitest';
import { hire } from '../organisation/employees.ts';
import { transact } from '../platform/context.ts';
import { decide } from '../privacy/deciding.ts';
import { type ServedApi, serveApi } from './fixtures/serving.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

const plain = (body: unknown) => ({ ...(body as Record<string, unknown>), requestId: '' });

async function els(): Promise<string> {
  const hired = { name: 'Els', email: `els${Math.random()}@waterkracht.example`, departmentId: null };
  return (await hire(api.database.context, { ...hired, userId: null, roles: [] })).publicId;
}

test('the list comes a page at a time, newest first, without a row twice or missing', async () => {
  for (let i = 0; i < 7; i += 1) await api.hear({ account: 'paged', sentAt: `2026-11-24T09:0${i % 4}:00Z` });
  const seen: string[] = [];
  const times: string[] = [];
  for (let after = ''; ; ) {
    const { body } = await api.send('GET', `/conversations?limit=3${after && `&after=${after}`}`);
    const page = body as { data: { id: string; lastMessageAt: string }[]; next?: string; counts: object };
    expect(page.counts).toMatchObject({ open: { n: 7, more: false }, mine: { n: 0 }, waiting: { n: 0 } });
    seen.push(...page.data.map((row) => row.id));
    times.push(...page.data.map((row) => row.lastMessageAt));
    if (!page.next) break;
    after = page.next;
  }
  expect(new Set(seen).size).toBe(7);
  expect(seen.length).toBe(7);
  expect(times).toEqual([...times].sort().reverse());
});

test('the list costs four statements, however it is asked', async () => {
  for (const view of ['open', 'mine', 'unassigned', 'waiting', 'done']) {
    api.database.statements();
    expect((await api.send('GET', `/conversations?view=${view}`)).status).toBe(200);
    expect(api.database.statements().length, view).toBeLessThanOrEqual(4);
  }
});

const cursor = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

test.each([
  'garbage',
  cursor(['2026-13-45 99:99', '1']),
  cursor(['0000-01-01 00:00:00+00', '1']),
  cursor(['2026-11-24 10:00:00+00', '1; drop table message']),
  cursor({ at: 1 }),
  cursor(null),
  '%00',
])('the cursor %s is no cursor of ours', async (after) => {
  for (const view of ['open', 'done']) {
    expect(await api.send('GET', `/conversations?view=${view}&after=${after}`)).toMatchObject({
      status: 422,
      body: { code: 'invalid.cursor' },
    });
  }
});

test.each(['view=all', 'limit=0', 'limit=101', 'limit=x', 'page=2'])(
  'the query %s is refused',
  async (query) => {
    expect(await api.send('GET', `/conversations?${query}`)).toMatchObject({
      status: 422,
      body: { code: 'invalid.query', fields: [{ path: query.split('=')[0] }] },
    });
  },
);

test('a reply is written, ends the waiting, and stands in the conversation', async () => {
  const { conversation } = await api.hear();
  const written = await api.send('POST', `/conversations/${conversation}/messages`, {
    body: { kind: 'reply', text: 'Dag Fatima, we kijken het na.' },
  });
  expect(written).toMatchObject({ status: 201, body: { id: expect.stringMatching(/^me_/), kind: 'reply' } });
  const { body } = await api.send('GET', `/conversations/${conversation}`);
  expect(body).toMatchObject({ state: 'waiting', waitingSince: null });
  const messages = await api.send('GET', `/conversations/${conversation}/messages`);
  expect(messages.body).toMatchObject({
    data: [{ kind: 'in' }, { kind: 'reply', delivery: { state: 'queued' } }],
  });
});

test('a note changes nothing but what colleagues read', async () => {
  const { conversation } = await api.hear();
  await api.send('POST', `/conversations/${conversation}/messages`, {
    body: { kind: 'note', text: 'Bel haar.' },
  });
  const { body } = await api.send('GET', `/conversations/${conversation}`);
  expect(body).toMatchObject({ state: 'new', version: 2 });
  const messages = await api.send('GET', `/conversations/${conversation}/messages`);
  expect(messages.body).toMatchObject({ data: [{ kind: 'in' }, { kind: 'note', audience: 'internal' }] });
});

test('messages are read upwards, page by page', async () => {
  const { conversation } = await api.hear({ externalId: 'up0', author: { id: 'henk' } });
  for (let i = 1; i < 5; i += 1)
    await api.hear({ externalId: `up${i}`, author: { id: 'henk' }, text: `bericht ${i}` });
  const pages: string[][] = [];
  for (let before = ''; ; ) {
    const { body } = await api.send('GET', `/conversations/${conversation}/messages?limit=2${before}`);
    const page = body as { data: { text: string }[]; earlier?: string };
    pages.push(page.data.map((message) => message.text));
    if (!page.earlier) break;
    before = `&before=${page.earlier}`;
  }
  expect(pages.map((page) => page.length)).toEqual([2, 2, 1]);
  expect(pages[0]).toEqual(['bericht 3', 'bericht 4']);
  const none = await api.send('GET', `/conversations/${conversation}/messages?before=x`);
  expect(none).toMatchObject({ status: 422, body: { code: 'invalid.query' } });
});

test('closing, closing again and reopening answer how it stands', async () => {
  const { conversation } = await api.hear();
  const path = `/conversations/${conversation}/closure`;
  const closed = await api.send('PUT', path, { body: { reason: 'no_answer_needed' } });
  expect(closed).toMatchObject({
    status: 200,
    body: { id: conversation, state: 'done', version: 2, closure: { reason: 'no_answer_needed' } },
  });
  expect(closed.headers.get('etag')).toBe('"2"');
  expect((await api.send('PUT', path, { body: { reason: 'answered' } })).body).toEqual(closed.body);
  const { body } = await api.send('DELETE', path);
  expect(body).toMatchObject({ state: 'open', closure: null });
});

test('quiet is no reason that one can give', async () => {
  const { conversation } = await api.hear();
  expect(
    await api.send('PUT', `/conversations/${conversation}/closure`, { body: { reason: 'quiet' } }),
  ).toMatchObject({ status: 422, body: { fields: [{ path: 'reason' }] } });
});

test('a conversation is assigned to a colleague and taken back; not when it is done', async () => {
  const { conversation } = await api.hear();
  const path = `/conversations/${conversation}/assignment`;
  const employee = await els();
  const assigned = await api.send('PUT', path, { body: { employee } });
  expect(assigned.body).toMatchObject({ assignee: { id: employee, name: 'Els' } });
  const { body } = await api.send('GET', '/conversations');
  expect((body as { data: object[] }).data).toContainEqual(
    expect.objectContaining({ id: conversation, assignee: { id: employee, name: 'Els' } }),
  );
  expect((await api.send('DELETE', path)).body).toMatchObject({ assignee: null });
  expect(await api.send('PUT', path, { body: { employee: 'em_nobody' } })).toMatchObject({
    status: 404,
    body: { code: 'not-found.employee' },
  });
  await api.send('PUT', `/conversations/${conversation}/closure`, { body: { reason: 'answered' } });
  expect(await api.send('PUT', path, { body: { employee } })).toMatchObject({
    status: 409,
    body: { code: 'conflict.conversation-done' },
  });
});

test('who acts on an older version changes nothing and is told how it stands now', async () => {
  const { conversation } = await api.hear();
  const employee = await els();
  await api.send('PUT', `/conversations/${conversation}/assignment`, { body: { employee } });
  const stale = { 'if-match': '"1"' };
  const tries = [
    ['POST', 'messages', { kind: 'reply', text: 'Te laat', version: 1 }],
    ['POST', 'messages', { kind: 'note', text: 'Te laat', version: 1 }],
    ['PUT', 'closure', { reason: 'answered', version: 1 }],
    ['PUT', 'assignment', { employee, version: 1 }],
    ['DELETE', 'closure', undefined],
    ['DELETE', 'assignment', undefined],
  ] as const;
  for (const [method, what, body] of tries) {
    const asking = body ? { body } : { headers: stale };
    expect(await api.send(method, `/conversations/${conversation}/${what}`, asking)).toMatchObject({
      status: 409,
      body: { code: 'conflict.version', seen: 1, current: { version: 2, assignee: { id: employee } } },
    });
  }
  const { body } = await api.send('GET', `/conversations/${conversation}/messages`);
  expect((body as { data: unknown[] }).data.length).toBe(1);
});

const everywhere = [
  ['GET', ''],
  ['GET', '/messages'],
  ['POST', '/messages', { kind: 'note', text: 'x' }],
  ['POST', '/messages', { kind: 'reply', text: 'x', version: 1 }],
  ['PUT', '/closure', { reason: 'answered' }],
  ['DELETE', '/closure'],
  ['PUT', '/assignment', { employee: 'em_nobody' }],
  ['DELETE', '/assignment'],
] as const;

test('somebody who withheld permission is answered like somebody who does not exist', async () => {
  const { conversation } = await api.hear();
  await transact(api.database.context, 'service', async (ctx) => {
    const { person_id } = await ctx.database
      .selectFrom('conversation')
      .select('person_id')
      .where('public_id', '=', conversation)
      .executeTakeFirstOrThrow();
    await decide(ctx, person_id ?? '', { purpose: 'service', act: 'restrict', strength: 4 });
  });
  for (const [method, path, body] of everywhere) {
    const answers = [];
    for (const id of [conversation, 'cv_01jd8xw2k0w8n1v5x3jk2m9qra'])
      answers.push(await api.send(method, `/conversations/${id}${path}`, body ? { body } : {}));
    const [hidden, unknown] = answers.map(({ status, body }) => ({ status, ...plain(body), id: '' }));
    expect(hidden, `${method} ${path}`).toEqual(unknown);
    expect(hidden).toMatchObject({ status: 404, code: 'not-found.conversation' });
  }
});
