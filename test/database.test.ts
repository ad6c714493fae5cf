import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { getOrganisation } from '../src/organisation/organisation.ts';
import { testDatabase } from './database.ts';
import { hirePeople } from './people.ts';

test('two databases of one run know nothing of each other', async () => {
  const [one, other] = await Promise.all([testDatabase(), testDatabase({ at: '2027-02-01T08:00:00Z' })]);
  await hirePeople(one.context);
  const count = (db: typeof one) =>
    sql<{ n: number }>`select count(*)::int as n from employee`.execute(db.context.database);
  expect((await count(one)).rows[0]?.n).toBe(4);
  expect((await count(other)).rows[0]?.n).toBe(0);
  expect(await getOrganisation(other.context)).toMatchObject({ timezone: 'Europe/Amsterdam' });
  await Promise.all([one.close(), other.close()]);
});

test('statements are counted without what every transaction costs', async () => {
  const database = await testDatabase();
  await database.context.database.transaction().execute(async (transaction) => {
    await sql`select set_config('polder.purpose', 'service', true)`.execute(transaction);
    await sql`select 1 as one`.execute(transaction);
  });
  expect(database.statements()).toEqual(['select 1 as one']);
  expect(database.statements()).toEqual([]);
  await database.close();
});
