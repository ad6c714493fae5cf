import { afterAll, beforeAll, expect, test } from 'vitest';
import { departmentNamed } from '../../organisation/departments.ts';
import { makeQueue } from '../../organisation/queueing/queue-keeping.ts';
import { type ServedApi, serveApi } from '../fixtures/serving.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
  await makeQueue(api.database.context, 'Storingen');
  await departmentNamed(api.database.context, 'Facturatie');
});
afterAll(() => api.close());

test('a conversation is brought into another queue with a reason, once', async () => {
  expect((await api.send('GET', '/queues')).body).toMatchObject({
    data: [{ key: 'general' }, { key: 'storingen' }],
  });
  const { conversation } = await api.hear();
  const path = `/conversations/${conversation}/queue`;
  const moved = await api.send('PUT', path, { body: { queue: 'storingen', reason: 'Geen stroom.' } });
  expect(moved.status).toBe(200);
  expect((await api.send('GET', `/conversations/${conversation}`)).body).toMatchObject({
    queue: 'Storingen',
  });
  expect((await api.send('PUT', path, { body: { queue: 'nergens', reason: 'x' } })).status).toBe(404);
  expect((await api.send('PUT', path, { body: { queue: 'general', reason: '  ' } })).status).toBe(422);
});

test('another department is asked, and what was asked is listed', async () => {
  const { conversation } = await api.hear();
  const path = `/conversations/${conversation}/hand-overs`;
  const body = { department: 'facturatie', question: 'Klopt dit bedrag?' };
  expect((await api.send('POST', path, { body })).status).toBe(200);
  expect((await api.send('POST', path, { body })).status).toBe(409);
  expect((await api.send('GET', path)).body).toMatchObject({
    data: [
      { department: 'Facturatie', outcome: null, lines: [{ kind: 'question', text: 'Klopt dit bedrag?' }] },
    ],
  });
});
