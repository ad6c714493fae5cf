import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { portraitOf, registerAccount, utterance } from '../../test/portrait.ts';
import { measureFirstResponses } from '../conversations/measures.ts';
import { measureIntervals } from '../conversations/measuring/interval-days.ts';
import { placeUnplaced } from '../conversations/placing/placing.ts';
import { recognise } from '../customers/recognising.ts';
import { transact } from '../platform/context.ts';
import { decide } from '../privacy/deciding.ts';
import { hear } from './hearing.ts';
import type { Utterance } from './message.ts';

let polder: TestDatabase;

beforeAll(async () => {
  polder = await testDatabase({ size: 16 });
});
afterAll(() => polder?.close());

const hour = 3_600_000;
const at = (hours: number) => new Date(Date.UTC(2026, 10, 10, 10) + hours * hour);
const fresh = (channel = 'x') => registerAccount(polder.context, `account-${Math.random()}`, channel);

const count = async (query: ReturnType<typeof sql<{ n: number }>>) =>
  transact(polder.context, 'listen', async (ctx) => (await query.execute(ctx.database)).rows[0]?.n);
const orphans = sql<{ n: number }>`select count(*)::int as n from person p
  where not exists (select from identity i where i.person_id = p.id)`;

describe('hearing', () => {
  test('the same message by eight callers at once stores it once, with one of everything', async () => {
    for (let round = 0; round < 8; round += 1) {
      const account = await fresh();
      const one = utterance(`same-${round}`, { author: `@new-${round}`, sentAt: at(0) });
      const heard = await Promise.all(
        Array.from({ length: 8 }, () => hear(polder.context, { account, utterances: [one] })),
      );
      expect(heard.reduce((sum, { stored }) => sum + stored, 0)).toBe(1);
      expect(heard.reduce((sum, { duplicates }) => sum + duplicates, 0)).toBe(7);
      expect(await portraitOf(polder.context, account)).toMatchObject([
        { items: [[`same-${round}`, 'in', expect.anything()]], waiting: [{ clock: 'first' }], sequence: [1] },
      ]);
      const messages = sql<{
        n: number;
      }>`select count(*)::int as n from message where channel_account_id = ${account.id}`;
      expect(await count(messages)).toBe(1);
    }
    expect(await count(orphans)).toBe(0);
  });

  test('overlapping batches by four callers stores every message once, in whatever order they come', async () => {
    const account = await fresh();
    const all = Array.from({ length: 40 }, (_, n) =>
      utterance(`batch-${n}`, { author: `@batch-${n}`, sentAt: at(n / 10) }),
    );
    const batches = [all, all.toReversed(), all.slice(10, 30), [...all.slice(20), ...all.slice(0, 20)]];
    const heard = await Promise.all(
      batches.map((utterances) => hear(polder.context, { account, utterances })),
    );
    expect(heard.reduce((sum, { stored }) => sum + stored, 0)).toBe(40);
    expect(await portraitOf(polder.context, account)).toHaveLength(40);
    expect(await count(orphans)).toBe(0);
  });

  test('one message twice in one batch stores it once', async () => {
    const account = await fresh();
    const one = utterance('twice', { sentAt: at(0) });
    expect(await hear(polder.context, { account, utterances: [one, one] })).toMatchObject({
      stored: 1,
      duplicates: 1,
    });
  });

  test('on two accounts stores what each heard: an id belongs to its account', async () => {
    const [one, other] = [await fresh(), await fresh()];
    for (const account of [one, other])
      expect(await hear(polder.context, { account, utterances: [utterance('1')] })).toMatchObject({
        stored: 1,
      });
  });

  test('somebody without a name makes an identity of their own each time', async () => {
    const account = await fresh('review');
    const unnamed = (id: string) => utterance(id, { author: null, authorName: null, sentAt: at(0) });
    await hear(polder.context, { account, utterances: [unnamed('a'), unnamed('b')] });
    await hear(polder.context, { account, utterances: [unnamed('c'), unnamed('a')] });
    const people = sql<{ n: number }>`select count(distinct person_id)::int as n from message
      where channel_account_id = ${account.id}`;
    expect(await count(people)).toBe(3);
    expect(await portraitOf(polder.context, account)).toHaveLength(3);
  });

  test('knows a writer again by handle, whatever its case and with or without @', async () => {
    const account = await fresh();
    const author = (author: string, id: string) => utterance(id, { author, sentAt: at(0) });
    const utterances = [author('@Els_Fan', 'a'), author('els_fan', 'b'), author(' @ELS_FAN', 'c')];
    expect(await hear(polder.context, { account, utterances })).toMatchObject({ stored: 3, newPersons: 1 });
    expect(await portraitOf(polder.context, account)).toHaveLength(1);
  });
});

describe('recognising', () => {
  test('the same new writers in opposite order by eight callers leaves each one person and no orphan', async () => {
    for (let round = 0; round < 8; round += 1) {
      const sightings = Array.from({ length: 12 }, (_, n) => {
        const name = `@round-${round}-${n}`;
        return { network: 'x', externalId: name, name, unnamedKey: name };
      });
      const found = await Promise.all(
        Array.from({ length: 8 }, (_, caller) =>
          transact(polder.context, 'listen', (ctx) =>
            recognise(ctx, 'x', caller % 2 ? sightings.toReversed() : sightings),
          ),
        ),
      );
      const people = found.map(({ recognised }, caller) =>
        (caller % 2 ? recognised.toReversed() : recognised).map(({ personId }) => personId).join(),
      );
      expect(new Set(people).size).toBe(1);
      expect(found.reduce((sum, { newPersons }) => sum + newPersons, 0)).toBe(12);
    }
    expect(await count(orphans)).toBe(0);
  });
});

describe('without a reply or a thread, one writer on one account', () => {
  const said = async (...hours: number[]) => {
    const account = await fresh();
    const author = `@pause-${Math.random()}`;
    for (const [n, offset] of hours.entries())
      await hear(polder.context, {
        account,
        utterances: [utterance(`${n}`, { author, sentAt: at(offset) })],
      });
    return (await portraitOf(polder.context, account)).length;
  };

  test('is one conversation up to 72 hours after the last message, and another a second later', async () => {
    expect(await said(0, 72)).toBe(1);
    expect(await said(0, 72 + 1 / 3600)).toBe(2);
    expect(await said(0, 71, 142, 213)).toBe(1);
    expect(await said(0, 72.1, 144)).toBe(2);
  });

  test('is one conversation also when the earlier message is heard later', async () => {
    expect(await said(72, 0)).toBe(1);
    expect(await said(72 + 1 / 3600, 0)).toBe(2);
  });

  test('is another conversation on another account', async () => {
    const [one, other] = [await fresh(), await fresh()];
    const author = `@moves-${Math.random()}`;
    await hear(polder.context, { account: one, utterances: [utterance('1', { author })] });
    await hear(polder.context, { account: other, utterances: [utterance('2', { author })] });
    expect([await portraitOf(polder.context, one), await portraitOf(polder.context, other)]).toMatchObject([
      [{}],
      [{}],
    ]);
  });
});

describe('an answer without a time', () => {
  const answered = async (given: Partial<Utterance>) => {
    const database = await testDatabase();
    const account = await registerAccount(database.context, '@waterkracht');
    const ours = { direction: 'out', replyTo: 'q', ...given } as const;
    await hear(database.context, {
      account,
      utterances: [utterance('q', { sentAt: at(0) }), utterance('a', ours)],
    });
    const [from, to] = [new Date('2026-10-27T10:00:00Z'), new Date('2026-11-24T10:00:00Z')];
    const measured = await transact(database.context, 'service', async (ctx) => {
      const [day] = await measureIntervals(ctx, { from, to, zone: 'Europe/Amsterdam' });
      return { ...day?.counts, first: (await measureFirstResponses(ctx, { from, asOf: to })).clock.length };
    });
    await database.close();
    return measured;
  };

  test('counts as answered, and in no figure that needs a time', async () => {
    expect(await answered({ sentAt: null })).toMatchObject({
      asked: 1,
      answered: 1,
      inHours: 0,
      untimed: 1,
      first: 0,
    });
    expect(await answered({ sentAt: at(0.5) })).toMatchObject({
      asked: 1,
      answered: 1,
      withinHour: 1,
      untimed: 0,
      first: 1,
    });
  });

  test('stands just after its question, also when the question is heard after it', async () => {
    const portraits = [];
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const account = await fresh();
      const both = [
        utterance('q', { sentAt: at(0), author: '@untimed' }),
        utterance('a', { direction: 'out', replyTo: 'q', sentAt: null }),
      ];
      for (const part of order) {
        const utterances = [both[part] as Utterance];
        await hear(polder.context, { account, utterances }, { placeLater: true });
      }
      await placeUnplaced(polder.context);
      portraits.push(await portraitOf(polder.context, account));
    }
    expect(portraits[0]).toMatchObject([
      {
        items: [
          ['q', 'in'],
          ['a', 'reply', expect.stringMatching(/10:00:00\.001/)],
        ].map((i) => expect.arrayContaining(i)),
      },
    ]);
    expect(portraits[1]).toEqual(portraits[0]);
  });
});

describe('somebody who objected to being listened to', () => {
  test('is not kept when they speak to others, and still heard when they speak to us', async () => {
    const database = await testDatabase();
    const { context } = database;
    const account = await registerAccount(context, '@waterkracht');
    await hear(context, { account, utterances: [utterance('1', { author: '@henk' })] });
    await transact(context, 'listen', async (ctx) => {
      const [henk] = (
        await recognise(ctx, 'x', [{ network: 'x', externalId: '@henk', name: null, unnamedKey: '' }])
      ).recognised;
      await decide(ctx, henk?.personId ?? '', { purpose: 'listen', act: 'object', strength: 1 });
    });
    const overheard = utterance('2', {
      author: '@henk',
      text: 'Zij bellen nooit terug bij Waterkracht, zei mijn buurman.',
    });
    const spoken = utterance('3', { author: '@henk', text: '@waterkracht Waar blijft mijn factuur?' });
    const heard = await hear(context, { account, utterances: [overheard, spoken] });
    await database.close();
    expect(heard).toMatchObject({ stored: 1, withheld: 1, duplicates: 0 });
  });
});
