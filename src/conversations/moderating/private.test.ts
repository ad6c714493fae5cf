import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { utterance } from '../../../test/portrait.ts';
import { settled } from '../../../test/settled.ts';
import { accountNamed, type ChannelAccount } from '../../listening/account.ts';
import { forgetPosts } from '../../listening/forgetting.ts';
import { hear } from '../../listening/hearing.ts';
import { type Context, transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import { reactions } from '../../reactions.ts';
import { openThread } from '../thread.ts';
import { parentPostOf } from './parent-post.ts';
import { goPrivate, privateStanding, stayPublic } from './private.ts';

let polder: TestDatabase;
let people: People;
let els: Context;
let open: ChannelAccount;
let closed: ChannelAccount;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  els = people.els.context;
  const account = (name: string, audience: 'public' | 'private') =>
    transact(polder.context, 'listen', async (ctx) => {
      const made = await accountNamed(ctx, { channel: 'x', name, connector: 'file' });
      await sql`update channel_account set audience = ${audience} where id = ${made.id}`.execute(
        ctx.database,
      );
      return { ...made, audience };
    });
  open = await account('@waterkracht', 'public');
  closed = await account('@waterkracht-dm', 'private');
});
afterAll(() => polder?.close());

/** Says something on an account, and gives the conversation in which it stands. */
async function say(
  account: ChannelAccount,
  id: string,
  given: Parameters<typeof utterance>[1] = {},
): Promise<string> {
  polder.turn.forward({ minutes: 1 });
  const sentAt = new Date(polder.turn.now().epochMilliseconds);
  await hear(polder.context, { account, utterances: [utterance(id, { sentAt, ...given })] });
  const found = await transact(polder.context, 'service', ({ database }) =>
    sql<{ id: string }>`select c.public_id as id from message_key k
      join conversation_item i on i.message_id = k.message_id join conversation c on c.id = i.conversation_id
      where k.external_id = ${id} and k.channel_account_id = ${account.id}`.execute(database),
  );
  return found.rows[0]?.id ?? '';
}

async function follow(): Promise<void> {
  const linking = reactions.filter(({ name }) => name === 'link-private');
  for (let times = 0; times < 20; times += 1) {
    await settled(polder.context);
    await followAll(polder.context, linking, silentLog);
  }
}

async function halvesOf(id: string) {
  const thread = await openThread(els, id);
  const { onward, from } = await transact(els, 'service', (ctx) =>
    privateStanding(ctx, thread.id, [thread.queueId]),
  );
  return { onward: onward?.conversation ?? null, expected: onward !== null && !onward.conversation, from };
}

describe('a public conversation that goes on in private', () => {
  test('says so where everybody reads, and is linked to the private one that then begins, both ways', async () => {
    const author = '@fatima';
    const there = await say(open, 'q1', { author });
    const { version } = await openThread(els, there);
    await goPrivate(els, there, { text: 'Stuurt u ons een privébericht?', version });
    const { messages, state } = await openThread(els, there);
    expect([messages.at(-1)?.text, messages.at(-1)?.audience, state]).toEqual([
      'Stuurt u ons een privébericht?',
      'public',
      'waiting',
    ]);
    await say(closed, 'henk1', { author: '@henk' });
    await follow();
    expect(await halvesOf(there)).toEqual({ onward: null, expected: true, from: null });
    const here = await say(closed, 'dm1', { author });
    await follow();
    expect(await halvesOf(there)).toEqual({ onward: here, expected: false, from: null });
    expect(await halvesOf(here)).toEqual({ onward: null, expected: false, from: there });
    await expect(goPrivate(els, there, { text: 'Nog eens.' })).rejects.toThrow('conflict.private-already');
  });

  test('is linked at once to the one that is open already, and can stay public after all', async () => {
    const author = '@anne';
    const here = await say(closed, 'dm2', { author });
    const there = await say(open, 'q2', { author });
    await goPrivate(els, there, { text: 'Wij antwoorden u privé.' });
    expect((await halvesOf(there)).onward).toBe(here);
    await stayPublic(els, there);
    expect((await halvesOf(there)).onward).toBeNull();
  });

  test('is refused where it is private already, where we have no such account, and for a version that is old', async () => {
    const here = await say(closed, 'dm3', { author: '@piet' });
    await expect(goPrivate(els, here, { text: 'x' })).rejects.toThrow('conflict.not-public');
    const there = await say(open, 'q3', { author: '@piet' });
    await expect(goPrivate(els, there, { text: 'x', version: 1 + 900 })).rejects.toThrow('conflict.version');
    expect((await halvesOf(there)).expected).toBe(false);
    const elsewhere = await transact(polder.context, 'listen', (ctx) =>
      accountNamed(ctx, { channel: 'forum', name: 'forum', connector: 'file' }),
    );
    const forum = await say(elsewhere, 'f1', { author: 'piet' });
    if ((await openThread(els, forum)).audience === 'public')
      await expect(goPrivate(els, forum, { text: 'x' })).rejects.toThrow('conflict.private-nowhere');
  });
});

describe('above what stands under a post', () => {
  const parentOf = async (id: string) => {
    const thread = await openThread(els, id);
    return transact(els, 'service', (ctx) => parentPostOf(ctx, thread.id, [thread.queueId]));
  };

  test('that post is shown, ours or somebody else’s, until its author takes it away', async () => {
    await say(open, 'post', {
      direction: 'out',
      author: '@waterkracht',
      text: 'Vandaag werken wij aan het net.',
    });
    const under = await say(open, 'react', { author: '@lies', replyTo: 'post' });
    expect(await parentOf(under)).toMatchObject({ ours: true, text: 'Vandaag werken wij aan het net.' });
    const alone = await say(open, 'alone', { author: '@teun' });
    expect(await parentOf(alone)).toBeNull();
  });

  test('a message whose author took it away says so, and has no words', async () => {
    const id = await say(open, 'gone', { author: '@noor' });
    await forgetPosts(polder.context, open, ['gone']);
    const { messages } = await openThread(els, id);
    expect(messages.map(({ text, removed }) => [text, removed])).toEqual([['', 'author']]);
  });
});
