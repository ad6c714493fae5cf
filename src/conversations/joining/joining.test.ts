import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { portraitOf, registerAccount, utterance } from '../../../test/portrait.ts';
import type { ChannelAccount } from '../../listening/account.ts';
import { hear } from '../../listening/hearing.ts';
import { type Context, transact } from '../../platform/context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { undoAct } from '../acting/undoing.ts';
import { answer, note } from '../answering.ts';
import { close } from '../closing.ts';
import { listInbox } from '../inbox.ts';
import { snooze } from '../resting/snoozing.ts';
import { openThread } from '../thread.ts';
import { merge } from './merging.ts';
import { listMergeable } from './pair.ts';
import { splitOff } from './splitting.ts';

let polder: TestDatabase;
let people: People;
let els: Context;
let accounts = 0;

beforeAll(async () => {
  polder = await testDatabase({ size: 20 });
  people = await hirePeople(polder.context);
  els = people.els.context;
});
afterAll(() => polder?.close());

const fresh = () => registerAccount(polder.context, `account-${++accounts}`);

async function say(
  account: ChannelAccount,
  externalId: string,
  given: Parameters<typeof utterance>[1] = {},
): Promise<string> {
  polder.turn.forward({ minutes: 1 });
  const sentAt = new Date(polder.turn.now().epochMilliseconds);
  const author = `@fatima-${account.name}`;
  const id = `${account.name}-${externalId}`;
  await hear(polder.context, { account, utterances: [utterance(id, { author, sentAt, ...given })] });
  const found = await transact(polder.context, 'service', ({ database }) =>
    sql<{ id: string }>`select c.public_id as id from message_key k
      join conversation_item i on i.message_id = k.message_id join conversation c on c.id = i.conversation_id
      where k.external_id = ${id} and k.channel_account_id = ${account.id}`.execute(database),
  );
  return found.rows[0]?.id ?? '';
}

/** Two questions of Fatima in threads of their own. */
async function twoThreads() {
  const account = await fresh();
  const first = await say(account, 'one', { thread: 'factuur' });
  const second = await say(account, 'two', { thread: 'pakket' });
  return { account, first, second };
}

const texts = async (id: string) => (await openThread(els, id)).messages.map(({ text }) => text);
const open = async () => (await listInbox(els, { view: 'open', limit: 100 })).rows;
/** Without what an undoing may leave: a higher last number, and the empty place of a split. */
const portrait = async (account: ChannelAccount) =>
  ((await portraitOf(polder.context, account)) as Record<string, Record<string, unknown>>[])
    .filter(({ items }) => items !== null)
    .map((one): Record<string, unknown> => ({ ...one, conversation: { ...one.conversation, seq: 0 } }));

describe('two conversations that are merged', () => {
  test('stand as one with all their messages, and whoever opens the other is told where', async () => {
    const { first, second } = await twoThreads();
    await merge(els, { from: first, into: second });
    expect(await texts(second)).toHaveLength(2);
    const rows = (await open()).map(({ publicId }) => publicId);
    expect([rows.includes(first), rows.includes(second)]).toEqual([false, true]);
    expect((await openThread(els, first)).mergedInto).toBe(second);
    const merged = { code: 'conflict.conversation-merged', details: { into: second } };
    await expect(close(els, first, 'answered')).rejects.toMatchObject(merged);
    await expect(answer(els, first, { text: 'x' })).rejects.toMatchObject(merged);
  });

  test('get what is written in either thread, and no answer is needed twice', async () => {
    const { account, first, second } = await twoThreads();
    await merge(els, { from: first, into: second });
    expect(await say(account, 'more', { thread: 'factuur' })).toBe(second);
    expect(await say(account, 'reply', { replyTo: `${account.name}-one` })).toBe(second);
    await answer(els, second, { text: 'Beide zijn onderweg.' });
    const waiting = (await portrait(account)).map(({ waiting }) => waiting);
    expect(JSON.stringify(waiting)).not.toContain('"closed_at":null');
  });

  test('stand apart again exactly as before, when that is taken back', async () => {
    const { account, first, second } = await twoThreads();
    await note(els, first, 'Dit lijkt dezelfde zaak.');
    await answer(els, second, { text: 'Ik kijk ernaar.' });
    const before = await portrait(account);
    const act = await merge(els, { from: first, into: second });
    expect(await portrait(account)).not.toEqual(before);
    expect(await undoAct(people.joost.context, act?.publicId ?? '')).toBe(1);
    expect(await portrait(account)).toEqual(before);
    expect(await say(account, 'more', { thread: 'factuur' })).toBe(first);
  });

  test('keep what came in meanwhile where it came in, and an answer stays an answer to both', async () => {
    const { account, first, second } = await twoThreads();
    const act = await merge(els, { from: first, into: second });
    await answer(els, second, { text: 'Beide zijn onderweg.' });
    await undoAct(els, act?.publicId ?? '');
    expect(await texts(first)).toHaveLength(1);
    expect(await texts(second)).toEqual(expect.arrayContaining(['Beide zijn onderweg.']));
    const waiting = await portrait(account);
    expect(JSON.stringify(waiting.map(({ waiting }) => waiting))).not.toContain('"closed_at":null');
  });

  test('are parted in the order in which they were joined, the last first', async () => {
    const { account, first, second } = await twoThreads();
    const third = await say(account, 'three', { thread: 'meter' });
    const before = await portrait(account);
    const one = await merge(els, { from: first, into: second });
    const two = await merge(els, { from: second, into: third });
    expect(await say(account, 'more', { thread: 'factuur' })).toBe(third);
    await expect(undoAct(els, one?.publicId ?? '')).rejects.toThrow('conflict.act-overtaken');
    await undoAct(els, two?.publicId ?? '');
    await undoAct(els, one?.publicId ?? '');
    const after = await portrait(account);
    expect(after.map(({ sequence }) => (sequence as unknown[]).length).toSorted()).toEqual([1, 1, 2]);
    expect(after).toHaveLength(before.length);
  });

  test('bring what was set aside back, and set it aside again when taken back', async () => {
    const { first, second } = await twoThreads();
    await snooze(els, second, { at: null, piece: null });
    const act = await merge(els, { from: first, into: second });
    expect((await open()).some(({ publicId }) => publicId === second)).toBe(true);
    await undoAct(els, act?.publicId ?? '');
    const asleep = (await listInbox(els, { view: 'snoozed', limit: 100 })).rows;
    expect(asleep.map(({ publicId }) => publicId)).toContain(second);
  });

  test('must be of one person and one account, and the one that stays must not be done', async () => {
    const { account, first, second } = await twoThreads();
    const joost = await say(account, 'his', { author: '@henk', thread: 'anders' });
    const elsewhere = await say(await fresh(), 'there');
    const refused = (pair: { from: string; into: string }) =>
      merge(els, pair).catch((error) => isRefusal(error) && error.code);
    expect(await refused({ from: first, into: first })).toBe('conflict.merge-same');
    expect(await refused({ from: first, into: joost })).toBe('conflict.merge-person');
    expect(await refused({ from: first, into: elsewhere })).toBe('conflict.merge-account');
    expect(await refused({ from: first, into: 'cv_nothing' })).toBe('not-found.conversation');
    await close(els, second, 'answered');
    expect(await refused({ from: first, into: second })).toBe('conflict.conversation-done');
    expect(await refused({ from: second, into: first })).not.toBe('conflict.conversation-done');
    await expect(merge(people.anneke.context, { from: first, into: second })).rejects.toThrow(
      'not-found.conversation',
    );
  });

  test('are offered to be merged only among those', async () => {
    const { account, first, second } = await twoThreads();
    await say(account, 'his', { author: '@henk', thread: 'anders' });
    const { id, queueId } = await openThread(els, first);
    const offered = await transact(els, 'service', (ctx) => listMergeable(ctx, id, [queueId]));
    expect(offered.map(({ publicId }) => publicId)).toEqual([second]);
  });
});

describe('a conversation that is split', () => {
  async function threeQuestions() {
    const account = await fresh();
    const id = await say(account, 'a', { thread: 't' });
    await say(account, 'b', { thread: 't', text: 'En waar blijft mijn pakket?' });
    await answer(els, id, { text: 'Ik zoek het uit.' });
    await say(account, 'c', { thread: 't', text: 'Nog één ding: klopt mijn meterstand?' });
    const { messages } = await openThread(els, id);
    return { account, id, messages };
  }

  test('gives the chosen messages a conversation of their own, with what was measured of them', async () => {
    const { account, id, messages } = await threeQuestions();
    const { conversation } = await splitOff(els, id, [messages[3]?.publicId ?? '']);
    expect(await texts(conversation)).toEqual(['Nog één ding: klopt mijn meterstand?']);
    expect(await texts(id)).toHaveLength(3);
    expect((await openThread(els, id)).state).toBe('waiting');
    expect((await openThread(els, conversation)).waitingSince).not.toBeNull();
    expect(await say(account, 'd', { replyTo: `${account.name}-c` })).toBe(conversation);
    expect(await say(account, 'e', { thread: 't' })).toBe(id);
  });

  test('is whole again when that is taken back, also with what came in meanwhile', async () => {
    const { account, id, messages } = await threeQuestions();
    const before = await portrait(account);
    const act = await splitOff(els, id, [messages[1]?.publicId ?? '', messages[2]?.publicId ?? '']);
    await undoAct(els, act.publicId);
    expect(await portrait(account)).toEqual(before);
    const again = await splitOff(els, id, [messages[3]?.publicId ?? '']);
    await note(els, again.conversation, 'Meterstand klopt.');
    await undoAct(els, again.publicId);
    expect(await texts(id)).toHaveLength(5);
    expect((await openThread(els, again.conversation)).mergedInto).toBe(id);
  });

  test('must keep something that was said, and give something that was said', async () => {
    const { id, messages } = await threeQuestions();
    const written = await note(els, id, 'Even overleggen.');
    const all = messages.map(({ publicId }) => publicId);
    await expect(splitOff(els, id, all)).rejects.toThrow('conflict.split-whole');
    await expect(splitOff(els, id, [written.publicId])).rejects.toThrow('invalid.split-empty');
    await expect(splitOff(els, id, ['me_nothing'])).rejects.toThrow('not-found.message');
    await expect(splitOff(els, id, [])).rejects.toThrow('invalid.split-empty');
  });
});

describe('at the same moment', () => {
  test('a merge and messages in both threads lose nothing, and both threads end in one place', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { account, first, second } = await twoThreads();
      const sentAt = new Date(polder.turn.now().epochMilliseconds);
      const write = (id: string, thread: string) =>
        hear(polder.context, {
          account,
          utterances: [
            utterance(`${account.name}-${id}`, { author: `@fatima-${account.name}`, sentAt, thread }),
          ],
        });
      await Promise.all([
        merge(els, { from: first, into: second }),
        write('x', 'factuur'),
        write('y', 'pakket'),
        write('z', 'factuur'),
      ]);
      expect(await texts(second)).toHaveLength(5);
      expect(await texts(first)).toEqual([]);
    }
  });

  test('two who merge the same two either way, and one who answers: one of each, no deadlock', async () => {
    for (let round = 0; round < 6; round += 1) {
      const { account, first, second } = await twoThreads();
      const ended = await Promise.allSettled([
        merge(els, { from: first, into: second }),
        merge(people.joost.context, { from: second, into: first }),
        answer(people.joost.context, second, { text: 'Groet, Joost' }),
      ]);
      const bugs = ended.filter((one) => one.status === 'rejected' && !isRefusal(one.reason));
      expect(bugs).toEqual([]);
      expect(ended.slice(0, 2).filter((one) => one.status === 'fulfilled')).toHaveLength(1);
      const stands = await portrait(account);
      expect(stands).toHaveLength(1);
    }
  });
});
