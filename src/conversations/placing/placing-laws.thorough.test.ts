import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { portraitOf, registerAccount, utterance } from '../../../test/portrait.ts';
import { hear } from '../../listening/hearing.ts';
import type { Utterance } from '../../listening/message.ts';
import { placeUnplaced } from './placing.ts';

let polder: TestDatabase;

beforeAll(async () => {
  polder = await testDatabase();
});
afterAll(() => polder?.close());

const minute = 60_000;
const day = 24 * 60 * minute;

const asks = [
  'Waar blijft mijn factuur?',
  'Hoe laat komt de monteur?',
  'Bedankt!!',
  'Topservice, dank u wel',
];
const gap = fc.oneof(
  fc.integer({ min: 1, max: 300 }).map((n) => n * minute),
  fc.constantFrom(day - minute, day + minute, 2 * day, 3 * day, 15 * day),
);
const said = fc.record({
  gap,
  who: fc.constantFrom('@fatima', '@henk', 'us', 'us', 'machine'),
  ask: fc.constantFrom(...asks),
  /** What it hangs on: an earlier message, a thread, or nothing. */
  on: fc.oneof(fc.nat(9), fc.constantFrom('thread-1', 'thread-2'), fc.constant(null)),
});
type Said = { gap: number; who: string; ask: string; on: number | string | null };

/** What was said on one account, in order of time; the last of it just before the clock of the test. */
function spoken(all: readonly Said[]): Utterance[] {
  const total = all.reduce((sum, { gap }) => sum + gap, 0);
  let at = Date.UTC(2026, 10, 24, 9, 30) - total;
  return all.map(({ gap, who, ask, on }, i) => {
    at += gap;
    const outbound = who === 'us' || who === 'machine';
    return utterance(String(i), {
      text: `${outbound ? 'Wij kijken het na' : ask} ${i}`,
      author: outbound ? '@waterkracht' : who,
      authorName: outbound ? null : who.slice(1),
      direction: outbound ? 'out' : 'in',
      automatic: who === 'machine',
      sentAt: new Date(at),
      replyTo: typeof on === 'number' && on < i ? String(on) : null,
      thread: typeof on === 'string' ? on : null,
    });
  });
}

/** Hears `parts` one after the other on an account of its own, and gives what came of it. */
async function heardIn(parts: readonly (readonly Utterance[])[]): Promise<unknown[]> {
  const account = await registerAccount(polder.context, `account-${Math.random()}`);
  for (const utterances of parts) await hear(polder.context, { account, utterances });
  return portraitOf(polder.context, account);
}

/** Hears all at once, and places it afterwards, `step` messages at a time. */
async function placedLater(all: readonly Utterance[], step: number): Promise<unknown[]> {
  const account = await registerAccount(polder.context, `account-${Math.random()}`);
  await hear(polder.context, { account, utterances: all }, { placeLater: true });
  await placeUnplaced(polder.context, step);
  return portraitOf(polder.context, account);
}

function cut<T>(all: readonly T[], cuts: readonly number[]): T[][] {
  const places = [...new Set([0, ...cuts.map((c) => c % all.length), all.length])].toSorted((a, b) => a - b);
  return places
    .slice(1)
    .map((end, i) => all.slice(places[i], end))
    .filter((part) => part.length > 0);
}

const talk = fc.array(said, { minLength: 2, maxLength: 10, size: 'max' });
const cuts = fc.array(fc.nat(9), { maxLength: 4, size: 'max' });

describe('placing', () => {
  test('gives the same conversations however what was said is divided over batches', async () => {
    await fc.assert(
      fc.asyncProperty(talk, cuts, fc.integer({ min: 1, max: 4 }), async (all, cuts, step) => {
        const messages = spoken(all);
        const whole = await heardIn([messages]);
        expect(await heardIn(cut(messages, cuts))).toEqual(whole);
        expect(await placedLater(messages, step)).toEqual(whole);
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  test('of one thread gives the same conversation in whatever order its messages are heard', async () => {
    const thread = fc.array(said, { minLength: 2, maxLength: 7, size: 'max' });
    await fc.assert(
      fc.asyncProperty(thread, fc.array(fc.nat(), { minLength: 7, maxLength: 7 }), async (all, keys) => {
        const writer = (who: string) => (who === '@henk' ? '@fatima' : who);
        const messages = spoken(all.map((one) => ({ ...one, who: writer(one.who), on: 'thread-1' })));
        const shuffled = messages
          .map((message, i) => ({ message, key: keys[i] ?? 0 }))
          .toSorted((a, b) => a.key - b.key)
          .map(({ message }) => [message]);
        expect(await heardIn(shuffled)).toEqual(await heardIn(messages.map((message) => [message])));
      }),
      { numRuns: 20, endOnFailure: true },
    );
  });

  test('hears everything again without changing anything', async () => {
    await fc.assert(
      fc.asyncProperty(talk, async (all) => {
        const messages = spoken(all);
        expect(await heardIn([messages, messages, messages.slice(0, 2)])).toEqual(await heardIn([messages]));
      }),
      { numRuns: 5, endOnFailure: true },
    );
  });
});
