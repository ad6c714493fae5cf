import { describe, expect, test } from 'vitest';
import { keepsTheContract } from '../fixtures/contract.ts';
import { handingIn } from '../fixtures/handing-in.ts';
import {
  type AskedThere,
  networkDouble,
  openingAt,
  outgoingTo,
  purse,
  type ToldThere,
} from '../fixtures/network-double.ts';
import { openX } from './connector.ts';
import { pushedByX } from './judging.ts';
import { readActivity } from './reading.ts';

const settings = { username: 'waterkracht', userId: '99', way: 'poll', budget: 50, clientId: 'een-client' };
const secrets = {
  clientSecret: 'een-geheim',
  refreshToken: 'een-refresh-token',
  consumerSecret: 'een-consumer-secret',
};

/** X as version 2 shows it, which gives numbers that grow. */
function network() {
  const mentions: { id: string; text: string; author_id: string; created_at: string }[] = [];
  const own: { id: string; text: string; created_at: string; referenced_tweets: object[] }[] = [];
  let id = 1_900_000_000_000_000_000n;
  let next: ToldThere | undefined;
  const number = () => {
    id += 1n;
    return String(id);
  };
  const answer = ({ method, path, query, body, headers }: AskedThere): ToldThere => {
    if (path === '/2/oauth2/token')
      return { json: { access_token: 'toegang', expires_in: 7200, refresh_token: 'een-volgend-token' } };
    if (headers.authorization !== 'Bearer toegang') return { status: 401 };
    if (next) {
      const told = next;
      next = undefined;
      return told;
    }
    if (path === '/2/users/me') return { json: { data: { id: '99', username: 'waterkracht' } } };
    if (path === '/2/users/99/tweets') return { json: { data: own, meta: { result_count: own.length } } };
    if (method === 'POST') {
      const { text, reply } = body as { text: string; reply?: { in_reply_to_tweet_id: string } };
      const referenced_tweets = reply ? [{ type: 'replied_to', id: reply.in_reply_to_tweet_id }] : [];
      own.push({ id: number(), text, created_at: new Date().toISOString(), referenced_tweets });
      return { status: 201, json: { data: { id: own.at(-1)?.id, text } } };
    }
    const since = BigInt(query.get('since_id') ?? 0);
    const data = mentions
      .filter((one) => BigInt(one.id) > since)
      .toReversed()
      .slice(0, Number(query.get('max_results')));
    const users = data.length > 0 ? [{ id: '7', name: 'Fatima', username: 'fatima' }] : [];
    return {
      json: { data, includes: { users }, meta: { newest_id: data[0]?.id, result_count: data.length } },
    };
  };
  const say = (text: string) => {
    mentions.push({ id: number(), text, author_id: '7', created_at: new Date().toISOString() });
    return mentions.at(-1)?.id ?? '';
  };
  return { answer, mentions, own, say, failNext: (told: ToldThere) => (next = told) };
}

async function opened(more: object = {}) {
  const double = network();
  const there = await networkDouble(double.answer);
  const spending = purse();
  const opening = openingAt(there.host, { settings: { ...settings, ...more }, secrets, spending });
  return {
    double,
    there,
    spending,
    opening,
    connection: openX(opening, { origin: there.origin, pause: 50 }),
  };
}

keepsTheContract('x', async () => {
  const { double, there, connection } = await opened();
  return {
    connection,
    say: async (text) => double.say(`@waterkracht ${text}`),
    seen: async () => double.own.map(({ text }) => text),
    close: there.close,
  };
});

describe('what X hands in', () => {
  const pushed = pushedByX(secrets.consumerSecret);
  // Made by openssl, not by our code.
  test('is signed in base64 over the bytes, and asks hourly whether we know the secret', () => {
    const body = '{"for_user_id":"99","tweet_create_events":[]}';
    const judge = (given: string, signature: string, by = pushed) =>
      by.judge({
        headers: { 'x-twitter-webhooks-signature': signature },
        query: new URLSearchParams(),
        body: Buffer.from(given),
        now: 0,
      }).kind;
    const right = 'sha256=v97eYixFxisGd1P5urbOtqE4mjhenKgng1S9Al7IiuM=';
    expect(judge(body, right)).toBe('taken');
    expect(judge(`${body} `, right)).toBe('forged');
    expect(judge(body, right.toLowerCase())).toBe('forged');
    expect(judge(body, right, pushedByX(''))).toBe('forged');
    const crc = pushed.greet?.(new URLSearchParams({ crc_token: 'ch_crc_9f8e7d' }), 0);
    expect(crc).toEqual({
      ...{ status: 200, type: 'application/json' },
      body: '{"response_token":"sha256=yPa530zJWFE8Wsqzyuw9wGLefeIpgnk6oHlrf3hpyn0="}',
    });
    expect(pushed.greet?.(new URLSearchParams(), 0)).toBeUndefined();
    expect(pushedByX('').greet?.(new URLSearchParams({ crc_token: 'x' }), 0)).toBeUndefined();
  });

  test('is posts of others and what their writers took away', () => {
    const post = (id: string, user: string, more: object = {}) => ({
      ...{ id_str: id, text: 'Hoi &amp; dag', created_at: 'Mon Nov 24 10:00:00 +0000 2025' },
      ...{
        user: { id_str: user, name: 'Fatima', screen_name: 'fatima' },
        in_reply_to_status_id_str: null,
        ...more,
      },
    });
    const body = JSON.stringify({
      for_user_id: '99',
      tweet_create_events: [post('1', '7'), post('2', '99'), post('3', '7', { retweeted_status: {} })],
      tweet_delete_events: [{ status: { id: '1', user_id: '7' }, timestamp_ms: '1764000000000' }],
    });
    const happened = readActivity(Buffer.from(body), '99', '');
    expect(happened).toEqual([
      {
        kind: 'said',
        heard: expect.objectContaining({
          externalId: '1',
          text: 'Hoi & dag',
          sentAt: '2025-11-24T10:00:00.000Z',
        }),
      },
      { kind: 'removed', externalId: '1', at: '2025-11-24T16:00:00.000Z' },
    ]);
    expect(() => readActivity(Buffer.from('{"for_user_id":"1"}'), '99', '')).toThrow('other-object');
  });

  test('comes by push when the account says so', async () => {
    const { deliveries, handIn } = handingIn(
      () => ({ ...pushed, judge: () => ({ kind: 'taken', key: 'a' }) }),
      Date.now,
    );
    const { opening, there } = await opened();
    const connection = openX(
      { ...opening, settings: { ...settings, way: 'webhook' }, deliveries },
      { origin: there.origin },
    );
    handIn(
      '{"for_user_id":"99","tweet_delete_events":[{"status":{"id":"5"},"timestamp_ms":"1764000000000"}]}',
      {},
    );
    expect((await connection.receive(null)).happened).toMatchObject([{ kind: 'removed', externalId: '5' }]);
    await there.close();
  });
});

describe('what X costs', () => {
  test('is counted by the post, its writer, and what we write; much more with a link', async () => {
    const { double, there, spending, connection } = await opened();
    const { cursor } = await connection.receive(null);
    expect(spending.spent).toBe(0);
    double.say('een');
    double.say('twee');
    await connection.receive(cursor);
    expect(spending.spent).toBe(2 * 5 + 10);
    await connection.send(outgoingTo('1'));
    expect(spending.spent).toBe(20 + 15);
    await connection.send(outgoingTo('1', {}, 'Zie https://waterkracht.example'));
    expect(spending.spent).toBe(35 + 200);
    await there.close();
  });

  test('stops when the budget is used up, before anything is asked', async () => {
    const { double, there, spending, connection } = await opened({ budget: 1 });
    const { cursor } = await connection.receive(null);
    spending.spent = 990;
    there.asked.length = 0;
    await expect(connection.receive(cursor)).rejects.toMatchObject({ name: 'Outage', message: 'budget' });
    expect(await connection.send(outgoingTo('1'))).toMatchObject({
      kind: 'later',
      reason: 'budget',
      account: true,
    });
    expect(await connection.find(outgoingTo('1'))).toEqual({ kind: 'unsure' });
    expect(there.asked).toEqual([]);
    expect(double.own).toEqual([]);
    await there.close();
  });
});

describe('an answer on X', () => {
  test.each([
    [
      { status: 429, headers: { 'x-rate-limit-reset': String(Math.floor(Date.now() / 1000) + 300) } },
      { kind: 'later', reason: 'busy', account: true },
    ],
    [
      { status: 402, json: { title: 'CreditsDepleted' } },
      { kind: 'later', after: 900 },
    ],
    [
      { status: 403, json: { detail: 'You are not allowed to create a Tweet with duplicate content.' } },
      { kind: 'refused' },
    ],
    [{ status: 503 }, { kind: 'unknown' }],
  ])('ends by what X says: %o', async (told, outcome) => {
    const { double, there, connection } = await opened();
    await connection.check();
    double.failNext(told);
    expect(await connection.send(outgoingTo('1'))).toMatchObject(outcome);
    await there.close();
  });

  test('is found under what it answers, and its key is turned and kept', async () => {
    const { there, opening, connection } = await opened();
    const outgoing = outgoingTo('1');
    expect(await connection.find(outgoing)).toEqual({ kind: 'absent' });
    const sent = await connection.send(outgoing);
    expect(await connection.find(outgoing)).toMatchObject({
      kind: 'there',
      externalId: (sent as { externalId: string }).externalId,
    });
    expect(await connection.find(outgoingTo('2'))).toEqual({ kind: 'absent' });
    expect(opening.kept).toMatchObject([{ accessToken: 'toegang', refreshToken: 'een-volgend-token' }]);
    await there.close();
  });
});
