import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { hirePeople } from '../test/people.ts';
import { settled } from '../test/settled.ts';
import type { Happened } from './channels/connection.ts';
import { openTwin, twinChannel } from './channels/twin/twin.ts';
import { calmWorld, type Fault, type World } from './channels/twin/world.ts';
import { answer } from './conversations/answering.ts';
import { decideAnswer, troubledOver } from './conversations/delivering/deciding.ts';
import { deliverAll } from './delivering.ts';
import { listAside } from './listening/connecting/aside.ts';
import {
  type ChannelConnection,
  connectChannel,
  getConnection,
  noteTrial,
  turnConnection,
} from './listening/connecting/connection.ts';
import { type Context, transact } from './platform/context.ts';
import { followOnce, type Reaction } from './platform/following.ts';
import { openLog } from './platform/log.ts';
import { reactions } from './reactions.ts';
import { receiveAll } from './receiving.ts';

const stopping = reactions.find(({ name }) => name === 'stop-answers') as Reaction;

let database: TestDatabase;
let els: Context;
beforeAll(async () => {
  database = await testDatabase();
  const people = await hirePeople(database.context);
  els = people.els.context;
});
afterAll(() => database?.close());

let count = 0;
let connection: ChannelConnection;
let world: World;

/** A fresh account for each test: what one breaks, no other feels. */
beforeEach(async () => {
  count += 1;
  world = calmWorld(() => database.context.clock.now().epochMilliseconds);
  const id = await connectChannel(database.context, {
    channel: 'twin',
    name: `service-${count}`,
    connector: 'twin',
    settings: {},
    secrets: {},
  });
  await noteTrial(database.context, id, { trial: { state: 'good', as: 'twin' } });
  await turnConnection(database.context, id, 'on');
  connection = await getConnection(database.context, id);
});

const said = (n: string, text: string, more: object = {}): Happened => ({
  kind: 'said',
  heard: {
    ...{ line: 1, externalId: `${count}:${n}`, text, author: `@fatima${count}`, sentAt: null, inbound: true },
    ...{ replyTo: null, thread: null, account: null, department: null, automatic: false, ...more },
  },
});

const failing = (...faults: Fault[]) => {
  world.nextFault = () => faults.shift() ?? 'none';
};
const twin = () => openTwin(world, twinChannel());
const receive = (ctx: Context = database.context) => receiveAll(ctx, connection, twin());
const deliver = (ctx: Context = database.context) =>
  deliverAll(ctx, { connection, open: twin() }, { chance: () => 0.5 });

async function conversationIds(): Promise<string[]> {
  const found = await transact(database.context, 'service', ({ database }) =>
    sql<{
      id: string;
    }>`select public_id as id from conversation where channel_account_id = ${connection.accountId}
      order by id`.execute(database),
  );
  return found.rows.map(({ id }) => id);
}

async function texts(): Promise<string[]> {
  const found = await transact(database.context, 'service', ({ database }) =>
    sql<{ text: string }>`select text from message where channel_account_id = ${connection.accountId}
      order by id`.execute(database),
  );
  return found.rows.map(({ text }) => text);
}

async function outbound() {
  const found = await transact(database.context, 'service', ({ database }) =>
    sql<{ id: string; state: string; reason: string | null; attempts: number; name: string }>`
      select o.message_id as id, o.state, o.reason, o.attempts, m.external_id as name
      from outbound o join message m on m.id = o.message_id and m.received_at = o.received_at
      join conversation c on c.id = o.conversation_id where c.channel_account_id = ${connection.accountId}
      order by o.message_id`.execute(database),
  );
  return found.rows;
}

async function fatimaAsks(text = 'Waar blijft mijn monteur?'): Promise<string> {
  world.told.push(said(`m${world.told.length}`, text));
  await receive();
  return (await conversationIds()).at(-1) ?? '';
}

describe('an answer over a channel', () => {
  test('leaves once, and the customer’s next message is in the same conversation', async () => {
    const id = await fatimaAsks();
    await answer(els, id, { text: 'Donderdag om tien uur.' });
    await deliver();
    await deliver();
    expect(world.posts.map(({ text, answers }) => [text, answers])).toEqual([
      ['Donderdag om tien uur.', `${count}:m0`],
    ]);
    expect(await outbound()).toMatchObject([{ state: 'sent', attempts: 1, name: 'twin:1' }]);
    world.told.push(said('m9', 'Fijn!', { replyTo: 'twin:1' }));
    await receive();
    expect(await conversationIds()).toEqual([id]);
  });

  test('that times out after it arrived is found, and not sent again', async () => {
    const id = await fatimaAsks();
    await answer(els, id, { text: 'Donderdag.' });
    failing('timeout-after');
    await deliver();
    expect(await outbound()).toMatchObject([{ state: 'unknown', reason: 'unanswered' }]);
    await deliver();
    expect(await outbound()).toMatchObject([{ state: 'unknown' }]);
    database.turn.forward({ minutes: 2 });
    await deliver();
    expect(await outbound()).toMatchObject([{ state: 'sent', attempts: 1, name: 'twin:1' }]);
    expect(world.posts).toHaveLength(1);
  });

  test('that times out before it arrived goes again once that is certain', async () => {
    const id = await fatimaAsks();
    await answer(els, id, { text: 'Donderdag.' });
    failing('timeout-before');
    await deliver();
    database.turn.forward({ minutes: 2 });
    await deliver();
    expect(await outbound()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    expect(world.posts).toHaveLength(1);
  });

  test('that is refused stands there as failed, to be sent again or dropped by a person', async () => {
    const id = await fatimaAsks();
    await answer(els, id, { text: 'Donderdag.' });
    failing('refused');
    await deliver();
    const [failed] = await troubledOver(els, connection.accountId);
    expect(failed).toMatchObject({ state: 'failed', reason: 'refused', answer: '403', conversation: id });
    const which = { conversation: id, message: failed?.message ?? '' };
    await expect(decideAnswer(els, which, 'sent')).rejects.toMatchObject({ code: 'conflict.answer-settled' });
    await decideAnswer(els, which, 'again');
    await deliver();
    expect(await outbound()).toMatchObject([{ state: 'sent', attempts: 2 }]);
    await expect(decideAnswer(els, which, 'again')).rejects.toMatchObject({
      code: 'conflict.answer-settled',
    });
  });

  test('waits while the channel is too busy, and no other passes it in its conversation', async () => {
    const id = await fatimaAsks();
    await answer(els, id, { text: 'Een.' });
    await answer(els, id, { text: 'Twee.', followUp: true });
    failing('busy');
    await deliver();
    expect(world.posts).toEqual([]);
    database.turn.forward({ minutes: 1 });
    await deliver();
    await deliver();
    expect(world.posts.map(({ text }) => text)).toEqual(['Een.', 'Twee.']);
  });

  test('of an account that is disconnected does not go, and that is seen', async () => {
    const id = await fatimaAsks();
    await answer(els, id, { text: 'Donderdag.' });
    await turnConnection(database.context, connection.publicId, 'ended');
    await settled(database.context);
    await followOnce(database.context, stopping, openLog('silent'));
    expect(await outbound()).toMatchObject([{ state: 'not_sent', reason: 'channel_ended' }]);
  });

  test('of a paused account waits too', async () => {
    const id = await fatimaAsks();
    await answer(els, id, { text: 'Donderdag.' });
    expect(await outbound()).toMatchObject([{ state: 'queued', attempts: 0 }]);
  });

  test('that came back is no longer sent', async () => {
    const id = await fatimaAsks();
    await answer(els, id, { text: 'Donderdag.' });
    await deliver();
    world.told.push({ kind: 'returned', externalId: 'twin:1', why: '550 unknown' });
    await receive();
    expect(await outbound()).toMatchObject([{ state: 'failed', reason: 'returned' }]);
  });

  test.each(['send.claimed', 'send.called', 'settle.claimed', 'settle.looked'])(
    'is there once and known as sent when its sender dies at %s',
    async (place) => {
      const id = await fatimaAsks();
      await answer(els, id, { text: 'Donderdag.' });
      let died = false;
      const dies = async (at: string) => {
        if (at !== place || died) return;
        died = true;
        throw new Error('died');
      };
      if (place.startsWith('settle')) failing('timeout-after');
      for (let tries = 0; tries < 4; tries += 1) {
        await deliver({ ...database.context, dies }).catch(() => undefined);
        database.turn.forward({ minutes: 3 });
      }
      expect(died).toBe(true);
      await deliver();
      expect(world.posts).toHaveLength(1);
      expect(await outbound()).toMatchObject([{ state: 'sent' }]);
    },
  );

  test('of somebody who slept through it all changes nothing any more', async () => {
    const id = await fatimaAsks();
    await answer(els, id, { text: 'Donderdag.' });
    const { promise, resolve } = Promise.withResolvers<void>();
    const asleep = Promise.withResolvers<void>();
    const dies = async (at: string) => {
      if (at !== 'send.claimed') return;
      asleep.resolve();
      await promise;
    };
    const sleeper = deliver({ ...database.context, dies });
    await asleep.promise;
    database.turn.forward({ minutes: 3 });
    await deliver();
    database.turn.forward({ minutes: 3 });
    await deliver();
    resolve();
    await sleeper;
    await deliver();
    expect(world.posts).toHaveLength(1);
    expect(await outbound()).toMatchObject([{ state: 'sent' }]);
  });
});

describe('receiving over a channel', () => {
  test.each(['receive.read', 'receive.kept', 'receive.stored'])(
    'loses nothing and hears nothing twice when it dies at %s',
    async (place) => {
      for (let n = 0; n < 45; n += 1)
        world.told.push(said(`m${n}`, `bericht ${n}`, { author: `@iemand${n}` }));
      let deaths = 2;
      const dies = async (at: string) => {
        if (at !== place || deaths === 0) return;
        deaths -= 1;
        throw new Error('died');
      };
      const ctx = { ...database.context, dies };
      for (let tries = 0; tries < 3; tries += 1) await receive(ctx).catch(() => undefined);
      expect(deaths).toBe(0);
      expect(await conversationIds()).toHaveLength(45);
    },
  );

  test('puts aside what cannot be stored, and keeps all that stands beside it', async () => {
    world.told.push(
      said('a', 'Eén'),
      said('b', 'half \u0000 bericht'),
      said('c', 'Drie', { author: '@henk' }),
    );
    await receive();
    expect(await conversationIds()).toHaveLength(2);
    expect(await listAside(database.context, connection.id)).toMatchObject([{ key: `${count}:b` }]);
  });

  test('what its author changed stands here so, whatever order it is told in, and what they took back is gone', async () => {
    const id = `${count}:p`;
    world.told.push(
      { kind: 'edited', externalId: id, text: 'Derde', at: '2026-11-24T09:03:00Z' },
      said('p', 'Eerste'),
      { kind: 'edited', externalId: id, text: 'Tweede', at: '2026-11-24T09:02:00Z' },
    );
    await receive();
    expect(await texts()).toEqual(['Derde']);
    world.told.push({ kind: 'edited', externalId: id, text: 'Tweede', at: '2026-11-24T09:02:00Z' });
    await receive();
    expect(await texts()).toEqual(['Derde']);
    world.told.push({ kind: 'removed', externalId: id, at: '2026-11-24T09:04:00Z' }, said('p', 'Eerste'));
    await receive();
    expect(await texts()).toEqual(['']);
  });

  test('what was taken back before it was heard is never heard', async () => {
    world.told.push({ kind: 'removed', externalId: `${count}:weg`, at: '2026-11-24T09:00:00Z' });
    await receive();
    world.told.push(said('weg', 'Had ik niet moeten zeggen'));
    await receive();
    expect(await texts()).toEqual([]);
  });

  test('two at once hear each message once', async () => {
    for (let n = 0; n < 30; n += 1) world.told.push(said(`m${n}`, `bericht ${n}`, { author: `@twee${n}` }));
    await Promise.allSettled([receive(), receive(), receive()]);
    await receive();
    expect(await conversationIds()).toHaveLength(30);
  });
});
