import { setTimeout as wait } from 'node:timers/promises';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { hirePeople, type People } from '../../test/people.ts';
import { registerAccount, utterance } from '../../test/portrait.ts';
import type { ChannelAccount } from '../listening/account.ts';
import { hear } from '../listening/hearing.ts';
import { transact } from '../platform/context.ts';
import { isRefusal } from '../platform/refusal.ts';
import { answer } from './answering.ts';
import { assign } from './assigning.ts';
import { close, reopen } from './closing.ts';
import { openThread } from './thread.ts';

let polder: TestDatabase;
let people: People;
let account: ChannelAccount;

beforeAll(async () => {
  polder = await testDatabase({ size: 20 });
  people = await hirePeople(polder.context);
  account = await registerAccount(polder.context, '@waterkracht');
});
afterAll(() => polder?.close());

const rounds = 8;
const now = (ms: number) => new Date(polder.turn.now().epochMilliseconds - 60_000 + ms);
const say = (id: string, given: Parameters<typeof utterance>[1] = {}) =>
  hear(polder.context, { account, utterances: [utterance(id, { sentAt: now(0), ...given })] });

interface Row {
  publicId: string;
  state: string;
  seq: number;
  inbound: number;
  replies: number;
  items: number;
  waiting: number;
  heads: number;
  closures: number;
}

/** Every conversation of `writer`, with what must agree: its counters and what really stands there. */
async function conversationsOf(writer: string): Promise<Row[]> {
  return transact(polder.context, 'service', async (ctx) => {
    const found = await sql<Row>`
      select c.public_id as "publicId", c.state, c.seq, c.inbound_seq as inbound, c.replies,
        (select count(*)::int from conversation_item t where t.conversation_id = c.id) as items,
        (select count(*)::int from response_interval w where w.conversation_id = c.id and w.closed_at is null) as waiting,
        (select count(*)::int from conversation_open o where o.conversation_id = c.id) as heads,
        (select count(*)::int from closure k where k.conversation_id = c.id and k.reopened_at is null) as closures
      from conversation c join identity i on i.id = c.identity_id where i.external_id = ${writer}`.execute(
      ctx.database,
    );
    return found.rows;
  });
}

/** Runs all at once; refusals are answers too, anything else (a deadlock) is a bug. */
async function atOnce(acts: readonly (() => Promise<unknown>)[]): Promise<number> {
  const ended = await Promise.allSettled(acts.map((act) => act()));
  const bugs = ended.flatMap((one) =>
    one.status === 'rejected' && !isRefusal(one.reason) ? [one.reason] : [],
  );
  expect(bugs).toEqual([]);
  return ended.filter((one) => one.status === 'fulfilled').length;
}

describe('at the same moment', () => {
  test('two messages of one writer make one conversation', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const author = `@fatima-${round}`;
      await atOnce([1, 2, 3].map((n) => () => say(`two-${round}-${n}`, { author, sentAt: now(n) })));
      const [one, ...more] = await conversationsOf(author.slice(1));
      expect(more).toEqual([]);
      expect(one).toMatchObject({ seq: 3, inbound: 3, items: 3, waiting: 3, heads: 1 });
    }
  });

  test('two messages of one thread by two writers make one conversation', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const thread = `thread-${round}`;
      const writers = [`@thread-a-${round}`, `@thread-b-${round}`];
      await atOnce(writers.map((author, n) => () => say(`thread-${round}-${n}`, { author, thread })));
      const found = await Promise.all(writers.map((author) => conversationsOf(author.slice(1))));
      expect(found.flat()).toMatchObject([{ inbound: 2, items: 2 }]);
    }
  });

  test('an answer and a new message of the customer both stand, and both are counted', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const author = `@answered-${round}`;
      await say(`first-${round}`, { author });
      const [before] = await conversationsOf(author.slice(1));
      await atOnce([
        () => answer(people.els.context, before?.publicId ?? '', { text: 'We kijken het na.' }),
        () => say(`second-${round}`, { author, sentAt: now(1000) }),
        () => openThread(people.joost.context, before?.publicId ?? ''),
        () => assign(people.joost.context, before?.publicId ?? '', people.joost.employee.publicId),
      ]);
      const [after, ...more] = await conversationsOf(author.slice(1));
      expect(more).toEqual([]);
      expect(after).toMatchObject({ seq: 3, inbound: 2, replies: 1, items: 3, heads: 1 });
      expect([0, 1]).toContain(after?.waiting);
    }
  });

  test('two colleagues answer what they saw: one is sent, the other hears of it', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const author = `@twice-${round}`;
      await say(`twice-${round}`, { author });
      const [before] = await conversationsOf(author.slice(1));
      const { version } = await openThread(people.els.context, before?.publicId ?? '');
      const write = (who: 'els' | 'joost') => () =>
        answer(people[who].context, before?.publicId ?? '', { text: `Groet, ${who}`, version });
      expect(await atOnce([write('els'), write('joost')])).toBe(1);
      expect((await conversationsOf(author.slice(1)))[0]).toMatchObject({ replies: 1, items: 2, waiting: 0 });
    }
  });

  test('closing, reopening, answering and hearing leave head row, state and closure in agreement', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const author = `@closed-${round}`;
      await say(`open-${round}`, { author });
      const id = (await conversationsOf(author.slice(1)))[0]?.publicId ?? '';
      const acts = [
        () => close(people.els.context, id, 'no_answer_needed'),
        () => close(people.joost.context, id, 'answered'),
        () => reopen(people.joost.context, id),
        () => say(`again-${round}`, { author, sentAt: now(2000) }),
        () => answer(people.els.context, id, { text: 'Graag gedaan.' }),
      ];
      await atOnce(
        acts.map((act) => async () => {
          await wait(Math.random() * 8);
          await act();
        }),
      );
      const [row] = await conversationsOf(author.slice(1));
      expect(row).toMatchObject({ seq: 3, items: 3, heads: row?.state === 'done' ? 0 : 1 });
      expect(row?.closures).toBe(row?.state === 'done' ? 1 : 0);
      await close(people.els.context, id, 'answered');
      await reopen(people.els.context, id);
      expect((await conversationsOf(author.slice(1)))[0]).toMatchObject({
        state: 'open',
        heads: 1,
        closures: 0,
      });
    }
  });

  test('a file that continues conversations and colleagues who answer in them do not block each other', async () => {
    const writers = Array.from({ length: 60 }, (_, n) => `@file-${n}`);
    await hear(polder.context, {
      account,
      utterances: writers.map((author) => utterance(`begin-${author}`, { author, sentAt: now(0) })),
    });
    const ids = await Promise.all(
      writers.map(async (author) => (await conversationsOf(author.slice(1)))[0]?.publicId ?? ''),
    );
    for (let round = 0; round < 4; round += 1) {
      const utterances = writers.map((author) =>
        utterance(`on-${round}-${author}`, { author, sentAt: now(1000 + round) }),
      );
      const own = utterances.slice(0, 5).map((u, n) => ({
        ...u,
        externalId: `own-${round}-${n}`,
        direction: 'out' as const,
        replyTo: u.externalId.replace(`on-${round}`, 'begin'),
      }));
      const answering = ids.slice(round * 8, round * 8 + 8);
      await atOnce([
        () => hear(polder.context, { account, utterances: [...utterances, ...own] }),
        ...answering.map((id) => () => answer(people.els.context, id, { text: 'We kijken het na.' })),
        ...answering.map((id) => () => openThread(people.joost.context, id)),
      ]);
    }
    const rows = (await Promise.all(writers.map((author) => conversationsOf(author.slice(1))))).flat();
    expect(rows).toHaveLength(60);
    expect(rows.filter((row) => row.items !== row.seq || row.inbound !== 5)).toEqual([]);
    expect(rows.reduce((sum, row) => sum + row.replies, 0)).toBe(4 * 8 + 4 * 5);
  });

  test('an answer written here and one heard from the channel to the same message both stand', async () => {
    for (let round = 0; round < rounds; round += 1) {
      const author = `@both-${round}`;
      await say(`both-${round}`, { author });
      const id = (await conversationsOf(author.slice(1)))[0]?.publicId ?? '';
      await atOnce([
        () => answer(people.els.context, id, { text: 'Hier geschreven.' }),
        () =>
          say(`heard-${round}`, {
            direction: 'out',
            author: '@waterkracht',
            replyTo: `both-${round}`,
            sentAt: now(3000),
          }),
      ]);
      expect((await conversationsOf(author.slice(1)))[0]).toMatchObject({ replies: 2, items: 3, seq: 3 });
    }
  });
});
