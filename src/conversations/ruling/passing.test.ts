import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { transact } from '../../platform/context.ts';
import { answer } from '../answering.ts';
import { close } from '../closing.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { forgetMoments, passTime } from './passing.ts';
import type { Rule } from './rule.ts';
import { publishRules } from './rules.ts';
import { ruledHere } from './runs.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

const waited: Rule = {
  key: 'r1',
  name: 'Wacht te lang',
  on: 'passed',
  since: { from: 'waiting', minutes: 120 },
  begun: null,
  joined: 'all',
  conditions: [],
  acts: [{ kind: 'note', text: 'Twee uur' }],
  stop: false,
  active: true,
};
const times = async ({ conversationId }: Talk) =>
  (await transact(polder.context, 'service', (ctx) => ruledHere(ctx, conversationId))).length;

describe('a rule about time', () => {
  test('holds once when the time is over, for what gets that far from when it was there', async () => {
    const long = await talk(polder.context, 'Al lang geleden');
    polder.turn.forward({ hours: 5 });
    await publishRules(people.ravi.context, [waited]);
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    const answered = await talk(polder.context, 'En mijn rekening?');
    polder.turn.forward({ minutes: 90 });
    await passTime(polder.context);
    expect(await times(asked)).toBe(0);
    await answer(people.els.context, answered.id, { text: 'Die is onderweg.' });
    polder.turn.forward({ minutes: 45 });
    await passTime(polder.context);
    await passTime(polder.context);
    expect([await times(asked), await times(answered), await times(long)]).toEqual([1, 0, 0]);
  });

  test('looks at a later waiting of the same conversation anew, also when it is published again', async () => {
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    await answer(people.els.context, asked.id, { text: 'Onderweg.' });
    await publishRules(people.ravi.context, [{ ...waited, name: 'Anders genoemd' }]);
    polder.turn.forward({ hours: 1 });
    await talk(polder.context, 'Nog niets', { author: asked.author, thread: asked.thread });
    polder.turn.forward({ hours: 2 });
    await passTime(polder.context);
    expect(await times(asked)).toBe(1);
    await close(people.els.context, asked.id, 'answered');
    await forgetMoments(polder.context);
    const left = await sql`select from ruling_moment where conversation_id = ${asked.conversationId}`.execute(
      polder.context.database,
    );
    expect(left.rows).toEqual([]);
  });

  test('about the norm holds when something is overdue, and not for what sleeps', async () => {
    await publishRules(people.ravi.context, [{ ...waited, on: 'overdue', since: null }]);
    const [late, asleep] = [await talk(polder.context, 'Te laat'), await talk(polder.context, 'Opzij')];
    polder.turn.forward({ minutes: 10 });
    const due = new Date(polder.turn.now().epochMilliseconds - 60_000);
    await transact(polder.context, 'service', ({ database }) =>
      sql`update conversation_open set due_at = ${due}, due_kind = 'first',
      snoozed_until = case when conversation_id = ${asleep.conversationId} then 'infinity'::timestamptz end
      where conversation_id in (${late.conversationId}, ${asleep.conversationId})`.execute(database),
    );
    await passTime(polder.context);
    expect([await times(late), await times(asleep)]).toEqual([1, 0]);
  });

  test('counts the opening hours of the queue alone, when it says so', async () => {
    polder.turn.turnTo('2026-12-04T15:30:00Z');
    await publishRules(people.ravi.context, [
      { ...waited, key: 'r2', name: 'In onze uren', since: { from: 'waiting', minutes: 120, open: true } },
    ]);
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    for (const [then, held] of [
      ['2026-12-04T20:00:00Z', 0],
      ['2026-12-06T12:00:00Z', 0],
      ['2026-12-07T09:20:00Z', 0],
      ['2026-12-07T09:40:00Z', 1],
      ['2026-12-07T09:45:00Z', 1],
    ] as const) {
      polder.turn.turnTo(then);
      await passTime(polder.context);
      expect([then, await times(asked)]).toEqual([then, held]);
    }
  });
});
