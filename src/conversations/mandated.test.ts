import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { hirePeople, type People } from '../../test/people.ts';
import { mayUnder } from '../organisation/mandates/holding.ts';
import { endMandate, giveMandate, type NewMandate, release } from '../organisation/mandates/mandating.ts';
import { transact } from '../platform/context.ts';
import { answer, note } from './answering.ts';
import { send } from './composing/sending.ts';
import { type Talk, talk } from './fixtures/talk.ts';

let polder: TestDatabase;
let people: People;
let asked: Talk;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
beforeEach(async () => {
  await release(polder.context, people.els.employee.publicId);
  asked = await talk(polder.context, 'Waar blijft mijn pakket? Het zou gisteren komen.');
});
afterAll(() => polder?.close());

const els = () => people.els.context;
const answered = () => answer(els(), asked.id, { text: 'Het komt vandaag.' });
const refused = { code: 'forbidden.mandate' };

function give(mandate: Partial<NewMandate>): Promise<string> {
  return giveMandate(people.ravi.context, {
    employee: people.els.employee.publicId,
    channel: null,
    topic: null,
    right: 'send',
    fromOn: '2026-11-24',
    untilOn: null,
    ...mandate,
  });
}

/** Somebody said what the customer's message is about. */
async function about(...topics: string[]): Promise<void> {
  await transact(polder.context, 'listen', ({ database }) =>
    sql`
      insert into label (message_id, received_at, head, by, labels, confidence, automatic, at)
      select id, received_at, 'topic', 'person', ${topics}::text[], 1, true, received_at
      from message where public_id = ${asked.messageId}`.execute(database),
  );
}

describe('answering', () => {
  test('goes by roles for whoever is not in the matrix, also when others are', async () => {
    await giveMandate(people.ravi.context, {
      employee: people.joost.employee.publicId,
      channel: 'mail',
      topic: null,
      right: 'read',
      fromOn: '2026-11-24',
      untilOn: null,
    });
    expect(await answered()).toMatchObject({ publicId: expect.any(String) });
    await expect(answer(people.joost.context, asked.id, { text: 'Ik kijk.' })).rejects.toMatchObject(refused);
    expect(await note(people.joost.context, asked.id, 'Ik kijk.')).toBeDefined();
    expect(await answer(polder.context, asked.id, { text: 'Vanzelf.', followUp: true })).toBeDefined();
  });

  test('asks the channel, the right and the days of a mandate', async () => {
    await give({ right: 'read' });
    await give({ channel: 'x' });
    await expect(answered()).rejects.toMatchObject(refused);
    await give({ channel: 'mail', right: 'draft' });
    // Who may write and not send hands it to a second person.
    await expect(answered()).rejects.toMatchObject({ code: 'conflict.needs-approval' });
    expect(await send(els(), asked.id, { text: 'Het komt vandaag.' })).toMatchObject({ state: 'waiting' });
    asked = await talk(polder.context, 'Waar blijft mijn pakket? Het zou gisteren komen.');
    await release(polder.context, people.els.employee.publicId);
    await give({ right: 'read' });
    await give({ channel: 'x' });
    await expect(answered()).rejects.toMatchObject(refused);
    await give({ channel: 'mail', fromOn: '2026-11-25' });
    await give({ channel: 'mail', fromOn: '2026-11-01', untilOn: '2026-11-23' });
    await expect(answered()).rejects.toMatchObject(refused);
    expect(await asked.messages()).toHaveLength(1);
    await give({ channel: 'mail', fromOn: '2026-11-24', untilOn: '2026-11-24' });
    expect(await answered()).toBeDefined();
  });

  test('asks every topic that the customer wrote about', async () => {
    await give({ right: 'read' });
    await give({ topic: 'levering' });
    await expect(answered()).rejects.toMatchObject(refused);
    await about('levering', 'rekening');
    await expect(answered()).rejects.toMatchObject(refused);
    await give({ topic: 'rekening' });
    expect(await answered()).toBeDefined();
  });

  test('stays refused when the last mandate ended, until somebody is put back under their roles', async () => {
    await give({ right: 'read' });
    const id = await give({});
    await endMandate(people.ravi.context, id);
    await expect(answered()).rejects.toMatchObject(refused);
    await release(people.ravi.context, people.els.employee.publicId);
    expect(await answered()).toBeDefined();
  });

  test('of last week is judged by what held then', async () => {
    const id = await give({ fromOn: '2026-11-01' });
    const of = (at: string) =>
      mayUnder(polder.context, people.els.employee.id, {
        channel: 'mail',
        topics: async () => [],
        right: 'send',
        at: Temporal.Instant.from(at),
      });
    await endMandate(people.ravi.context, id);
    expect(await of('2026-11-20T12:00:00Z')).toBe(true);
    expect(await of('2026-10-31T12:00:00Z')).toBe(false);
    // Midnight is that of the organisation.
    expect(await of('2026-10-31T23:30:00Z')).toBe(true);
    expect(await of('2026-11-24T12:00:00Z')).toBe(false);
  });

  test('costs one statement more, and knows no row of the matrix that nobody may give', async () => {
    await expect(give({ fromOn: '2026-11-24', untilOn: '2026-11-23' })).rejects.toMatchObject({
      code: 'invalid.mandate-dates',
    });
    await expect(
      giveMandate(els(), {
        employee: people.els.employee.publicId,
        channel: null,
        topic: null,
        right: 'approve',
        fromOn: '2026-11-24',
        untilOn: null,
      }),
    ).rejects.toMatchObject({ code: 'forbidden.action' });
    polder.statements();
    await answered();
    const about = polder.statements().filter((statement) => /from mandate where/.test(statement));
    expect(about).toHaveLength(1);
  });
});
