import fc from 'fast-check';
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
import { close, reopen } from '../closing.ts';
import { merge } from './merging.ts';
import { splitOff } from './splitting.ts';

let polder: TestDatabase;
let people: People;
let els: Context;
let accounts = 0;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  els = people.els.context;
});
afterAll(() => polder?.close());

/** What is proved: that these three move messages and lose nothing. */
interface Joins {
  merge: typeof merge;
  splitOff: typeof splitOff;
  undoAct: typeof undoAct;
}
const real: Joins = { merge, splitOff, undoAct };

type Step =
  | { do: 'say'; thread: number }
  | { do: 'answer' | 'note' | 'close' | 'reopen'; at: number }
  | { do: 'merge'; from: number; into: number }
  | { do: 'split'; at: number; which: number }
  | { do: 'undo' };

const nth = fc.nat({ max: 30 });
const rearranging: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('merge' as const), from: nth, into: nth }),
  fc.record({ do: fc.constant('split' as const), at: nth, which: fc.nat({ max: 255 }) }),
);
const anything: fc.Arbitrary<Step> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('say' as const), thread: fc.nat({ max: 2 }) }) },
  { weight: 4, arbitrary: rearranging },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('answer', 'note', 'close', 'reopen'), at: nth }) },
  { weight: 2, arbitrary: fc.constant({ do: 'undo' as const }) },
);

interface World {
  account: ChannelAccount;
  /** Every message that was ever said or written here. */
  said: number;
  /** Public ids, the newest last. */
  acts: string[];
  joins: Joins;
}

/** Three questions in three threads, of which the first is longer. */
async function newWorld(joins: Joins): Promise<World> {
  const account = await registerAccount(polder.context, `laws-${++accounts}`);
  const world: World = { account, said: 0, acts: [], joins };
  for (const thread of [0, 0, 1, 0, 2]) await say(world, thread);
  return world;
}

async function say(world: World, thread: number): Promise<void> {
  polder.turn.forward({ minutes: 1 });
  world.said += 1;
  const sentAt = new Date(polder.turn.now().epochMilliseconds);
  const { account, said } = world;
  const author = `@fatima-${account.name}`;
  await hear(polder.context, {
    account,
    utterances: [utterance(`${account.name}-${said}`, { author, sentAt, thread: `t${thread}` })],
  });
}

async function conversationsOf({ account }: World): Promise<string[]> {
  const found = await transact(polder.context, 'service', ({ database }) =>
    sql<{
      id: string;
    }>`select public_id as id from conversation where channel_account_id = ${account.id} order by id`.execute(
      database,
    ),
  );
  return found.rows.map(({ id }) => id);
}

async function messagesOf(id: string): Promise<string[]> {
  const found = await transact(polder.context, 'service', ({ database }) =>
    sql<{
      id: string;
    }>`select m.public_id as id from conversation c join conversation_item i on i.conversation_id = c.id
      join message m on m.id = i.message_id where c.public_id = ${id} order by i.seq`.execute(database),
  );
  return found.rows.map((row) => row.id);
}

/** Does it, or is refused: that is an answer too. */
async function take(world: World, step: Step): Promise<void> {
  const all = await conversationsOf(world);
  const at = (n: number) => all[n % all.length] ?? '';
  polder.turn.forward({ minutes: 1 });
  try {
    await perform(world, step, at);
  } catch (error) {
    if (!isRefusal(error)) throw error;
  }
}

async function perform(world: World, step: Step, at: (n: number) => string): Promise<void> {
  const { joins, acts } = world;
  if (step.do === 'say') return say(world, step.thread);
  if (step.do === 'undo') {
    const last = acts.pop();
    if (last) await joins.undoAct(people.joost.context, last);
  } else if (step.do === 'merge') {
    const act = await joins.merge(els, { from: at(step.from), into: at(step.into) });
    if (act) acts.push(act.publicId);
  } else if (step.do === 'split') {
    const chosen = (await messagesOf(at(step.at))).filter((_, n) => (step.which >> (n % 8)) & 1);
    acts.push((await joins.splitOff(els, at(step.at), chosen)).publicId);
  } else if (step.do === 'answer') {
    await answer(els, at(step.at), { text: 'Ik kijk ernaar.' });
    world.said += 1;
  } else if (step.do === 'note') {
    await note(els, at(step.at), 'Belt morgen terug.');
    world.said += 1;
  } else if (step.do === 'close') await close(els, at(step.at), 'answered');
  else await reopen(els, at(step.at));
}

interface Agreement {
  said: number;
  unhappy: string[];
}

/** Every message stands once, and what a row says of its messages is what stands there. */
async function agreementOf({ account }: World): Promise<Agreement> {
  return transact(polder.context, 'service', async ({ database }) => {
    const said = await sql<{ n: number }>`
      select count(*)::integer as n from message_key k join conversation_item i on i.message_id = k.message_id
      where k.channel_account_id = ${account.id}`.execute(database);
    const found = await sql<{ why: string }>`
      select concat_ws(' ', c.id, case
        when c.inbound_seq <> n.inbound then 'inbound' when c.replies <> n.replies then 'replies'
        when n.spoken = 0 and c.merged_into_id is null then 'empty'
        when n.items > 0 and c.merged_into_id is not null then 'merged and full'
        when c.seq < n.last then 'seq'
        when n.heads <> (c.state <> 'done')::integer then 'head'
        when n.heads = 1 and n.shown is distinct from n.waits then 'waiting'
        when n.strayed > 0 then 'waiting elsewhere'
        when n.outbound > 0 then 'sent elsewhere'
        when c.state <> 'done' and n.closures > 0 then 'closed and open' end) as why
      from conversation c cross join lateral (select
        (select count(*) filter (where kind = 'in')::integer from conversation_item i where i.conversation_id = c.id) as inbound,
        (select count(*) filter (where kind = 'reply')::integer from conversation_item i where i.conversation_id = c.id) as replies,
        (select count(*) filter (where kind <> 'note')::integer from conversation_item i where i.conversation_id = c.id) as spoken,
        (select count(*)::integer from conversation_item i where i.conversation_id = c.id) as items,
        (select coalesce(max(seq), 0) from conversation_item i where i.conversation_id = c.id) as last,
        (select count(*)::integer from conversation_open o where o.conversation_id = c.id) as heads,
        (select waiting_since from conversation_open o where o.conversation_id = c.id) as shown,
        (select min(opened_at) from response_interval w where w.conversation_id = c.id and w.closed_at is null) as waits,
        (select count(*)::integer from response_interval w join conversation_item i on i.message_id = w.message_id
          where w.conversation_id = c.id and i.conversation_id <> c.id) as strayed,
        (select count(*)::integer from outbound b join conversation_item i on i.message_id = b.message_id
          where b.conversation_id = c.id and i.conversation_id <> c.id) as outbound,
        (select count(*)::integer from closure k where k.conversation_id = c.id and k.reopened_at is null) as closures) n
      where c.channel_account_id = ${account.id}`.execute(database);
    return {
      said: said.rows[0]?.n ?? 0,
      unhappy: found.rows.map(({ why }) => why).filter((why) => why.includes(' ')),
    };
  });
}

/** After any course of acts nothing is lost, and every row agrees with what stands there. */
async function nothingIsLost(joins: Joins, steps: readonly Step[]): Promise<boolean> {
  const world = await newWorld(joins);
  for (const step of steps) await take(world, step);
  const { said, unhappy } = await agreementOf(world);
  return said === world.said && unhappy.length === 0;
}

/** What was merged and split, and is taken back from the last to the first, stands as it stood. */
async function undoingRestores(joins: Joins, steps: readonly Step[]): Promise<boolean> {
  const world = await newWorld(joins);
  const [first = ''] = await conversationsOf(world);
  await answer(els, first, { text: 'Ik kijk ernaar.' });
  const before = await standing(world);
  for (const step of steps) await take(world, step);
  for (const act of world.acts.toReversed()) await joins.undoAct(people.joost.context, act);
  return (await standing(world)) === before;
}

/** All that stands, without the empty places and the highest number that was given out. */
async function standing({ account }: World): Promise<string> {
  const all = (await portraitOf(polder.context, account)) as Record<string, Record<string, unknown>>[];
  const full = all.filter(({ items }) => items !== null);
  return JSON.stringify(full.map((one) => ({ ...one, conversation: { ...one.conversation, seq: 0 } })));
}

const spoil = async (statement: ReturnType<typeof sql>) => {
  await transact(polder.context, 'service', ({ database }) => statement.execute(database));
};
const publicOf = (id: string) => sql`(select id from conversation where public_id = ${id})`;

/** Each forgets one thing that the real one does. */
const mutants: Record<string, Partial<Joins>> = {
  'a merge that leaves the waiting behind': {
    merge: async (ctx, pair) => {
      const act = await merge(ctx, pair);
      await spoil(sql`update response_interval w set conversation_id = ${publicOf(pair.from)}
        where message_id in (select i.message_id from conversation_act_item i join conversation_act a on a.id = i.act_id
          where a.public_id = ${act?.publicId})`);
      return act;
    },
  },
  'a merge that does not count again': {
    merge: async (ctx, pair) => {
      const act = await merge(ctx, pair);
      await spoil(sql`update conversation set inbound_seq = 1 where public_id = ${pair.into}`);
      return act;
    },
  },
  'a merge that leaves the emptied one in the list': {
    merge: async (ctx, pair) => {
      const act = await merge(ctx, pair);
      await spoil(sql`update conversation set state = 'open' where public_id = ${pair.from}`);
      return act;
    },
  },
  'a split that forgets who still waits': {
    splitOff: async (ctx, id, messages) => {
      const act = await splitOff(ctx, id, messages);
      await spoil(
        sql`update conversation_open set waiting_since = null where public_id = ${act.conversation}`,
      );
      return act;
    },
  },
  'an undoing that puts the messages behind': {
    undoAct: async (ctx, id) => {
      const n = await undoAct(ctx, id);
      await spoil(sql`update conversation_item i set seq = i.seq + 100 where message_id in (
        select t.message_id from conversation_act_item t join conversation_act a on a.id = t.act_id where a.public_id = ${id})`);
      return n;
    },
  },
  'an undoing that opens what it restores': {
    undoAct: async (ctx, id) => {
      const n = await undoAct(ctx, id);
      await spoil(sql`update conversation c set state = 'open' where c.state = 'waiting' and c.id in (
        select p.other_id from conversation_act_part p join conversation_act a on a.id = p.act_id where a.public_id = ${id})`);
      return n;
    },
  },
};

const courses = fc.array(anything, { minLength: 1, maxLength: 14, size: 'max' });
const rearrangings = fc.array(rearranging, { minLength: 1, maxLength: 5, size: 'max' });

async function fails(joins: Joins): Promise<boolean> {
  const lost = await fc.check(
    fc.asyncProperty(courses, (steps) => nothingIsLost(joins, steps)),
    {
      numRuns: 30,
      endOnFailure: true,
    },
  );
  if (lost.failed) return true;
  const restored = await fc.check(
    fc.asyncProperty(rearrangings, (steps) => undoingRestores(joins, steps)),
    { numRuns: 60, endOnFailure: true },
  );
  return restored.failed;
}

describe('merging, splitting and taking that back', () => {
  test('lose no message and leave every row in agreement, in any course', async () => {
    await fc.assert(
      fc.asyncProperty(courses, (steps) => nothingIsLost(real, steps)),
      { numRuns: 25 },
    );
  }, 300_000);

  test('restore exactly what was there', async () => {
    await fc.assert(
      fc.asyncProperty(rearrangings, (steps) => undoingRestores(real, steps)),
      { numRuns: 25 },
    );
  }, 300_000);

  test.each(Object.entries(mutants))(
    'would notice %s',
    async (_name, mutant) => {
      expect(await fails({ ...real, ...mutant })).toBe(true);
    },
    300_000,
  );
});
