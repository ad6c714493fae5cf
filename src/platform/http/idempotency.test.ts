import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import { forgetOldKeys, once } from './idempotency.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const asked = (key: string | undefined, request: unknown = 'close') => ({ key, purpose: 'service', request });
const done = async () => ({ status: 200, body: { closed: true } });
const never = async (): Promise<never> => {
  throw new Error('must not be done a second time');
};

/** What a crash leaves: the key was taken, and the transaction went with the process. */
async function crashed(key: string): Promise<void> {
  const ctx: Context = database.context;
  let freed: string | undefined;
  const deadly = async (ctx: Context): Promise<never> => {
    const row = await ctx.database
      .selectFrom('idempotency')
      .selectAll()
      .where('key', '=', key)
      .executeTakeFirst();
    freed = JSON.stringify(row);
    throw new Refusal('conflict.crash');
  };
  await once(ctx, asked(key), deadly).catch(() => {});
  const row = JSON.parse(freed ?? '{}');
  await ctx.database.insertInto('idempotency').values(row).execute();
}

test('an answer is kept for seven days and then forgotten', async () => {
  expect(await once(database.context, asked('week'), done)).toMatchObject({ replayed: false });
  database.turn.forward({ hours: 24 * 7 - 1 });
  expect(await once(database.context, asked('week'), never)).toEqual({
    status: 200,
    body: { closed: true },
    replayed: true,
  });
  database.turn.forward({ hours: 2 });
  expect(await once(database.context, asked('week', 'something else'), done)).toMatchObject({
    replayed: false,
  });
  database.turn.forward({ hours: 24 * 8 });
  await forgetOldKeys(database.context);
  const left = await database.context.database.selectFrom('idempotency').select('key').execute();
  expect(left).toEqual([]);
});

test('what a crash cut off is in flight for a minute, then it can be done', async () => {
  await crashed('crash');
  const again = () => once(database.context, asked('crash'), done);
  await expect(again()).rejects.toMatchObject({ code: 'conflict.idempotency-in-flight' });
  database.turn.forward({ seconds: 59 });
  await expect(again()).rejects.toMatchObject({ code: 'conflict.idempotency-in-flight' });
  database.turn.forward({ seconds: 2 });
  await expect(once(database.context, asked('crash', 'another'), done)).rejects.toMatchObject({
    code: 'invalid.idempotency-key-reused',
  });
  expect(await again()).toMatchObject({ replayed: false });
  expect(await once(database.context, asked('crash'), never)).toMatchObject({ replayed: true });
});

test('who was taken over undoes what they did', async () => {
  const ctx = database.context;
  const slow = async (inside: Context) => {
    await inside.database.insertInto('department').values(department('slow')).execute();
    database.turn.forward({ seconds: 61 });
    await once(ctx, asked('slow'), async (other) => {
      await other.database.insertInto('department').values(department('quick')).execute();
      return done();
    });
    return done();
  };
  await expect(once(ctx, asked('slow'), slow)).rejects.toMatchObject({
    code: 'conflict.idempotency-in-flight',
  });
  const made = await ctx.database.selectFrom('department').select('key').execute();
  expect(made.map((row) => row.key)).toEqual(['quick']);
});

function department(key: string) {
  return { key, name: key, created_at: new Date('2026-11-24T10:00:00Z') };
}

test('what fails leaves the key free', async () => {
  await expect(once(database.context, asked('bug'), () => Promise.reject(new Error('bug')))).rejects.toThrow(
    'bug',
  );
  expect(await once(database.context, asked('bug'), done)).toMatchObject({ replayed: false });
});
