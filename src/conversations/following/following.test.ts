import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, hirePerson, type People } from '../../../test/people.ts';
import { departmentNamed } from '../../organisation/departments.ts';
import { giveMandate } from '../../organisation/mandates/mandating.ts';
import { transact } from '../../platform/context.ts';
import { answer, note } from '../answering.ts';
import { claim } from '../composing/claiming.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { listInbox } from '../inbox.ts';
import { listNotifications } from '../notifying/notifications.ts';
import { look, presentIn } from './looking.ts';
import { follow, participantsOf, setParticipant } from './participants.ts';

let polder: TestDatabase;
let people: People;
let fatima: Talk;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
beforeEach(async () => {
  fatima = await talk(polder.context, 'Waar blijft mijn pakket?');
});
afterAll(() => polder?.close());

const els = () => people.els.context;
const joost = () => people.joost.context;
const followers = () =>
  transact(els(), 'service', async (ctx) =>
    (await participantsOf(ctx, fatima.conversationId)).map(({ name, why }) => `${name} ${why}`),
  );
const told = async () => (await listNotifications(joost(), { unread: true })).rows;

describe('a note that calls a colleague', () => {
  test('tells them, and makes them follow; who wrote it follows too', async () => {
    await note(els(), fatima.id, '@Joost kijk jij? @joost, echt.');
    expect(await followers()).toEqual(['Els Bakker noted', 'Joost Visser mentioned']);
    expect(
      (await told()).map(({ kind, by, conversation }) => [kind, by, conversation?.publicId]),
    ).toContainEqual(['mentioned', 'Els Bakker', fatima.id]);
  });

  test('is refused when it calls somebody who may not read it, by role or by mandate', async () => {
    await expect(note(els(), fatima.id, 'Dag @Anneke de Graaf')).rejects.toMatchObject({
      code: 'conflict.mention-no-right',
      details: { name: 'Anneke de Graaf' },
    });
    const lotte = await hirePerson(polder.context, {
      name: 'Lotte Kamp',
      role: 'colleague',
      departmentId: people.departmentId,
    });
    const [employee, day] = [lotte.employee.publicId, '2026-11-01'];
    await giveMandate(people.ravi.context, {
      ...{ employee, channel: 'x', topic: null, right: 'read' },
      ...{ fromOn: day, untilOn: null },
    });
    await expect(note(els(), fatima.id, '@Lotte weet jij dit?')).rejects.toMatchObject({
      code: 'conflict.mention-no-right',
    });
    expect(await followers()).toEqual([]);
  });

  test('tells everybody of a department who may read it; they do not follow', async () => {
    await note(els(), fatima.id, '@Klantenservice, wie weet dit?');
    expect(
      (await told()).map(({ kind, by, conversation }) => [kind, by, conversation?.publicId]),
    ).toContainEqual(['mentioned', 'Els Bakker', fatima.id]);
    expect(await followers()).toEqual(['Els Bakker noted']);
    await departmentNamed(polder.context, 'Directie');
    await expect(note(els(), fatima.id, 'Dag @Directie')).rejects.toMatchObject({
      code: 'conflict.mention-no-right',
      details: { name: 'Directie' },
    });
  });

  test('does not tell who calls themselves', async () => {
    await note(joost(), fatima.id, 'Ik, @Joost Visser, zoek het uit');
    expect((await told()).filter(({ conversation }) => conversation?.publicId === fatima.id)).toEqual([]);
  });
});

describe('following', () => {
  test('begins and ends when a colleague wants it, and is not begun again by writing', async () => {
    await follow(joost(), fatima.id, true);
    await follow(joost(), fatima.id, true);
    expect(await followers()).toEqual(['Joost Visser followed']);
    await follow(joost(), fatima.id, false);
    await note(joost(), fatima.id, 'Gebeld.');
    expect(await followers()).toEqual([]);
    await note(els(), fatima.id, '@Joost toch even');
    expect(await followers()).toContain('Joost Visser mentioned');
  });

  test('can be asked of a colleague who may read it, and of nobody else', async () => {
    await setParticipant(els(), fatima.id, { employee: people.joost.employee.publicId, on: true });
    expect(await followers()).toEqual(['Joost Visser followed']);
    const anneke = { employee: people.anneke.employee.publicId, on: true };
    await expect(setParticipant(els(), fatima.id, anneke)).rejects.toMatchObject({
      code: 'conflict.mention-no-right',
    });
    await expect(follow(people.anneke.context, fatima.id, true)).rejects.toMatchObject({
      code: 'not-found.conversation',
    });
  });
});

describe('who looks along', () => {
  const rowOf = async () =>
    (await listInbox(els(), { view: 'open', limit: 100 })).rows.find(
      ({ publicId }) => publicId === fatima.id,
    );

  test('stands on the row and in the conversation, who writes as writing, and not before oneself', async () => {
    expect(await look(joost(), fatima.id)).toEqual([]);
    expect(await look(els(), fatima.id)).toEqual([{ name: 'Joost Visser', writing: false }]);
    expect((await rowOf())?.present).toEqual([{ name: 'Joost Visser', writing: false }]);
    await claim(joost(), fatima.id);
    expect((await rowOf())?.present).toEqual([{ name: 'Joost Visser', writing: true }]);
  });

  test('goes when they go, and when their lease runs out', async () => {
    await look(joost(), fatima.id);
    await look(joost(), fatima.id, { gone: true });
    expect((await rowOf())?.present).toEqual([]);
    await look(joost(), fatima.id);
    await sql`update looking set until = clock_timestamp() - interval '1 second'`.execute(
      polder.context.database,
    );
    expect(await transact(els(), 'service', (ctx) => presentIn(ctx, fatima.conversationId))).toEqual([]);
  });

  test('is told to the list once, not with every sign of life', async () => {
    const events = async () =>
      (
        await sql<{ n: string }>`select count(*) as n from event where verb = 'conversation.looked-at'
          and subject_id = ${fatima.conversationId}`.execute(polder.context.database)
      ).rows[0]?.n;
    await look(joost(), fatima.id);
    await look(joost(), fatima.id);
    expect(await events()).toBe('1');
    await look(joost(), fatima.id, { gone: true });
    await look(joost(), fatima.id, { gone: true });
    expect(await events()).toBe('2');
  });

  test('is shown to nobody out of reach', async () => {
    await expect(look(people.anneke.context, fatima.id)).rejects.toMatchObject({
      code: 'not-found.conversation',
    });
  });
});

test('answering makes a follower of whoever answered', async () => {
  await answer(els(), fatima.id, { text: 'We kijken het na.' });
  const { rows } = await sql<{ seq: string }>`select seq from event where verb = 'conversation.answered'
    and subject_id = ${fatima.conversationId}`.execute(polder.context.database);
  expect(rows).toHaveLength(1);
});
