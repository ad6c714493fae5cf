import { afterAll, beforeAll, expect, test } from 'vitest';
import { bring } from '../customers/exchanging/bringing.ts';
import { define } from '../customers/keeping/attributes.ts';
import { transact } from '../platform/context.ts';
import { decide } from '../privacy/deciding.ts';
import { type ServedApi, serveApi } from './fixtures/serving.ts';

let api: ServedApi;
let fatima: string;
let henk: string;

beforeAll(async () => {
  api = await serveApi();
  const { context } = api.database;
  await bring(context, {
    kind: 'customers',
    source: 'crm',
    rows: [
      { line: 2, values: { id: '77', name: 'Fatima El Amrani', mail: 'fatima@x.example' } },
      { line: 3, values: { id: '78', name: 'Henk de Visser' } },
    ],
  });
  await bring(context, {
    kind: 'orders',
    source: 'crm',
    rows: [
      {
        line: 2,
        values: { id: 'B7', customer: '77', ordered: '2026-11-01', total: '149,00', what: 'meter' },
      },
    ],
  });
  await define(context, {
    key: 'meter',
    type: 'choice',
    nl: 'meter',
    en: 'meter',
    category: 'commerce',
    purpose: 'service',
    choices: ['slim'],
  });
  [fatima, henk] = [await find('77'), await find('Henk')] as [string, string];
});
afterAll(() => api.close());

const get = async (path: string) => (await api.send('GET', path)).body as Record<string, unknown>;
async function find(search: string): Promise<string> {
  const { data } = (await get(`/customers?search=${search}`)) as { data: { id: string }[] };
  return data[0]?.id ?? '';
}

test('a customer is found by number, and shows identities, orders and what was kept', async () => {
  await api.send('POST', `/customers/${fatima}/notes`, { body: { text: 'Liever mail' } });
  await api.send('PUT', `/customers/${fatima}/attributes/meter`, { body: { value: 'slim' } });
  const task = await api.send('POST', `/customers/${fatima}/follow-ups`, {
    body: { text: 'Bellen', dueOn: '2026-12-01' },
  });
  const { id } = task.body as { id: string };
  expect((await api.send('PUT', `/follow-ups/${id}/completion`, { body: { done: true } })).status).toBe(200);
  // Nothing is going on with her, so a program says why, as a colleague does.
  for (const path of ['', '/orders', '/relationship', '/records', '/permissions'])
    expect(await api.send('GET', `/customers/${fatima}${path}`), path).toMatchObject({
      status: 409,
      body: { code: 'conflict.reason-needed' },
    });
  for (const query of ['reason=zomaar', 'reason=other', 'reden=called'])
    expect((await api.send('GET', `/customers/${fatima}?${query}`)).status, query).toBe(422);
  expect(await get(`/customers/${fatima}?reason=order`)).toMatchObject({
    name: 'Fatima El Amrani',
    relation: 'customer',
    identities: [{ network: 'mail', handle: 'fatima@x.example', proof: 'claimed' }],
    attributes: [{ key: 'meter', value: 'slim' }],
    notes: [{ text: 'Liever mail' }],
    followUps: [{ text: 'Bellen', dueOn: '2026-12-01' }],
  });
  expect(await get(`/customers/${fatima}/orders`)).toMatchObject({
    orders: [{ number: 'B7', totalMinor: 14_900 }],
  });
});

test('the relationship index is given for improving only, and stands in the ledger', async () => {
  const path = `/customers/${fatima}/relationship`;
  expect(await api.send('GET', path)).toMatchObject({ status: 404, body: { code: 'not-found.person' } });
  const { context } = api.database;
  const used = await transact(context, 'improve', async (ctx) => {
    const { id } = await ctx.database
      .selectFrom('person')
      .select('id')
      .where('public_id', '=', fatima)
      .executeTakeFirstOrThrow();
    await decide(ctx, id, { purpose: 'improve', act: 'give', strength: 4 });
    return async () =>
      transact(context, 'security', (ctx) =>
        ctx.database
          .selectFrom('data_use')
          .select('activity')
          .where('person_id', '=', id)
          .where('purpose', '=', 'improve')
          .execute(),
      );
  });
  expect(await api.send('GET', path)).toMatchObject({
    status: 200,
    body: { id: fatima, parts: { contact: 0, permissions: 10, recommendation: null } },
  });
  expect(await used()).toEqual([{ activity: 'relationship.computed' }]);
});

test('a note sent twice under one key is written once', async () => {
  const again = () =>
    api.send('POST', `/customers/${henk}/notes`, {
      body: { text: 'x' },
      headers: { 'idempotency-key': 'note-1' },
    });
  const [first, second] = [await again(), await again()];
  expect(second.body).toEqual(first.body);
  expect(second.headers.get('idempotent-replay')).toBe('true');
  expect((await get(`/customers/${henk}?reason=called`)).notes).toHaveLength(1);
});

test.each([
  ['/notes', 'POST', { text: '   ' }],
  ['/notes', 'POST', { text: 'x'.repeat(10_001) }],
  ['/follow-ups', 'POST', { text: 'x', dueOn: 'morgen' }],
  ['/attributes/meter', 'PUT', { value: 'draaischijf' }],
  ['/merges', 'POST', { other: '' }],
])('what does not fit is refused: %s', async (path, method, body) => {
  expect((await api.send(method, `/customers/${henk}${path}`, { body })).status).toBe(422);
});

test('merging gives one person under both numbers, and parting two again', async () => {
  const merged = await api.send('POST', `/customers/${henk}/merges`, {
    body: { other: fatima, evidence: 'zelfde huis' },
  });
  expect(merged.status).toBe(200);
  const shown = (merged.body as { id: string }).id;
  expect([(await get(`/customers/${henk}`)).id, (await get(`/customers/${fatima}`)).id]).toEqual([
    shown,
    shown,
  ]);
  expect((await api.send('PUT', '/merges/al_nothing/undoing', { body: {} })).status).toBe(404);
});

test('somebody who had their data restricted is not found', async () => {
  const { context } = api.database;
  const found = await context.database.selectFrom('customer_record').selectAll().execute();
  expect(found).toEqual([]);
  await transact(context, 'service', async (ctx) => {
    const { id } = await ctx.database
      .selectFrom('person')
      .select('id')
      .where('public_id', '=', henk)
      .executeTakeFirstOrThrow();
    await decide(ctx, id, { purpose: 'service', act: 'restrict', strength: 0 });
  });
  expect((await api.send('GET', `/customers/${henk}`)).status).toBe(404);
  expect((await get('/customers?search=Henk')).data).toEqual([]);
});
