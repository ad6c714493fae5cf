import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { transact } from '../../platform/context.ts';
import { decide } from '../../privacy/deciding.ts';
import { note } from '../answering.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { letGo, timePasses } from '../fixtures/time-passing.ts';
import { openThread } from '../thread.ts';
import { claim, findClaim, letGo as layDown } from './claiming.ts';
import { draftsOf, saveDraft } from './draft.ts';
import { releaseDue } from './releasing.ts';
import { send } from './sending.ts';
import { undo } from './undoing.ts';

let polder: TestDatabase;
let people: People;
let asked: Talk;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
beforeEach(async () => {
  asked = await talk(polder.context, 'Waarom is mijn rekening zo hoog?');
});
afterAll(() => polder?.close());

const els = () => people.els.context;
const joost = () => people.joost.context;
const version = async () => (await openThread(els(), asked.id)).version;
const said = async () => (await asked.messages()).map((one) => (one as { text: string }).text);
const question = 'Waarom is mijn rekening zo hoog?';
const again = (text: string) => talk(polder.context, text, { author: asked.author, thread: asked.thread });
const inside = <T>(act: Parameters<typeof transact<T>>[2]) => transact(polder.context, 'service', act);
const draftOf = async (ctx = els()) => (await draftsOf(ctx, asked.conversationId)).drafts;

describe('a draft', () => {
  test('lies on the server for one colleague, per paper, with the paper that lay on top', async () => {
    expect(await saveDraft(els(), asked.id, { mode: 'private', text: 'Dag Fatima' })).toBe(1);
    expect(await saveDraft(els(), asked.id, { mode: 'note', text: 'even nakijken' })).toBe(1);
    expect(await saveDraft(els(), asked.id, { mode: 'private', text: 'Dag Fatima!', revision: 1 })).toBe(2);
    const mine = await draftsOf(els(), asked.conversationId);
    expect(mine.mode).toBe('private');
    expect(new Map(mine.drafts.map(({ mode, text }) => [mode, text]))).toEqual(
      new Map([
        ['private', 'Dag Fatima!'],
        ['note', 'even nakijken'],
      ]),
    );
    expect((await draftsOf(joost(), asked.conversationId)).drafts).toEqual([]);
  });

  test('of two windows is not overwritten unseen, and an empty one goes', async () => {
    await saveDraft(els(), asked.id, { mode: 'private', text: 'in het ene venster' });
    await expect(
      saveDraft(els(), asked.id, { mode: 'private', text: 'in het andere', revision: 0 }),
    ).rejects.toMatchObject({ code: 'conflict.draft' });
    expect(await draftOf()).toMatchObject([{ text: 'in het ene venster' }]);
    expect(await saveDraft(els(), asked.id, { mode: 'private', text: ' ', revision: 1 })).toBe(0);
    expect(await draftOf()).toEqual([]);
  });

  test('is never public where the customer wrote in private', async () => {
    const refused = { code: 'forbidden.public-in-private' };
    await expect(saveDraft(els(), asked.id, { mode: 'public', text: 'Dag' })).rejects.toMatchObject(refused);
    await expect(send(els(), asked.id, { text: 'Dag', audience: 'public' })).rejects.toMatchObject(refused);
  });
});

describe('who is writing', () => {
  test('is seen by others until the lease ends, and can be taken over knowingly', async () => {
    expect((await claim(els(), asked.id))?.name).toBe('Els Bakker');
    expect((await claim(joost(), asked.id))?.name).toBe('Els Bakker');
    await expect(send(joost(), asked.id, { text: 'Ik doe het.' })).rejects.toMatchObject({
      code: 'conflict.claimed',
      details: { by: 'Els Bakker' },
    });
    expect((await claim(joost(), asked.id, { over: true }))?.name).toBe('Joost Visser');
    await inside(({ database }) =>
      sql`update writing_claim set until = clock_timestamp() - interval '1 second'`.execute(database),
    );
    expect(await inside((ctx) => findClaim(ctx, asked.conversationId))).toBeUndefined();
    expect((await claim(els(), asked.id))?.name).toBe('Els Bakker');
    await layDown(els(), asked.id);
    expect(await inside((ctx) => findClaim(ctx, asked.conversationId))).toBeUndefined();
  });

  test('is told once, however often it is renewed', async () => {
    for (const _ of [1, 2, 3]) await claim(els(), asked.id);
    const events = await polder.context.database
      .selectFrom('event')
      .select('verb')
      .where('subject_id', '=', asked.conversationId)
      .where('verb', '=', 'conversation.claimed')
      .execute();
    expect(events).toHaveLength(1);
  });
});

describe('an answer', () => {
  test('waits until its writer can no longer take it back, and then is a message of that writer', async () => {
    await saveDraft(els(), asked.id, { mode: 'private', text: 'We kijken het na.' });
    const handed = await send(els(), asked.id, { text: 'We kijken het na.', version: await version() });
    expect(handed.state).toBe('held');
    expect(await said()).toEqual([question]);
    expect(await draftOf()).toEqual([]);
    expect(await releaseDue(polder.context)).toBe(0);
    expect(await letGo(polder.context)).toBe(1);
    expect(await said()).toEqual([question, 'We kijken het na.']);
    const { messages } = await openThread(els(), asked.id);
    expect(messages.at(-1)).toMatchObject({ author: 'Els Bakker', delivery: { state: 'queued' } });
    expect(await letGo(polder.context)).toBe(0);
  });

  test('that is taken back lies before its writer again, above what they began meanwhile', async () => {
    const { replyId } = await send(els(), asked.id, { text: 'Te snel.' });
    await saveDraft(els(), asked.id, { mode: 'private', text: 'Nieuw begin.' });
    await expect(undo(joost(), replyId)).rejects.toMatchObject({ code: 'forbidden.other-reply' });
    await timePasses(polder.context);
    expect(await undo(els(), replyId)).toBe('undone');
    expect(await releaseDue(polder.context)).toBe(0);
    expect(await said()).toEqual([question]);
    expect(await draftOf()).toMatchObject([{ text: 'Te snel.\n\nNieuw begin.', back: 'undone' }]);
    await expect(undo(els(), replyId)).rejects.toMatchObject({ code: 'conflict.sent' });
  });

  test('answers what its writer saw: who writes in between waits on', async () => {
    await send(els(), asked.id, { text: 'We kijken het na.' });
    polder.turn.forward({ seconds: 120 });
    await again('En nog iets: de meter klopt niet.');
    expect(await letGo(polder.context)).toBe(1);
    const { messages, waitingSince, state } = await openThread(els(), asked.id);
    expect(messages.map(({ text }) => text)).toEqual([
      question,
      'We kijken het na.',
      'En nog iets: de meter klopt niet.',
    ]);
    expect(waitingSince).not.toBeNull();
    expect(state).not.toBe('waiting');
  });

  test('that ends the conversation does so when it leaves, unless the customer wrote on', async () => {
    const closing = { text: 'Opgelost.', afterwards: { kind: 'done' } } as const;
    await send(els(), asked.id, closing);
    expect((await openThread(els(), asked.id)).state).not.toBe('done');
    await letGo(polder.context);
    expect((await openThread(els(), asked.id)).state).toBe('done');
    asked = await talk(polder.context, question);
    await send(els(), asked.id, closing);
    polder.turn.forward({ seconds: 120 });
    await again('Nee, het is niet opgelost.');
    await letGo(polder.context);
    expect((await openThread(els(), asked.id)).state).not.toBe('done');
  });

  test('sets the conversation aside when it leaves, where that was asked', async () => {
    const until = polder.turn.now().add({ hours: 24 });
    await send(els(), asked.id, { text: 'Morgen meer.', afterwards: { kind: 'snooze', until } });
    await letGo(polder.context);
    expect((await openThread(els(), asked.id)).snoozed).not.toBeNull();
  });

  test('asks the customer’s permission once more when it leaves', async () => {
    await send(els(), asked.id, { text: 'We kijken het na.' });
    await transact(polder.context, 'service', (ctx) =>
      decide(ctx, asked.personId, { purpose: 'service', act: 'restrict', strength: 0 }),
    );
    expect(await letGo(polder.context)).toBe(0);
    const kept = await inside(({ database }) =>
      sql`select state, reason from reply where conversation_id = ${asked.conversationId}`.execute(database),
    );
    expect(kept.rows).toEqual([{ state: 'refused', reason: 'not-found.conversation' }]);
  });

  test('with a place of a ready-made text that is still empty does not go', async () => {
    await expect(send(els(), asked.id, { text: 'Dag {{klant}}, dank.' })).rejects.toMatchObject({
      code: 'invalid.text-open',
      details: { places: ['{{klant}}'] },
    });
  });
});

describe('a note', () => {
  test('cannot leave: the database itself refuses, whatever the code asks', async () => {
    const { messageId } = await note(els(), asked.id, 'klant is boos');
    const out = inside(({ database }) =>
      sql`insert into outbound (message_id, received_at, conversation_id, state, changed_at)
        select id, received_at, ${asked.conversationId}, 'queued', now() from message where id = ${messageId}`.execute(
        database,
      ),
    );
    await expect(out).rejects.toThrow('not a released answer');
  });

  test('nor can words that were never released, or other words than were released', async () => {
    await send(els(), asked.id, { text: 'Dag Fatima' });
    await letGo(polder.context);
    const forged = inside(async ({ database }) => {
      await sql`delete from outbound`.execute(database).catch(() => undefined);
    });
    await expect(forged).rejects.toThrow();
    const other = inside(async ({ database }) => {
      const made = await sql<{ id: string }>`
        insert into message (received_at, public_id, channel_account_id, external_id, direction, audience, author, sent_at, text)
        select received_at, public_id || 'x', channel_account_id, external_id || 'x', 'out', audience, author, sent_at, 'Iets anders'
        from message where direction = 'out' order by id desc limit 1 returning id`.execute(database);
      await sql`insert into outbound (message_id, received_at, conversation_id, state, changed_at)
        select id, received_at, ${asked.conversationId}, 'queued', now() from message where id = ${made.rows[0]?.id}`.execute(
        database,
      );
    });
    await expect(other).rejects.toThrow('not a released answer');
  });
});
