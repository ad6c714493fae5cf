import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { hirePeople, type People } from '../../test/people.ts';
import { portraitOf, registerAccount, utterance } from '../../test/portrait.ts';
import { settled } from '../../test/settled.ts';
import type { ChannelAccount } from '../listening/account.ts';
import { hear } from '../listening/hearing.ts';
import { type Context, transact } from '../platform/context.ts';
import { followAll } from '../platform/following.ts';
import { silentLog } from '../platform/log.ts';
import { reactions } from '../reactions.ts';
import { answer } from './answering.ts';
import { assign } from './assigning.ts';
import { close, closeQuiet, reopen } from './closing.ts';
import { listInbox } from './inbox.ts';
import { openThread } from './thread.ts';

let polder: TestDatabase;
let people: People;
let els: Context;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  els = people.els.context;
});
afterAll(() => polder?.close());

const minutes = (n: number) => new Date(polder.turn.now().epochMilliseconds + n * 60_000);

/** Fatima asks something, on an account of her own. */
async function fatimaAsks(): Promise<{ account: ChannelAccount; id: string }> {
  const account = await registerAccount(polder.context, `account-${Math.random()}`);
  await say(account, 'q', { sentAt: minutes(-60) });
  const found = await transact(polder.context, 'service', (ctx) =>
    sql<{
      id: string;
    }>`select public_id as id from conversation where channel_account_id = ${account.id}`.execute(
      ctx.database,
    ),
  );
  return { account, id: found.rows[0]?.id ?? '' };
}

const say = (account: ChannelAccount, id: string, given: Parameters<typeof utterance>[1] = {}) =>
  hear(polder.context, { account, utterances: [utterance(id, { thread: 't', ...given })] });

const open = { state: 'open', head: 1, closed: false };
const done = { state: 'done', head: 0, closed: true };

async function standOf(account: ChannelAccount) {
  const [portrait] = (await portraitOf(polder.context, account)) as Record<string, Record<string, unknown>>[];
  const waiting = (portrait?.waiting ?? []) as unknown as Record<string, unknown>[];
  return {
    state: portrait?.conversation?.state,
    head: portrait?.head ? 1 : 0,
    closed: portrait?.closed as unknown,
    waiting: waiting.map(({ clock, closed_by }) => [clock, closed_by]),
  };
}

describe('a conversation that was closed because it needs no answer', () => {
  test('no longer waits, stands under Done, and can be opened again', async () => {
    const { account, id } = await fatimaAsks();
    await close(els, id, 'no_answer_needed');
    expect(await standOf(account)).toEqual({ ...done, waiting: [['first', 'closure']] });
    expect((await listInbox(els, { view: 'done' })).rows.map((row) => row.publicId)).toContain(id);
    await reopen(els, id);
    expect(await standOf(account)).toMatchObject(open);
    await reopen(els, id);
    await close(els, id, 'answered');
    await close(els, id, 'answered');
    expect(await standOf(account)).toMatchObject(done);
  });

  test('is opened by a customer who writes again, starts a new clock, and can be closed once more', async () => {
    const { account, id } = await fatimaAsks();
    await close(els, id, 'no_answer_needed');
    await say(account, 'q2', { sentAt: minutes(-10) });
    expect(await standOf(account)).toEqual({
      state: 'new',
      head: 1,
      closed: false,
      waiting: [
        ['first', 'closure'],
        ['again', null],
      ],
    });
    await close(els, id, 'answered');
    expect(await standOf(account)).toMatchObject(done);
  });

  test('that was left unanswered starts a new clock as well when the customer writes again', async () => {
    const { account, id } = await fatimaAsks();
    await close(els, id, 'answered');
    await say(account, 'q2', { sentAt: minutes(-10) });
    expect((await standOf(account)).waiting).toEqual([
      ['first', null],
      ['again', null],
    ]);
  });

  test('stays closed when a machine speaks, or when an old answer of ours is heard only now', async () => {
    const { account, id } = await fatimaAsks();
    await close(els, id, 'no_answer_needed');
    await say(account, 'm', { direction: 'out', automatic: true, sentAt: minutes(-5) });
    expect(await standOf(account)).toMatchObject({ ...done, waiting: [['first', 'closure']] });
    await say(account, 'old', { direction: 'out', sentAt: minutes(-30) });
    expect(await standOf(account)).toMatchObject({ ...done, waiting: [['first', 'closure']] });
  });

  test('is opened by a message that was said before it was closed and is heard only now', async () => {
    const { account, id } = await fatimaAsks();
    await answer(els, id, { text: 'Morgen komt hij.' });
    await close(els, id, 'answered');
    await say(account, 'late', { sentAt: minutes(-90) });
    expect(await standOf(account)).toMatchObject({
      ...done,
      waiting: [
        ['first', 'person'],
        ['more', 'person'],
      ],
    });
    const { account: other, id: another } = await fatimaAsks();
    await close(els, another, 'no_answer_needed');
    await say(other, 'late', { sentAt: minutes(-90) });
    expect(await standOf(other)).toMatchObject({ head: 1, closed: false });
  });

  test('that somebody answers after all stands in the list again, with the customer’s name and wish', async () => {
    const { account, id } = await fatimaAsks();
    await close(els, id, 'answered');
    await answer(els, id, { text: 'Toch nog even dit.' });
    expect(await standOf(account)).toMatchObject({ state: 'waiting', head: 1, closed: false });
    const { rows } = await listInbox(els, { view: 'waiting' });
    expect(rows.find((row) => row.publicId === id)).toMatchObject({
      personName: 'Fatima',
      intent: 'invoice_question',
      preview: 'Toch nog even dit.',
    });
  });

  test('cannot be assigned; an open one can, and being assigned to the same again changes nothing', async () => {
    const { id } = await fatimaAsks();
    const joost = people.joost.employee.publicId;
    await assign(els, id, joost);
    await assign(els, id, joost);
    expect((await openThread(els, id)).assignee).toMatchObject({ publicId: joost });
    await close(els, id, 'answered');
    await expect(assign(els, id, joost)).rejects.toMatchObject({ code: 'conflict.conversation-done' });
    await reopen(els, id);
    expect(
      (await listInbox(people.joost.context, { view: 'mine' })).rows.map((row) => row.publicId),
    ).toContain(id);
  });
});

describe('two weeks without anybody waiting', () => {
  test('close a conversation by themselves, and not one in which somebody waits', async () => {
    const waits = await fatimaAsks();
    const rests = await fatimaAsks();
    await answer(els, rests.id, { text: 'Morgen komt hij.' });
    polder.turn.forward({ hours: 24 * 14 + 1 });
    await closeQuiet(polder.context);
    await closeQuiet(polder.context);
    expect(await standOf(waits.account)).toMatchObject({ state: 'new', head: 1, closed: false });
    expect(await standOf(rests.account)).toMatchObject(done);
    await say(rests.account, 'back', { sentAt: minutes(-1) });
    expect(await standOf(rests.account)).toMatchObject({
      ...open,
      waiting: [
        ['first', 'person'],
        ['again', null],
      ],
    });
  });
});

describe('an answer on a channel that cannot carry it', () => {
  test('is kept as not sent, once, and said plainly', async () => {
    const { account, id } = await fatimaAsks();
    await answer(els, id, { text: 'Morgen komt hij.' });
    for (let times = 0; times < 200; times += 1) {
      await settled(polder.context);
      await followAll(polder.context, reactions, silentLog);
      const { messages } = await openThread(els, id);
      if (messages.at(-1)?.delivery?.state !== 'queued') break;
    }
    const { messages } = await openThread(els, id);
    expect(messages.at(-1)?.delivery).toEqual({
      state: 'not_sent',
      reason: 'channel_read_only',
      asks: false,
    });
    await settled(polder.context);
    await followAll(polder.context, reactions, silentLog);
    const told = await sql<{
      n: number;
    }>`select count(*)::int as n from event e where verb = 'conversation.not-sent'
      and subject_id = (select id from conversation where public_id = ${id})`.execute(
      polder.context.database,
    );
    expect(told.rows[0]?.n ?? 0).toBeLessThanOrEqual(1);
    expect(await standOf(account)).toMatchObject({ state: 'waiting', waiting: [['first', 'person']] });
  });
});
