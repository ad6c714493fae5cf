import { describe, expect, test } from 'vitest';
import type { Happened } from '../connection.ts';
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
import { openWhatsapp } from './connector.ts';
import { type Template, templateIn } from './template.ts';

const [accountId, phoneNumberId] = ['102290129340398', '106540352242922'];
const settings = { name: 'Waterkracht', accountId, phoneNumberId, appId: '99887766' };
const secrets = {
  appSecret: 'een-app-geheim-van-de-test',
  token: 'EAAB-een-token-van-de-test',
  verifyToken: 'dijken-en-dammen',
};

const templates = [
  {
    name: 'storing_verholpen',
    language: 'nl',
    status: 'APPROVED',
    components: [{ type: 'BODY', text: 'Dag {{1}}, de storing in {{2}} is verholpen.' }],
  },
  {
    name: 'met_plaatje',
    language: 'nl',
    status: 'APPROVED',
    components: [
      { type: 'HEADER', format: 'IMAGE' },
      { type: 'BODY', text: 'Plaatje' },
    ],
  },
  { name: 'geweigerd', language: 'nl', status: 'REJECTED', components: [{ type: 'BODY', text: 'Koop nu' }] },
];

function number() {
  const sent: { to: string; type: string; text?: { body: string }; template?: object }[] = [];
  const answer = ({ method, path, body, headers }: AskedThere): ToldThere => {
    const where = path.replace('/v24.0', '');
    const scopes = ['whatsapp_business_messaging', 'whatsapp_business_management'];
    if (where === '/debug_token') return { json: { data: { is_valid: true, expires_at: 0, scopes } } };
    if (where === '/file')
      return { json: headers.authorization === `Bearer ${secrets.token}` ? { plain: true } : {} };
    if (where === '/123456') return { json: { url: `http://${String(headers.host)}/file` } };
    if (where === '/654321') return { json: { url: 'https://evil.example/file' } };
    if (where === `/${accountId}/message_templates`) return { json: { data: templates } };
    if (where === `/${phoneNumberId}` && method === 'GET')
      return { json: { display_phone_number: '+31 6 12345678', verified_name: 'Waterkracht BV' } };
    if (where !== `/${phoneNumberId}/messages`) return { status: 400, json: { error: { code: 100 } } };
    sent.push(body as (typeof sent)[0]);
    return { json: { messages: [{ id: `wamid.OUT${sent.length}` }] } };
  };
  return { answer, sent };
}

const around = (value: object) =>
  JSON.stringify({
    object: 'whatsapp_business_account',
    entry: [
      {
        id: accountId,
        changes: [
          {
            field: 'messages',
            value: { messaging_product: 'whatsapp', metadata: { phone_number_id: phoneNumberId }, ...value },
          },
        ],
      },
    ],
  });
const message = (id: string, more: object) =>
  around({
    contacts: [{ profile: { name: 'Fatima' }, wa_id: '31612345678' }],
    messages: [{ from: '31612345678', id, timestamp: String(Math.floor(Date.now() / 1000)), ...more }],
  });
const signed = (body: string) => ({
  'x-hub-signature-256': `sha256=${signatureOf(secrets.appSecret, [body], 'hex')}`,
});

async function opened() {
  const double = number();
  const there = await networkDouble(double.answer);
  const { deliveries, handIn } = handingIn(() => pushedByMeta(secrets), Date.now);
  const connection = openWhatsapp(openingAt(there.host, { settings, secrets, deliveries }), {
    origin: there.origin,
  });
  const hear = async (...bodies: string[]) => {
    for (const body of bodies) handIn(body, signed(body));
    const happened: Happened[] = [];
    for (let cursor: string | null = null, more = true; more; ) {
      const page = await connection.receive(cursor);
      happened.push(...page.happened);
      ({ cursor, more } = page);
    }
    return happened;
  };
  return { double, there, connection, handIn, hear };
}

keepsTheContract('whatsapp', async () => {
  const { double, there, connection, handIn } = await opened();
  let count = 0;
  return {
    connection,
    say: async (body) => {
      count += 1;
      const whole = message(`wamid.${count}`, { type: 'text', text: { body } });
      expect(handIn(whole, signed(whole))).toBe(200);
      return `wamid.${count}`;
    },
    seen: async () => double.sent.flatMap(({ text }) => (text ? [text.body] : [])),
    close: there.close,
  };
});

describe('the window of a day', () => {
  const hours = (n: number) => ({ at: new Date(Date.now() - n * 3_600_000).toISOString() });

  test('is open for free words, and names the message that it answers', async () => {
    const { double, there, connection } = await opened();
    expect(await connection.send(outgoingTo('wamid.1', hours(23)))).toMatchObject({
      kind: 'sent',
      externalId: 'wamid.OUT1',
    });
    expect(double.sent[0]).toMatchObject({
      type: 'text',
      to: '31612345678',
      context: { message_id: 'wamid.1' },
      biz_opaque_callback_data: 'me_double',
    });
    await there.close();
  });

  test('is shut after it: free words are refused, with the templates that there are', async () => {
    const { double, there, connection } = await opened();
    for (const facts of [hours(25), {}])
      expect(await connection.send(outgoingTo('wamid.1', facts))).toEqual({
        kind: 'refused',
        answer: 'window-closed · storing_verholpen (nl)',
      });
    expect(double.sent).toEqual([]);
    await there.close();
  });

  test('does not count for the words of an approved template', async () => {
    const { double, there, connection } = await opened();
    const text = 'Dag Fatima, de storing in Zwolle en omgeving is verholpen.';
    expect((await connection.send(outgoingTo('wamid.1', hours(90), text))).kind).toBe('sent');
    expect(double.sent[0]).toMatchObject({
      type: 'template',
      template: {
        name: 'storing_verholpen',
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Fatima' },
              { type: 'text', text: 'Zwolle en omgeving' },
            ],
          },
        ],
      },
    });
    await there.close();
  });

  test('a template is known by its words alone', () => {
    const of = (body: string): Template[] => [{ name: 't', language: 'nl', body }];
    const values = (body: string, text: string) =>
      templateIn(of(body), text)?.parameters.map(({ text }) => text);
    expect(values('Dag {{naam}}!', 'Dag Els!')).toEqual(['Els']);
    expect(templateIn(of('Dag {{naam}}!'), 'Dag Els!')?.parameters[0]?.parameter_name).toBe('naam');
    expect(values('Vast', 'Vast')).toEqual([]);
    expect(values('Vast', 'Vast en meer')).toBeUndefined();
    expect(values('Dag {{1}}!', 'Dag !')).toBeUndefined();
    expect(values('{{1}}a{{2}}', 'xay')).toEqual(['x', 'y']);
    expect(values(`${'{{1}}a'.repeat(9)}b`, 'a'.repeat(4000))).toBeUndefined();
  });
});

describe('what WhatsApp hands in', () => {
  test('is read whatever its kind, and a file is fetched where it lies, with the token for them alone', async () => {
    const { there, hear } = await opened();
    const happened = await hear(
      message('1', { type: 'text', text: { body: 'Hoi' }, context: { id: 'wamid.OUT1' } }),
      message('2', {
        type: 'image',
        image: { id: '123456', mime_type: 'image/jpeg', caption: 'Mijn meter' },
      }),
      message('3', {
        type: 'document',
        document: { id: '654321', mime_type: 'application/pdf', filename: 'a.pdf' },
      }),
      message('4', { type: 'interactive', interactive: { button_reply: { id: 'x', title: 'Ja graag' } } }),
      message('5', { type: 'location', location: { latitude: 52.5, longitude: 6.1, name: 'Zwolle' } }),
      message('6', { type: 'reaction', reaction: { emoji: '👍', message_id: '1' } }),
      message('7', { type: 'unsupported', errors: [{ code: 131051 }] }),
    );
    const heard = happened.flatMap((one) => (one.kind === 'said' ? [one.heard] : []));
    expect(heard.map(({ text }) => text)).toEqual([
      'Hoi',
      'Mijn meter',
      'a.pdf',
      'Ja graag',
      'Zwolle\n52.5, 6.1',
    ]);
    expect(heard[0]).toMatchObject({ replyTo: 'wamid.OUT1', author: '31612345678', authorName: 'Fatima' });
    expect(Buffer.from(heard[1]?.attachments?.[0]?.content ?? []).toString()).toBe('{"plain":true}');
    expect(heard[2]?.attachments?.[0]).toMatchObject({ name: 'a.pdf', content: null });
    await there.close();
  });

  test('tells when an answer failed after all, twice and in any order', async () => {
    const { there, hear } = await opened();
    const status = (status: string, more: object = {}) =>
      around({
        statuses: [
          { id: 'wamid.OUT1', status, timestamp: '1764000000', recipient_id: '31612345678', ...more },
        ],
      });
    const failed = status('failed', { errors: [{ code: 131047, title: 'Re-engagement message' }] });
    const happened = await hear(status('delivered'), failed, failed, status('sent'), status('read'));
    expect(happened).toEqual([{ kind: 'returned', externalId: 'wamid.OUT1', why: 'window-closed' }]);
    await there.close();
  });

  test('of another number is nothing of ours', async () => {
    const { there, hear } = await opened();
    const other = JSON.stringify({
      object: 'whatsapp_business_account',
      entry: [
        {
          id: accountId,
          changes: [
            {
              field: 'messages',
              value: {
                metadata: { phone_number_id: '42' },
                messages: [{ id: '1', from: '2', type: 'text', text: { body: 'x' } }],
              },
            },
          ],
        },
      ],
    });
    expect(await hear(other)).toEqual([]);
    await there.close();
  });
});
