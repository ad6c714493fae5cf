import { describe, expect, test } from 'vitest';
import { systemClock } from '../../platform/clock.ts';
import { keepsTheContract } from '../fixtures/contract.ts';
import { handingIn } from '../fixtures/handing-in.ts';
import {
  type AskedThere,
  networkDouble,
  openingAt,
  outgoingTo,
  type ToldThere,
} from '../fixtures/network-double.ts';
import { pushedByMeta } from '../meta/judging.ts';
import { signatureOf } from '../pushed.ts';
import { openFacebook } from './connector.ts';
import { openMessenger } from './messenger-connector.ts';
import { readFeed } from './reading.ts';

const pageId = '1067280970047460';
const settings = { name: 'Waterkracht', pageId, appId: '99887766' };
const appSecret = 'een-app-geheim-van-de-test';
const secrets = { appSecret, token: 'EAAB-een-token-van-de-test', verifyToken: 'dijken-en-dammen' };

const scopes = [
  ...['pages_read_engagement', 'pages_read_user_content', 'pages_manage_engagement', 'pages_manage_metadata'],
  'pages_messaging',
];

/** A page as the Graph API shows it. */
function page() {
  const comments: {
    id: string;
    parent: string;
    message: string;
    from: { id: string };
    created_time: string;
  }[] = [];
  const sent: { id: string; message: string; from: { id: string }; created_time: string }[] = [];
  const proof = signatureOf(appSecret, [secrets.token], 'hex');
  let next: ToldThere | undefined;
  const answer = ({ method, path, query, body, headers }: AskedThere): ToldThere => {
    const where = path.replace('/v24.0', '');
    if (where === '/debug_token')
      return {
        json: { data: { is_valid: true, expires_at: 0, data_access_expires_at: 1_800_000_000, scopes } },
      };
    if (headers.authorization !== `Bearer ${secrets.token}` || query.get('appsecret_proof') !== proof)
      return { status: 400, json: { error: { code: 190, message: 'no' } } };
    if (next && method === 'POST') {
      const told = next;
      next = undefined;
      return told;
    }
    if (where === `/${pageId}`) return { json: { id: pageId, name: 'Waterkracht' } };
    if (where === `/${pageId}/conversations` && query.get('after') !== 'c_1' && busy.length > 0)
      return { json: { data: busy, paging: { cursors: { after: 'c_1' }, next: 'https://graph.example/' } } };
    if (where === `/${pageId}/conversations`)
      return { json: { data: [{ id: 't_1', messages: { data: [...sent, ...said] } }] } };
    if (where === `/${pageId}/messages`) {
      const { message } = body as { message: { text: string } };
      sent.push({ ...ofPage(), id: `m_ours_${sent.length}`, message: message.text });
      return { json: { recipient_id: '1', message_id: sent.at(-1)?.id } };
    }
    const parent = where.slice(1).replace('/comments', '');
    if (method === 'GET') return { json: { data: comments.filter((one) => one.parent === parent) } };
    comments.push({
      ...ofPage(),
      id: `${parent}_9${comments.length}`,
      parent,
      message: (body as { message: string }).message,
    });
    return { json: { id: comments.at(-1)?.id } };
  };
  const ofPage = () => ({ from: { id: pageId }, created_time: new Date().toISOString() });
  const said: { id: string; message: string; from: { id: string; name: string }; created_time: string }[] =
    [];
  /** Conversations that changed later than hers, and fill a page. */
  const busy: { id: string; updated_time: string; messages: { data: [] } }[] = [];
  return { answer, comments, sent, said, busy, failNext: (told: ToldThere) => (next = told) };
}

const comment = (n: number, message: string, more: object = {}) => ({
  ...{
    from: { id: '24680', name: 'Fatima' },
    item: 'comment',
    comment_id: `${pageId}_1_${n}`,
    post_id: `${pageId}_1`,
  },
  ...{ parent_id: `${pageId}_1`, verb: 'add', created_time: Math.floor(Date.now() / 1000), message, ...more },
});
const bodyOf = (value: object, field = 'feed') =>
  JSON.stringify({ object: 'page', entry: [{ id: pageId, time: 1, changes: [{ field, value }] }] });
const signed = (body: string) => ({
  'x-hub-signature-256': `sha256=${signatureOf(appSecret, [body], 'hex')}`,
});

keepsTheContract('facebook', async () => {
  const double = page();
  const there = await networkDouble(double.answer);
  const { deliveries, handIn } = handingIn(() => pushedByMeta(secrets), Date.now);
  let count = 0;
  return {
    connection: openFacebook(openingAt(there.host, { settings, secrets, deliveries }), {
      origin: there.origin,
      pause: 100,
    }),
    say: async (text) => {
      count += 1;
      const body = bodyOf(comment(count, text));
      expect(handIn(body, signed(body))).toBe(200);
      return `${pageId}_1_${count}`;
    },
    seen: async () => double.comments.map(({ message }) => message),
    close: there.close,
  };
});

keepsTheContract('messenger', async () => {
  const double = page();
  const there = await networkDouble(double.answer);
  return {
    connection: openMessenger(openingAt(there.host, { settings, secrets }), {
      origin: there.origin,
      pause: 100,
    }),
    say: async (message) => {
      const id = `m_${double.said.length}`;
      double.said.push({
        id,
        message,
        from: { id: '24680', name: 'Fatima' },
        created_time: new Date().toISOString(),
      });
      return id;
    },
    seen: async () => double.sent.map(({ message }) => message),
    close: there.close,
  };
});

describe('what Meta hands in', () => {
  const judge = (body: string | Uint8Array, signature: string) =>
    pushedByMeta(secrets).judge({
      ...{ headers: { 'x-hub-signature-256': signature }, query: new URLSearchParams() },
      ...{ body: Buffer.from(body), now: 0 },
    }).kind;
  // Signed by @octokit/webhooks-methods 6.0.0, with the words escaped as Meta does.
  const body = String.raw`{"object":"page","entry":[{"id":"1067280970047460","time":1764000000,"changes":[{"field":"feed","value":{"from":{"id":"24680","name":"Fatima"},"item":"comment","comment_id":"1067280970047460_1_77","post_id":"1067280970047460_1","parent_id":"1067280970047460_1","verb":"add","created_time":1764000000,"message":"Storing in caf\u00e9 \ud83c\udf0a?"}}]}]}`;
  const signature = 'sha256=a560eeaa460e95ea1e81df44ca8bf3c32e733e3e6806599b07fe8c48af7ae19f';

  test('is signed as others sign it, over these bytes and no others', () => {
    expect(judge(body, signature)).toBe('taken');
    expect(judge(JSON.stringify(JSON.parse(body)), signature)).toBe('forged');
    expect(judge(`${body} `, signature)).toBe('forged');
    expect(judge(body, '')).toBe('forged');
    expect(judge(body, signature.slice(7))).toBe('forged');
    expect(readFeed(Buffer.from(body), pageId, '')[0]).toMatchObject({
      heard: {
        text: 'Storing in café 🌊?',
        author: '24680',
        authorName: 'Fatima',
        sentAt: '2025-11-24T16:00:00.000Z',
      },
    });
  });

  test('is answered with what it asked, to who knows the code alone', () => {
    const greet = (query: Record<string, string>) =>
      pushedByMeta(secrets).greet?.(new URLSearchParams(query), 0);
    const asked = {
      'hub.mode': 'subscribe',
      'hub.verify_token': secrets.verifyToken,
      'hub.challenge': '1158201444',
    };
    expect(greet(asked)).toEqual({ status: 200, type: 'text/plain', body: '1158201444' });
    expect(greet({ ...asked, 'hub.verify_token': 'geraden' })).toBeUndefined();
    expect(greet({ ...asked, 'hub.challenge': '<script>' })).toBeUndefined();
    expect(greet({})).toBeUndefined();
  });

  test('tells of changes and of what is taken back, and not of ourselves or of another page', () => {
    const read = (value: object, field?: string) =>
      readFeed(Buffer.from(bodyOf(value, field)), pageId, '2026-11-24T10:00:00.000Z');
    expect(read(comment(1, 'Anders', { verb: 'edited' }))).toEqual([
      { kind: 'edited', externalId: `${pageId}_1_1`, text: 'Anders', at: '2026-11-24T10:00:00.000Z' },
    ]);
    expect(read(comment(1, '', { verb: 'remove' }))[0]?.kind).toBe('removed');
    expect(read(comment(1, 'Van ons', { from: { id: pageId } }))).toEqual([]);
    expect(read({ item: 'reaction', verb: 'add', post_id: '1' })).toEqual([]);
    expect(read(comment(2, 'Daaronder', { parent_id: `${pageId}_1_1` }))[0]).toMatchObject({
      heard: { replyTo: `${pageId}_1_1`, thread: null },
    });
    const post = {
      item: 'post',
      post_id: '5_1',
      from: { id: '5' },
      verb: 'add',
      message: '@Waterkracht hallo',
    };
    expect(read(post, 'mention')[0]).toMatchObject({ heard: { externalId: '5_1', thread: '5_1' } });
    const other = Buffer.from(JSON.stringify({ object: 'page', entry: [{ id: '42', changes: [] }] }));
    expect(readFeed(other, pageId, '')).toEqual([]);
    expect(() => readFeed(Buffer.from('{"object":"user"}'), pageId, '')).toThrow('other-object');
  });
});

describe('an answer on a page', () => {
  async function opened() {
    const double = page();
    const there = await networkDouble(double.answer);
    const opening = openingAt(there.host, { settings, secrets });
    return {
      double,
      there,
      facebook: openFacebook(opening, { origin: there.origin, pause: 100 }),
      messenger: openMessenger(opening, { origin: there.origin, pause: 100 }),
    };
  }

  test('that broke after it was done is found, and one that never came is absent', async () => {
    const { double, there, facebook } = await opened();
    const outgoing = outgoingTo(`${pageId}_1_1`);
    expect(await facebook.find(outgoing)).toEqual({ kind: 'absent' });
    await facebook.send(outgoing);
    expect(await facebook.find(outgoing)).toEqual({ kind: 'there', externalId: double.comments[0]?.id });
    await there.close();
    expect(await facebook.find(outgoing)).toEqual({ kind: 'unsure' });
  });

  test.each([
    [
      { code: 190, error_subcode: 463, message: 'expired' },
      { kind: 'later', reason: 'sign-in', account: true },
    ],
    [
      { code: 32, message: 'page rate' },
      { kind: 'later', reason: 'busy', account: true },
    ],
    [
      { code: 368, message: 'blocked' },
      { kind: 'later', reason: 'busy' },
    ],
    [{ code: 200, message: 'permissions' }, { kind: 'refused' }],
    [{ code: 2, message: 'temporarily' }, { kind: 'unknown' }],
    [
      { code: 10, error_subcode: 2018278, message: 'window' },
      { kind: 'refused', answer: 'window-closed' },
    ],
  ])('ends by the code that Meta gives: %o', async (error, outcome) => {
    const { double, there, facebook } = await opened();
    double.failNext({ status: 400, json: { error } });
    expect(await facebook.send(outgoingTo('1'))).toMatchObject(outcome);
    await there.close();
  });

  test('in private are read from every page of what changed, and looked for only where all was shown', async () => {
    const { double, there, messenger } = await opened();
    const { cursor } = await messenger.receive(null);
    const now = new Date().toISOString();
    double.busy.push({ id: 't_9', updated_time: now, messages: { data: [] } });
    double.said.push({ id: 'm_1', message: 'Hallo?', from: { id: '7', name: 'Fatima' }, created_time: now });
    const { happened } = await messenger.receive(cursor);
    expect(happened).toMatchObject([{ heard: { text: 'Hallo?' } }]);
    expect(await messenger.find(outgoingTo('m_1'))).toEqual({ kind: 'unsure' });
    await there.close();
  });

  test('in private goes within a day of the last message, and not after', async () => {
    const { there, messenger } = await opened();
    const now = systemClock.now().epochMilliseconds;
    const at = (hours: number) => ({ at: new Date(now - hours * 3_600_000).toISOString() });
    expect((await messenger.send(outgoingTo('m_1', at(23)))).kind).toBe('sent');
    expect(await messenger.send(outgoingTo('m_1', at(25)))).toEqual({
      kind: 'refused',
      answer: 'window-closed',
    });
    await there.close();
  });

  test('the health says until when the way in holds, and which right is missing', async () => {
    const { there, facebook } = await opened();
    expect(await facebook.check()).toEqual({ as: 'Waterkracht', expiresAt: '2027-01-15T08:00:00.000Z' });
    scopes.shift();
    await expect(facebook.check()).rejects.toMatchObject({
      name: 'Refused',
      message: 'rights: pages_read_engagement',
    });
    scopes.unshift('pages_read_engagement');
    await there.close();
  });
});
