import fc from 'fast-check';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { hirePeople, type People } from '../../test/people.ts';
import { type Context, transact } from '../platform/context.ts';
import { joinPermissions } from './joining/joining.ts';
import { type Purpose, purposeKeys } from './purpose.ts';
import { clearSpecial, markSpecial, seesSpecial, withoutSpecial } from './special.ts';
import { mayContactNow, setTerm, thoseToForget } from './terms/terming.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

const inside = <T>(act: (ctx: Context) => Promise<T>, ctx = polder.context) => transact(ctx, 'service', act);

/** The numbers 1 to 3 as messages, and which of them a query under each purpose sees. */
async function seen(): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  for (const purpose of purposeKeys) {
    const { rows } = await inside((ctx) =>
      sql<{ id: string }>`select t.id::text as id from generate_series(1, 3) as t (id)
        where ${withoutSpecial('message', sql`t.id`, purpose)} order by 1`.execute(ctx.database),
    );
    found.set(
      purpose,
      rows.map(({ id }) => id),
    );
  }
  return found;
}

test('content of a special category is never among what improves, offers, trains, tells stories or maps networks', async () => {
  await inside((ctx) =>
    markSpecial(ctx, { kind: 'message', id: '2' }, { personId: '7', found: 'colleague' }),
  );
  await inside((ctx) => markSpecial(ctx, { kind: 'note', id: '3' }, { personId: '7', found: 'colleague' }));
  const found = await seen();
  for (const purpose of ['improve', 'offers', 'network', 'train', 'story'])
    expect(found.get(purpose)).toEqual(['1', '3']);
  for (const purpose of ['service', 'legal']) expect(found.get(purpose)).toEqual(['1', '2', '3']);
  expect(purposeKeys.filter((purpose) => found.get(purpose)?.includes('2'))).toEqual(
    purposeKeys.filter(seesSpecial),
  );
});

type Kind = 'message' | 'note';
/** Which of the numbers 101 to 106 of a kind a purpose sees. */
type Seeing = (kind: Kind, purpose: Purpose) => Promise<Set<string>>;
const numbers = Array.from({ length: 6 }, (_, n) => String(101 + n));

const seeing: Seeing = (kind, purpose) =>
  inside(async (ctx) => {
    const { rows } = await sql<{
      id: string;
    }>`select t.id::text as id from generate_series(101, 106) as t (id)
      where ${withoutSpecial(kind, sql`t.id`, purpose)}`.execute(ctx.database);
    return new Set(rows.map(({ id }) => id));
  });

const mistakes: Readonly<Record<string, Seeing>> = {
  'shows it to whoever tells stories': async (kind, purpose) =>
    purpose === 'story' ? new Set(numbers) : seeing(kind, purpose),
  'looks at the number and not at the kind': async (_, purpose) =>
    (await seeing('message', purpose)).intersection(await seeing('note', purpose)),
  'hides it from whoever answers': async (kind) => seeing(kind, 'train'),
  'asks only about messages': async (kind, purpose) =>
    kind === 'note' ? new Set(numbers) : seeing(kind, purpose),
};

/** Whether every purpose sees exactly what is not marked, or all when it may, after any marks and clearings. */
async function hides(see: Seeing): Promise<boolean> {
  const mark = fc.record({
    kind: fc.constantFrom<Kind>('message', 'note'),
    id: fc.constantFrom(...numbers),
    clears: fc.boolean(),
  });
  const marked = new Set<string>();
  const property = fc.asyncProperty(fc.array(mark, { size: 'max', maxLength: 12 }), async (marks) => {
    for (const { kind, id, clears } of marks) {
      if (clears) await inside((ctx) => clearSpecial(ctx, { kind, id }), people.els.context);
      else await inside((ctx) => markSpecial(ctx, { kind, id }, { personId: '8', found: 'colleague' }));
      if (clears) marked.delete(`${kind} ${id}`);
      else marked.add(`${kind} ${id}`);
    }
    for (const kind of ['message', 'note'] as const)
      for (const purpose of ['service', 'improve', 'offers', 'network', 'train', 'story'] as const) {
        const expected = numbers.filter((id) => seesSpecial(purpose) || !marked.has(`${kind} ${id}`));
        const found = await see(kind, purpose);
        if (found.size !== expected.length || !expected.every((id) => found.has(id))) return false;
      }
    return true;
  });
  return !(await fc.check(property, { numRuns: 6, endOnFailure: true })).failed;
}

test('whatever is marked and cleared, each purpose sees what it may and nothing else', async () => {
  expect(await hides(seeing)).toBe(true);
});
test.each(Object.keys(mistakes))('that a reading %s would be noticed', async (name) => {
  expect(await hides(mistakes[name] as Seeing)).toBe(false);
});

test('only a colleague says that it is not special after all, and it can be marked again', async () => {
  const content = { kind: 'message', id: '2' } as const;
  await expect(inside((ctx) => clearSpecial(ctx, content))).rejects.toThrow(/only a colleague/);
  await inside((ctx) => clearSpecial(ctx, content), people.els.context);
  expect((await seen()).get('train')).toEqual(['1', '2', '3']);
  await inside((ctx) => markSpecial(ctx, content, { personId: '7', found: 'rule' }));
  expect((await seen()).get('train')).toEqual(['1', '3']);
});

test('terms hold for everybody who is the same person, and asking less of us needs proof', async () => {
  await inside((ctx) => setTerm(ctx, '1', { key: 'no_phone', value: true, strength: 0 }));
  await inside((ctx) => setTerm(ctx, '2', { key: 'forget_after', value: 6, strength: 1 }));
  await inside((ctx) => joinPermissions(ctx, '1', '2'));
  const call = { channel: 'phone', at: polder.context.clock.now() };
  expect(await inside((ctx) => mayContactNow(ctx, '2', call))).toEqual({ may: false, why: 'phone' });
  expect(await inside((ctx) => mayContactNow(ctx, '2', { ...call, channel: 'mail' }))).toEqual({ may: true });
  expect(await inside(thoseToForget)).toEqual([
    { personId: '1', months: 6 },
    { personId: '2', months: 6 },
  ]);
  const takeBack = (strength: number) =>
    inside((ctx) => setTerm(ctx, '2', { key: 'no_phone', value: null, strength }));
  await expect(takeBack(1)).rejects.toThrow(/loosening/);
  expect((await takeBack(2)).noPhone).toBe(false);
  expect(await inside((ctx) => mayContactNow(ctx, '1', call))).toEqual({ may: true });
});
