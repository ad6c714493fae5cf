import { createECDH, createHash } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { hirePeople, hirePerson, type People, type Person } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import { mailSummaries } from '../../notifying-by-mail.ts';
import { departmentNamed } from '../../organisation/departments.ts';
import { type Context, transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import type { Pushed, Subscription } from '../../platform/push.ts';
import { reactions } from '../../reactions.ts';
import { answer, note } from '../answering.ts';
import { approve, reject } from '../approving/approving.ts';
import { setRule } from '../approving/ruling.ts';
import { assign } from '../assigning.ts';
import { checkKeys } from '../composing/check.ts';
import { send } from '../composing/sending.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { follow, participantsOf } from '../following/participants.ts';
import { handOver } from '../handing-over/handing-over.ts';
import { tellDue } from './due.ts';
import { forgetNotifications, listNotifications, markTold } from './notifications.ts';
import { addDevice, devicesOf, pushNews } from './pushing.ts';
import { isQuiet, saveWishes, standardQuiet, wishesOf } from './wishes.ts';

let polder: TestDatabase;
let people: People;
let maud: Person;
let fatima: Talk;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  const { departmentId } = people;
  maud = await hirePerson(polder.context, { name: 'Maud Prins', role: 'community_manager', departmentId });
});
beforeEach(async () => {
  fatima = await talk(polder.context, 'Waar blijft mijn pakket?');
  for (const one of [people.els, people.joost, maud, people.ravi]) await markTold(one.context, 'all');
});
afterAll(() => polder?.close());

const react = async () => {
  await settled(polder.context);
  await followAll(
    polder.context,
    reactions.filter(({ name }) => name === 'tell-colleagues'),
    silentLog,
  );
};
const told = async ({ context }: Person) =>
  (await listNotifications(context, { unread: true })).rows.map(({ kind }) => kind);
const again = () =>
  talk(polder.context, 'Is er al nieuws?', { author: fatima.author, thread: fatima.thread });

describe('is told', () => {
  test('to whom it was assigned; not to who did it themselves, and once', async () => {
    await assign(people.els.context, fatima.id, people.joost.employee.publicId);
    await react();
    expect(await told(people.joost)).toEqual(['assigned']);
    await withAdmin(polder.ownerUrl, (owner) =>
      owner.query(`delete from event_cursor where reaction = 'tell-colleagues'`),
    );
    await react();
    expect(await told(people.joost)).toEqual(['assigned']);
    await assign(people.joost.context, fatima.id, null);
    await assign(people.joost.context, fatima.id, people.joost.employee.publicId);
    await react();
    expect(await told(people.joost)).toEqual(['assigned']);
  });

  test('that the customer wrote again: to who has it and who follows it, once while it is unread', async () => {
    await follow(people.joost.context, fatima.id, true);
    await assign(people.els.context, fatima.id, people.els.employee.publicId);
    await again();
    await again();
    await react();
    expect(await told(people.joost)).toEqual(['replied']);
    expect(await told(people.els)).toEqual(['replied']);
    await markTold(people.joost.context, { conversationId: fatima.conversationId });
    await again();
    await react();
    expect(await told(people.joost)).toEqual(['replied']);
  });

  test('who answered follows, and hears nothing of that', async () => {
    await answer(people.els.context, fatima.id, { text: 'We kijken het na.' });
    await react();
    const followers = await transact(people.els.context, 'service', (ctx) =>
      participantsOf(ctx, fatima.conversationId),
    );
    expect(followers.map(({ name, why }) => [name, why])).toEqual([['Els Bakker', 'answered']]);
    expect(await told(people.els)).toEqual([]);
  });

  test.each(['approved', 'rejected'] as const)(
    'that an answer waits, to who may approve; and to its writer when it was %s',
    async (outcome) => {
      await setRule(people.ravi.context, { kind: 'person', of: people.els.employee.publicId, how: 'always' });
      const text = 'Dag, we zoeken het uit. Groet, Els';
      await send(people.els.context, fatima.id, { text, accepted: checkKeys, why: 'proef' });
      await react();
      expect(await told(maud)).toEqual(['approval_asked']);
      expect(await told(people.joost)).toEqual([]);
      const { id, version } = await waitingReply();
      if (outcome === 'approved') await approve(maud.context, id, { version });
      else await reject(maud.context, id, 'Toon klopt niet.');
      await react();
      expect(await told(people.els)).toEqual(['approval_decided']);
    },
  );

  test('that another department is asked: to its colleagues, who see nothing of the conversation', async () => {
    const { id: departmentId } = await departmentNamed(polder.context, 'Logistiek');
    const lars = await hirePerson(polder.context, { name: `Lars Post`, role: 'colleague', departmentId });
    await sql`update queue set department_id = ${people.departmentId} where key = 'general'`.execute(
      polder.context.database,
    );
    await handOver(people.els.context, fatima.id, { department: 'logistiek', question: 'Waar is het?' });
    await react();
    const { rows } = await listNotifications(lars.context, {});
    expect(rows).toMatchObject([{ kind: 'handed_over', by: 'Els Bakker', conversation: null }]);
    expect(rows[0]?.handOver).toMatch(/^ho_/);
    await sql`update queue set department_id = null where key = 'general'`.execute(polder.context.database);
  });

  test('what falls due soon and what is late to who has it, and later to who leads; each moment once', async () => {
    await assign(people.els.context, fatima.id, people.joost.employee.publicId);
    await react();
    await markTold(people.joost.context, 'all');
    const due = (minutes: number) =>
      transact(polder.context, 'service', ({ database }) =>
        sql`update conversation_open set due_at = case when public_id = ${fatima.id} then
            ${new Date(polder.turn.now().epochMilliseconds + minutes * 60_000)}::timestamptz end, due_kind = 'first', norm = 'Gewoon'`.execute(
          database,
        ),
      );
    await due(20);
    await tellDue(polder.context);
    await tellDue(polder.context);
    expect(await told(people.joost)).toEqual(['due_soon']);
    expect(await told(maud)).toEqual([]);
    await due(-5);
    await tellDue(polder.context);
    expect(await told(people.joost)).toEqual(['overdue', 'due_soon']);
    expect(await told(maud)).toEqual([]);
    await due(-40);
    await tellDue(polder.context);
    expect(await told(maud)).toEqual(['overdue']);
  });
});

async function waitingReply(): Promise<{ id: string; version: number }> {
  return transact(polder.context, 'service', async ({ database }) => {
    const found = await sql<{ id: string; version: number }>`
      select r.public_id as id, c.version from reply r join conversation c on c.id = r.conversation_id
      where c.id = ${fatima.conversationId} and r.state = 'waiting'`.execute(database);
    return found.rows[0] ?? { id: '', version: 0 };
  });
}

describe('what a colleague wants', () => {
  test('holds for what comes after: not in Polder, and then it is not unread', async () => {
    const before = await wishesOf(people.joost.context);
    const off = { app: false, push: false, mail: false };
    await saveWishes(people.joost.context, { ...before, ways: { ...before.ways, mentioned: off } });
    await note(people.els.context, fatima.id, '@Joost kijk je?');
    expect(await told(people.joost)).toEqual([]);
    await saveWishes(people.joost.context, before);
    expect(await wishesOf(people.joost.context)).toEqual(before);
    const wrong = { ...before, quiet: { ...before.quiet, from: '25:00' } };
    await expect(saveWishes(people.joost.context, wrong)).rejects.toMatchObject({
      code: 'invalid.quiet-time',
    });
  });

  test.each([
    ['2026-11-24T09:00:00Z', false],
    ['2026-11-24T19:30:00Z', true],
    ['2026-11-25T06:00:00Z', true],
    ['2026-11-25T06:31:00Z', false],
    ['2026-11-28T12:00:00Z', true],
  ])('is quiet in Amsterdam at %s: %s', (now, quiet) => {
    expect(isQuiet(standardQuiet, Temporal.Instant.from(now), 'Europe/Amsterdam')).toBe(quiet);
  });
});

function subscription(endpoint: string): Subscription {
  const curve = createECDH('prime256v1');
  curve.generateKeys();
  const auth = createHash('sha256').update(endpoint).digest().subarray(0, 16).toString('base64url');
  return { endpoint, keys: { p256dh: curve.getPublicKey('base64url'), auth } };
}

describe('a device', () => {
  const endpoint = 'https://updates.push.services.mozilla.com/wpush/v2/joost';
  const carrier = (outcome: Pushed) => {
    const sent: string[] = [];
    const carry = async (_: unknown, __: Subscription, payload: string) => {
      sent.push(payload);
      return outcome;
    };
    return { sent, carry };
  };
  const tellJoost = () => note(people.els.context, fatima.id, '@Joost kijk je?');

  test('is told how much is unread and nothing of what it is; once, and not while it is quiet', async () => {
    await addDevice(people.joost.context, {
      subscription: subscription(endpoint),
      browser: 'Firefox, Linux',
    });
    await tellJoost();
    const evening = at(polder.context, '2026-11-24T22:00:00Z');
    const night = carrier('sent');
    await pushNews(evening, night.carry);
    expect(night.sent).toEqual([]);
    const { sent, carry } = carrier('sent');
    await pushNews(polder.context, carry);
    await pushNews(polder.context, carry);
    expect(sent).toEqual(['{"unread":1}']);
  });

  test('keeps its address shut, and is somebody else’s when somebody else uses that browser', async () => {
    const { rows } = await sql<{
      sealed: Buffer;
      address_hash: string;
    }>`select sealed, address_hash from push_subscription`.execute(polder.context.database);
    expect(rows).toHaveLength(1);
    expect(rows[0]?.sealed.includes('mozilla')).toBe(false);
    await addDevice(people.els.context, { subscription: subscription(endpoint), browser: 'Firefox, Linux' });
    expect(await devicesOf(people.joost.context)).toEqual([]);
    expect(await devicesOf(people.els.context)).toHaveLength(1);
  });

  test('is forgotten when it is there no more, and after ten failures', async () => {
    const { keys } = subscription(endpoint);
    await addDevice(people.joost.context, { subscription: { endpoint: `${endpoint}2`, keys }, browser: 'x' });
    await tellJoost();
    for (let n = 0; n < 9; n += 1) await pushNews(polder.context, carrier('failed').carry);
    expect(await devicesOf(people.joost.context)).toHaveLength(1);
    await pushNews(polder.context, carrier('failed').carry);
    expect(await devicesOf(people.joost.context)).toEqual([]);
    await addDevice(people.joost.context, { subscription: { endpoint: `${endpoint}3`, keys }, browser: 'x' });
    await pushNews(polder.context, carrier('gone').carry);
    expect(await devicesOf(people.joost.context)).toEqual([]);
  });

  test.each([
    'http://fcm.googleapis.com/x',
    'https://127.0.0.1/x',
    'https://fcm.googleapis.com.evil.example/x',
    'https://evilpush.apple.com/x',
    'https://fcm.googleapis.com:8443/x',
    'https://a@fcm.googleapis.com/x',
    'nonsense',
  ])('is not at %s', async (address) => {
    const device = { subscription: subscription(address), browser: 'x' };
    await expect(addDevice(people.joost.context, device)).rejects.toMatchObject({
      code: 'invalid.push-address',
    });
  });
});

function at(ctx: Context, now: string): Context {
  return { ...ctx, clock: { now: () => Temporal.Instant.from(now) } };
}

test('a summary by mail says how much of what, and no word or name of a customer; daily at eight', async () => {
  await note(people.els.context, fatima.id, '@Joost kijk je naar Fatima?');
  await mailSummaries(polder.context);
  const mails = async () =>
    (
      await transact(polder.context, 'service', ({ database }) =>
        sql<{ subject: string; body: string }>`select subject, body from mail where kind = 'summary'
          and recipient = 'joost@waterkracht.example' order by id`.execute(database),
      )
    ).rows;
  expect(await mails()).toEqual([]);
  await mailSummaries(at(polder.context, '2026-11-25T07:02:00Z'));
  await mailSummaries(at(polder.context, '2026-11-25T07:03:00Z'));
  const [mail, ...more] = await mails();
  expect(more).toEqual([]);
  expect(mail?.body).toContain('keer genoemd');
  expect(`${mail?.subject} ${mail?.body}`).not.toMatch(/Fatima|pakket/);
});

describe('the list', () => {
  test('shows nothing of a conversation that may not be read any more, costs two statements, and forgets after ninety days', async () => {
    await note(people.els.context, fatima.id, '@Joost kijk je?');
    polder.statements();
    const { rows } = await listNotifications(people.joost.context, {});
    expect(polder.statements().length).toBeLessThanOrEqual(2);
    expect(rows[0]?.conversation?.publicId).toBe(fatima.id);
    const elsewhere = { ...people.joost.context.actor, roles: [] } as never;
    const [row] = (await listNotifications({ ...people.joost.context, actor: elsewhere }, {})).rows;
    expect(row?.conversation).toBeNull();
    await forgetNotifications(at(polder.context, '2027-02-24T10:00:00Z'));
    expect((await listNotifications(people.joost.context, {})).rows).toEqual([]);
  });
});
