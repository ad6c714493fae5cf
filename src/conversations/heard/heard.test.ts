import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import type { Context } from '../../platform/context.ts';
import { talk } from '../fixtures/talk.ts';
import { listHeard } from './heard.ts';
import { hideHeard, tellHeard } from './telling.ts';

let database: TestDatabase;
let els: Context;
const talks: string[] = [];

beforeAll(async () => {
  database = await testDatabase();
  els = (await hirePeople(database.context)).els.context;
  for (let n = 0; n < 12; n += 1) talks.push((await talk(database.context, `De rekening, ${n}`)).id);
});
afterAll(() => database?.close());

const words = { nl: { said: 'De rekening is niet te lezen.', did: 'Hij past nu op één bladzijde.' } };
const tell = (conversations: readonly string[], doneOn = '2026-11-20') =>
  tellHeard(els, { words, doneOn, conversations });

describe('what was heard', () => {
  test('is told with how many said it, in public only from ten on, to colleagues always', async () => {
    const few = await tell(talks.slice(0, 9));
    const many = await tell([...talks.slice(0, 10), talks[0] ?? '']);
    const count = async (id: string, all: boolean) =>
      (await listHeard(els, { all })).find(({ publicId }) => publicId === id)?.said;
    expect([await count(few, false), await count(few, true)]).toEqual([null, 9]);
    expect([await count(many, false), await count(many, true)]).toEqual([10, 10]);
  });

  test('names a conversation that exists, or is not told at all', async () => {
    const before = (await listHeard(els, { all: true })).length;
    await expect(tell([talks[0] ?? '', 'cv_nowhere'])).rejects.toMatchObject({
      code: 'not-found.conversation',
    });
    await expect(
      tellHeard(els, { words: {}, doneOn: '2026-11-20', conversations: [] }),
    ).rejects.toMatchObject({
      code: 'invalid.heard-empty',
    });
    expect(await listHeard(els, { all: true })).toHaveLength(before);
  });

  test('is taken off the public page and put back, and stays with colleagues', async () => {
    const id = await tell([]);
    const there = async (all: boolean) => (await listHeard(els, { all })).some((one) => one.publicId === id);
    await hideHeard(els, id, true);
    expect([await there(false), await there(true)]).toEqual([false, true]);
    await hideHeard(els, id, false);
    expect(await there(false)).toBe(true);
  });

  test('is told and hidden by colleagues only', async () => {
    const refused = { code: 'forbidden.action' };
    await expect(
      tellHeard(database.context, { words, doneOn: '2026-11-20', conversations: [] }),
    ).rejects.toMatchObject(refused);
    await expect(hideHeard(database.context, 'he_x', true)).rejects.toMatchObject(refused);
  });

  test('is read newest first, in one statement', async () => {
    await tell([], '2026-11-23');
    await tell([], '2026-10-01');
    database.statements();
    const days = (await listHeard(els)).map(({ doneOn }) => doneOn);
    expect(database.statements()).toHaveLength(1);
    expect(days).toEqual(days.toSorted().toReversed());
  });
});
