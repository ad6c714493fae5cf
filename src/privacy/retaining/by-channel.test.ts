import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { registerAccount, utterance } from '../../../test/portrait.ts';
import { accountNamed } from '../../listening/account.ts';
import { forgetPosts } from '../../listening/forgetting.ts';
import { hear } from '../../listening/hearing.ts';
import { retained as labels } from '../../listening/learning/retained.ts';
import { transact } from '../../platform/context.ts';
import { retained } from '../../retained.ts';
import { heldWordsOf } from '../holding/held-words.ts';
import { endHold, holdBack } from '../holding/holding.ts';
import { chooseRetention, retain, retentionStanding, unchooseRetention } from './retaining.ts';

let polder: TestDatabase;
let people: People;
beforeAll(async () => {
  polder = await testDatabase({ at: '2026-10-05T10:00:00Z' });
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());

async function say(channel: string, author: string): Promise<string> {
  const account = await registerAccount(polder.context, `waterkracht op ${channel}`, channel);
  const text = `woorden van ${author}`;
  await hear(polder.context, {
    account,
    utterances: [utterance(author, { author, text, thread: author, sentAt: null })],
  });
  const found = await transact(polder.context, 'legal', (ctx) =>
    sql<{ id: string }>`select person_id as id from identity where external_id = ${author}`.execute(
      ctx.database,
    ),
  );
  return found.rows[0]?.id ?? '';
}

const spoken = async () => {
  const found = await transact(polder.context, 'legal', (ctx) =>
    sql<{ text: string }>`select text from message where text like 'woorden van %' order by 1`.execute(
      ctx.database,
    ),
  );
  return found.rows.map(({ text }) => text.slice('woorden van '.length));
};
const standing = async () =>
  (await transact(polder.context, 'legal', retentionStanding)).find(({ key }) => key === 'unhandled_post');

describe('how long posts are kept', () => {
  test('can differ by channel, and be the same again', async () => {
    const ravi = people.ravi.context;
    await say('x', 'fatima');
    await say('forum', 'henk');
    const shorter = { key: 'unhandled_post', channel: 'forum', days: 30, reason: 'zo is het afgesproken' };
    await chooseRetention(ravi, shorter);
    await expect(chooseRetention(ravi, { ...shorter, key: 'ledger' })).rejects.toMatchObject({
      code: 'invalid.retention-channel',
    });
    polder.turn.forward({ hours: 24 * 31 });
    await retain(polder.context, retained);
    expect(await spoken()).toEqual(['fatima']);
    expect(await standing()).toMatchObject({
      days: 90,
      channels: [{ channel: 'forum', days: 30 }],
      last: { due: 1, removed: 1, remaining: 0, overdueDays: 0 },
    });
    await unchooseRetention(ravi, shorter);
    await say('forum', 'lotte');
    polder.turn.forward({ hours: 24 * 60 });
    await retain(polder.context, retained);
    expect(await spoken()).toEqual(['lotte']);
    expect((await standing())?.channels).toEqual([]);
  });
});

describe('a month of labels', () => {
  test('goes as a whole when all of it is past its date; what comes later stands in the rest', async () => {
    const at = new Date('2026-10-20T10:00:00Z');
    const label = (id: number, received: Date) =>
      withAdmin(polder.ownerUrl, (owner) =>
        owner.query(
          `insert into label (message_id, received_at, head, by, labels, confidence, automatic, at)
          values ($1, $2, 'intent', 'model', '{question}', 1, true, $2)`,
          [id, received],
        ),
      );
    const months = () =>
      withAdmin(polder.ownerUrl, async (owner) => {
        const { rows } = await owner.query("select to_regclass('label_2026_10')::text as october");
        return rows[0].october;
      });
    await label(900_001, at);
    expect(await months()).toBe('label_2026_10');
    const [kind] = labels;
    const before = new Date('2026-11-01T00:00:00Z');
    await transact(polder.context, 'legal', async (ctx) => kind?.remove(ctx, before, 1000));
    expect(await months()).toBeNull();
    await label(900_002, at);
    expect(await transact(polder.context, 'legal', async (ctx) => kind?.past(ctx, before))).toMatchObject({
      due: 1,
    });
    await transact(polder.context, 'legal', async (ctx) => kind?.remove(ctx, before, 1000));
    expect(await transact(polder.context, 'legal', async (ctx) => kind?.past(ctx, before))).toMatchObject({
      due: 0,
    });
  });
});

describe('a post that its author takes back while a hold keeps their data', () => {
  test('is gone for everybody; its words are for the claim, and go with the hold', async () => {
    const karim = await say('x', 'karim');
    const hold = await holdBack(people.ravi.context, karim, {
      reason: 'claim bij de rechter',
      reviewOn: '2027-03-01',
    });
    await transact(polder.context, 'legal', async (ctx) => {
      const account = await accountNamed(ctx, { channel: 'x', name: 'waterkracht op x', connector: 'file' });
      expect(await forgetPosts(ctx, account, ['karim'])).toBe(1);
    });
    expect(await spoken()).not.toContain('karim');
    const words = (purpose: string) => transact(polder.context, purpose, (ctx) => heldWordsOf(ctx, [karim]));
    expect(await words('legal')).toMatchObject([{ text: 'woorden van karim' }]);
    expect(await words('service')).toEqual([]);
    await endHold(people.ravi.context, hold, 'de zaak is gesloten');
    expect(await words('legal')).toEqual([]);
  });
});
