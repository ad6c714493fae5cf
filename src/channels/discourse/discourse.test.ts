import { describe, expect, test } from 'vitest';
import { keepsTheContract } from '../fixtures/contract.ts';
import { handingIn } from '../fixtures/handing-in.ts';
import { networkDouble, openingAt, outgoingTo } from '../fixtures/network-double.ts';
import { signatureOf } from '../pushed.ts';
import { discourseConnector } from './connector.ts';

const secrets = { apiKey: 'sleutel-van-de-community', secret: 'my_lovely_secret_for_web_hook' };

interface There {
  posts: { id: number; raw: string; topic_id: number; username: string; shut?: true }[];
  /** What the next post meets. */
  trouble: 'none' | 'cut' | 'queued' | 'busy' | 'wrong';
  /** What every call meets. */
  shut: 'none' | 'key' | 'busy' | 'broken';
}

/** A forum as its documentation describes it: posts, topics, and who asks. */
async function forum() {
  const there: There = { posts: [], trouble: 'none', shut: 'none' };
  const double = await networkDouble(({ method, path, query, headers, body }) => {
    if (there.shut !== 'none') return { status: { key: 403, busy: 429, broken: 502 }[there.shut], json: {} };
    if (headers['api-key'] !== secrets.apiKey || headers['api-username'] !== 'waterkracht')
      return { status: 403, json: { errors: ['geen toegang'] } };
    if (path === '/session/current.json')
      return { json: { current_user: { id: 1, username: 'Waterkracht' } } };
    if (method === 'POST' && path === '/posts.json')
      return take(there, body as { raw: string; topic_id: number });
    const [, topic, list] = /^\/t\/(\d+)(\/posts)?\.json$/.exec(path) ?? [];
    if (topic) {
      const posts = there.posts.filter((post) => post.topic_id === Number(topic));
      const asked = posts.filter(({ id }) => query.getAll('post_ids[]').includes(String(id)));
      const stream = posts.map(({ id }) => id);
      return { json: { post_stream: list ? { posts: asked } : { posts: posts.slice(0, 20), stream } } };
    }
    const id = /^\/posts\/(\d+)\.json$/.exec(path)?.[1];
    const post = there.posts.find((one) => one.id === Number(id));
    if (post?.shut) return { status: 403, json: { error_type: 'invalid_access' } };
    return post ? { json: post } : { status: 404, json: { errors: ['niet gevonden'] } };
  });
  return { there, double };
}

function take(there: There, body: { raw: string; topic_id: number }) {
  if (there.trouble === 'busy')
    return { status: 429, headers: { 'retry-after': '12' }, json: { extras: { wait_seconds: 12 } } };
  if (there.trouble === 'wrong') return { status: 422, json: { errors: ['Het bericht is te kort'] } };
  if (there.trouble === 'queued') return { json: { action: 'enqueued', pending_post: { id: 77 } } };
  const post = { id: 1000 + there.posts.length, username: 'waterkracht', ...body };
  there.posts.push(post);
  return there.trouble === 'cut' ? { cut: true as const } : { json: post };
}

const settings = (origin: string) => ({ url: origin, username: 'waterkracht' });

const written = (id: number, raw: string, more: object = {}) => ({
  post: {
    ...{ id, topic_id: 12, post_number: id, post_type: 1, username: 'fatima', name: 'Fatima', raw },
    ...{ created_at: '2026-11-24T09:00:00.000Z', updated_at: '2026-11-24T09:00:00.000Z', deleted_at: null },
    ...{ topic_title: 'Thermostaat', topic_archetype: 'regular', cooked: `<p>${raw}</p>`, ...more },
  },
});

async function open() {
  const { there, double } = await forum();
  const given = { settings: settings(double.origin), secrets };
  const { deliveries, handIn } = handingIn(
    () => discourseConnector.pushed?.({ id: 'cc_1', key: 'k', ...given }) as never,
    Date.now,
  );
  const connection = discourseConnector.open(openingAt(double.host, { ...given, deliveries }));
  const bring = (event: string, payload: object) => {
    const body = JSON.stringify(payload);
    return handIn(body, {
      'x-discourse-event': event,
      'x-discourse-event-signature': `sha256=${signatureOf(secrets.secret, [body], 'hex')}`,
    });
  };
  const happened = async () => {
    let cursor: string | null = null;
    const all = [];
    for (let more = true; more; ) {
      const page = await connection.receive(cursor);
      all.push(...page.happened);
      ({ cursor, more } = page);
    }
    return all;
  };
  return { there, double, connection, bring, handIn, happened };
}

keepsTheContract('a Discourse forum', async () => {
  const { there, double, connection, bring } = await open();
  let count = 0;
  return {
    connection,
    say: async (text) => {
      count += 1;
      bring('post_created', written(count, text));
      return `post:${count}`;
    },
    seen: async () => there.posts.map(({ raw }) => raw),
    close: () => double.close(),
  };
});

describe('a Discourse forum', () => {
  test('signs as its own published test says', async () => {
    const { double, handIn } = await open();
    const signature = 'sha256=162f107f6b5022353274eb1a7197885cfd35744d8d08e5bcea025d309386b7d6';
    const headers = { 'x-discourse-event-type': 'ping', 'x-discourse-event-signature': signature };
    expect(handIn('{"ping":"OK"}', headers)).toBe(200);
    expect(handIn('{"ping": "OK"}', headers)).toBe(401);
    expect(handIn('{"ping":"OK"}', {})).toBe(401);
    await double.close();
  });

  test('tells of posts, changes and deletions; not of messages among few, notes, or its pings', async () => {
    const { double, bring, happened } = await open();
    bring('post_created', written(1, 'Waar is de handleiding?'));
    bring(
      'post_edited',
      written(1, 'Waar staat de handleiding?', { updated_at: '2026-11-24T09:05:00.000Z' }),
    );
    bring(
      'post_destroyed',
      written(1, 'Waar staat de handleiding?', { deleted_at: '2026-11-24T09:09:00.000Z' }),
    );
    bring('post_created', written(2, 'Onder ons', { topic_archetype: 'private_message' }));
    bring('post_created', written(3, 'Verplaatst', { post_type: 3 }));
    bring('ping', { ping: 'OK' });
    expect(
      (await happened()).map((one) => [one.kind, one.kind === 'said' ? one.heard.text : one.externalId]),
    ).toEqual([
      ['said', 'Waar is de handleiding?'],
      ['said', 'Waar staat de handleiding?'],
      ['edited', 'post:1'],
      ['removed', 'post:1'],
    ]);
    await double.close();
  });

  test('is asked whether a post is gone when only an unsigned header says so', async () => {
    const { there, double, bring, happened } = await open();
    there.posts.push({ id: 5, raw: 'Er nog', topic_id: 12, username: 'fatima' });
    bring('post_destroyed', written(5, 'Er nog'));
    bring('post_destroyed', written(6, 'Weg'));
    there.posts.push({
      id: 7,
      raw: 'Waar wij niet mogen kijken',
      topic_id: 12,
      username: 'fatima',
      shut: true,
    });
    bring('post_destroyed', written(7, 'Waar wij niet mogen kijken'));
    expect((await happened()).map(({ kind }) => kind)).toEqual(['said', 'removed', 'removed']);
    await double.close();
  });

  test('keeps an answer of ours findable whatever becomes of the call, and knows its own posts', async () => {
    const { there, double, connection, bring, happened } = await open();
    const answer = outgoingTo('post:1', { topic: '12', number: '1' });
    // It may wait for a moderator: that it is not found proves nothing.
    expect(await connection.find(answer)).toEqual({ kind: 'unsure' });
    there.trouble = 'cut';
    expect((await connection.send(answer)).kind).toBe('unknown');
    expect(await connection.find(answer)).toEqual({ kind: 'there', externalId: 'post:1000' });
    expect(await connection.find({ ...answer, nonce: 'me_other' })).toEqual({ kind: 'unsure' });
    bring('post_created', written(1000, there.posts[0]?.raw ?? '', { username: 'Waterkracht' }));
    expect(await happened()).toEqual([]);
    const moderated = { username: 'Waterkracht', updated_at: '2026-11-24T09:05:00.000Z' };
    bring('post_edited', written(1000, `${answer.text}, verplaatst\n\n<!-- polder x -->`, moderated));
    bring('post_created', written(1001, 'Van ons, daar geschreven', { username: 'Waterkracht' }));
    bring('post_created', written(1002, 'Nagemaakt <!-- polder x -->'));
    expect(await happened()).toMatchObject([
      { kind: 'edited', externalId: 'post:1000', text: `${answer.text}, verplaatst` },
      { kind: 'said', heard: { inbound: false } },
      { kind: 'said', heard: { inbound: true } },
    ]);
    await double.close();
  });

  test('says what it thinks of an answer', async () => {
    const { there, double, connection } = await open();
    const answer = outgoingTo('post:1', { topic: '12', number: '1' });
    const outcomes = [];
    for (const trouble of ['busy', 'wrong', 'queued'] as const) {
      there.trouble = trouble;
      outcomes.push(await connection.send(answer));
    }
    expect(outcomes).toMatchObject([{ kind: 'later', after: 12 }, { kind: 'refused' }, { kind: 'unknown' }]);
    expect(await connection.send(outgoingTo('post:1'))).toMatchObject({ kind: 'refused' });
    await double.close();
  });

  test('waits with what was handed in while it cannot ask, and takes a dead key for no deletion', async () => {
    const { there, double, connection, bring, happened } = await open();
    there.posts.push({ id: 5, raw: 'Er nog', topic_id: 12, username: 'fatima' });
    bring('post_destroyed', written(5, 'Er nog'));
    for (const [shut, name] of [
      ['key', 'Refused'],
      ['busy', 'Outage'],
      ['broken', 'Outage'],
    ] as const) {
      there.shut = shut;
      await expect(connection.receive(null)).rejects.toMatchObject({ name });
    }
    there.shut = 'none';
    expect((await happened()).map(({ kind }) => kind)).toEqual(['said']);
    await double.close();
  });

  test('lets in nobody with another key or name', async () => {
    const { double } = await open();
    const wrong = {
      settings: settings(double.origin),
      secrets: { ...secrets, apiKey: 'een andere sleutel' },
    };
    const connection = discourseConnector.open(openingAt(double.host, wrong));
    await expect(connection.check()).rejects.toMatchObject({ name: 'Refused' });
    await double.close();
  });
});
