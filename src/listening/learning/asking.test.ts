import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import { marginOf } from '../../understanding/learned/choosing.ts';
import { type Classroom, classroom, lessons } from '../fixtures/classroom.ts';
import { nextToLabel } from './asking.ts';
import { correct } from './correcting.ts';
import { retrain } from './learning.ts';
import { readerOf } from './reading.ts';

let room: Classroom;
const said: string[] = [];

beforeAll(async () => {
  room = await classroom();
  for (const { text } of lessons(60)) said.push(await room.say(text));
});
afterAll(() => room?.close());

const els = () => room.people.els.context;
const ids = async (count: number) =>
  (await nextToLabel(els(), 'intent', count)).map(({ publicId }) => publicId);

describe('what to label next', () => {
  test('is the same all day, another day something else, and never what a colleague labelled', async () => {
    const first = await ids(8);
    expect(first.length).toBe(8);
    expect(await ids(8)).toEqual(first);
    await correct(els(), first[0] ?? '', { head: 'intent', labels: ['idea'] });
    expect(await ids(60)).not.toContain(first[0]);
    room.polder.turn.forward({ hours: 24 });
    expect(await ids(8)).not.toEqual(first.slice(1));
    const asked = await nextToLabel(els(), 'intent', 1);
    expect(asked).toMatchObject([{ channel: 'x', labels: [expect.any(String)], confidence: null }]);
  });

  test('leaves out who objects to being learned from, and is written down as a list once a day', async () => {
    const [, next = ''] = await ids(8);
    const person = await room.writerOf(next);
    await transact(room.context, 'service', (ctx) =>
      decide(ctx, person, { purpose: 'train', act: 'object', strength: 3 }),
    );
    expect(await ids(60)).not.toContain(next);
    const listed = await transact(room.context, 'train', (ctx) =>
      sql`select activity, purpose from list_use where activity = 'labels.asked'`.execute(ctx.database),
    );
    expect(listed.rows).toEqual([
      { activity: 'labels.asked', purpose: 'train' },
      { activity: 'labels.asked', purpose: 'train' },
    ]);
  });

  test('asks first about what the model doubts', async () => {
    for (const [at, { intent }] of lessons(60).entries()) {
      if (at % 3 === 0) continue;
      await correct(els(), said[at] ?? '', { head: 'intent', labels: [intent] });
    }
    await retrain(room.context, 'intent');
    const all = await nextToLabel(els(), 'intent', 100);
    const live = readerOf(room.context).find('intent');
    const doubt = (text: string) => (live ? marginOf(live.predictor, text) : 0);
    const doubted = all.map(({ text }) => text).sort((one, other) => doubt(one) - doubt(other));
    const asked = await nextToLabel(els(), 'intent', 4);
    expect(asked.map(({ text }) => text)).toEqual(expect.arrayContaining(doubted.slice(0, 3)));
    expect(asked.every(({ confidence }) => confidence !== null && confidence > 0 && confidence <= 1)).toBe(
      true,
    );
  });

  test('is for whoever answers', async () => {
    await expect(nextToLabel(room.people.anneke.context, 'intent', 4)).rejects.toMatchObject({
      code: 'forbidden.action',
    });
    await expect(nextToLabel(els(), 'nothing', 4)).rejects.toMatchObject({ code: 'not-found.head' });
  });
});
