import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { registerAccount, utterance } from '../../../test/portrait.ts';
import type { ChannelAccount } from '../../listening/account.ts';
import { hear } from '../../listening/hearing.ts';
import { type Context, transact } from '../../platform/context.ts';
import { actsOn } from '../acting/act.ts';
import { undoAct } from '../acting/undoing.ts';
import { answer } from '../answering.ts';
import { close, closeQuiet, reopen } from '../closing.ts';
import { listInbox } from '../inbox.ts';
import { openThread } from '../thread.ts';
import { momentAt } from './snooze.ts';
import { snooze, wake } from './snoozing.ts';
import { wakeDue } from './waking.ts';

let polder: TestDatabase;
let people: People;
let els: Context;
let heard = 0;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  els = people.els.context;
});
afterAll(() => polder?.close());

const from = (time: object) => polder.turn.now().add(time);
const views = ['open', 'mine', 'unassigned', 'waiting', 'snoozed', 'done'] as const;

interface Asked {
  id: string;
  account: ChannelAccount;
  says(text?: string, given?: Parameters<typeof utterance>[1]): Promise<unknown>;
}

/** Fatima asks something, on an account of her own. */
async function fatimaAsks(): Promise<Asked> {
  heard += 1;
  const account = await registerAccount(polder.context, `account-${heard}`);
  let said = 0;
  const says = (text = 'Waar blijft mijn pakket?', given: Parameters<typeof utterance>[1] = {}) => {
    said += 1;
    const sentAt = new Date(polder.turn.now().epochMilliseconds);
    return hear(polder.context, {
      account,
      utterances: [utterance(`u${heard}-${said}`, { text, author: `@fatima-${heard}`, sentAt, ...given })],
    });
  };
  await says();
  const found = await transact(polder.context, 'service', (ctx) =>
    sql<{
      id: string;
    }>`select public_id as id from conversation where channel_account_id = ${account.id}`.execute(
      ctx.database,
    ),
  );
  return { id: found.rows[0]?.id ?? '', account, says };
}

/** In which views it stands, and what its row says. */
async function standOf(id: string) {
  const places: string[] = [];
  for (const view of views) {
    const { rows } = await listInbox(els, { view, limit: 100 });
    const row = rows.find(({ publicId }) => publicId === id);
    if (row) places.push(`${view}:${row.state}`);
  }
  return places;
}

describe('a conversation that is set aside', () => {
  test('leaves every view but its own, with its count, and comes back at its time as work', async () => {
    const { id } = await fatimaAsks();
    const before = (await listInbox(els, { view: 'open' })).counts;
    await answer(els, id, { text: 'Ik zoek het uit.' });
    await snooze(els, id, { at: from({ hours: 3 }), piece: null });
    expect(await standOf(id)).toEqual(['snoozed:snoozed']);
    const asleep = (await listInbox(els, { view: 'open' })).counts;
    expect([asleep.open.n, asleep.snoozed.n]).toEqual([before.open.n - 1, before.snoozed.n + 1]);
    polder.turn.forward({ hours: 2 });
    await wakeDue(polder.context);
    expect(await standOf(id)).toEqual(['snoozed:snoozed']);
    polder.turn.forward({ hours: 1 });
    await wakeDue(polder.context);
    await wakeDue(polder.context);
    expect(await standOf(id)).toEqual(['open:open', 'unassigned:open']);
  });

  test('is woken by the customer whatever it waits for, and not by us or by a machine', async () => {
    const { id, says } = await fatimaAsks();
    await snooze(els, id, { at: from({ hours: 24 * 30 }), piece: null });
    await says('Ons kantoor is dicht.', { direction: 'out', automatic: true, author: '@waterkracht' });
    expect(await standOf(id)).toEqual(['snoozed:snoozed']);
    polder.turn.forward({ minutes: 1 });
    await says('Hallo?');
    expect(await standOf(id)).toEqual(['open:new', 'unassigned:new']);
    const { rows } = await transact(polder.context, 'service', ({ database }) =>
      sql<{ why: string }>`select data->>'why' as why from event
        where verb = 'conversation.woken' and subject_id = (
          select id from conversation where public_id = ${id})`.execute(database),
    );
    expect(rows).toEqual([{ why: 'reply' }]);
  });

  test('wakes when the order it waits for stands otherwise, and not because of another', async () => {
    const { id } = await fatimaAsks();
    await withAdmin(polder.ownerUrl, (owner) =>
      owner.query(`insert into customer_order (public_id, source, external_id, person_id, number, state, ordered_at,
          currency, refreshed_at)
        select v.id, 'shop', v.id, c.person_id, v.id, 'confirmed', now(), 'EUR', now()
        from conversation c cross join (values ('or_hers'), ('or_other')) v (id) where c.public_id = '${id}'`),
    );
    const moves = (order: string, state: string) =>
      withAdmin(polder.ownerUrl, (owner) =>
        owner.query('update customer_order set state = $2 where public_id = $1', [order, state]),
      );
    await expect(snooze(els, id, { at: null, piece: 'or_nobody' })).rejects.toThrow('not-found.piece');
    await snooze(els, id, { at: null, piece: 'or_hers' });
    await moves('or_other', 'shipped');
    await wakeDue(polder.context);
    expect(await standOf(id)).toEqual(['snoozed:snoozed']);
    await moves('or_hers', 'shipped');
    await wakeDue(polder.context);
    expect(await standOf(id)).toEqual(['open:new', 'unassigned:new']);
  });

  test('is never closed for being quiet, nor in the first two weeks after it woke', async () => {
    const { id } = await fatimaAsks();
    await answer(els, id, { text: 'Over drie weken weet ik meer.' });
    await snooze(els, id, { at: from({ hours: 24 * 21 }), piece: null });
    polder.turn.forward({ hours: 24 * 20 });
    await closeQuiet(polder.context);
    expect(await standOf(id)).toEqual(['snoozed:snoozed']);
    polder.turn.forward({ hours: 24 });
    await wakeDue(polder.context);
    await closeQuiet(polder.context);
    expect(await standOf(id)).toEqual(['open:open', 'unassigned:open']);
    polder.turn.forward({ hours: 24 * 14 + 1 });
    await closeQuiet(polder.context);
    expect(await standOf(id)).toEqual(['done:done']);
  });

  test('can be woken by hand, given another moment, and every one of these can be taken back', async () => {
    const { id } = await fatimaAsks();
    const first = await snooze(els, id, { at: from({ hours: 3 }), piece: null });
    const second = await snooze(els, id, { at: from({ hours: 48 }), piece: null });
    await expect(undoAct(els, first?.publicId ?? '')).rejects.toThrow('conflict.act-overtaken');
    await undoAct(els, second?.publicId ?? '');
    const woken = await wake(els, id);
    expect(await standOf(id)).toEqual(['open:new', 'unassigned:new']);
    await undoAct(people.joost.context, woken?.publicId ?? '');
    await expect(undoAct(els, woken?.publicId ?? '')).rejects.toThrow('conflict.act-undone');
    expect(await standOf(id)).toEqual(['snoozed:snoozed']);
    await undoAct(els, first?.publicId ?? '');
    expect(await standOf(id)).toEqual(['open:new', 'unassigned:new']);
    expect(await wake(els, id)).toBeUndefined();
    const opened = await openThread(els, id);
    const acts = await actsOn(polder.context, opened.id);
    expect(acts.map(({ kind, undone }) => [kind, undone])).toEqual([
      ['wake', true],
      ['snooze', true],
      ['snooze', true],
    ]);
  });

  test('ends with the conversation, and starts anew when that is opened again', async () => {
    const { id } = await fatimaAsks();
    await snooze(els, id, { at: null, piece: null });
    await close(els, id, 'no_answer_needed');
    expect(await standOf(id)).toEqual(['done:done']);
    await expect(snooze(els, id, { at: null, piece: null })).rejects.toThrow('conflict.conversation-done');
    await reopen(els, id);
    expect(await standOf(id)).toEqual(['open:open', 'unassigned:open']);
  });

  test('is refused for a moment that was, for more than a year, and for who may not', async () => {
    const { id } = await fatimaAsks();
    const at = (time: object) => ({ at: from(time), piece: null });
    for (const time of [{ hours: 0 }, { hours: -1 }, { hours: 24 * 400 }])
      await expect(snooze(els, id, at(time))).rejects.toThrow('invalid.snooze-time');
    await expect(snooze(people.anneke.context, id, at({ hours: 1 }))).rejects.toThrow(
      'not-found.conversation',
    );
  });
});

describe('the moments by name', () => {
  const at = (now: string) => (moment: Parameters<typeof momentAt>[0]) =>
    momentAt(moment, Temporal.Instant.from(now), 'Europe/Amsterdam').toString();

  test('are at nine where the organisation lives, also over the change of the clock', () => {
    const tuesday = at('2026-11-24T10:00:00Z');
    expect(tuesday('hours')).toBe('2026-11-24T13:00:00Z');
    expect(tuesday('tomorrow')).toBe('2026-11-25T08:00:00Z');
    expect(tuesday('monday')).toBe('2026-11-30T08:00:00Z');
    expect(tuesday('week')).toBe('2026-12-01T08:00:00Z');
    const saturday = at('2027-03-27T23:30:00Z');
    expect(saturday('tomorrow')).toBe('2027-03-29T07:00:00Z');
    expect(at('2027-03-27T10:00:00Z')('tomorrow')).toBe('2027-03-28T07:00:00Z');
  });

  test('on a Monday mean the next Monday', () => {
    expect(at('2026-11-23T07:00:00Z')('monday')).toBe('2026-11-30T08:00:00Z');
  });
});
