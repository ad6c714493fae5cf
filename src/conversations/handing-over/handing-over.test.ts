import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, hirePerson, type People, type Person } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import { departmentNamed } from '../../organisation/departments.ts';
import { changeQueue } from '../../organisation/queueing/queue-keeping.ts';
import { promiseAnswers } from '../../organisation/staff/promising.ts';
import { transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import { reactions } from '../../reactions.ts';
import { talk } from '../fixtures/talk.ts';
import { openThread } from '../thread.ts';
import { listDesk, openDesk } from './desk.ts';
import { handOversOf } from './hand-over.ts';
import { askOn, giveAnswer, handOver, takeUp, withdraw } from './handing-over.ts';
import { forgetAsked } from './places.ts';

let polder: TestDatabase;
let people: People;
/** Of Logistiek, and only there. */
let henk: Person;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  const { id } = await departmentNamed(polder.context, 'Logistiek');
  await departmentNamed(polder.context, 'Facturatie');
  henk = await hirePerson(polder.context, { name: 'Henk Mol', role: 'colleague', departmentId: id });
  await promiseAnswers(people.ravi.context, 'logistiek', {
    seconds: 4 * 3600,
    clock: 'hours',
    calendar: null,
  });
  await changeQueue(people.ravi.context, 'general', {
    ...{ name: 'Algemeen', department: 'klantenservice', calendar: 'default', languages: [], skills: [] },
    ...{ mostWaiting: null, mostEach: null, deals: false, workers: [] },
  });
});
afterAll(() => polder?.close());

const els = () => people.els.context;
const ask = () => talk(polder.context, 'Ik kreeg een warmtepomp die niet van mij is.');
const toLogistics = { department: 'logistiek', question: 'Waar hoort deze pomp?' };
const all = (conversationId: string) =>
  transact(polder.context, 'service', (ctx) => handOversOf(ctx, conversationId));

describe('a question to another department', () => {
  test('lies there with its own due time, while the conversation stays with whoever speaks with the customer', async () => {
    const said = await ask();
    const before = await openThread(els(), said.id);
    const id = await handOver(els(), said.id, toLogistics);
    const desk = await listDesk(henk.context);
    expect(desk).toMatchObject([
      {
        id,
        department: 'Logistiek',
        question: 'Waar hoort deze pomp?',
        askedBy: 'Els Bakker',
        takenBy: null,
      },
    ]);
    // Asked at eleven in the morning, four opening hours on.
    expect(desk[0]?.dueAt?.toISOString()).toBe('2026-11-24T14:00:00.000Z');
    expect(await openThread(els(), said.id)).toMatchObject({ queue: before.queue, state: before.state });
    await expect(openThread(henk.context, said.id)).rejects.toMatchObject({ code: 'not-found.conversation' });
    expect(await openDesk(henk.context, id)).toMatchObject({
      messages: [{ kind: 'in', text: 'Ik kreeg een warmtepomp die niet van mij is.' }],
      mayAnswer: true,
    });
  });

  test('comes back with its answer in one act, measured by the hours of the department', async () => {
    const said = await ask();
    const id = await handOver(els(), said.id, toLogistics);
    await takeUp(henk.context, id);
    await askOn(els(), id, 'De klant wil hem morgen kwijt.');
    polder.turn.forward({ hours: 24 });
    await giveAnswer(henk.context, id, { text: 'Wij halen hem morgen op.', outcome: 'answered' });
    const [held] = await all(said.conversationId);
    expect(held).toMatchObject({ takenBy: 'Henk Mol', outcome: 'answered', endedBy: 'Henk Mol' });
    expect(held?.lines.map(({ kind, by }) => [kind, by])).toEqual([
      ['question', 'Els Bakker'],
      ['question', 'Els Bakker'],
      ['answer', 'Henk Mol'],
    ]);
    const frozen = await transact(polder.context, 'service', ({ database }) =>
      sql`select clock_seconds, hours_seconds from hand_over where public_id = ${id}`.execute(database),
    );
    expect(frozen.rows).toEqual([{ clock_seconds: '86400', hours_seconds: '28800' }]);
    await expect(
      giveAnswer(henk.context, id, { text: 'Nog iets.', outcome: 'answered' }),
    ).rejects.toMatchObject({
      code: 'conflict.hand-over-ended',
    });
    expect((await listDesk(henk.context)).map((row) => row.id)).not.toContain(id);
  });

  test('can be asked of several departments at once, of each one thing, and nobody there answers the customer', async () => {
    const said = await ask();
    const id = await handOver(els(), said.id, toLogistics);
    const other = await handOver(els(), said.id, { department: 'facturatie', question: 'Is hij betaald?' });
    await expect(handOver(els(), said.id, toLogistics)).rejects.toMatchObject({
      code: 'conflict.handed-over',
    });
    await expect(openDesk(henk.context, other)).rejects.toMatchObject({ code: 'not-found.hand-over' });
    await giveAnswer(henk.context, id, { text: 'Niet van ons.', outcome: 'returned' });
    await withdraw(els(), other);
    expect((await all(said.conversationId)).map(({ outcome }) => outcome)).toEqual(['withdrawn', 'returned']);
    expect(await said.messages()).toHaveLength(1);
    expect(await handOver(els(), said.id, toLogistics)).toBeDefined();
  });

  test('falls due anew when the department promises something else', async () => {
    const said = await ask();
    await handOver(els(), said.id, toLogistics);
    await promiseAnswers(people.ravi.context, 'logistiek', { seconds: 3600, clock: 'clock', calendar: null });
    await settled(polder.context);
    await followAll(
      polder.context,
      reactions.filter(({ name }) => name === 'promise-anew'),
      silentLog,
    );
    const [held] = await all(said.conversationId);
    expect(held?.dueAt?.getTime()).toBe((held?.askedAt.getTime() ?? 0) + 3_600_000);
  });

  test('is asked and answered by who may, with words in it', async () => {
    const said = await ask();
    await expect(handOver(henk.context, said.id, toLogistics)).rejects.toMatchObject({
      code: 'not-found.conversation',
    });
    await expect(handOver(els(), said.id, { ...toLogistics, question: ' ' })).rejects.toMatchObject({
      code: 'invalid.text-empty',
    });
    const id = await handOver(els(), said.id, toLogistics);
    for (const wrong of [
      () => giveAnswer(els(), id, { text: 'Ik weet het zelf al.', outcome: 'answered' }),
      () => askOn(henk.context, id, 'Wat?'),
      () => withdraw(henk.context, id),
    ])
      await expect(wrong()).rejects.toMatchObject({ code: 'not-found.hand-over' });
    await expect(listDesk(people.anneke.context)).rejects.toMatchObject({ code: 'forbidden.action' });
  });

  test('loses its words with those of the conversation', async () => {
    const said = await ask();
    await handOver(els(), said.id, toLogistics);
    await transact(polder.context, 'legal', (ctx) => forgetAsked(ctx, [said.conversationId]));
    expect((await all(said.conversationId))[0]?.lines).toMatchObject([{ text: '' }]);
  });
});
