import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectChannel, noteTrial } from '../../listening/connecting/connection.ts';
import { type ServedApi, serveApi } from '../fixtures/serving.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

test('a program sees how channels are, pauses one and lets it go on, and never sees a password', async () => {
  const ctx = api.database.context;
  const given = { channel: 'x', name: '@waterkracht', connector: 'x', settings: {} };
  const id = await connectChannel(ctx, { ...given, secrets: { refreshToken: 'geheim' } });
  const key = await api.keyWith(['channels:write']);
  const ask = (path: string) => api.send('GET', path, { key });
  const turn = (state: string) => api.send('PUT', `/channels/${id}/state`, { key, body: { state } });
  expect((await turn('on')).status).toBe(409);
  await noteTrial(ctx, id, { trial: { state: 'good', as: '@waterkracht' } });
  expect((await turn('on')).body).toMatchObject({ id, kind: 'x', state: 'on', tried: true, untried: true });
  expect((await turn('paused')).body).toMatchObject({
    state: 'paused',
    receiving: null,
    sending: { failures: 0 },
  });
  expect((await turn('ended')).status).toBe(422);
  const { body } = await ask('/channels');
  expect(body).toMatchObject({ data: [{ id, name: '@waterkracht' }] });
  expect(JSON.stringify(body)).not.toContain('geheim');
  expect((await ask('/channels/cc_nobody')).status).toBe(404);
});
