import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fromFatima, type ServedApi, serveApi } from './fixtures/serving.ts';

let api: ServedApi;
beforeAll(async () => {
  api = await serveApi();
});
afterAll(() => api.close());

const remove = (externalId: string, of: Record<string, string> = {}) => {
  const query = new URLSearchParams({ channel: 'Forum', account: 'community', externalId, ...of });
  return api.send('DELETE', `/messages?${query}`);
};

async function textsOf(conversation: string) {
  const { body } = await api.send('GET', `/conversations/${conversation}/messages`);
  return (body as { data: { kind: string; text: string }[] }).data.map(({ kind, text }) => [kind, text]);
}

describe('a message that its author took back', () => {
  test('loses its words at once, keeps our answer, and a late copy brings nothing back', async () => {
    const { id, conversation } = await api.hear({ externalId: 'taken/back?' });
    await api.send('POST', `/conversations/${conversation}/messages`, {
      body: { kind: 'note', text: 'Wij bellen Fatima.' },
    });
    const answer = await remove('taken/back?');
    expect(answer).toMatchObject({ status: 200, body: { id, removed: true } });
    const late = await api.send('POST', '/messages', {
      body: { ...fromFatima, externalId: 'taken/back?', author: { id: 'fatima1' } },
    });
    expect(late).toMatchObject({ status: 200, body: { id, duplicate: true } });
    expect(await textsOf(conversation)).toEqual([
      ['in', ''],
      ['note', 'Wij bellen Fatima.'],
    ]);
    const list = await api.send('GET', `/conversations/${conversation}`);
    expect(JSON.stringify(list.body)).not.toContain('eindafrekening');
  });

  test('told twice, or by eight at once, goes once', async () => {
    const { id } = await api.hear({ externalId: 'eight-times' });
    const answers = await Promise.all(Array.from({ length: 8 }, () => remove('eight-times')));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(answers.filter(({ body }) => (body as { removed: boolean }).removed)).toHaveLength(1);
    expect(await remove('eight-times')).toMatchObject({ body: { id, removed: false } });
  });

  test('while a copy of it comes in at the same moment, is gone in the end', async () => {
    for (let round = 0; round < 5; round += 1) {
      const externalId = `race-${round}`;
      const { conversation } = await api.hear({ externalId });
      await Promise.all([
        remove(externalId),
        api.send('POST', '/messages', { body: { ...fromFatima, externalId } }),
      ]);
      expect(await textsOf(conversation)).toEqual([['in', '']]);
    }
  });

  test.each([
    ['that was never heard', 'nothing', {}],
    ['of an account that is not ours', 'taken/back?', { account: 'nowhere' }],
    ['of another network', 'taken/back?', { channel: 'mail' }],
  ])('%s is not there, and nothing is registered for it', async (_, externalId, of) => {
    expect(await remove(externalId, of)).toMatchObject({ status: 404, body: { code: 'not-found.message' } });
    const { rows } = await sql<{ n: string }>`select count(*) as n from channel_account`.execute(
      api.database.context.database,
    );
    expect(rows[0]?.n).toBe('1');
  });

  test('is named by all three; what is missing or unknown is said', async () => {
    const none = await api.send('DELETE', '/messages?channel=forum');
    expect(none).toMatchObject({ status: 422, body: { code: 'invalid.query' } });
    const paths = (none.body as { fields: { path: string }[] }).fields.map(({ path }) => path);
    expect(paths.sort()).toEqual(['account', 'externalId']);
    expect((await remove('x', { all: 'true' })).status).toBe(422);
  });
});
