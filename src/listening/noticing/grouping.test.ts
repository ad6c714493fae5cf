import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { registerAccount, utterance } from '../../../test/portrait.ts';
import { settled } from '../../../test/settled.ts';
import { type Context, transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import type { ChannelAccount } from '../account.ts';
import { hear } from '../hearing.ts';
import { groupHeard } from './grouping.ts';
import { findAlikeOf } from './groups.ts';
import { makeNoticer } from './noticer.ts';
import { places } from './places.ts';
import { forgetUnrepeated } from './remembering.ts';

let polder: TestDatabase;
let context: Context;
let account: ChannelAccount;
let heard = 0;

beforeEach(async () => {
  polder = await testDatabase();
  context = { ...polder.context, noticer: makeNoticer() };
  account = await registerAccount(context, '@waterkracht');
});
afterEach(() => polder.close());

async function say(texts: readonly string[], sentAt = '2026-11-23T10:00:00Z'): Promise<string[]> {
  const utterances = texts.map((text) =>
    utterance(`said-${++heard}`, { text, author: `@klant-${heard}`, sentAt: new Date(sentAt) }),
  );
  return (await hear(context, { account, utterances })).publicIds;
}

/** Groups all that was said, when nobody holds back the log any more. */
async function group(ctx = context): Promise<void> {
  await settled(context);
  await groupHeard(ctx);
}

const campaign = (n: number) =>
  `@waterkracht stop met de hogere vaste kosten en luister naar uw klanten! ${'🙏'.repeat(n % 3)} https://actie.example/${n}`;
const different = [
  'waar blijft de monteur die gisteren zou komen voor de warmtepomp',
  'ik wil graag mijn termijnbedrag laten verlagen want ik verbruik minder',
  'de zonnepanelen leveren al een week geen stroom meer terug',
];

async function groups(): Promise<number[]> {
  const found = await sql<{ size: number }>`select size from alike_group order by size desc`.execute(
    context.database,
  );
  return found.rows.map(({ size }) => size);
}

async function told(): Promise<string[]> {
  const found = await sql<{ ids: string[] }>`
    select array(select jsonb_array_elements_text(data -> 'messageIds')) as ids from event
    where verb = 'alike.found' order by seq`.execute(context.database);
  return found.rows.flatMap(({ ids }) => ids);
}

describe('messages that say nearly the same', () => {
  test('come together, whatever link and emoji they carry; others stay alone', async () => {
    const copies = await say([campaign(1), different[0] ?? '', campaign(2), different[1] ?? '', campaign(3)]);
    await group();
    expect(await groups()).toEqual([3]);
    const alike = await transact(context, 'service', (ctx) => findAlikeOf(ctx, copies));
    expect([...alike.keys()].sort()).toEqual([copies[0], copies[2], copies[4]].sort());
    expect(alike.get(copies[0] ?? '')).toMatchObject({ messages: 3, more: false });
  });

  test('are told when there are three, each once, also those of before', async () => {
    await say([campaign(1), campaign(2)]);
    await group();
    expect(await told()).toEqual([]);
    await say([campaign(3)]);
    await group();
    expect((await told()).length).toBe(3);
    await say([campaign(4), campaign(5)]);
    await group();
    expect((await told()).length).toBe(5);
    expect(new Set(await told()).size).toBe(5);
  });

  test('are known again by a process that starts anew, and by one that another went on before', async () => {
    await say([campaign(1), different[2] ?? '']);
    await group();
    const other = { ...context, noticer: makeNoticer() };
    await say([campaign(2)]);
    await group(other);
    await say([campaign(3), `${different[2]} nog steeds`]);
    await group();
    expect(await groups()).toEqual([3, 2]);
  });

  test('further apart than a month are apart', async () => {
    await say([campaign(1)], '2026-10-01T10:00:00Z');
    await say([campaign(2), campaign(3)], '2026-11-20T10:00:00Z');
    await group();
    expect(await groups()).toEqual([2]);
  });

  test('of which one was rolled back half-way are grouped as if nothing happened', async () => {
    await say([campaign(1), campaign(2)]);
    const broken = {
      ...context,
      now: {
        'alike.found': () => {
          throw new Error('no room');
        },
      },
    };
    await say([campaign(3)]);
    await expect(group(broken)).rejects.toThrow('no room');
    expect(await groups()).toEqual([]);
    await group();
    expect(await groups()).toEqual([3]);
  });

  test('of a person whose data may only lie there are not read', async () => {
    await say([campaign(1)]);
    const fatima = await sql<{ id: string }>`select max(id) as id from person`.execute(context.database);
    await transact(context, 'service', async (ctx) => {
      const [row] = (await sql<{ id: string }>`select max(id) as id from person`.execute(ctx.database)).rows;
      await decide(ctx, row?.id ?? '', { purpose: 'service', act: 'restrict', strength: 0 });
    });
    expect(fatima.rows.length).toBe(1);
    await say([campaign(2), campaign(3)]);
    await group();
    expect(await groups()).toEqual([2]);
  });

  test('leave nothing of a person who is erased, and their group is counted again', async () => {
    await say([campaign(1), campaign(2), campaign(3), campaign(4)]);
    await group();
    await transact(context, 'legal', async (ctx) => {
      const [row] = (await sql<{ id: string }>`select min(person_id) as id from alike`.execute(ctx.database))
        .rows;
      const [place] = places;
      expect((await place?.find(ctx, row?.id ?? ''))?.length).toBe(1);
      expect(await place?.erase(ctx, row?.id ?? '')).toBe(1);
      expect(await place?.erase(ctx, row?.id ?? '')).toBe(0);
    });
    expect(await groups()).toEqual([3]);
  });

  test('that nobody said again are forgotten after a month', async () => {
    await say([campaign(1), campaign(2), different[0] ?? '']);
    await group();
    polder.turn.turnTo('2027-01-20T10:00:00Z');
    await transact(context, 'listen', forgetUnrepeated);
    const left = await transact(
      context,
      'listen',
      async (ctx) =>
        (await sql<{ n: number }>`select count(*)::integer as n from alike`.execute(ctx.database)).rows,
    );
    expect(left).toEqual([{ n: 2 }]);
  });

  test('cost a handful of statements for a whole batch', async () => {
    await say(
      Array.from({ length: 300 }, (_, n) =>
        n % 2 ? campaign(n) : `${different[n % 3]} huisnummer ${n} ${'abcdefghij'[n % 10]}x${n}`,
      ),
    );
    await settled(context);
    polder.statements();
    await groupHeard(context);
    expect(polder.statements().length).toBeLessThanOrEqual(24);
  });
});
