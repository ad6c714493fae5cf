import { Worker } from 'node:worker_threads';
import pg from 'pg';
import { makeKey } from '../src/organisation/keys.ts';
import { type Listening, listen, openServer } from '../src/server.ts';
import { median, type Report, round } from './figure.ts';
import type { Load, Measured } from './inbound-client.ts';
import { openPlace, type Place } from './place.ts';

const budgets: Readonly<Record<number, number>> = { 1: 250, 16: 400 };
const requests = 3000;

/**
 * One message in over HTTP, one transaction each: durable, with dedupe, event, interval and head row. Against the
 * floor of the same run: one plain row inserted and committed, as many callers.
 */
export async function bench(report: Report): Promise<void> {
  const place = await openPlace();
  const server = await openServer(place.polder, { pages: async () => new Response('no pages here') });
  const listening = await listen(Promise.resolve(server), { port: 0, host: '127.0.0.1' });
  try {
    const key = await makeKey(place.polder.context, { name: 'bench', scopes: ['messages:write'] });
    await post(listening, key, { callers: 16, count: 600, prefix: 'warm' });
    for (const callers of [1, 16]) {
      const floor = await plainInserts(place, callers);
      const runs = [];
      for (const run of ['a', 'b', 'c']) {
        runs.push(await post(listening, key, { callers, count: requests / 3, prefix: `${run}${callers}` }));
      }
      const value = median(runs.map((run) => run.perSecond));
      report({
        figure: `perSecond ${callers}`,
        value: round(value, 0),
        unit: 'messages/s',
        budget: budgets[callers] ?? 0,
        against: `plain durable insert: ${round(floor, 0)}/s`,
        ratio: round(value / floor, 3),
      });
      report({
        figure: `p95 ${callers}`,
        value: round(median(runs.map((run) => run.p95))),
        unit: 'ms',
        budget: 50,
      });
    }
  } finally {
    await listening.close();
    await server.close();
    await place.remove();
  }
}

function post(
  { port }: Listening,
  key: string,
  load: Pick<Load, 'callers' | 'count' | 'prefix'>,
): Promise<Measured> {
  const workerData: Load = { port, key, ...load };
  const client = new Worker(new URL('./inbound-client.ts', import.meta.url), { workerData });
  return new Promise((resolve, reject) => {
    client.once('message', resolve);
    client.once('error', reject);
  });
}

async function plainInserts(place: Place, callers: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: place.polder.databaseUrl, max: callers });
  const count = 1000;
  let next = 0;
  const started = performance.now();
  await Promise.all(
    Array.from({ length: callers }, async () => {
      while (next++ < count) {
        await pool.query(
          "insert into idempotency (actor, key, request_hash, created_at) values ('bench', gen_random_uuid()::text, 'x', now())",
        );
      }
    }),
  );
  const perSecond = count / ((performance.now() - started) / 1000);
  await pool.end();
  return perSecond;
}
