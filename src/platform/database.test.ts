import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { adminUrlOf, type TestDatabase, testDatabase, withAdmin } from '../../test/database.ts';
import { transact, transactOften } from './context.ts';
import { openDatabase } from './database.ts';

let polder: TestDatabase;

beforeAll(async () => {
  polder = await testDatabase();
});
afterAll(() => polder?.close());

test('a connection that is cut in the middle of a transaction fails that one, and the next has another', async () => {
  const admin = await adminUrlOf(polder.appUrl);
  const cut = transact(polder.context, null, async (ctx) => {
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(ctx.database);
    await withAdmin(admin, (client) => client.query('select pg_terminate_backend($1)', [rows[0]?.pid]));
    await wait(50);
    await sql`select 1`.execute(ctx.database);
  });
  await expect(cut).rejects.toThrow();
  const next = await transact(polder.context, null, (ctx) =>
    sql<{ n: number }>`select 1 as n`.execute(ctx.database),
  );
  expect(next.rows).toEqual([{ n: 1 }]);
});

describe('a database that prepares its statements', () => {
  const purposeOf = "current_setting('polder.purpose', true)";

  async function withPrepared(act: (ctx: TestDatabase['context']) => Promise<void>): Promise<void> {
    const prepared = openDatabase(polder.appUrl, { prepared: true, size: 1 });
    try {
      await act({ ...polder.context, database: prepared.database });
    } finally {
      await prepared.close();
    }
  }

  test('begins a transaction and says what for in one message, and both end with it', async () => {
    await withPrepared(async (ctx) => {
      await transact(ctx, null, async () => {});
      const query = vi.spyOn(pg.Client.prototype, 'query');
      const inside = await transact(ctx, "it's so", ({ database }) =>
        sql<{ purpose: string; at: Date }>`
          select ${sql.raw(purposeOf)} as purpose, now() as at`.execute(database),
      );
      expect(inside.rows[0]?.purpose).toBe("it's so");
      expect(query).toHaveBeenCalledTimes(3);
      query.mockRestore();
      const after = await sql<{ purpose: string }>`select ${sql.raw(purposeOf)} as purpose`.execute(
        ctx.database,
      );
      expect(after.rows).toEqual([{ purpose: '' }]);
    });
  });

  test('keeps nothing of a transaction that fails, whatever it began with', async () => {
    await withPrepared(async (ctx) => {
      const keep = (key: string) => sql`
        insert into idempotency (actor, key, request_hash, created_at) values ('test', ${key}, 'x', now())`;
      for (const purpose of ['service', null]) {
        const failing = transact(ctx, purpose, async ({ database }) => {
          await keep('lost').execute(database);
          throw new Error('after all not');
        });
        await expect(failing).rejects.toThrow('after all not');
      }
      await transact(ctx, null, ({ database }) => keep('kept').execute(database));
      const found = await sql`select key from idempotency where actor = 'test'`.execute(ctx.database);
      expect(found.rows).toEqual([{ key: 'kept' }]);
    });
  });

  test('sends nothing for a transaction in which nothing happened', async () => {
    await withPrepared(async (ctx) => {
      await sql`select 1`.execute(ctx.database);
      const query = vi.spyOn(pg.Client.prototype, 'query');
      await transact(ctx, null, async () => {});
      await expect(transact(ctx, null, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
      expect(query).not.toHaveBeenCalled();
      query.mockRestore();
    });
  });
});

describe('what is asked often', () => {
  const settings = sql<{ plans: string; scans: string; purpose: string }>`
    select current_setting('plan_cache_mode') as plans, current_setting('enable_seqscan') as scans,
      current_setting('polder.purpose', true) as purpose`;
  const prepared = sql<{ n: number }>`select count(*)::integer as n from pg_prepared_statements`;

  test('is planned once per connection and by index, and only until its transaction ends', async () => {
    const { database, close } = openDatabase(polder.appUrl, { size: 1 });
    const ctx = { ...polder.context, database };
    try {
      for (let round = 0; round < 3; round += 1) {
        const often = await transactOften(ctx, 'service', ({ database }) => settings.execute(database));
        expect(often.rows).toEqual([{ plans: 'force_generic_plan', scans: 'off', purpose: 'service' }]);
        const once = await transact(ctx, 'listen', ({ database }) => settings.execute(database));
        expect(once.rows).toEqual([{ plans: 'auto', scans: 'on', purpose: 'listen' }]);
        expect((await prepared.execute(database)).rows).toEqual([{ n: 1 }]);
      }
      const fails = transactOften(ctx, 'service', async ({ database }) => {
        await settings.execute(database);
        throw new Error('after all not');
      });
      await expect(fails).rejects.toThrow('after all not');
      expect((await settings.execute(database)).rows).toMatchObject([{ plans: 'auto', scans: 'on' }]);
      expect((await prepared.execute(database)).rows).toEqual([{ n: 1 }]);
    } finally {
      await close();
    }
  });

  test('joins a transaction that runs already, and leaves it as it was', async () => {
    const found = await transact(polder.context, 'listen', async (ctx) => {
      const inside = await transactOften(ctx, 'service', ({ database }) => settings.execute(database));
      return [...inside.rows, ...(await settings.execute(ctx.database)).rows];
    });
    expect(found).toEqual([
      { plans: 'auto', scans: 'on', purpose: 'service' },
      { plans: 'auto', scans: 'on', purpose: 'listen' },
    ]);
  });
});
