import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, hirePerson, type People, type Person } from '../../../test/people.ts';
import { transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import { answer } from '../answering.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { drawNow, drawWeek } from './drawing.ts';
import { openItem } from './item.ts';
import { places } from './places.ts';
import { getRound, listRounds } from './rounds.ts';
import type { Marks } from './rubric.ts';
import { agree, discuss, score } from './scoring.ts';

let polder: TestDatabase;
let people: People;
let hassan: Person;
let talks: Talk[];

/** Monday to Friday: Els and Joost answer thirty questions; the next Monday Polder draws. */
beforeAll(async () => {
  polder = await testDatabase({ at: '2026-11-16T09:00:00Z' });
  people = await hirePeople(polder.context);
  hassan = await hirePerson(polder.context, {
    name: 'Hassan Amrani',
    role: 'colleague',
    departmentId: people.departmentId,
  });
  talks = [];
  for (let n = 0; n < 30; n += 1) {
    const said = await talk(polder.context, `Klopt mijn rekening ${n}, mail naar fatima${n}@klant.example?`);
    polder.turn.forward({ minutes: 5 });
    await answer(n % 3 ? people.els.context : people.joost.context, said.id, {
      text: `Die klopt, nummer ${n}.`,
    });
    talks.push(said);
  }
  await transact(polder.context, 'service', (ctx) =>
    decide(ctx, talks[0]?.personId ?? '', { purpose: 'service', act: 'restrict', strength: 3 }),
  );
  polder.turn.forward({ hours: 24 * 7 });
}, 60_000);
afterAll(() => polder?.close());

const good: Marks = { substance: 2, voice: 2, correctness: 2, language: 2, closure: 2 };
const poor: Marks = { ...good, substance: 0 };

async function itemsFor(who: Person) {
  const [round] = await listRounds(who.context);
  return (await getRound(who.context, round?.publicId ?? '')).items;
}

describe('the sample of answers', () => {
  test('is twenty of a week, drawn once, without whoever had it restricted', async () => {
    await expect(drawNow(people.els.context)).rejects.toMatchObject({ code: 'forbidden.action' });
    await drawWeek(polder.context);
    expect(await drawNow(people.ravi.context)).toBe(0);
    const [round, ...others] = await listRounds(people.anneke.context);
    expect(others).toEqual([]);
    expect(round).toMatchObject({ week: '2026-11-16', drawn: 20, answers: 29, done: 0, mine: 0 });
    const restricted = await transact(polder.context, 'legal', ({ database }) =>
      sql<{
        n: number;
      }>`select count(*)::int as n from quality_item i join conversation c on c.id = i.conversation_id
        where c.person_id = ${talks[0]?.personId}`.execute(database),
    );
    expect(restricted.rows[0]?.n).toBe(0);
  });

  test('is looked at by two who do not see each other’s judgement, and never by whoever wrote it', async () => {
    const mine = await itemsFor(people.els);
    const own = mine.find(({ isOwn }) => isOwn)?.publicId ?? '';
    const other = mine.find(({ isOwn }) => !isOwn)?.publicId ?? '';
    await expect(score(people.els.context, own, good)).rejects.toMatchObject({
      code: 'forbidden.own-answer',
    });
    await score(people.els.context, other, good);
    await expect(score(people.els.context, other, poor)).rejects.toMatchObject({
      code: 'conflict.looked-already',
    });
    expect((await openItem(hassan.context, other)).scores).toEqual([]);
    expect((await openItem(people.els.context, other)).scores).toHaveLength(1);
    await score(hassan.context, other, poor);
    expect((await openItem(people.els.context, other)).scores.map(({ marks }) => marks.substance)).toEqual([
      2, 0,
    ]);
    await expect(score(people.ravi.context, other, good)).rejects.toMatchObject({
      code: 'conflict.looked-twice',
    });
    expect(await listRounds(people.els.context)).toMatchObject([{ done: 1, differing: 1, open: 1 }]);
  });

  test('is talked over by those two alone, and agreed on once', async () => {
    const item = (await itemsFor(hassan)).find(({ differs }) => differs)?.publicId ?? '';
    await expect(discuss(people.ravi.context, item, 'En ik?')).rejects.toMatchObject({
      code: 'forbidden.not-looked',
    });
    await discuss(hassan.context, item, 'Er staat geen antwoord in.');
    await discuss(people.els.context, item, 'Dat is waar.');
    await expect(discuss(people.els.context, item, ' ')).rejects.toMatchObject({ code: 'invalid.text' });
    await agree(people.els.context, item, { ...good, substance: 1 });
    await expect(agree(hassan.context, item, good)).rejects.toMatchObject({ code: 'conflict.agreed' });
    expect((await openItem(hassan.context, item)).talk.map(({ text }) => text)).toHaveLength(2);
    expect(await listRounds(people.els.context)).toMatchObject([{ differing: 1, open: 0 }]);
  });

  test('two at the same moment become first and second, a third is refused', async () => {
    const item = (await itemsFor(people.ravi)).find(({ looked }) => looked === 0)?.publicId ?? '';
    const lena = await hirePerson(polder.context, {
      name: 'Lena Bos',
      role: 'colleague',
      departmentId: people.departmentId,
    });
    const [yara, piet] = [
      await hirePerson(polder.context, {
        name: 'Yara Bos',
        role: 'colleague',
        departmentId: people.departmentId,
      }),
      await hirePerson(polder.context, {
        name: 'Piet Bos',
        role: 'colleague',
        departmentId: people.departmentId,
      }),
    ];
    const tries = await Promise.allSettled([lena, yara, piet].map((who) => score(who.context, item, good)));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect((await openItem(lena.context, item)).scores.map(({ nth }) => nth)).toEqual([1, 2]);
  });

  test('shows no name or address, stands in the ledger, and is out of reach for another department', async () => {
    const item = (await itemsFor(hassan)).find(({ isOwn, looked }) => !isOwn && looked === 0)?.publicId ?? '';
    const { words } = await openItem(hassan.context, item);
    expect(words?.answer).toContain('Die klopt');
    expect(words?.asked).not.toContain('@klant.example');
    const uses = await transact(polder.context, 'legal', ({ database }) =>
      sql<{ n: number }>`select count(*)::int as n from data_use where activity = 'answer.reviewed'`.execute(
        database,
      ),
    );
    expect(uses.rows[0]?.n).toBeGreaterThan(0);
    await expect(openItem(people.anneke.context, item)).rejects.toMatchObject({ code: 'not-found.answer' });
  });

  test('loses its words with the person, and keeps the marks', async () => {
    const { database } = polder.context;
    const found = await transact(polder.context, 'legal', ({ database }) =>
      sql<{
        person: string;
      }>`select distinct c.person_id as person from quality_talk t join quality_item i on i.id = t.item_id
        join conversation c on c.id = i.conversation_id`.execute(database),
    );
    const person = found.rows[0]?.person ?? '';
    const left = await transact(polder.context, 'legal', async (ctx) => {
      expect(await places[0]?.find(ctx, person)).toHaveLength(2);
      expect(await places[0]?.erase(ctx, person)).toBe(2);
      return places[0]?.find(ctx, person);
    });
    expect(left).toEqual([]);
    const marks = await sql<{
      n: number;
    }>`select count(*)::int as n from quality_score where nth = 0`.execute(database);
    expect(marks.rows[0]?.n).toBe(1);
  });
});
