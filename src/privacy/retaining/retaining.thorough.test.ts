import fc from 'fast-check';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { answer } from '../../conversations/answering.ts';
import { close } from '../../conversations/closing.ts';
import { accountNamed } from '../../listening/account.ts';
import { forgetPosts } from '../../listening/forgetting.ts';
import { hear } from '../../listening/hearing.ts';
import { type Context, transact } from '../../platform/context.ts';
import type { Retained } from '../../platform/retained.ts';
import { retained } from '../../retained.ts';
import { holdBack } from '../holding/holding.ts';
import { chooseRetention, oldestPastDate, retain, retentionStanding } from './retaining.ts';

let polder: TestDatabase;
let people: People;
let ctx: Context;

beforeEach(async () => {
  polder = await testDatabase({ at: '2026-10-05T10:00:00Z' });
  people = await hirePeople(polder.context);
  ctx = polder.context;
});
afterEach(() => polder?.close());

interface Said {
  author: string;
  /** Answered and closed, or left as it was. */
  handled: boolean;
  held: boolean;
  /** Said so many days before we heard it: imported history. */
  old: number;
}

async function account(ctx: Context) {
  return accountNamed(ctx, { channel: 'x', name: 'waterkracht', connector: 'file' });
}

async function say({ author, handled, held, old }: Said): Promise<void> {
  const sentAt = new Date(ctx.clock.now().epochMilliseconds - old * 86_400_000);
  await transact(ctx, 'listen', async (ctx) => {
    const said = {
      externalId: `${author}-1`,
      text: `woorden van ${author}`,
      author,
      authorName: null,
      sentAt,
    };
    const where = { replyTo: null, thread: null, automatic: false, departmentId: null, employeeId: null };
    await hear(ctx, { account: await account(ctx), utterances: [{ ...said, ...where, direction: 'in' }] });
  });
  const found = await transact(ctx, 'service', (ctx) =>
    sql<{ id: string; conversation: string }>`
      select i.person_id as id, c.public_id as conversation from identity i
      join conversation c on c.person_id = i.person_id where i.external_id = ${author}`.execute(ctx.database),
  );
  const { id = '', conversation = '' } = found.rows[0] ?? {};
  if (handled) {
    await answer(people.els.context, conversation, { text: `antwoord aan ${author}` });
    await close(people.els.context, conversation, 'answered');
  }
  if (held)
    await holdBack(people.ravi.context, id, { reason: 'claim bij de rechter', reviewOn: '2027-01-01' });
}

/** Whose words still stand somewhere. */
async function spoken(): Promise<string[]> {
  const found = await transact(ctx, 'legal', (ctx) =>
    sql<{ text: string }>`
      select distinct text from message where text like 'woorden van %' order by 1`.execute(ctx.database),
  );
  return found.rows.map(({ text }) => text.slice('woorden van '.length));
}

const postDays = 90;
const caseDays = 120;

/** Persons speak over half a year, one every few days; the worker then runs once. */
const lives = fc.array(
  fc.record({
    handled: fc.boolean(),
    held: fc.boolean(),
    old: fc.constantFrom(0, 0, 300),
    pause: fc.nat({ max: 30 }),
  }),
  { minLength: 3, maxLength: 10, size: 'max' },
);

/** True when after the worker exactly what is within its time, or held, still has its words; and the proof says 0. */
async function holds(kinds: readonly Retained[]): Promise<boolean> {
  const [life] = fc.sample(lives, { numRuns: 1 });
  const now = () => ctx.clock.now().epochMilliseconds / 86_400_000;
  const said = (life ?? []).concat([
    { handled: true, held: false, old: 300, pause: 0 },
    { handled: false, held: true, old: 0, pause: 0 },
    { handled: false, held: false, old: 0, pause: 0 },
    { handled: true, held: false, old: 0, pause: 60 },
    { handled: false, held: false, old: 0, pause: 70 },
  ]);
  await chooseRetention(people.ravi.context, { key: 'case', days: caseDays, reason: 'vier maanden' });
  const began: { author: string; at: number; handled: boolean; held: boolean }[] = [];
  for (const [n, { pause, ...one }] of said.entries()) {
    const author = `klant-${n}`;
    await say({ author, ...one });
    began.push({ author, at: now(), ...one });
    polder.turn.forward({ hours: 24 * pause });
  }
  await retain(ctx, kinds);
  const kept = began.filter(({ at, handled, held }) => held || now() - at <= (handled ? caseDays : postDays));
  const right =
    JSON.stringify((await spoken()).sort()) === JSON.stringify(kept.map(({ author }) => author).sort());
  const standing = await retentionStanding(ctx);
  const proven = standing.every(({ last }) => (last?.remaining ?? 0) === 0);
  return right && proven && oldestPastDate(standing) === 0;
}

const changed = (key: string, change: (kind: Retained) => Partial<Retained>) =>
  retained.map((kind) => (kind.key === key ? { ...kind, ...change(kind) } : kind));

describe('retention', () => {
  test('takes what is past its date, keeps what is not or is held, and proves it', async () => {
    expect(await holds(retained)).toBe(true);
    expect((await retentionStanding(ctx)).find(({ key }) => key === 'case')?.last?.held).toBeGreaterThan(0);
  }, 60_000);

  const broken: Record<string, readonly Retained[]> = {
    'nothing is removed of posts that nobody answered': changed('unhandled_post', () => ({
      remove: async () => 0,
    })),
    'nothing is removed of cases, and nothing said to be due': changed('case', () => ({
      remove: async () => 0,
      past: async () => ({ due: 0, held: 0, oldest: null }),
    })),
    'a month too much goes': changed('unhandled_post', (kind) => ({
      remove: (ctx, before, most) => kind.remove(ctx, new Date(before.getTime() + 30 * 86_400_000), most),
    })),
    'a month too little goes': changed('case', (kind) => ({
      remove: (ctx, before, most) => kind.remove(ctx, new Date(before.getTime() - 30 * 86_400_000), most),
    })),
    'a hold is passed over': changed('case', (kind) => ({
      remove: async (ctx, before, most) => {
        await sql`update legal_hold set ended_at = now()`.execute(ctx.database);
        return kind.remove(ctx, before, most);
      },
    })),
  };

  test.for(Object.entries(broken))('the law notices when %s', { timeout: 60_000 }, async ([, kinds]) => {
    expect(await holds(kinds)).toBe(false);
  });

  test('takes persons of whom nothing is left, and nobody who is still a customer of something', async () => {
    await say({ author: 'fatima', handled: false, held: false, old: 0 });
    await say({ author: 'henk', handled: false, held: false, old: 0 });
    polder.turn.forward({ hours: 24 * 100 });
    await retain(ctx, retained);
    const persons = async () => {
      const found = await transact(ctx, 'legal', (ctx) =>
        sql<{ n: string }>`select count(*) as n from person`.execute(ctx.database),
      );
      return Number(found.rows[0]?.n);
    };
    expect(await persons()).toBe(2);
    await chooseRetention(people.ravi.context, { key: 'person', days: 90, reason: 'drie maanden' });
    await retain(ctx, retained);
    expect(await persons()).toBe(0);
  });
});

/** P25, on one way of taking posts back. */
async function takenBack(forget: typeof forgetPosts): Promise<string | undefined> {
  await say({ author: 'fatima', handled: true, held: false, old: 0 });
  const account_ = await transact(ctx, 'listen', account);
  await forget(ctx, account_, ['fatima-1']);
  await say({ author: 'fatima', handled: false, held: false, old: 0 });
  const found = await transact(ctx, 'legal', (ctx) =>
    sql<{
      direction: string;
      text: string;
      sentiment: string | null;
      why: string | null;
      preview: string;
      stub: boolean;
    }>`
      select m.direction, m.text, m.sentiment, m.removed_why as why, c.preview, m.person_id is not null as stub
      from message m join conversation_item i on i.message_id = m.id join conversation c on c.id = i.conversation_id
      order by m.id`.execute(ctx.database),
  );
  const [post, reply, ...more] = found.rows;
  if (!post || !reply || more.length > 0) return 'the stub or our reply is gone, or the post came back';
  if (post.text !== '' || post.sentiment !== null || post.why !== 'author' || !post.stub)
    return 'the post stayed';
  if (reply.text !== 'antwoord aan fatima') return 'our reply is gone';
  return reply.preview.includes('woorden van') ? 'its words stand in the list' : undefined;
}

describe('a post that its author took back', () => {
  test('loses its words and labels; our reply and the stub stay, and a late copy does not revive it', async () => {
    expect(await takenBack(forgetPosts)).toBeUndefined();
  });

  const broken: Record<string, typeof forgetPosts> = {
    'nothing happens': async () => 0,
    'the row and its key go, so that a copy comes in again': async (ctx, account, ids) => {
      const done = await forgetPosts(ctx, account, ids);
      await transact(ctx, 'legal', (ctx) =>
        sql`delete from message_key where external_id = any(${ids}::text[])`.execute(ctx.database),
      );
      return done;
    },
    'our reply goes with it': async (ctx, account, ids) => {
      const done = await forgetPosts(ctx, account, ids);
      await transact(ctx, 'legal', (ctx) =>
        sql`update message set text = '' where direction = 'out'`.execute(ctx.database),
      );
      return done;
    },
    'what was concluded stays': async (ctx, account, ids) => {
      const done = await forgetPosts(ctx, account, ids);
      await transact(ctx, 'legal', (ctx) =>
        sql`update message set sentiment = 'negative' where direction = 'in'`.execute(ctx.database),
      );
      return done;
    },
  };

  test.for(Object.entries(broken))('the law notices when %s', async ([, forget]) => {
    expect(await takenBack(forget)).toBeDefined();
  });
});
