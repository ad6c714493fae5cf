import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminUrlOf, type TestDatabase, testDatabase, withAdmin } from '../../test/database.ts';
import { transact } from './context.ts';

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
