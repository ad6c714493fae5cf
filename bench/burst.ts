import { Worker } from 'node:worker_threads';
import { sql } from 'kysely';
import { makeKey } from '../src/organisation/keys.ts';
import { transact } from '../src/platform/context.ts';
import { type Listening, listen, openServer } from '../src/server.ts';
import type { Part, ReadTimes, Watched, Written } from './burst-client.ts';
import { hireEls } from './colleague.ts';
import { quantile, type Report, round, say } from './figure.ts';
import { openPlace, type Place } from './place.ts';

const perSecond = 500;
const streams = 300;
const usual = 60;
/** How long streams may take to hear the last of it. */
const patience = 30_000;

/**
 * A crisis: 500 messages a second for a minute (`--seconds N` for shorter), each durable and in a transaction of its own,
 * while 300 colleagues watch and lists of the inbox are read ten times a second. Messages come by the clock, whether the
 * server keeps up or not; the same list beforehand, with nothing going on, is what it is compared with.
 */
export async function bench(report: Report, args: readonly string[]): Promise<void> {
  const at = args.indexOf('--seconds');
  const seconds = at < 0 ? usual : Math.max(1, Number(args[at + 1]) || usual);
  const place = await openPlace();
  const server = await openServer(place.polder);
  const listening = await listen(Promise.resolve(server), { port: 0, host: '127.0.0.1' });
  try {
    await measure(place, listening, { seconds, report });
  } finally {
    await listening.close();
    await server.close();
    await place.remove();
  }
}

interface Measuring {
  seconds: number;
  report: Report;
}

async function measure(place: Place, { port }: Listening, { seconds, report }: Measuring): Promise<void> {
  const { context } = place.polder;
  const key = await makeKey(context, { name: 'bench', scopes: ['messages:write'] });
  const { cookie } = await hireEls(place);
  const quiet = start<ReadTimes>({ kind: 'read', port, cookie, perSecond: 10 });
  await new Promise((resolve) => setTimeout(resolve, 4000));
  const before = quantile((await quiet.stop()).times.slice(10), 0.95);
  const watching = start<Watched>({ kind: 'watch', port, cookie, streams });
  await watching.ready;
  say(`${streams} streams are open; ${perSecond} messages a second for ${seconds} s …`);
  const reading = start<ReadTimes>({ kind: 'read', port, cookie, perSecond: 10 });
  const wrote = await start<Written>({ kind: 'write', port, key, perSecond, seconds }).result;
  const read = await reading.stop();
  say(
    `${wrote.accepted} accepted, ${wrote.refused} refused; all were in ${round(wrote.backlog)} s after the last came`,
  );
  const stored = await storedOf(place);
  await settle(place, stored.length);
  const watched = await watching.stop();
  const unheard = watched.heard.map((own) => missing(stored, own));
  report({ figure: 'accepted', value: wrote.accepted, unit: 'messages', budget: perSecond * seconds });
  report({ figure: 'lost', value: wrote.accepted - stored.length, unit: 'messages', budget: 0 });
  report({
    figure: 'inboxP95',
    value: round(quantile(read.times, 0.95)),
    unit: 'ms',
    budget: 100,
    against: `the same list with nothing going on: ${round(before)} ms`,
    ratio: round(quantile(read.times, 0.95) / before, 2),
  });
  report({ figure: 'inboxFailed', value: read.failed, unit: 'pages', budget: 0 });
  report({ figure: 'unheard', value: Math.max(...unheard), unit: 'conversations', budget: 0 });
  report({ figure: 'brokenStreams', value: watched.broken, unit: 'streams', budget: 0 });
  report({ figure: 'backlogSeconds', value: round(wrote.backlog), unit: 's' });
  report({ figure: 'acceptedP95', value: round(wrote.p95), unit: 'ms' });
}

function missing(stored: readonly string[], heard: readonly string[]): number {
  const own = new Set(heard);
  return stored.filter((id) => !own.has(id)).length;
}

/** Conversations that stand in the database: each message came from somebody else. */
async function storedOf({ polder }: Place): Promise<string[]> {
  const found = await transact(polder.context, 'service', ({ database }) =>
    sql<{ id: string }>`
      select c.public_id as id from message m join conversation_item i on i.message_id = m.id
      join conversation c on c.id = i.conversation_id where m.external_id like 'burst-%'`.execute(database),
  );
  return found.rows.map(({ id }) => id);
}

/** Until the log is still, so that what a stream did not hear by then was lost. */
async function settle({ polder }: Place, conversations: number): Promise<void> {
  const until = performance.now() + patience;
  let last = '';
  while (performance.now() < until) {
    const found = await sql<{ seq: string }>`select max(seq)::text as seq from event`.execute(
      polder.context.database,
    );
    const seq = found.rows[0]?.seq ?? '';
    if (seq === last) break;
    last = seq;
    await new Promise((resolve) => setTimeout(resolve, 1500));
  }
  say(`${conversations} conversations stand; the log is still`);
}

interface Running<T> {
  /** It is under way. */
  ready: Promise<void>;
  result: Promise<T>;
  stop(): Promise<T>;
}

function start<T>(workerData: Part): Running<T> {
  const worker = new Worker(new URL('./burst-client.ts', import.meta.url), { workerData });
  const ready = Promise.withResolvers<void>();
  const result = Promise.withResolvers<T>();
  worker.on('message', (message: T | 'watching') => {
    if (message === 'watching') ready.resolve();
    else result.resolve(message as T);
  });
  worker.on('error', (error) => {
    ready.reject(error);
    result.reject(error);
  });
  return {
    ready: ready.promise,
    result: result.promise,
    stop: () => {
      worker.postMessage('stop');
      return result.promise;
    },
  };
}
