import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { listenForEvents } from './listening.ts';
import { silentLog } from './log.ts';

let place: TestDatabase;
beforeAll(async () => {
  place = await testDatabase();
});
afterAll(() => place.close());

test('many events wake a reader a few times, and always once more after the last', async () => {
  let told = 0;
  const seen: number[] = [];
  const listening = listenForEvents(place.appUrl, async () => void seen.push(told), silentLog);
  await expect.poll(() => seen.length).toBe(1);
  for (; told < 100; told += 1)
    await sql`select pg_notify('polder_event', '')`.execute(place.context.database);
  await expect.poll(() => seen.at(-1)).toBe(100);
  await wait(120);
  expect(seen.length).toBeLessThan(60);
  await listening.close();
});
