import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import { answer } from '../../conversations/answering.ts';
import { close, reopen } from '../../conversations/closing.ts';
import { type Talk, talk } from '../../conversations/fixtures/talk.ts';
import { touchedDays } from '../../conversations/measuring/touched-days.ts';
import { publishNorms } from '../../conversations/norms/norms.ts';
import { moveToQueue } from '../../conversations/routing/moving.ts';
import { anything } from '../../conversations/routing/rule.ts';
import { makeQueue } from '../../organisation/queueing/queue-keeping.ts';
import { transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { reactions } from '../../reactions.ts';
import { countReports } from './counting.ts';
import { keepCounted, keptCounted } from './keeping.ts';
import { forgetReports, keepReports, type Work } from './rolling.ts';

/** One thing that happens; `which` chooses among the conversations there are. */
const steps = fc.array(
  fc.record({
    act: fc.constantFrom('ask', 'again', 'answer', 'close', 'dismiss', 'reopen', 'move', 'roll', 'wait'),
    which: fc.nat({ max: 30 }),
    hours: fc.integer({ min: 1, max: 90 }),
  }),
  { minLength: 8, maxLength: 26, size: 'max' },
);
type Step = { act: string; which: number; hours: number };

const works: Work = { touched: touchedDays, count: countReports, keep: keepCounted };

let polder: TestDatabase;
let people: People;
let talks: Talk[];

beforeAll(async () => {
  polder = await testDatabase({ at: '2026-10-05T07:00:00Z' });
  people = await hirePeople(polder.context);
  await makeQueue(people.ravi.context, 'Facturen');
  await publishNorms(people.ravi.context, [
    {
      key: 'n',
      name: 'Gewoon',
      queues: [],
      conditions: anything,
      clock: 'hours',
      first: 14_400,
      next: 14_400,
      resolution: null,
    },
  ]);
  talks = [];
}, 60_000);
afterAll(() => polder?.close());

async function follow(): Promise<void> {
  await settled(polder.context);
  await followAll(
    polder.context,
    reactions.filter(({ name }) => ['keep-due', 'route-opened'].includes(name)),
    silentLog,
  );
  await settled(polder.context);
}

async function take({ act, which, hours }: Step, work: Work): Promise<void> {
  const { context } = polder;
  const one = talks[which % Math.max(1, talks.length)];
  if (act === 'wait') polder.turn.forward({ hours });
  if (act === 'ask') talks.push(await talk(context, `Vraag ${talks.length}: klopt mijn rekening?`));
  if (act === 'roll') {
    await follow();
    await keepReports(context, work);
  }
  if (!one) return;
  polder.turn.forward({ minutes: 7 });
  if (act === 'again') await talk(context, 'En?', { author: one.author, thread: one.thread });
  if (act === 'answer') await answer(people.els.context, one.id, { text: 'Ja, die klopt.' });
  if (act === 'close') await close(people.els.context, one.id, 'answered');
  if (act === 'dismiss') await close(people.els.context, one.id, 'no_answer_needed');
  if (act === 'reopen') await reopen(people.els.context, one.id);
  if (act === 'move')
    await moveToQueue(people.ravi.context, one.id, {
      queue: hours % 2 ? 'facturen' : 'general',
      reason: 'Hoort daar.',
    });
}

const zone = 'Europe/Amsterdam';
const range = { from: '2026-10-01', to: '2027-06-01' };

/** What is kept is what would be counted from the beginning, whenever it is looked at after things have settled. */
async function staysTrue(work: Work, numRuns: number): Promise<void> {
  await forgetReports(polder.context);
  await keepReports(polder.context);
  await fc.assert(
    fc.asyncProperty(steps, async (course) => {
      for (const step of course)
        await take(step, work).catch((error) => {
          // What is closed cannot be moved, and so on: nothing happened then.
          if (!isRefusal(error)) throw error;
        });
      await follow();
      await keepReports(polder.context, work);
      const { kept, counted } = await transact(polder.context, 'measure', async (ctx) => ({
        kept: await keptCounted(ctx, { range, zone }),
        counted: await countReports(ctx, {
          from: new Date('2026-09-30T22:00:00Z'),
          to: new Date('2027-05-31T22:00:00Z'),
          zone,
        }),
      }));
      for (const part of ['hours', 'waits', 'reasons'] as const)
        expect(sorted(kept[part])).toEqual(sorted(counted[part]));
    }),
    { numRuns, endOnFailure: true },
  );
}

function sorted(rows: readonly object[]): string[] {
  return rows.map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted();
}

const broken: Record<string, Work> = {
  'looks only at new days': { ...works, touched: async () => [] },
  'looks only at the newest day that was touched': {
    ...works,
    touched: async (ctx, asked) => (await touchedDays(ctx, asked)).slice(-1),
  },
  'forgets the day of asking': {
    ...works,
    touched: async (ctx, asked) => (await touchedDays(ctx, asked)).slice(1),
  },
  'counts half an hour short': {
    ...works,
    count: (ctx, days) => countReports(ctx, { ...days, to: new Date(days.to.getTime() - 14 * 3_600_000) }),
  },
  'keeps no endings': {
    ...works,
    keep: (ctx, where, counted) =>
      keepCounted(ctx, where, {
        ...counted,
        waits: counted.waits.filter(({ kind }) => kind.startsWith('first')),
      }),
  },
};

describe('reports that are kept', () => {
  test(
    'are what would be counted from the beginning, whatever happens in between',
    () => staysTrue(works, 14),
    240_000,
  );
  test.each(Object.entries(broken))(
    'are wrong when the work %s',
    async (_, work) => {
      await expect(staysTrue(work, 40)).rejects.toThrow();
    },
    240_000,
  );
});
