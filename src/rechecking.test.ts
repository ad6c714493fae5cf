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
    facts: { uri: externalId },
  },
});

test('what an author took away goes here too once it was missed twice, and nothing else', async () => {
  const ctx = database.context;
  const connection = await getConnection(ctx, id);
  const account = await findAccount(ctx, connection);
  if (!account) throw new Error('no account');
  await transact(ctx, 'listen', (ctx) =>
    keep(ctx, account, [
      saying('at://a/1', 'Mijn thermostaat doet het niet.'),
      saying('at://a/2', 'Waar blijft de monteur?'),
      { kind: 'said', heard: { ...saying('at://a/3', 'Uit een bestand.').heard, facts: {} } },
    ]),
  );
  expect(await heardOf(ctx, account.id, ['at://a/1', 'at://a/9'])).toEqual(new Set(['at://a/1']));
  const asked: string[][] = [];
  const missing = new Set(['at://a/2']);
  let closed = 0;
  const open = async (): Promise<Connection> =>
    ({
      channel: twinChannel(),
      gone: async (ids: readonly string[]) => {
        asked.push([...ids].toSorted());
        return ids.filter((one) => missing.has(one));
      },
      close: async () => {
        closed += 1;
      },
    }) as unknown as Connection;
  const texts = () =>
    transact(ctx, 'service', ({ database }) =>
      database.selectFrom('message').select(['text', 'removed_why']).orderBy('id').execute(),
    );
  // What was just heard may not be shown everywhere yet, and of a file nobody knows whose names it bears.
  await recheckChannels(ctx, open);
  expect(asked).toEqual([]);
  database.turn.forward({ minutes: 16 });
  for (let times = 0; times < 2; times += 1) await recheckChannels(ctx, open);
  expect(asked).toEqual([
    ['at://a/1', 'at://a/2'],
    ['at://a/1', 'at://a/2'],
  ]);
  expect((await texts())[1]).toEqual({ text: 'Waar blijft de monteur?', removed_why: null });
  missing.clear();
  database.turn.forward({ minutes: 10 });
  await recheckChannels(ctx, open);
  missing.add('at://a/2');
  database.turn.forward({ minutes: 10 });
  await recheckChannels(ctx, open);
  expect((await texts())[1]).toEqual({ text: 'Waar blijft de monteur?', removed_why: null });
  database.turn.forward({ minutes: 10 });
  await recheckChannels(ctx, open);
  expect(closed).toBe(6);
  expect(await texts()).toEqual([
    { text: 'Mijn thermostaat doet het niet.', removed_why: null },
    { text: '', removed_why: 'author' },
    { text: 'Uit een bestand.', removed_why: null },
  ]);
  await recheckChannels(ctx, open);
  expect(asked.at(-1)).toEqual(['at://a/1']);
  await recheckChannels(ctx, async () => {
    throw new Error('not there');
  });
});

test('what only few may read stays private, on an account that speaks in the open', async () => {
  const ctx = database.context;
  const account = await findAccount(ctx, await getConnection(ctx, id));
  if (!account) throw new Error('no account');
  const { heard } = saying('at://a/4', 'Alleen voor jullie: mijn adres is Dorpsstraat 1.');
  await transact(ctx, 'listen', (ctx) =>
    keep(ctx, account, [{ kind: 'said', heard: { ...heard, audience: 'private' } }]),
  );
  const stored = await transact(ctx, 'service', ({ database }) =>
    database.selectFrom('message').select(['external_id', 'audience']).orderBy('id').execute(),
  );
  expect(stored.map(({ audience }) => audience)).toEqual(['public', 'public', 'public', 'private']);
});

test('a network that answers oddly keeps the others from nothing, and is seen', async () => {
  const ctx = database.context;
  const other = await connectChannel(ctx, {
    ...{
      channel: 'bluesky',
      name: 'ander.test',
      connector: 'bluesky',
      settings: {},
      secrets: { password: 'x' },
    },
  });
  await noteTrial(ctx, other, { trial: { state: 'good', as: '@ander.test' } });
  await turnConnection(ctx, other, 'on');
  let opened = 0;
  let closed = 0;
  const odd = async (): Promise<Connection> => {
    opened += 1;
    return {
      channel: twinChannel(),
      gone: async () => {
        throw new TypeError('odd');
      },
      close: async () => {
        closed += 1;
      },
    } as unknown as Connection;
  };
  await expect(recheckChannels(ctx, odd)).rejects.toThrow('odd');
  expect([opened, closed]).toEqual([2, 2]);
  await turnConnection(ctx, other, 'paused');
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
