import { afterAll, beforeAll, expect, test } from 'vitest';
import { hirePeople, type People } from '../../../test/people.ts';
import { makeMacro } from '../../conversations/macros/keeping.ts';
import { doOnce } from '../../conversations/ruling/once.ts';
import { type ServedApi, serveApi } from '../fixtures/serving.ts';

let api: ServedApi;
let people: People;
beforeAll(async () => {
  api = await serveApi();
  people = await hirePeople(api.database.context);
});
afterAll(() => api.close());

const rule = {
  ...{ key: 'r1', name: 'Bezorging', on: 'heard' },
  conditions: [{ field: 'channel', values: ['x'], not: true }],
  acts: [{ kind: 'note', text: 'Kijk bij de bezorger' }],
};
interface Body {
  version: string;
  id: string;
  secret: string;
  text: string;
  data: { id: string; state: string }[];
  looksAt: number;
}
const bodyOf = (answer: { body: unknown }) => answer.body as Body;

test('rules are tried, published as a whole with the version that was seen, and applied once', async () => {
  const { conversation } = await api.hear();
  expect((await api.send('GET', '/rules')).body).toEqual({ version: null, data: [] });
  const tried = await api.send('POST', '/rules/trials', { body: { rules: [rule] } });
  expect(tried.body).toMatchObject({ tried: 1, rules: [{ key: 'r1', holds: 1 }] });
  const made = await api.send('PUT', '/rules', { body: { version: null, rules: [rule] } });
  expect(made.status).toBe(200);
  const stale = await api.send('PUT', '/rules', { body: { version: null, rules: [] } });
  expect(stale.status).toBe(409);
  expect((await api.send('GET', '/rules')).body).toMatchObject({
    version: bodyOf(made).version,
    data: [{ ...rule, joined: 'all', stop: false, active: true, since: null }],
  });
  const wrong = { ...rule, acts: [{ kind: 'queue', queue: 'nergens' }] };
  expect((await api.send('PUT', '/rules', { body: { rules: [wrong] } })).status).toBe(422);
  expect((await api.send('PUT', '/rules', { body: { rules: [{ ...rule, acts: [] }] } })).status).toBe(422);
  const asked = await api.send('POST', '/rules/r1/runs', { body: { conversations: [conversation] } });
  expect(asked.status).toBe(202);
  expect(bodyOf(asked).looksAt).toBe(1);
  await doOnce(api.database.context, bodyOf(asked).id);
  const messages = await api.send('GET', `/conversations/${conversation}/messages`);
  expect(JSON.stringify(messages.body)).toContain('Kijk bij de bezorger');
  expect((await api.send('POST', '/rules/r9/runs', { body: { queue: null } })).status).toBe(404);
});

test('a webhook is made with a secret that is shown once, changed, tested, replayed and taken away', async () => {
  const body = { name: 'CRM', url: 'https://crm.example/polder', types: ['conversation.closed'] };
  expect((await api.send('POST', '/webhooks', { body: { ...body, url: 'https://10.0.0.1/' } })).status).toBe(
    422,
  );
  const made = await api.send('POST', '/webhooks', { body });
  expect(made.status).toBe(201);
  const { id, secret } = bodyOf(made);
  expect(secret).toMatch(/^whsec_/);
  const path = `/webhooks/${id}`;
  const read = await api.send('GET', path);
  expect(read.body).toMatchObject({ ...body, id, disabledAt: null, waiting: 0 });
  expect(JSON.stringify(read.body)).not.toContain(secret);
  const rotated = await api.send('POST', `${path}/secrets`);
  expect(bodyOf(rotated).secret).not.toBe(secret);
  const test = await api.send('POST', `${path}/tests`);
  expect(test.status).toBe(202);
  const deliveries = await api.send('GET', `${path}/deliveries?state=waiting`);
  expect(deliveries.body).toMatchObject({ data: [{ id: bodyOf(test).id, type: 'webhook.test' }] });
  const again = { since: '2026-11-24T00:00:00.000Z', until: '2026-11-25T00:00:00.000Z' };
  expect((await api.send('POST', `${path}/replays`, { body: again })).status).toBe(202);
  expect((await api.send('POST', `${path}/replays`, { body: { delivery: bodyOf(test).id } })).status).toBe(
    202,
  );
  const turned = { since: again.until, until: again.since };
  expect((await api.send('POST', `${path}/replays`, { body: turned })).status).toBe(422);
  const off = await api.send('PUT', path, { body: { ...body, name: 'Ander', on: false } });
  expect(off.body).toMatchObject({ name: 'Ander', disabledWhy: 'colleague' });
  expect((await api.send('POST', `${path}/tests`)).status).toBe(409);
  expect((await api.send('DELETE', path)).status).toBe(200);
  expect((await api.send('GET', path)).status).toBe(404);
  expect((await api.send('GET', `${path}/deliveries`)).status).toBe(404);
});

test('a ready-made text is filled for a conversation, and answers on their way are listed', async () => {
  const { conversation } = await api.hear();
  const macro = await makeMacro(people.ravi.context, {
    ...{ name: 'Ontvangst', scope: 'all', actions: { queue: 'general' } },
    words: { nl: 'Dag {{klant}}, {{organisatie}} kijkt ernaar.' },
  });
  expect((await api.send('GET', '/macros')).body).toMatchObject({ data: [{ id: macro, name: 'Ontvangst' }] });
  const used = await api.send('POST', `/conversations/${conversation}/macro-uses`, {
    body: { macro, acting: true },
  });
  expect(used.status).toBe(201);
  expect(bodyOf(used).text).toContain('kijkt ernaar.');
  const text = bodyOf(used).text.replace('{{klant}}', 'Fatima');
  await api.send('POST', `/conversations/${conversation}/messages`, { body: { kind: 'reply', text } });
  const replies = await api.send('GET', `/conversations/${conversation}/replies`);
  expect(replies.body).toMatchObject({ data: [{ state: 'sent', text, audience: expect.any(String) }] });
  const gone = { body: { macro: 'ma_nobody' } };
  expect((await api.send('POST', `/conversations/${conversation}/macro-uses`, gone)).status).toBe(404);
});
