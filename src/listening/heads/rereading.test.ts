import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import { type Classroom, classroom } from '../fixtures/classroom.ts';
import { correct } from '../learning/correcting.ts';
import { verdictsOn } from '../learning/verdicts.ts';
import { addClass, renameClass } from './changing.ts';
import { configureHead } from './configuring.ts';
import { rereadJob, rereadSome } from './rereading.ts';

let room: Classroom;

beforeAll(async () => {
  room = await classroom();
});
afterAll(() => room?.close());

const ravi = () => room.people.ravi.context;
const said = (nl: string, words: string[]) => ({ nl, en: nl, parent: null, words });

/** Does the jobs that wait, each once, also those that they ask for. Gives how many messages were read. */
async function work(): Promise<number> {
  let read = 0;
  for (;;) {
    const found = await sql<{ data: Record<string, string> }>`
      delete from pgboss.job where id = (
        select id from pgboss.job where name = ${rereadJob} order by created_on, id limit 1)
      returning data`.execute(room.context.database);
    const [job] = found.rows;
    if (!job) return read;
    read += await rereadSome(room.context, job.data);
  }
}

const labelsOf = async (id: string) =>
  (await verdictsOn(room.people.els.context, [id])).find(({ head }) => head === 'topic')?.labels ?? [];

describe('messages of before', () => {
  test('are read again when a class with words comes, and nothing is read twice for other names', async () => {
    const id = await room.say('Mijn warmtepomp maakt lawaai.');
    expect(await labelsOf(id)).toEqual([]);
    await addClass(ravi(), 'topic', said('warmtepomp', ['warmtepomp*']));
    expect(await work()).toBe(1);
    expect(await labelsOf(id)).toEqual(['warmtepomp']);
    await renameClass(ravi(), 'topic', { key: 'warmtepomp', said: said('warmte', ['warmtepomp*']) });
    expect(await work()).toBe(0);
  });

  test('lose what the rules found by words that are gone, and keep what a colleague said', async () => {
    const [one, other] = [await room.say('De warmtepomp staat stil.'), await room.say('Stille warmtepomp?')];
    await correct(room.people.els.context, other, { head: 'topic', labels: ['warmtepomp'] });
    await renameClass(ravi(), 'topic', { key: 'warmtepomp', said: said('warmte', ['ketel']) });
    await work();
    expect([await labelsOf(one), await labelsOf(other)]).toEqual([[], ['warmtepomp']]);
  });

  test('of a person who objected are not read', async () => {
    const id = await room.say('Waar blijft de laadpaal?', '@gerrit');
    const personId = await room.writerOf(id);
    await transact(room.context, 'listen', (ctx) =>
      decide(ctx, personId, { purpose: 'listen', act: 'object', strength: 2 }),
    );
    const seen = await room.say('Laadpaal kapot', '@henk');
    await addClass(ravi(), 'topic', said('laden', ['laadpaal']));
    await work();
    expect([await labelsOf(id), await labelsOf(seen)]).toEqual([[], ['laden']]);
  });

  test('are read by the newest change only', async () => {
    await addClass(ravi(), 'topic', said('gas', ['gas']));
    room.polder.turn.forward({ minutes: 1 });
    await addClass(ravi(), 'topic', said('water', ['water']));
    const jobs = await sql<{ data: Record<string, string> }>`
      select data from pgboss.job where name = ${rereadJob} order by created_on`.execute(
      room.context.database,
    );
    expect(jobs.rows.length).toBe(2);
    expect(await rereadSome(room.context, jobs.rows[0]?.data ?? {})).toBe(0);
    expect(await work()).toBeGreaterThan(0);
  });

  test('are not read while the head is off, and all when it is on again', async () => {
    await configureHead(ravi(), 'topic', { promised: 0.9, enabled: false });
    await addClass(ravi(), 'topic', said('stroom', ['stroom']));
    expect(await work()).toBe(0);
    const id = await room.say('Geen stroom vandaag.');
    await configureHead(ravi(), 'topic', { promised: 0.9, enabled: true });
    expect(await work()).toBeGreaterThan(0);
    expect(await labelsOf(id)).toEqual(['stroom']);
  });

  test('go on where a batch ended, up to ten thousand', async () => {
    const [row] = (
      await sql<{
        changed: string;
      }>`select changed_at::text as changed from head where key = 'topic'`.execute(room.context.database)
    ).rows;
    const data = { head: 'topic', changed: row?.changed ?? '', at: '2026-11-23 10:00:00+00', id: '3' };
    expect(await rereadSome(room.context, { ...data, read: '9999' })).toBe(1);
    expect(await rereadSome(room.context, { ...data, read: '10000' })).toBe(0);
    expect(await work()).toBe(0);
  });
});
