import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { connectChannel, getConnection } from './connection.ts';
import { spendingOf } from './spending.ts';

let database: TestDatabase;
let id: string;
beforeAll(async () => {
  database = await testDatabase();
  const given = { channel: 'x', name: '@waterkracht', connector: 'x', settings: {}, secrets: {} };
  id = (await getConnection(database.context, await connectChannel(database.context, given))).id;
});
afterAll(() => database?.close());

test('a budget is never overspent, however many speak for the account at once, and begins anew with the period', async () => {
  const during = (period: string) => spendingOf(database.context, id, () => period);
  const november = during('2026-11');
  const taken = await Promise.all(Array.from({ length: 20 }, () => november.take(15, 100)));
  expect(taken.filter(Boolean)).toHaveLength(6);
  expect(await november.left(100)).toBe(10);
  expect(await november.take(11, 100)).toBe(false);
  expect(await november.take(10, 100)).toBe(true);
  await november.note(50);
  expect(await november.left(100)).toBe(0);
  expect(await during('2026-12').left(100)).toBe(100);
});
