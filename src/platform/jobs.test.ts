import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../test/database.ts';
import { queues } from '../schedule.ts';
import { transact } from './context.ts';
import { type Jobs, sendJob, startJobs, type Timed } from './jobs.ts';
import { silentLog } from './log.ts';

let polder: TestDatabase;
let jobs: Jobs | undefined;
const ran: string[] = [];

const [queue = ''] = queues;
const timed: readonly Timed[] = [{ name: queue, run: async (_, data) => void ran.push(data.which ?? '') }];

beforeAll(async () => {
  polder = await testDatabase();
});
afterAll(async () => {
  await jobs?.stop();
  await polder?.close();
});

test('the owner made the tables of the jobs; the weak login may not make or change any', async () => {
  const { rows } = await withAdmin(polder.ownerUrl, (client) =>
    client.query(`select distinct pg_get_userbyid(relowner) = current_user as ours from pg_class
      where relnamespace = 'pgboss'::regnamespace and relkind in ('r', 'p')`),
  );
  expect(rows).toEqual([{ ours: true }]);
  const asApp = (statement: string) => withAdmin(polder.appUrl, (client) => client.query(statement));
  await expect(asApp('create table pgboss.mine (id int)')).rejects.toThrow(/permission denied/);
  await expect(asApp('alter table pgboss.job add column mine int')).rejects.toThrow(/must be owner/);
});

test('a job runs once when its transaction commits, and never when it does not', async () => {
  const send = (which: string) => transact(polder.context, null, (ctx) => sendJob(ctx, queue, { which }));
  const broken = transact(polder.context, null, async (ctx) => {
    await sendJob(ctx, queue, { which: 'rolled back' });
    throw new Error('broken off');
  });
  await expect(broken).rejects.toThrow('broken off');
  await send('committed');
  jobs = await startJobs(polder.context, polder.appUrl, { timed, log: silentLog });
  await send('committed while running');
  for (let tries = 0; ran.length < 2 && tries < 200; tries += 1) await wait(50);
  await wait(1200);
  expect(ran.toSorted()).toEqual(['committed', 'committed while running']);
  const left = await sql<{
    state: string;
  }>`select distinct state from pgboss.job where name = ${queue}`.execute(polder.context.database);
  expect(left.rows).toEqual([{ state: 'completed' }]);
});
