import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { registerAccount, utterance } from '../../../test/portrait.ts';
import { transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import { hear } from '../hearing.ts';
import { type Contrasts, contrast } from './contrasting.ts';
import type { MessageSet } from './message-set.ts';

let polder: TestDatabase;
let people: People;

/** November speaks of the grid, October of bills; both of the engineer. One person shouts, and one is named. */
beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  const account = await registerAccount(polder.context, '@waterkracht');
  const say = (n: number, month: number, { by, text }: { by: string; text: string }) =>
    utterance(`m${month}-${n}`, {
      text,
      author: by,
      sentAt: new Date(Date.UTC(2026, month - 1, 1 + (n % 20), 12)),
    });
  const many = (count: number, month: number, text: (n: number) => string) =>
    Array.from({ length: count }, (_, n) => say(n, month, { by: `@klant-${n}`, text: text(n) }));
  await hear(polder.context, {
    account,
    utterances: [
      ...many(60, 11, (n) =>
        n % 2 ? 'netbeheerder vol en monteur komt niet' : 'monteur Gerrit Hoekstra belt niet',
      ),
      ...many(60, 10, (n) => (n % 2 ? 'termijnbedrag omhoog zegt de monteur' : 'de monteur was vriendelijk')),
      ...Array.from({ length: 40 }, (_, n) =>
        say(1000 + n, 11, { by: '@roeper', text: 'schandpaal schandpaal' }),
      ),
    ],
  });
});
afterAll(() => polder.close());

const november: MessageSet = { from: '2026-11-01', until: '2026-11-30' };
const october: MessageSet = { from: '2026-10-01', until: '2026-10-31' };
type Contrasting = typeof contrast;

/** What must hold of a contrast between the two months. */
async function holds(contrasting: Contrasting): Promise<void> {
  const there = await contrasting(people.els.context, november, october);
  const back = await contrasting(people.els.context, october, november);
  const names = (found: Contrasts['more']) => found.map(({ term }) => term);
  expect(names(there.more).join(' ')).toContain('netbeheerder');
  expect(names(there.fewer).join(' ')).toContain('termijnbedrag');
  expect(names(there.more).join(' ')).not.toMatch(/gerrit|hoekstra|schandpaal|termijnbedrag/);
  expect(names(there.more)).not.toContain('monteur');
  expect([names(back.fewer), names(back.more)]).toEqual([names(there.more), names(there.fewer)]);
  expect(there.one).toMatchObject({ messages: 100, persons: 61, isTooSmall: false });
  for (const { persons, g2, share, otherShare } of [...there.more, ...there.fewer]) {
    expect(persons).toBeGreaterThanOrEqual(5);
    expect(g2).toBeGreaterThan(15);
    expect(share).toBeGreaterThan(otherShare);
  }
}

const changed =
  (change: (found: Contrasts) => Contrasts): Contrasting =>
  async (ctx, one, other) =>
    change(await contrast(ctx, one, other));

describe('two sets of messages', () => {
  test('are told apart by what many people of one say and the other does not', () => holds(contrast));

  test.each<[string, Contrasting]>([
    ['turns the sides round', changed((f) => ({ ...f, more: f.fewer, fewer: f.more }))],
    [
      'tells a name',
      changed((f) => ({ ...f, more: f.more.map((t) => ({ ...t, term: `${t.term} gerrit` })) })),
    ],
    [
      'tells what one person shouts',
      changed((f) => ({ ...f, more: f.more.map((t) => ({ ...t, persons: 1 })) })),
    ],
    ['tells nothing', changed((f) => ({ ...f, more: [], fewer: [] }))],
    ['counts messages as people', changed((f) => ({ ...f, one: { ...f.one, persons: f.one.messages } }))],
  ])('and a contrast that %s is found out', async (_, broken) => {
    await expect(holds(broken)).rejects.toThrow();
  });

  test('of fewer than ten people show nothing, not even how few', async () => {
    const few: MessageSet = { ...november, until: '2026-11-01' };
    const found = await contrast(people.els.context, few, october);
    expect(found).toMatchObject({ one: { messages: 0, persons: 0, isTooSmall: true }, more: [], fewer: [] });
  });

  test('of which one lies in the other are the part and the rest', async () => {
    const { one, other, more } = await contrast(people.els.context, november, {});
    expect([one.messages, other.messages]).toEqual([100, 60]);
    expect(more.map(({ term }) => term).join(' ')).toContain('netbeheerder');
  });

  test('hold nobody who objected to being listened to', async () => {
    await transact(polder.context, 'listen', async (ctx) => {
      const found = sql<{ id: string }>`
        select person_id as id from message where text like 'schandpaal%' limit 1`;
      const [row] = (await found.execute(ctx.database)).rows;
      await decide(ctx, row?.id ?? '', { purpose: 'listen', act: 'object', strength: 2 });
    });
    expect((await contrast(people.els.context, november, october)).one).toMatchObject({
      messages: 60,
      persons: 60,
    });
    await expect(contrast(people.anneke.context, november, october)).rejects.toThrow('forbidden.action');
  });
});
