import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { accountNamed } from '../../listening/account.ts';
import { hear } from '../../listening/hearing.ts';
import type { Utterance } from '../../listening/message.ts';
import type { Context } from '../../platform/context.ts';
import type { NewEvent } from '../../platform/events.ts';
import type { Placeable } from './finding.ts';
import { byTime, loadPlaceable, placeableOf } from './placing.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database?.close());

const said = (externalId: string, given: Partial<Utterance> = {}): Utterance => ({
  ...{ externalId, text: `Waar blijft mijn monteur? ${externalId}`, author: '@Fatima', authorName: null },
  ...{ sentAt: new Date('2026-11-20T10:00:00Z'), direction: 'in', replyTo: null, thread: null },
  ...{ automatic: false, departmentId: null, employeeId: null, ...given },
});

/** Hears, and gives what was carried to whoever places beside what stands in the database at that moment. */
async function heardAndRead(channel: string, utterances: readonly Utterance[]) {
  const both: Record<'carried' | 'read', Placeable[]> = { carried: [], read: [] };
  const compare = async (ctx: Context, events: readonly NewEvent[]) => {
    both.carried = events.map((event) => placeableOf(event.carries as never)).sort(byTime);
    both.read = await loadPlaceable(ctx, {
      ids: events.map(({ subject }) => subject.id ?? ''),
      receivedAt: events.map(({ data }) => String(data?.receivedAt)),
    });
  };
  const ctx = { ...database.context, now: { 'message.heard': compare } };
  const account = await accountNamed(ctx, { channel, name: 'waterkracht', connector: 'api' });
  await hear(ctx, { account, utterances });
  return both;
}

describe('what is carried to whoever places', () => {
  it('is what would be read back', async () => {
    const { carried, read } = await heardAndRead('x', [
      said('1', { authorName: 'Fatima' }),
      said('2', { replyTo: '1', sentAt: null, text: `${'👍🏽 lang '.repeat(300)}` }),
      said('3', { direction: 'out', author: null, automatic: true, text: 'Dank u.' }),
      said('4', { author: null, thread: 't', text: 'I love it! Where is my order 12345678?' }),
    ]);
    const plain = carried.map(({ heard, isNewWriter, ...row }) => row);
    expect(plain).toMatchObject(read.map(({ isNewWriter, ...row }) => row));
    expect(read).toHaveLength(4);
  });

  it('says whose words stand nowhere yet, and of nobody else', async () => {
    await heardAndRead('x', [said('5', { author: 'joost' })]);
    const { carried } = await heardAndRead('x', [
      said('6', { author: 'joost' }),
      said('7', { author: 'henk' }),
    ]);
    expect(carried.map(({ externalId, isNewWriter }) => [externalId, isNewWriter])).toEqual([
      ['6', false],
      ['7', true],
    ]);
  });
});
