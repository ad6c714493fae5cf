import { describe, expect, test } from 'vitest';
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
import { openInstagram, openInstagramDirect } from './connector.ts';

const accountId = '17841405309211844';
const pageId = '1067280970047460';
const settings = { name: 'waterkracht', accountId, pageId, appId: '99887766' };
const secrets = {
  appSecret: 'een-app-geheim-van-de-test',
  token: 'EAAB-een-token-van-de-test',
  verifyToken: 'dijken-en-dammen',
};
const scopes = [
  ...['instagram_basic', 'instagram_manage_comments', 'pages_show_list', 'pages_read_engagement'],
  ...['instagram_manage_messages', 'pages_manage_metadata'],
];

interface There {
  id: string;
  parent: string;
  text: string;
}

/** A professional account as the Graph API shows it. */
function account() {
  const replies: There[] = [];
  const messages: object[] = [];
  const said: object[] = [];
  const now = () => new Date().toISOString();
  const answer = ({ method, path, query, body }: AskedThere): ToldThere => {
    const where = path.replace('/v24.0', '');
    if (where === '/debug_token')
      return { json: { data: { is_valid: true, expires_at: 1_900_000_000, scopes } } };
    const fields = query.get('fields') ?? '';
    if (where === `/${accountId}` && fields.startsWith('mentioned_comment'))
      return { json: { mentioned_comment: { id: '55', text: '@waterkracht kan dit?', timestamp: now() } } };
    if (where === `/${accountId}` && fields.startsWith('mentioned_media'))
      return {
        json: {
          mentioned_media: { id: '66', caption: 'Bij @waterkracht', username: 'henk', timestamp: now() },
        },
      };
    if (where === `/${accountId}`) return { json: { username: 'waterkracht' } };
    if (where === `/${pageId}/conversations`)
      return { json: { data: [{ id: 'd1', messages: { data: [...messages, ...said] } }] } };
    const text = method === 'POST' ? String((body as { message: unknown }).message) : '';
    if (where === `/${pageId}/messages`) {
      const id = `dm_${messages.length}`;
      const words = (body as { message: { text: string } }).message.text;
      messages.push({ id, message: words, from: { id: accountId }, created_time: now() });
      return { json: { message_id: id } };
    }
    const parent = where.split('/')[1] ?? '';
    if (method === 'GET') {
      const own = replies.filter((one) => one.parent === parent);
      return {
        json: { data: own.map(({ id, text }) => ({ id, text, from: { id: accountId }, timestamp: now() })) },
      };
    }
    replies.push({ id: `r${replies.length}`, parent, text });
    return { json: { id: `r${replies.length - 1}` } };
  };
  return { answer, replies, messages, said };
}

const bodyOf = (field: string, value: object) =>
  JSON.stringify({ object: 'instagram', entry: [{ id: accountId, time: 1, changes: [{ field, value }] }] });
const signed = (body: string) => ({
  'x-hub-signature-256': `sha256=${signatureOf(secrets.appSecret, [body], 'hex')}`,
});

async function opened() {
  const double = account();
  const there = await networkDouble(double.answer);
  const { deliveries, handIn } = handingIn(() => pushedByMeta(secrets), Date.now);
  const opening = openingAt(there.host, { settings, secrets, deliveries });
  const at = { origin: there.origin, pause: 100 };
  return {
    double,
    there,
    handIn,
    public: openInstagram(opening, at),
    direct: openInstagramDirect(opening, at),
  };
}

keepsTheContract('instagram', async () => {
  const { double, there, handIn, public: connection } = await opened();
  let count = 0;
  return {
    connection,
    say: async (text) => {
      count += 1;
      const body = bodyOf('comments', {
        id: `c${count}`,
        text,
        from: { id: '7', username: 'fatima' },
        media: { id: '1' },
      });
      expect(handIn(body, signed(body))).toBe(200);
      return `c${count}`;
    },
    seen: async () => double.replies.map(({ text }) => text),
    close: there.close,
  };
});

keepsTheContract('instagram in private', async () => {
  const { double, there, direct: connection } = await opened();
  return {
    connection,
    say: async (message) => {
      const id = `in_${double.said.length}`;
      double.said.push({
        id,
        message,
        from: { id: '7', username: 'fatima' },
        created_time: new Date().toISOString(),
      });
      return id;
    },
    seen: async () => double.messages.map((one) => (one as { message: string }).message),
    close: there.close,
  };
});

describe('where people name us on Instagram', () => {
  test('the words are asked for, and the answer stands with the mention', async () => {
    const { there, handIn, public: connection } = await opened();
    for (const value of [{ media_id: '1', comment_id: '55' }, { media_id: '66' }, { media_id: '1){id},x' }]) {
      const body = bodyOf('mentions', value);
      handIn(body, signed(body));
    }
    const first = await connection.receive(null);
    const rest = await connection.receive(first.cursor);
    const heard = [...first.happened, ...rest.happened].flatMap((one) =>
      one.kind === 'said' ? [one.heard] : [],
    );
    expect(heard.map(({ externalId, text }) => [externalId, text])).toEqual([
      ['55', '@waterkracht kan dit?'],
      ['66', 'Bij @waterkracht'],
    ]);
    const outgoing = outgoingTo('55', heard[0]?.facts ?? {});
    expect((await connection.send(outgoing)).kind).toBe('sent');
    expect(there.asked.at(-1)).toMatchObject({
      path: `/v24.0/${accountId}/mentions`,
      body: { media_id: '1', comment_id: '55' },
    });
    expect(await connection.find(outgoing)).toEqual({ kind: 'unsure' });
    await there.close();
  });
});
