import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { type Context, transact } from '../../platform/context.ts';
import { approve } from '../approving/approving.ts';
import { setRule } from '../approving/ruling.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { letGo, timePasses } from '../fixtures/time-passing.ts';
import { openThread } from '../thread.ts';
import { draftsOf, saveDraft } from './draft.ts';
import { releaseDue } from './releasing.ts';
import { giveBackRestored } from './restored.ts';
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
const inside = <T>(act: (ctx: Context) => Promise<T>) => transact(polder.context, 'service', act);
const again = (text: string) => talk(polder.context, text, { author: asked.author, thread: asked.thread });

interface Standing {
  state: string;
  messages: number;
  outbound: number;
}

/** What became of every answer here, and how many messages and intents to deliver there are. */
const standing = () =>
  inside(async ({ database }) => {
    const found = await sql<Standing>`
      select coalesce((select string_agg(state, ',' order by id) from reply where conversation_id = c.id), '') as state,
        (select count(*)::int from conversation_item where conversation_id = c.id and kind = 'reply') as messages,
        (select count(*)::int from outbound where conversation_id = c.id) as outbound
      from conversation c where c.public_id = ${asked.id}`.execute(database);
    return found.rows[0];
  });

/** Stops an act at a named place, until it is let through. */
function gateAt(ctx: Context, place: string) {
  const reached = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  const dies = async (here: string) => {
    if (here !== place) return;
    reached.resolve();
    await opened.promise;
  };
  return { ctx: { ...ctx, dies }, reached: reached.promise, open: opened.resolve };
}

/** Waits until somebody in this database waits for a lock: then the second is really behind the first. */
async function someoneIsHeldUp(): Promise<void> {
  const deadline = performance.now() + 30_000;
  while (performance.now() < deadline) {
    const found = await sql<{ n: number }>`
      select count(*)::int as n from pg_locks l join pg_stat_activity a on a.pid = l.pid
      where not l.granted and a.datname = current_database()`.execute(polder.context.database);
    if ((found.rows[0]?.n ?? 0) > 0) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('nobody was held up');
}

/** The connection is gone, in the middle of a transaction, as when the process was killed. */
const killedAt = (ctx: Context, place: string): Context => ({
  ...ctx,
  dies: async (here, inner) => {
    if (here === place) await sql`select pg_terminate_backend(pg_backend_pid())`.execute(inner.database);
  },
});

const inRelease = ['reply.taken', 'reply.written', 'reply.placed', 'reply.queued', 'reply.told'];

describe('a process that dies', () => {
  test.each(inRelease)('while it lets go, at %s, leaves the answer for the next: once', async (place) => {
    await send(els(), asked.id, { text: 'We kijken het na.' });
    await timePasses(polder.context);
    await expect(releaseDue(killedAt(polder.context, place))).rejects.toThrow();
    expect(await standing()).toEqual({ state: 'held', messages: 0, outbound: 0 });
    expect(await letGo(polder.context)).toBeGreaterThan(0);
    expect(await standing()).toEqual({ state: 'sent', messages: 1, outbound: 1 });
    expect(await letGo(polder.context)).toBe(0);
  });

  test('while an answer is handed in leaves the draft, and no answer', async () => {
    await saveDraft(els(), asked.id, { mode: 'private', text: 'We kijken het na.' });
    await expect(
      send(killedAt(els(), 'reply.kept'), asked.id, { text: 'We kijken het na.' }),
    ).rejects.toThrow();
    expect(await standing()).toEqual({ state: '', messages: 0, outbound: 0 });
    const { drafts } = await draftsOf(els(), asked.conversationId);
    expect(drafts).toMatchObject([{ text: 'We kijken het na.' }]);
  });

  test('while it approves leaves it waiting', async () => {
    await setRule(people.ravi.context, { kind: 'person', of: people.els.employee.publicId, how: 'always' });
    const { replyId } = await send(els(), asked.id, { text: 'We kijken het na.' });
    const dying = killedAt(people.ravi.context, 'reply.approved');
    await expect(approve(dying, replyId, { version: await version() })).rejects.toThrow();
    expect(await letGo(polder.context)).toBe(0);
    expect(await standing()).toMatchObject({ state: 'waiting', messages: 0 });
    await approve(people.ravi.context, replyId, { version: await version() });
    await letGo(polder.context);
    expect(await standing()).toMatchObject({ state: 'sent', messages: 1 });
    await setRule(people.ravi.context, { kind: 'person', of: people.els.employee.publicId, how: 'none' });
  });
});

describe('a backup that is put back', () => {
  test('sends nothing that was about to leave: it may have left since', async () => {
    await send(els(), asked.id, { text: 'We kijken het na.' });
    await giveBackRestored(polder.context);
    await letGo(polder.context);
    expect(await standing()).toEqual({ state: 'refused', messages: 0, outbound: 0 });
    const { drafts } = await draftsOf(els(), asked.conversationId);
    expect(drafts).toMatchObject([{ text: 'We kijken het na.', back: 'refused' }]);
  });
});

describe('two at once', () => {
  test('of whom one takes back while the other lets go: whoever holds it first, and never both', async () => {
    const first = await send(els(), asked.id, { text: 'Te snel.' });
    await timePasses(polder.context);
    const worker = gateAt(polder.context, 'reply.taken');
    const letting = releaseDue(worker.ctx);
    await worker.reached;
    const taking = undo(els(), first.replyId).then(
      () => 'undone',
      (error) => error.code,
    );
    await someoneIsHeldUp();
    worker.open();
    expect(await letting).toBe(1);
    expect(await taking).toBe('conflict.sent');
    expect(await standing()).toEqual({ state: 'sent', messages: 1, outbound: 1 });

    asked = await talk(polder.context, 'Nog een vraag.');
    const second = await send(els(), asked.id, { text: 'Te snel.' });
    await timePasses(polder.context);
    const opened = Promise.withResolvers<void>();
    const done = Promise.withResolvers<void>();
    const undoing = transact(els(), 'service', async (ctx) => {
      await undo(ctx, second.replyId);
      done.resolve();
      await opened.promise;
    });
    await done.promise;
    const letting2 = releaseDue(polder.context);
    await someoneIsHeldUp();
    opened.resolve();
    await undoing;
    expect(await letting2).toBe(0);
    expect(await standing()).toEqual({ state: 'undone', messages: 0, outbound: 0 });
  });

  test('workers let go of one answer once', async () => {
    await send(els(), asked.id, { text: 'We kijken het na.' });
    await timePasses(polder.context);
    const one = gateAt(polder.context, 'reply.written');
    const letting = releaseDue(one.ctx);
    await one.reached;
    const other = releaseDue(polder.context);
    await someoneIsHeldUp();
    one.open();
    expect((await letting) + (await other)).toBe(1);
    expect(await standing()).toEqual({ state: 'sent', messages: 1, outbound: 1 });
  });

  test('colleagues who saw the same are not both written: the second hears of the first', async () => {
    const seen = await version();
    const first = gateAt(els(), 'reply.kept');
    const one = send(first.ctx, asked.id, { text: 'Groet, Els', version: seen });
    await first.reached;
    const other = send(joost(), asked.id, { text: 'Groet, Joost', version: seen }).then(
      () => 'sent',
      (error) => error.code,
    );
    await someoneIsHeldUp();
    first.open();
    expect((await one).state).toBe('held');
    expect(await other).toBe('conflict.version');
    expect(await standing()).toMatchObject({ state: 'held' });
    const now = await version();
    await expect(send(joost(), asked.id, { text: 'Ook ik', version: now })).rejects.toMatchObject({
      code: 'conflict.answer-pending',
    });
    expect((await send(joost(), asked.id, { text: 'Ook ik', version: now, followUp: true })).state).toBe(
      'held',
    );
    await letGo(polder.context);
    expect(await standing()).toEqual({ state: 'sent,sent', messages: 2, outbound: 2 });
  });

  test('presses of one button are one answer', async () => {
    const seen = await version();
    const press = () =>
      send(els(), asked.id, { text: 'We kijken het na.', version: seen }).then(
        () => 'held',
        (error) => error.code,
      );
    expect((await Promise.all([press(), press(), press()])).toSorted()).toEqual([
      'conflict.version',
      'conflict.version',
      'held',
    ]);
  });

  test('the slot stands in the database: no code can write a second first answer', async () => {
    await send(els(), asked.id, { text: 'We kijken het na.' });
    const twice = inside(({ database }) =>
      sql`insert into reply (public_id, conversation_id, author_name, audience, text, state, inbound_seq, nth, made_at,
          not_before, needs)
        select public_id || 'x', conversation_id, 'Joost', audience, 'Ook', state, inbound_seq, nth, made_at, not_before,
          needs from reply where conversation_id = ${asked.conversationId}`.execute(database),
    );
    await expect(twice).rejects.toThrow('reply_slot');
    const unapproved = inside(({ database }) =>
      sql`update reply set needs = 'always' where conversation_id = ${asked.conversationId}`.execute(
        database,
      ),
    );
    await expect(unapproved).rejects.toThrow('reply_approved');
  });
});

describe('an approval', () => {
  test('while the customer writes holds for what was seen: the answer goes back to its writer', async () => {
    await setRule(people.ravi.context, { kind: 'person', of: people.els.employee.publicId, how: 'always' });
    const { replyId } = await send(els(), asked.id, { text: 'We kijken het na.' });
    const gate = gateAt(people.ravi.context, 'reply.approved');
    const approving = approve(gate.ctx, replyId, { version: await version() });
    await gate.reached;
    polder.turn.forward({ seconds: 61 });
    const writing = again('Laat maar, het is opgelost.');
    await someoneIsHeldUp();
    gate.open();
    await approving;
    await writing;
    await letGo(polder.context);
    expect(await standing()).toEqual({ state: 'stale', messages: 0, outbound: 0 });
    const { drafts } = await draftsOf(els(), asked.conversationId);
    expect(drafts).toMatchObject([{ text: 'We kijken het na.', back: 'stale' }]);
    await setRule(people.ravi.context, { kind: 'person', of: people.els.employee.publicId, how: 'none' });
  });

  test('of what changed since is refused, and so are the writer’s own and a second one', async () => {
    await setRule(people.ravi.context, { kind: 'person', of: people.ravi.employee.publicId, how: 'always' });
    const { replyId } = await send(people.ravi.context, asked.id, { text: 'We kijken het na.' });
    const seen = await version();
    await expect(approve(people.ravi.context, replyId, { version: seen })).rejects.toMatchObject({
      code: 'forbidden.own-approval',
    });
    await expect(approve(joost(), replyId, { version: seen })).rejects.toMatchObject({
      code: 'forbidden.approval',
    });
  });
});
