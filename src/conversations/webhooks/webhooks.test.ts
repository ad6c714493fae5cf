import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import type { Context } from '../../platform/context.ts';
import { transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import type { Posted } from '../../platform/reaching/posting.ts';
import { decide } from '../../privacy/deciding.ts';
import { reactions } from '../../reactions.ts';
import { close } from '../closing.ts';
import { talk } from '../fixtures/talk.ts';
import { publishRules } from '../ruling/rules.ts';
import { type Carry, sendDue } from './delivering.ts';
import {
  addEndpoint,
  changeEndpoint,
  endEndpoint,
  listEndpoints,
  rotateSecret,
  switchEndpoint,
} from './endpoint.ts';
import { attemptsOf, deliveriesOf, forgetDeliveries } from './log.ts';
import { replay, replayRange, sendTest } from './replaying.ts';
import { mostTries, pauseAfter } from './retry.ts';
import { newSecret, signatures } from './signing.ts';
import type { Type } from './type.ts';

let polder: TestDatabase;
let people: People;
let sent: { url: string; headers: Record<string, string>; body: string }[] = [];
let answers: Posted | ((url: string) => Posted) = { status: 204, why: null };

const carry: Carry = async (_ctx, url, message) => {
  sent.push({ url, ...message });
  return typeof answers === 'function' ? answers(url) : answers;
};
const ravi = () => people.ravi.context;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
beforeEach(async () => {
  for (const { publicId } of await listEndpoints(ravi())) await endEndpoint(ravi(), publicId);
  await follow();
  sent = [];
  answers = { status: 204, why: null };
});
afterAll(() => polder?.close());

const add = (types: readonly Type[] = ['conversation.opened', 'conversation.closed'], name = 'CRM') =>
  addEndpoint(ravi(), { name, url: `https://${name.toLowerCase()}.example/hook`, types });

async function follow(...more: string[]): Promise<void> {
  await settled(polder.context);
  await followAll(
    polder.context,
    reactions.filter(({ name }) => ['queue-webhooks', ...more].includes(name)),
    silentLog,
  );
}
const go = () => sendDue(polder.context, carry);
const log = (id: string) => deliveriesOf(ravi(), id);

describe('a message to an endpoint', () => {
  test('tells what happened by ids, is signed, and arrives once', async () => {
    const { id, secret } = await add();
    const asked = await talk(polder.context, 'Mijn IBAN is NL91ABNA0417164300, zegt Fatima');
    await close(people.els.context, asked.id, 'answered');
    await follow();
    await follow();
    expect(await go()).toBe(2);
    expect(await go()).toBe(0);
    const bodies = sent.map(({ body }) => JSON.parse(body));
    expect(bodies).toMatchObject([
      { type: 'conversation.opened', data: { conversation: asked.id, queue: 'general', channel: 'mail' } },
      { type: 'conversation.closed', data: { conversation: asked.id, state: 'done', reason: 'answered' } },
    ]);
    expect(sent.map(({ body }) => body).join()).not.toMatch(/Fatima|IBAN|NL91/);
    for (const { headers, body } of sent) {
      const { 'webhook-id': name, 'webhook-timestamp': at } = headers;
      const key = Buffer.from(secret.slice('whsec_'.length), 'base64');
      const own = createHmac('sha256', key).update(`${name}.${at}.${body}`).digest('base64');
      expect(headers['webhook-signature']).toBe(`v1,${own}`);
    }
    expect((await log(id)).map(({ state, status }) => [state, status])).toEqual([
      ['sent', 204],
      ['sent', 204],
    ]);
  });

  test('is laid ready once for each endpoint, also when all events are read again', async () => {
    const [one, two] = [await add(), await add(['conversation.opened'], 'Archief')];
    await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow();
    await sql`update event_cursor set xid = '0', seq = 0 where reaction = 'queue-webhooks'`.execute(
      polder.context.database,
    );
    const before = (await log(one.id)).length;
    await follow();
    expect((await log(two.id)).length).toBeGreaterThan(0);
    const names = await sql<{
      n: number;
      d: number;
    }>`select count(*)::int as n, count(distinct (endpoint_id, event_seq))::int as d
      from webhook_delivery`.execute(polder.context.database);
    expect(names.rows[0]?.n).toBe(names.rows[0]?.d);
    expect((await log(one.id)).length).toBeGreaterThanOrEqual(before);
  });

  test('says nothing of who does not let us use what we know', async () => {
    const { id } = await add();
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    await transact(polder.context, 'legal', (ctx) =>
      decide(ctx, asked.personId, { purpose: 'service', act: 'restrict', strength: 0 }),
    );
    await follow();
    expect((await log(id)).filter(({ body }) => body.includes(asked.id))).toEqual([]);
  });

  test('that does not arrive is tried again, later each time, and the other endpoint does not wait for it', async () => {
    const [bad, good] = [
      await add(['conversation.opened'], 'Stuk'),
      await add(['conversation.opened'], 'Heel'),
    ];
    answers = (url) => (url.includes('stuk') ? { status: null, why: 'timeout' } : { status: 200, why: null });
    await talk(polder.context, 'Een');
    await talk(polder.context, 'Twee');
    await follow();
    expect(await go()).toBe(2);
    // One that does not answer is not asked for the others in the same go.
    expect(sent.filter(({ url }) => url.includes('stuk'))).toHaveLength(1);
    expect((await log(good.id)).map(({ state }) => state)).toEqual(['sent', 'sent']);
    polder.turn.forward({ seconds: 2 });
    await go();
    polder.turn.forward({ minutes: 5 });
    answers = { status: 200, why: null };
    expect(await go()).toBe(2);
    const ids = sent.filter(({ url }) => url.includes('stuk')).map(({ headers }) => headers['webhook-id']);
    expect(new Set(ids).size).toBe(2);
    const first = (await log(bad.id)).at(-1);
    expect(first).toMatchObject({ state: 'sent', attempts: 2, error: null });
    const { attempts } = await attemptsOf(ravi(), bad.id, first?.publicId ?? '');
    expect(attempts.map(({ error }) => error)).toEqual([null, 'timeout']);
  });

  test('is tried again when the process died in the middle of a try', async () => {
    const { id } = await add(['conversation.opened']);
    await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow();
    for (const place of ['webhook.taken', 'webhook.called']) {
      const dying: Context = {
        ...polder.context,
        dies: async (at) => {
          if (at === place) throw new Error('died');
        },
      };
      await expect(sendDue(dying, carry)).rejects.toThrow('died');
      expect(await go()).toBe(0);
      polder.turn.forward({ minutes: 2 });
    }
    expect(await go()).toBe(1);
    expect((await log(id))[0]).toMatchObject({ state: 'sent', attempts: 3 });
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  });

  test('is taken by one of two workers', async () => {
    await add(['conversation.opened']);
    await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow();
    const both = await Promise.all([go(), go()]);
    expect(both.toSorted()).toEqual([0, 1]);
    expect(sent).toHaveLength(1);
  });
});

describe('an endpoint', () => {
  test('that never answers is switched off after three days, and colleagues hear of it by mail', async () => {
    const { id } = await add(['conversation.opened']);
    answers = { status: 500, why: null };
    await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow();
    for (let hour = 0; hour < 80; hour += 1) {
      await go();
      polder.turn.forward({ hours: 1 });
      if (hour % 20 === 19) {
        await talk(polder.context, 'Nog een');
        await follow();
      }
    }
    // However the pauses fell, what came last is tried now.
    await go();
    const [endpoint] = await listEndpoints(ravi());
    expect(endpoint).toMatchObject({ publicId: id, disabledWhy: 'failing' });
    const mails = await transact(polder.context, 'service', ({ database }) =>
      sql<{
        subject: string;
      }>`select subject from mail where kind = 'webhook-off' and reference = ${id}`.execute(database),
    );
    expect(mails.rows).toEqual([{ subject: 'Webhook ‘CRM’ staat uit' }]);
    expect((await log(id)).at(-1)?.attempts).toBeGreaterThan(mostTries / 2);
    // What happened meanwhile was never laid ready; it is when somebody asks for that time.
    const missed = await talk(polder.context, 'Terwijl hij uit stond');
    await follow();
    expect((await log(id)).some(({ body }) => body.includes(missed.id))).toBe(false);
    await switchEndpoint(ravi(), id, true);
    answers = { status: 200, why: null };
    const now = polder.turn.now();
    const range = { since: now.subtract({ hours: 200 }), until: now.add({ minutes: 1 }) };
    expect(await replayRange(ravi(), id, range)).toBeGreaterThan(4);
    await go();
    const all = await log(id);
    expect(all.every(({ state }) => state === 'sent')).toBe(true);
    expect(all.some(({ body }) => body.includes(missed.id))).toBe(true);
  });

  test('that says it is gone is asked no more', async () => {
    await add(['conversation.opened']);
    answers = { status: 410, why: null };
    await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow();
    await go();
    expect((await listEndpoints(ravi()))[0]).toMatchObject({ disabledWhy: 'gone' });
  });

  test('gets another secret while the former one signs along for a day; in the database neither can be read', async () => {
    const { id, secret } = await add([]);
    const next = await rotateSecret(ravi(), id);
    const verify = async (secrets: string[]) => {
      await sendTest(ravi(), id);
      await go();
      const { headers, body } = sent.at(-1) ?? { headers: {} as Record<string, string>, body: '' };
      const signed = {
        id: headers['webhook-id'] ?? '',
        timestamp: Number(headers['webhook-timestamp']),
        body,
      };
      expect(headers['webhook-signature']).toBe(signatures(secrets, signed));
    };
    await verify([next, secret]);
    polder.turn.forward({ hours: 25 });
    await verify([next]);
    const rows = await sql<{ row: string }>`select to_jsonb(e)::text as row from webhook_endpoint e`.execute(
      polder.context.database,
    );
    const hex = Buffer.from(next).toString('hex');
    expect(rows.rows.some(({ row }) => row.includes(next) || row.includes(hex))).toBe(false);
  });

  test('is arranged by whoever may, with an address that can be reached', async () => {
    await expect(
      addEndpoint(people.els.context, { name: 'x', url: 'https://x.example', types: [] }),
    ).rejects.toMatchObject({ code: 'forbidden.action' });
    for (const url of [
      'http://crm.example/',
      'https://127.0.0.1/',
      'https://[::1]/',
      'https://u:p@crm.example/',
      'crm',
    ])
      await expect(addEndpoint(ravi(), { name: 'CRM', url, types: [] }), url).rejects.toMatchObject({
        code: 'invalid.webhook',
        details: { wrong: ['url'] },
      });
    const { id } = await add([]);
    await changeEndpoint(ravi(), id, {
      name: 'Ander',
      url: 'https://ander.example/',
      types: ['conversation.closed'],
    });
    await switchEndpoint(ravi(), id, false);
    await expect(sendTest(ravi(), id)).rejects.toMatchObject({ code: 'conflict.webhook-off' });
    await expect(replay(ravi(), id, 'wh_nobody')).rejects.toMatchObject({ code: 'not-found.delivery' });
  });

  test('hears of a rule that names it, and what ended a month ago is forgotten', async () => {
    const { id } = await add([]);
    await publishRules(ravi(), [
      {
        ...{
          key: 'r1',
          name: 'Pakketten',
          on: 'heard',
          since: null,
          begun: null,
          joined: 'all',
          conditions: [],
        },
        ...{ acts: [{ kind: 'webhook', endpoint: id }], stop: false, active: true },
      },
    ]);
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow('follow-rules');
    await go();
    expect(sent.map(({ body }) => JSON.parse(body))).toMatchObject([
      { type: 'rule.held', data: { rule: 'Pakketten', conversation: asked.id } },
    ]);
    await publishRules(ravi(), []);
    const delivery = (await log(id))[0]?.publicId ?? '';
    await replay(ravi(), id, delivery);
    await go();
    expect(sent.map(({ headers }) => headers['webhook-id'])).toEqual([delivery, delivery]);
    polder.turn.forward({ hours: 24 * 31 });
    await forgetDeliveries(polder.context);
    expect(await log(id)).toEqual([]);
  });
});

test('is signed as Standard Webhooks says, by a signature that was computed elsewhere', () => {
  const signed = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330, body: '{"test": 2432232314}' };
  expect(signatures(['whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'], signed)).toBe(
    'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  );
  expect(newSecret()).toMatch(/^whsec_[A-Za-z0-9+/]{32}$/);
});

describe('the pauses between tries', () => {
  type Pause = typeof pauseAfter;
  /** Twelve tries over about three days, each pause longer than the one two before it, and never two alike for all. */
  function growsOverDays(pause: Pause): void {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (chance) => {
        const all = Array.from({ length: mostTries - 1 }, (_, at) => pause(at + 1, chance) ?? 0);
        const total = all.reduce((sum, n) => sum + n, 0);
        expect(pause(mostTries, chance)).toBeNull();
        expect(all[0]).toBeLessThanOrEqual(10);
        expect(total).toBeGreaterThan(2 * 86_400);
        expect(total).toBeLessThan(4 * 86_400);
        for (let at = 2; at < all.length; at += 1) expect(all[at]).toBeGreaterThan(all[at - 2] ?? 0);
        expect(pause(5, 1)).not.toBe(pause(5, 0));
      }),
    );
  }
  const broken: Record<string, Pause> = {
    'never end': (tries, chance) => pauseAfter(Math.min(tries, 3), chance),
    'do not grow': (tries, chance) => (tries >= mostTries ? null : pauseAfter(1, chance)),
    'are alike for all': (tries) => pauseAfter(tries, 0.5),
    'end at once': () => null,
  };
  test('grow over three days', () => growsOverDays(pauseAfter));
  test.each(Object.keys(broken))('are not right when they %s', (name) => {
    expect(() => growsOverDays(broken[name] ?? pauseAfter)).toThrow();
  });
});
