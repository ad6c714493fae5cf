import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../test/database.ts';
import { hirePeople, type People } from '../test/people.ts';
import type { Connection } from './channels/connection.ts';
import { twinChannel } from './channels/twin/twin.ts';
import { findAccount } from './listening/account.ts';
import {
  connectChannel,
  getConnection,
  noteTrial,
  turnConnection,
} from './listening/connecting/connection.ts';
import { heardOf } from './listening/connecting/heard-of.ts';
import { transact } from './platform/context.ts';
import { keep } from './receiving.ts';
import { recheckChannels } from './rechecking.ts';
import { warnOfExpiry } from './warning-of-expiry.ts';

let database: TestDatabase;
let people: People;
let id: string;

beforeAll(async () => {
  database = await testDatabase();
  people = await hirePeople(database.context);
  const ctx = database.context;
  id = await connectChannel(ctx, {
    ...{
      channel: 'bluesky',
      name: 'waterkracht.test',
      connector: 'bluesky',
      settings: {},
      secrets: { password: 'x' },
    },
  });
  await noteTrial(ctx, id, { trial: { state: 'good', as: '@waterkracht.test' } });
  await turnConnection(ctx, id, 'on');
});
afterAll(() => database?.close());

const saying = (externalId: string, text: string) => ({
  kind: 'said' as const,
  heard: {
    ...{
      line: 1,
      externalId,
      text,
      author: 'did:plc:fatima',
      authorName: 'Fatima',
      inbound: true,
      replyTo: null,
    },
    ...{ sentAt: '2026-11-24T09:00:00Z', thread: null, account: null, department: null, automatic: false },
  },
});

test('what an author took away at the network goes here too, whenever it was heard', async () => {
  const ctx = database.context;
  const connection = await getConnection(ctx, id);
  const account = await findAccount(ctx, connection);
  if (!account) throw new Error('no account');
  await transact(ctx, 'listen', (ctx) =>
    keep(ctx, account, [
      saying('at://a/1', 'Mijn thermostaat doet het niet.'),
      saying('at://a/2', 'Waar blijft de monteur?'),
    ]),
  );
  expect(await heardOf(ctx, account.id, ['at://a/1', 'at://a/9'])).toEqual(new Set(['at://a/1']));
  const asked: string[][] = [];
  let closed = 0;
  const open = async (): Promise<Connection> =>
    ({
      channel: twinChannel(),
      gone: async (ids: readonly string[]) => {
        asked.push([...ids].toSorted());
        return ids.filter((one) => one === 'at://a/2');
      },
      close: async () => {
        closed += 1;
      },
    }) as unknown as Connection;
  await recheckChannels(ctx, open);
  expect(asked).toEqual([['at://a/1', 'at://a/2']]);
  expect(closed).toBe(1);
  const texts = await transact(ctx, 'service', ({ database }) =>
    database.selectFrom('message').select(['text', 'removed_why']).orderBy('id').execute(),
  );
  expect(texts).toEqual([
    { text: 'Mijn thermostaat doet het niet.', removed_why: null },
    { text: '', removed_why: 'author' },
  ]);
  await recheckChannels(ctx, open);
  expect(asked.at(-1)).toEqual(['at://a/1']);
  await recheckChannels(ctx, async () => {
    throw new Error('not there');
  });
});

test('who manages channels is told a week before the access ends, once', async () => {
  const ctx = database.context;
  const mails = () =>
    transact(ctx, 'service', ({ database }) =>
      database.selectFrom('mail').select(['subject', 'key']).where('kind', '=', 'channel-expiry').execute(),
    );
  await warnOfExpiry(ctx);
  expect(await mails()).toEqual([]);
  await noteTrial(ctx, id, {
    ...{ trial: { state: 'good', as: 'x' }, expiresAt: new Date('2026-11-29T10:00:00Z') },
  });
  await warnOfExpiry(ctx);
  await warnOfExpiry(ctx);
  const told = await mails();
  expect(told.length).toBeGreaterThan(0);
  expect(new Set(told.map(({ key }) => key)).size).toBe(told.length);
  expect(told[0]?.subject).toContain('waterkracht.test');
  database.turn.forward({ hours: 24 * 6 });
  await warnOfExpiry(ctx);
  await warnOfExpiry(ctx);
  expect(await mails()).toHaveLength(2 * told.length);
  expect(people.ravi).toBeDefined();
});
