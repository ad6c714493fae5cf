import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keyScopes } from '../organisation/authority.ts';
import { fromFatima, type ServedApi, serveApi } from './fixtures/serving.ts';

let api: ServedApi;
let conversation: string;
const keys = new Map<string, string>();
beforeAll(async () => {
  api = await serveApi();
  conversation = (await api.hear()).conversation;
  for (const scope of keyScopes) keys.set(scope, await api.keyWith([scope]));
});
afterAll(() => api.close());

/** Who may what, written out: nobody can widen a scope without changing this table. */
const table = [
  ['GET', '/conversations', undefined, ['conversations:read', 'conversations:write']],
  ['GET', '/conversations/{id}', undefined, ['conversations:read', 'conversations:write']],
  ['GET', '/conversations/{id}/messages', undefined, ['conversations:read', 'conversations:write']],
  ['POST', '/conversations/{id}/messages', { kind: 'note', text: 'x' }, ['conversations:write']],
  ['PUT', '/conversations/{id}/closure', { reason: 'answered' }, ['conversations:write']],
  ['DELETE', '/conversations/{id}/closure', undefined, ['conversations:write']],
  ['PUT', '/conversations/{id}/snooze', {}, ['conversations:write']],
  ['DELETE', '/conversations/{id}/snooze', undefined, ['conversations:write']],
  ['PUT', '/conversations/{id}/priority', {}, ['conversations:write']],
  ['DELETE', '/conversations/{id}/priority', undefined, ['conversations:write']],
  ['GET', '/search', undefined, ['conversations:read', 'conversations:write']],
  ['GET', '/conversations/{id}/participants', undefined, ['conversations:read', 'conversations:write']],
  ['POST', '/conversations/{id}/participants', { employee: 'em_nobody' }, ['conversations:write']],
  ['DELETE', '/conversations/{id}/participants/{employee}', undefined, ['conversations:write']],
  ['GET', '/labels', undefined, ['conversations:read', 'conversations:write']],
  ['POST', '/conversations/{id}/labels', { label: 'lb_nobody' }, ['conversations:write']],
  ['DELETE', '/conversations/{id}/labels/{label}', undefined, ['conversations:write']],
  ['POST', '/conversations/{id}/merge', { into: 'cv_nobody' }, ['conversations:write']],
  ['POST', '/conversations/{id}/split', { messages: ['me_nobody'] }, ['conversations:write']],
  ['DELETE', '/conversation-acts/{act}', undefined, ['conversations:write']],
  ['PUT', '/conversations/{id}/assignment', { employee: 'em_nobody' }, ['conversations:write']],
  ['DELETE', '/conversations/{id}/assignment', undefined, ['conversations:write']],
  ['GET', '/queues', undefined, ['conversations:read', 'conversations:write']],
  ['PUT', '/conversations/{id}/queue', { queue: 'nothing', reason: 'x' }, ['conversations:write']],
  ['GET', '/conversations/{id}/hand-overs', undefined, ['conversations:read', 'conversations:write']],
  ['POST', '/conversations/{id}/hand-overs', { department: 'x', question: 'x' }, ['conversations:write']],
  ['GET', '/journey', undefined, ['journey:read']],
  ['GET', '/journey/weeks', undefined, ['journey:read']],
  ['GET', '/reports', undefined, ['journey:read']],
  ['GET', '/reports/rows', undefined, ['journey:read']],
  ['GET', '/quality', undefined, ['journey:read']],
  ['GET', '/quality/rounds', undefined, ['journey:read']],
  ['GET', '/quality/rounds/{id}', undefined, ['journey:read']],
  ['GET', '/conversations/{id}/notices', undefined, ['conversations:read', 'conversations:write']],
  ['POST', '/conversations/{id}/notices', { employee: 'em_nobody' }, ['conversations:write']],
  ['GET', '/macros', undefined, ['conversations:write']],
  ['POST', '/conversations/{id}/macro-uses', { macro: 'ma_nobody' }, ['conversations:write']],
  ['GET', '/conversations/{id}/replies', undefined, ['conversations:read', 'conversations:write']],
  ['GET', '/rules', undefined, ['organisation:write']],
  ['PUT', '/rules', { rules: [] }, ['organisation:write']],
  ['POST', '/rules/trials', { rules: [] }, ['organisation:write']],
  ['POST', '/rules/{key}/runs', { queue: null }, ['organisation:write']],
  ['GET', '/channels', undefined, ['channels:write']],
  ['GET', '/channels/{id}', undefined, ['channels:write']],
  ['PUT', '/channels/{id}/state', { state: 'paused' }, ['channels:write']],
  ['GET', '/webhooks', undefined, ['organisation:write']],
  ['POST', '/webhooks', { name: 'CRM', url: 'https://crm.example/', types: [] }, ['organisation:write']],
  ['GET', '/webhooks/{id}', undefined, ['organisation:write']],
  ['PUT', '/webhooks/{id}', { name: 'x', url: 'https://crm.example/', types: [] }, ['organisation:write']],
  ['DELETE', '/webhooks/{id}', undefined, ['organisation:write']],
  ['POST', '/webhooks/{id}/secrets', undefined, ['organisation:write']],
  ['POST', '/webhooks/{id}/tests', undefined, ['organisation:write']],
  ['GET', '/webhooks/{id}/deliveries', undefined, ['organisation:write']],
  ['POST', '/webhooks/{id}/replays', { delivery: 'wh_nobody' }, ['organisation:write']],
  ['POST', '/messages', fromFatima, ['messages:write']],
  ['DELETE', '/messages', undefined, ['messages:write']],
  ['PATCH', '/messages', { ...fromFatima, text: 'x' }, ['messages:write']],
  ['GET', '/customers', undefined, ['customers:read', 'customers:write']],
  ['GET', '/customers/{id}', undefined, ['customers:read', 'customers:write']],
  ['GET', '/customers/{id}/orders', undefined, ['customers:read', 'customers:write']],
  ['GET', '/customers/{id}/relationship', undefined, ['customers:read', 'customers:write']],
  ['GET', '/customers/{id}/records', undefined, ['customers:read', 'customers:write']],
  ['PUT', '/customers/{id}/records/{source}/{externalId}', { town: 'Urk' }, ['customers:write']],
  ['GET', '/customers/{id}/permissions', undefined, ['customers:read', 'customers:write']],
  [
    'POST',
    '/customers/{id}/objections',
    { purpose: 'offers', evidence: 'zei het in de winkel' },
    ['customers:write'],
  ],
  ['GET', '/segments', undefined, ['customers:read', 'customers:write']],
  ['GET', '/segments/{id}', undefined, ['customers:read', 'customers:write']],
  ['GET', '/privacy-requests', undefined, ['privacy:write']],
  ['POST', '/privacy-requests', { customer: 'pe_nobody', kind: 'rectify', via: 'letter' }, ['privacy:write']],
  [
    'POST',
    '/customer-rows',
    { kind: 'customers', source: 'crm', rows: [{ id: '1' }] },
    ['customers:exchange'],
  ],
  ['GET', '/customer-rows', undefined, ['customers:exchange']],
  ['POST', '/customers/{id}/notes', { text: 'x' }, ['customers:write']],
  ['POST', '/customers/{id}/follow-ups', { text: 'x', dueOn: '2026-12-01' }, ['customers:write']],
  ['PUT', '/follow-ups/{id}/completion', { done: true }, ['customers:write']],
  ['PUT', '/customers/{id}/attributes/{key}', { value: 'slim' }, ['customers:write']],
  ['POST', '/customers/{id}/merges', { other: 'pe_nobody' }, ['customers:write']],
  ['PUT', '/merges/{id}/undoing', {}, ['customers:write']],
  ['GET', '/pilots', undefined, ['pilots:read', 'pilots:write']],
  ['GET', '/pilots/{id}', undefined, ['pilots:read', 'pilots:write']],
  ['POST', '/pilots/{id}/decisions', { choice: 'keep', why: 'x' }, ['pilots:write']],
] as const;

describe.each(table)('%s %s', (method, path, body, allowed) => {
  const ask = (key: string, id = conversation) =>
    api.send(method, path.replace('{id}', id).replace(/\{(key|source|externalId|label|act)\}/g, 'meter'), {
      key,
      ...(body ? { body } : {}),
    });

  test.each(keyScopes)('with only the scope %s it is allowed or forbidden by the table', async (scope) => {
    const answer = await ask(keys.get(scope) ?? '');
    if ((allowed as readonly string[]).includes(scope)) expect([401, 403]).not.toContain(answer.status);
    else expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden.action' } });
  });

  test('without a key, with a wrong one, or with a revoked one nobody comes in', async () => {
    for (const key of ['', 'pk_0', `${api.key.slice(0, -4)}0000`, await revoked()]) {
      const answer = await ask(key);
      expect(answer).toMatchObject({ status: 401, body: { code: 'sign-in.key' } });
      expect(answer.headers.get('www-authenticate')).toContain('Bearer');
    }
  });

  test('a key without the scope does not learn what exists', async () => {
    const scope = keyScopes.find((one) => !(allowed as readonly string[]).includes(one)) ?? '';
    const there = await ask(keys.get(scope) ?? '');
    const nowhere = await ask(keys.get(scope) ?? '', 'cv_nowhere');
    expect({ ...(nowhere.body as object), requestId: '' }).toEqual({
      ...(there.body as object),
      requestId: '',
    });
  });
});

async function revoked(): Promise<string> {
  const key = await api.keyWith(keyScopes);
  await api.database.context.database
    .updateTable('api_key')
    .set({ revoked_at: new Date('2026-11-24T09:00:00Z') })
    .where('prefix', '=', key.slice(3, 15))
    .execute();
  return key;
}

test('the table names every operation of the document', async () => {
  const { body } = await api.send('GET', '/openapi.json', { key: '' });
  const { paths } = body as { paths: Record<string, Record<string, unknown>> };
  const documented = Object.entries(paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
  );
  expect(documented.sort()).toEqual(table.map(([method, path]) => `${method} ${path}`).sort());
});

test('what there is not is answered as a problem, for whoever has a key', async () => {
  expect(await api.send('GET', '/nowhere')).toMatchObject({
    status: 404,
    body: { code: 'not-found.address' },
  });
  expect((await api.send('GET', '/nowhere', { key: '' })).status).toBe(401);
});
