import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { registerAccount, utterance } from '../../../test/portrait.ts';
import { settled } from '../../../test/settled.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { ChannelAccount } from '../account.ts';
import { hear } from '../hearing.ts';
import type { Utterance } from '../message.ts';
import { notice } from './noticing.ts';
import { places } from './places.ts';
import { dismissSignal, listSignals, risingNow } from './signals.ts';

let polder: TestDatabase;
let context: Context;
let people: People;
let account: ChannelAccount;
let heard = 0;

beforeEach(async () => {
  polder = await testDatabase({ at: '2026-11-24T14:30:00Z' });
  context = polder.context;
  people = await hirePeople(context);
  account = await registerAccount(context, '@waterkracht');
});
afterEach(() => polder.close());

const matters = [
  'rekening termijnbedrag',
  'monteur afspraak',
  'zonnepanelen terugleveren',
  'contract opzeggen',
  'verhuizing doorgeven',
  'warmtepomp geluid',
  'storing laadpaal',
];

/** A week of ordinary hours before `until`: ten messages an hour about seven matters. */
function ordinary(until: string, hours = 72): Utterance[] {
  const end = Date.parse(until);
  return Array.from({ length: hours * 10 }, (_, n) =>
    utterance(`ordinary-${++heard}`, {
      text: `vraag over ${matters[(n * 5 + Math.floor(n / 10)) % 7]} kenmerk ${'abcdefghijklmnopqrst'.slice(n % 17)}`,
      author: `@klant-${n % 97}`,
      sentAt: new Date(end - (n + 1) * 360_000),
    }),
  );
}

function about(
  text: string,
  at: string,
  { n = 20, authors = n }: { n?: number; authors?: number } = {},
): Utterance[] {
  return Array.from({ length: n }, (_, i) =>
    utterance(`about-${++heard}`, {
      text: `${text} ${['hier', 'alweer', 'help', 'toch'][i % 4]} ${'abcdefghijklmnopqrstuvwxyz'.slice(i % 23)}`,
      author: `@meld-${i % authors}`,
      sentAt: new Date(Date.parse(at) + i * 90_000),
    }),
  );
}

/** As every minute, when nobody holds back the log any more. */
async function look(): Promise<void> {
  await settled(context);
  await notice(context);
}

const say = (utterances: readonly Utterance[], placeLater = false) =>
  hear(context, { account, utterances }, { placeLater });
const signals = () => transact(context, null, async (ctx) => (await listSignals(ctx)).signals);

describe('a topic that rises', () => {
  test('is told in the hour in which it does, with how many people speak of it', async () => {
    await say([
      ...ordinary('2026-11-24T14:00:00Z'),
      ...about('stroomuitval leeuwarden', '2026-11-24T14:00:00Z'),
    ]);
    await look();
    const [signal, ...others] = await signals();
    expect(others).toEqual([]);
    expect(signal).toMatchObject({
      account: null,
      language: 'nl',
      messages: 20,
      persons: 20,
      isRising: true,
    });
    expect(signal?.terms.join()).toMatch(/stroomuitval.*leeuwarden|leeuwarden.*stroomuitval/);
    const told = await sql<{ data: object }>`select data from event where verb = 'burst.noticed'`.execute(
      context.database,
    );
    expect(told.rows).toEqual([
      {
        data: {
          language: 'nl',
          accountId: null,
          from: '2026-11-24T14:00:00.000Z',
          messages: 20,
          persons: 20,
        },
      },
    ]);
  });

  test('is told once, however often is looked, and grows with what is said after it', async () => {
    await say([
      ...ordinary('2026-11-24T14:00:00Z'),
      ...about('stroomuitval leeuwarden', '2026-11-24T14:00:00Z'),
    ]);
    await look();
    await look();
    await say(about('stroomuitval leeuwarden', '2026-11-24T14:40:00Z', { n: 12 }));
    polder.turn.turnTo('2026-11-24T15:10:00Z');
    await look();
    await look();
    const found = await signals();
    expect(found.map(({ messages }) => messages)).toEqual([32]);
    expect(found[0]?.persons).toBe(20);
  });

  test('is not seen in ordinary hours, though somebody looks every few minutes', async () => {
    await say(ordinary('2026-11-24T14:00:00Z'));
    for (let minute = 5; minute <= 120; minute += 5) {
      polder.turn.turnTo(new Date(Date.parse('2026-11-24T14:00:00Z') + minute * 60_000).toISOString());
      await say(ordinary(context.clock.now().toString(), 1 / 5));
      await look();
    }
    expect(await signals()).toEqual([]);
    await say(about('stroomuitval leeuwarden', '2026-11-24T15:58:00Z', { n: 2 }));
    await say(about('stroomuitval leeuwarden', '2026-11-24T15:40:00Z', { n: 14 }));
    await look();
    expect((await signals()).length).toBe(1);
  });

  test('in an import is found at the time it was said, also when that was weeks ago', async () => {
    await say(ordinary('2026-11-24T14:00:00Z'));
    await look();
    expect(await signals()).toEqual([]);
    await say(
      [...ordinary('2026-11-03T08:00:00Z'), ...about('stroomuitval sneek', '2026-11-03T08:00:00Z')].reverse(),
      true,
    );
    polder.turn.forward({ hours: 1 });
    await look();
    const [signal] = await signals();
    expect(signal?.fromAt.toISOString()).toBe('2026-11-03T08:00:00.000Z');
    expect(signal?.isRising).toBe(false);
  });

  test('is neither an ordinary week, nor one person who shouts, nor four people', async () => {
    await say([
      ...ordinary('2026-11-24T14:00:00Z', 160),
      ...about('oplichters bende', '2026-11-23T10:00:00Z', { n: 40, authors: 1 }),
      ...about('schande regeling', '2026-11-24T09:00:00Z', { n: 20, authors: 4 }),
    ]);
    await look();
    expect(await signals()).toEqual([]);
  });

  test('shows no name: a person who is suddenly spoken about stays unnamed', async () => {
    await say([
      ...ordinary('2026-11-24T14:00:00Z'),
      ...about('schandalig hoe monteur Gerrit Hoekstra ons behandelde', '2026-11-24T14:00:00Z'),
    ]);
    await look();
    const terms = (await signals()).flatMap((signal) => signal.terms);
    expect(terms.join(' ')).toContain('schandalig');
    expect(terms.filter((term) => /gerrit|hoekstra/.test(term))).toEqual([]);
    const stored = await sql<{ text: string }>`select terms::text as text from burst`.execute(
      context.database,
    );
    expect(stored.rows.map(({ text }) => text).join()).not.toMatch(/gerrit|hoekstra/i);
  });

  test('is put aside by a colleague, who stands with it; the first of two is kept', async () => {
    await say([
      ...ordinary('2026-11-24T14:00:00Z'),
      ...about('stroomuitval leeuwarden', '2026-11-24T14:00:00Z'),
    ]);
    await look();
    const [rising] = await risingNow(context);
    await dismissSignal(people.els.context, rising?.publicId ?? '');
    await dismissSignal(people.joost.context, rising?.publicId ?? '');
    expect(await risingNow(context)).toEqual([]);
    expect((await signals())[0]).toMatchObject({ dismissedBy: 'Els Bakker', isRising: false });
    await expect(dismissSignal(people.anneke.context, rising?.publicId ?? '')).rejects.toThrow(
      'forbidden.action',
    );
    await expect(dismissSignal(people.els.context, 'bu_nothing')).rejects.toThrow('not-found.signal');
  });

  test('leaves nothing of a person who is erased, and is shown to nobody when too few are left', async () => {
    await say([
      ...ordinary('2026-11-24T14:00:00Z'),
      ...about('stroomuitval leeuwarden', '2026-11-24T14:00:00Z', { n: 15, authors: 5 }),
    ]);
    await look();
    expect((await signals())[0]?.persons).toBe(5);
    const bursts = places.find(({ name }) => name === 'burst_message');
    await transact(context, 'legal', async (ctx) => {
      const [row] = (
        await sql<{ id: string }>`select min(person_id) as id from burst_message`.execute(ctx.database)
      ).rows;
      expect((await bursts?.find(ctx, row?.id ?? ''))?.length).toBe(3);
      expect(await bursts?.erase(ctx, row?.id ?? '')).toBe(3);
    });
    expect(await signals()).toEqual([]);
  });

  test('leaves no word of a message in the memory that is kept', async () => {
    await say([
      ...ordinary('2026-11-24T14:00:00Z'),
      ...about('stroomuitval leeuwarden', '2026-11-24T14:00:00Z'),
    ]);
    await look();
    const { zstdDecompressSync } = await import('node:zlib');
    const [row] = (
      await sql<{ memory: Uint8Array }>`select memory from burst_watch`.execute(context.database)
    ).rows;
    const memory = Buffer.from(zstdDecompressSync(row?.memory ?? new Uint8Array()));
    for (const word of ['stroomuitval', 'leeuwarden', 'rekening', 'monteur'])
      expect([memory.includes(word), memory.includes(Buffer.from(word, 'utf16le'))]).toEqual([false, false]);
  });
});
