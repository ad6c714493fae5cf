import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { transact } from '../../platform/context.ts';
import { deliver } from '../delivering/offering.ts';
import { listInbox } from '../inbox.ts';
import { practiceCases } from './cases.ts';
import {
  beginPractice,
  dropPractice,
  forgetPractices,
  getPractice,
  listPractices,
  writePractice,
} from './practising.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

/** How many rows every table of Polder has. */
const rows = () =>
  withAdmin(polder.ownerUrl, async (owner) => {
    const tables = await owner.query<{ name: string }>(
      `select c.relname as name from pg_class c where c.relnamespace = 'public'::regnamespace
        and c.relkind in ('r', 'p') and not c.relispartition`,
    );
    const counted: Record<string, number> = {};
    for (const { name } of tables.rows)
      counted[name] = Number(
        (await owner.query<{ n: string }>(`select count(*) as n from "${name}"`)).rows[0]?.n,
      );
    return counted;
  });

const kinds = async (id: string) => (await getPractice(people.els.context, id)).lines.map(({ kind }) => kind);

describe('practising', () => {
  test('is a talk like any other: an answer brings what the customer says to it, until the case is done', async () => {
    const els = people.els.context;
    const id = await beginPractice(els, 'wrong-parcel');
    expect(await kinds(id)).toEqual(['in']);
    await writePractice(els, id, { kind: 'note', text: 'Eerst vragen naar het etiket.' });
    await writePractice(els, id, { kind: 'reply', text: 'Wat vervelend.' });
    expect(await kinds(id)).toEqual(['in', 'note', 'reply', 'in']);
    expect((await getPractice(els, id)).done).toBe(false);
    await writePractice(els, id, { kind: 'reply', text: 'Ook na zes uur.' });
    expect(await getPractice(els, id)).toMatchObject({ done: true, case: { customer: 'Robin' } });
    expect(await listPractices(els)).toMatchObject([{ id, done: true }]);
  });

  test('writes nothing anywhere else: no message, no person, no waiting, no outbound answer, no event', async () => {
    const before = await rows();
    const els = people.els.context;
    for (const { key, says } of practiceCases) {
      const id = await beginPractice(els, key);
      for (const _ of says) await writePractice(els, id, { kind: 'reply', text: 'Ik kijk het na.' });
      await transact(polder.context, 'service', (ctx) => deliver(ctx, '1', () => ['public', 'private']));
    }
    const after = await rows();
    const changed = Object.keys(after).filter((table) => after[table] !== before[table]);
    expect(changed.toSorted()).toEqual(['practice', 'practice_line']);
    expect((await listInbox(els, { view: 'open' })).rows).toEqual([]);
  });

  test('is of whoever practises: nobody else reads it, and it can be thrown away', async () => {
    const id = await beginPractice(people.els.context, 'outage');
    await expect(getPractice(people.joost.context, id)).rejects.toMatchObject({ code: 'not-found.practice' });
    await expect(dropPractice(people.joost.context, id)).rejects.toMatchObject({
      code: 'not-found.practice',
    });
    await expect(beginPractice(polder.context, 'outage')).rejects.toMatchObject({ code: 'forbidden.action' });
    await expect(beginPractice(people.els.context, 'nothing')).rejects.toMatchObject({
      code: 'not-found.practice',
    });
    await dropPractice(people.els.context, id);
    await expect(getPractice(people.els.context, id)).rejects.toMatchObject({ code: 'not-found.practice' });
    polder.turn.forward({ hours: 31 * 24 });
    await forgetPractices(polder.context);
    expect(await listPractices(people.els.context)).toEqual([]);
  });

  test('has cases in both languages, each with what a good answer holds', () => {
    for (const { says, points, example, title } of practiceCases)
      for (const words of [title, example, ...says, ...points])
        for (const text of [words.nl, words.en]) expect(text.length).toBeGreaterThan(5);
  });
});
