import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { hirePeople } from '../test/people.ts';
import { openConnection } from './connecting.ts';
import { answer } from './conversations/answering.ts';
import { deliverAll } from './delivering.ts';
import {
  connectChannel,
  getConnection,
  noteTrial,
  turnConnection,
} from './listening/connecting/connection.ts';
import type { editPosts } from './listening/editing.ts';
import { forgetPosts } from './listening/forgetting.ts';
import { proofBehind, takeProof } from './listening/talking/proving.ts';
import { places } from './places.ts';
import { type Context, transact } from './platform/context.ts';
import { problemOf } from './platform/http/answering.ts';
import { silentLog } from './platform/log.ts';
import { fillTokens } from './platform/mail/token.ts';
import { receiveAll } from './receiving.ts';
import { talking } from './talking.ts';
import { openTalkLive, type TalkLive } from './talking-live.ts';

const site = 'https://www.waterkracht.example';
let polder: TestDatabase;
let els: Context;
let live: TalkLive;
let door: ReturnType<typeof talking>;
let account: string;

beforeAll(async () => {
  polder = await testDatabase();
  els = (await hirePeople(polder.context)).els.context;
  live = openTalkLive(polder.context, polder.appUrl, silentLog);
  door = talking({ context: polder.context, live });
  door.onError(problemOf(silentLog));
  account = await connect('Site');
});
afterAll(async () => {
  await live?.close();
  await polder?.close();
});

async function connect(name: string): Promise<string> {
  const id = await connectChannel(polder.context, {
    ...{ channel: 'site', name, connector: 'site', secrets: {} },
    settings: { name, origins: [site], greeting: '' },
  });
  await noteTrial(polder.context, id, { trial: { state: 'good', as: name } });
  await turnConnection(polder.context, id, 'on');
  return id;
}

interface Ask {
  token?: string | null;
  body?: unknown;
  origin?: string | null;
  method?: string;
  to?: string;
}

async function ask(path: string, { token, body, origin = site, method, to = account }: Ask = {}) {
  return door.request(`/${to}/${path}`, {
    method: method ?? (body === undefined ? 'GET' : 'POST'),
    headers: {
      ...(origin === null ? {} : { origin }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
}

async function say(text: string, token: string | null = null, more: object = {}): Promise<string> {
  const answered = await ask('lines', { token, body: { text, ...more } });
  expect(answered.status).toBe(201);
  return ((await answered.json()) as { token: string }).token;
}

interface State {
  lines: { id: string; direction: string; text: string; files: unknown[] }[];
  guest: { name: string | null; address: string | null; asked: string | null } | null;
  open: boolean;
  opensAt: string | null;
  answerBy: string | null;
  isOn: boolean;
}
const stateOf = async (token: string | null, to = account) =>
  (await (await ask('state', { token, to })).json()) as State;

async function receive(to = account): Promise<void> {
  const connection = await getConnection(polder.context, to);
  const open = await openConnection(polder.context, connection);
  await receiveAll(polder.context, connection, open);
}

async function deliver(): Promise<void> {
  const connection = await getConnection(polder.context, account);
  const open = await openConnection(polder.context, connection);
  await deliverAll(polder.context, { connection, open });
}

const rows = <T>(query: ReturnType<typeof sql<T>>) =>
  transact(polder.context, 'service', async ({ database }) => (await query.execute(database)).rows);

async function conversationWith(text: string): Promise<string> {
  const found = await rows(sql<{ id: string }>`
    select c.public_id as id from conversation c join conversation_item i on i.conversation_id = c.id
    join message m on m.id = i.message_id where m.text = ${text}`);
  return found[0]?.id ?? '';
}

describe('a guest of the site', () => {
  let fatima: string;

  test('asks, is heard as a customer, and sees the answer of a colleague', async () => {
    fatima = await say('Mijn thermostaat doet het niet', null, { name: 'Fatima' });
    expect((await stateOf(fatima)).lines.map(({ text }) => text)).toEqual(['Mijn thermostaat doet het niet']);
    await receive();
    const id = await conversationWith('Mijn thermostaat doet het niet');
    await answer(els, id, { text: 'Donderdag komt er iemand. Els', audience: 'private' });
    await deliver();
    const { lines, guest } = await stateOf(fatima);
    expect(lines.map(({ direction, text }) => [direction, text])).toEqual([
      ['in', 'Mijn thermostaat doet het niet'],
      ['out', 'Donderdag komt er iemand. Els'],
    ]);
    expect(guest?.name).toBe('Fatima');
    const sent = await rows(sql<{ state: string }>`select state from outbound`);
    expect(sent).toEqual([{ state: 'sent' }]);
  });

  test('goes on in the same conversation, and nothing stands there twice', async () => {
    await say('Fijn, hoe laat?', fatima);
    await receive();
    await receive();
    expect(await conversationWith('Fijn, hoe laat?')).toBe(
      await conversationWith('Mijn thermostaat doet het niet'),
    );
    expect((await stateOf(fatima)).lines).toHaveLength(3);
  });

  test('hears at once that there is an answer', async () => {
    const stopping = new AbortController();
    const streamed = await door.request(`/${account}/live`, {
      headers: { authorization: `Bearer ${fatima}`, origin: site },
      signal: stopping.signal,
    });
    const reader = (streamed.body as ReadableStream<Uint8Array>).getReader();
    const id = await conversationWith('Fijn, hoe laat?');
    await answer(els, id, { text: 'Tussen 9 en 11 uur. Els', audience: 'private' });
    await deliver();
    let told = '';
    while (!told.includes('event: changed'))
      told += Buffer.from((await reader.read()).value ?? []).toString();
    expect(told).not.toContain('Tussen');
    stopping.abort();
    await reader.cancel();
  }, 60_000);

  test('says it once and stays one guest, however often a lost answer makes them try again', async () => {
    const key = 'k'.repeat(43);
    const token = 'T'.repeat(43);
    const said = () => say('Is dit twee keer gekomen?', token, { key, name: 'Henk' });
    expect(await Promise.all([said(), said()])).toEqual([token, token]);
    expect(await said()).toBe(token);
    await receive();
    expect((await stateOf(token)).lines).toHaveLength(1);
    expect(
      await rows(sql<object>`select m.id from message m where m.text = 'Is dit twee keer gekomen?'`),
    ).toHaveLength(1);
    // Other words under the same key are another line: a form that a browser kept must swallow nothing.
    await say('En dit is nieuw', token, { key });
    expect((await stateOf(token)).lines.map(({ text }) => text)).toEqual([
      'Is dit twee keer gekomen?',
      'En dit is nieuw',
    ]);
    const odd = await ask('lines', { token, body: { text: 'x', key: 'kort' } });
    expect(odd.status).toBe(422);
  });

  test('may carry what no database keeps in a name', async () => {
    const file = { name: 'me\0ter.png', type: 'image/\0png', content: 'AAAA' };
    const token = await say('Met een nul', null, { name: 'Fa\0tima', files: [file] });
    await receive();
    const { lines, guest } = await stateOf(token);
    expect(guest?.name).toBe('Fatima');
    expect(lines[0]?.files).toMatchObject([{ name: 'meter.png' }]);
    await say('Nog eens', token, { name: 'He\0nk' });
    expect((await stateOf(token)).guest?.name).toBe('Henk');
  });

  test('is told when we are open and by when there is an answer', async () => {
    const open = await stateOf(null);
    expect(open).toMatchObject({ open: true, opensAt: null, isOn: true });
    polder.turn.turnTo('2026-11-28T20:00:00Z');
    const weekend = await stateOf(null);
    expect(weekend).toMatchObject({ open: false, opensAt: '2026-11-30T08:00:00.000Z' });
    polder.turn.turnTo('2026-11-24T12:00:00Z');
  });

  test('sees nothing of another guest, whatever they name, and nothing on another account', async () => {
    const henk = await say('Ik wil mijn contract opzeggen');
    const lines = (token: string | null, to = account) =>
      stateOf(token, to).then((state) => state.lines.map(({ text }) => text));
    expect(await lines(henk)).toEqual(['Ik wil mijn contract opzeggen']);
    expect(await lines(null)).toEqual([]);
    expect(await lines('A'.repeat(43))).toEqual([]);
    const other = await connect('Andere site');
    expect(await lines(henk, other)).toEqual([]);
    expect((await ask('live', { token: 'A'.repeat(43) })).status).toBe(401);
    expect((await ask('address', { token: 'A'.repeat(43), body: { address: 'a@b.example' } })).status).toBe(
      401,
    );
    const raw = await (await ask('state', { token: henk })).text();
    expect(raw).not.toContain('thermostaat');
    expect(raw).not.toContain(henk);
  });

  test('keeps their token to themselves: it stands in no row', async () => {
    const [row] = await rows(
      sql<{ row: string }>`select row_to_json(g)::text as row from site_guest g limit 1`,
    );
    expect(row?.row).not.toContain(fatima);
  });

  test('takes back what is forgotten, and sees it go', async () => {
    const token = await say('Dit wil ik terugnemen');
    await receive();
    const [line] = (await stateOf(token)).lines;
    const [found] = await rows(
      sql<{ id: string }>`select id from channel_account where connector = 'site' order by id`,
    );
    await transact(polder.context, 'listen', (ctx) =>
      forgetPosts(ctx, { id: found?.id ?? '' } as Parameters<typeof editPosts>[1], [line?.id ?? '']),
    );
    expect((await stateOf(token)).lines).toEqual([]);
  });
});

describe('a file of a guest', () => {
  test('comes along with what they say, as a file of the message', async () => {
    const content = Buffer.from([0x89, 0x50, 0x4e, 0x47, 1, 2, 3]).toString('base64');
    const token = await say('Zo ziet de meter eruit', null, {
      files: [{ name: 'meter.png', type: 'image/png', content }],
    });
    await receive();
    expect((await stateOf(token)).lines[0]?.files).toEqual([{ name: 'meter.png', bytes: 7 }]);
    const kept = await rows(
      sql<object>`select name, verdict from message_attachment where verdict = 'plain' and name = 'meter.png'`,
    );
    expect(kept).toEqual([{ name: 'meter.png', verdict: 'plain' }]);
  });

  test('is refused when it is too large, or no file at all', async () => {
    const large = { name: 'a.png', type: 'image/png', content: Buffer.alloc(5_000_001).toString('base64') };
    expect((await ask('lines', { body: { text: 'x', files: [large] } })).status).toBe(413);
    expect((await ask('lines', { body: { text: 'x'.repeat(8_000_000) } })).status).toBe(413);
    const odd = { name: 'a.png', type: 'image/png', content: '<geen base64>' };
    expect((await ask('lines', { body: { text: 'x', files: [odd] } })).status).toBe(422);
  });
});

describe('the door of the site', () => {
  test('opens for its own sites and for no other', async () => {
    for (const origin of [
      'https://evil.example',
      'null',
      'http://www.waterkracht.example',
      `${site}.evil.example`,
    ]) {
      const refused = await ask('state', { origin });
      expect(refused.status, origin).toBe(403);
      expect(refused.headers.get('access-control-allow-origin'), origin).toBeNull();
      expect((await ask('lines', { origin, body: { text: 'hallo' } })).status, origin).toBe(403);
    }
    const preflight = await ask('lines', { method: 'OPTIONS' });
    expect(preflight.status).toBe(204);
    expect(preflight.headers.get('access-control-allow-origin')).toBe(site);
    expect(preflight.headers.get('access-control-allow-credentials')).toBeNull();
    expect((await ask('state', { origin: null })).status).toBe(200);
  });

  test('takes no empty words, no odd ones, and not too many', async () => {
    expect((await ask('lines', { body: { text: '   ' } })).status).toBe(422);
    expect((await ask('lines', { body: { text: 'x'.repeat(4001) } })).status).toBe(422);
    expect((await ask('lines', { body: '{"text":' })).status).toBe(422);
    expect((await ask('lines', { body: { text: ['x'] } })).status).toBe(422);
    expect((await ask('state', { to: 'cc_nobody' })).status).toBe(404);
    const token = await say('Een');
    const tries = await Promise.all(
      Array.from({ length: 25 }, () => ask('lines', { token, body: { text: 'nog een' } })),
    );
    expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThan(3);
  });

  test('is shut while the account stands still, and gone when it ended', async () => {
    const other = await connect('Kortstondig');
    const token = (
      (await (await ask('lines', { to: other, body: { text: 'Hallo' } })).json()) as { token: string }
    ).token;
    await turnConnection(polder.context, other, 'paused');
    expect((await ask('lines', { to: other, token, body: { text: 'Nog iets' } })).status).toBe(409);
    expect((await stateOf(token, other)).isOn).toBe(false);
    await turnConnection(polder.context, other, 'ended');
    expect((await ask('state', { to: other, token })).status).toBe(404);
  });
});

describe('an address', () => {
  const address = 'fatima@klant.example';

  async function linkTo(to: string): Promise<string> {
    const [mail] = await rows(sql<{ body: string }>`
      select body from mail where recipient = ${to} and kind = 'proof' order by id desc limit 1`);
    const link = fillTokens(polder.context.outside, mail?.body ?? '').match(/https?:\S+/)?.[0] ?? '';
    return new URL(link).searchParams.get('token') ?? '';
  }

  test('that a guest only types makes them nobody else; the link in the mail does', async () => {
    const token = await say('Waar blijft mijn monteur?');
    await receive();
    expect((await ask('address', { token, body: { address: ' Fatima@Klant.example ' } })).status).toBe(204);
    expect((await stateOf(token)).guest).toMatchObject({ address: null, asked: address });
    const identities = () =>
      rows(sql<{ address: string; proof: string }>`
        select address, proof from identity where network = 'site' and address is not null`);
    expect(await identities()).toEqual([]);
    const link = await linkTo(address);
    expect(await proofBehind(polder.context, link)).toEqual({ address });
    await takeProof(polder.context, link);
    expect(await identities()).toEqual([{ address, proof: 'verified' }]);
    expect((await stateOf(token)).guest?.address).toBe(address);
    await expect(takeProof(polder.context, link)).rejects.toMatchObject({ code: 'not-found.proof' });
  });

  test('makes two guests one customer when both proved it', async () => {
    const token = await say('Vanaf mijn telefoon');
    await receive();
    await ask('address', { token, body: { address } });
    await takeProof(polder.context, await linkTo(address));
    const shown = await rows(sql<{ persons: number }>`
      select count(distinct coalesce(s.shown_id, i.person_id))::int as persons from identity i
      left join person_shown s on s.person_id = i.person_id where i.address = ${address}`);
    expect(shown).toEqual([{ persons: 1 }]);
  });

  test('once proved is not exchanged for another', async () => {
    const token = await say('Ik heb nog een adres');
    await receive();
    await ask('address', { token, body: { address: 'ander@klant.example' } });
    const earlier = await linkTo('ander@klant.example');
    await rows(sql`update site_guest set address = 'eerst@klant.example'
      where asked_address = 'ander@klant.example' returning id`);
    expect(await proofBehind(polder.context, earlier)).toBeUndefined();
    await expect(takeProof(polder.context, earlier)).rejects.toMatchObject({
      code: 'conflict.address-proven',
    });
    expect((await ask('address', { token, body: { address: 'ander@klant.example' } })).status).toBe(409);
  });

  test('is mailed a few times an hour and no more, and has no line breaks in it', async () => {
    const token = await say('Stuur maar');
    expect(
      (await ask('address', { token, body: { address: 'a@b.example\r\nBcc: c@d.example' } })).status,
    ).toBe(422);
    const tries = [];
    for (let n = 0; n < 8; n += 1)
      tries.push((await ask('address', { token, body: { address: 'henk@klant.example' } })).status);
    expect(tries.filter((status) => status === 429).length).toBeGreaterThan(2);
  });

  test('and all that was said goes when its person is erased', async () => {
    const [person] = await rows(
      sql<{ id: string }>`select person_id as id from identity where address = ${address} limit 1`,
    );
    for (const place of places.filter(({ name }) => name.startsWith('site ')))
      await transact(polder.context, 'legal', (ctx) => place.erase(ctx, person?.id ?? ''));
    expect(await rows(sql`select from site_guest where address = ${address}`)).toEqual([]);
  });
});
