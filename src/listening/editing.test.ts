import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { hirePeople, type People } from '../../test/people.ts';
import { registerAccount, utterance } from '../../test/portrait.ts';
import { listInbox } from '../conversations/inbox.ts';
import { noQuestion } from '../conversations/searching/question.ts';
import { searchConversations } from '../conversations/searching/searching.ts';
import { openThread } from '../conversations/thread.ts';
import { transact } from '../platform/context.ts';
import type { ChannelAccount } from './account.ts';
import { editPosts } from './editing.ts';
import { forgetPosts } from './forgetting.ts';
import { hear } from './hearing.ts';

let polder: TestDatabase;
let people: People;
let account: ChannelAccount;
let id: string;
let round = 0;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());
beforeEach(async () => {
  round += 1;
  account = await registerAccount(polder.context, `@waterkracht${round}`);
  await hear(polder.context, {
    account,
    utterances: [utterance('1', { author: `@f${round}`, text: 'De factuur klopt, dank jullie wel!' })],
  });
  const { rows } = await listInbox(people.els.context, { view: 'open' });
  id = rows[0]?.publicId ?? '';
});

const edit = (text: string, at: string | null = '2026-11-24T09:30:00Z') =>
  editPosts(polder.context, account, [{ externalId: '1', text, at: at ? new Date(at) : null }]);
const message = async () => (await openThread(people.els.context, id)).messages[0];
const versions = () =>
  transact(polder.context, 'service', async ({ database }) => {
    const found = await sql<{
      text: string;
    }>`select v.text from message_version v join conversation_item i using (message_id)
      join conversation c on c.id = i.conversation_id where c.public_id = ${id} order by v.version`.execute(
      database,
    );
    return found.rows.map(({ text }) => text);
  });

describe('a message that its author changes', () => {
  test('is read anew, in the list too, and keeps what stood there before', async () => {
    expect(await edit('De ketel lekt, er staat water in de kelder! Bel me NU, dit is een ramp.')).toBe(1);
    const now = await message();
    expect(now?.text).toMatch(/ketel/);
    expect(now?.sentiment).toBe('negative');
    expect(now?.edited).toMatchObject({
      at: new Date('2026-11-24T09:30:00Z'),
      before: [{ text: 'De factuur klopt, dank jullie wel!' }],
    });
    const row = (await listInbox(people.els.context, { view: 'open' })).rows.find(
      (one) => one.publicId === id,
    );
    expect(row).toMatchObject({ sentiment: 'negative' });
    expect(row?.preview).toMatch(/ketel/);
    const found = async (text: string) =>
      (await searchConversations(people.els.context, { question: { ...noQuestion, text } })).hits.filter(
        ({ publicId }) => publicId === id,
      ).length;
    expect([await found('ketel'), await found('factuur')]).toEqual([1, 0]);
  });

  test('may be told twice; every change is kept, and an empty one is none', async () => {
    await edit('Toch niet goed.');
    expect(await edit('Toch niet goed.')).toBe(0);
    expect(await edit('   ')).toBe(0);
    expect(await edit('Nu wel.', null)).toBe(1);
    expect(await versions()).toEqual(['De factuur klopt, dank jullie wel!', 'Toch niet goed.']);
    expect(await editPosts(polder.context, account, [{ externalId: 'none', text: 'x', at: null }])).toBe(0);
  });

  test('is gone with all it said before when its author takes it back, and comes back by no change', async () => {
    await edit('Nog iets anders.');
    await forgetPosts(polder.context, account, ['1']);
    expect(await versions()).toEqual([]);
    expect(await edit('Weer terug?')).toBe(0);
    expect(await message()).toMatchObject({ text: '', removed: 'author', edited: null });
  });
});
