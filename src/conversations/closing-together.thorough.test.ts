import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { hirePeople, type People } from '../../test/people.ts';
import { registerAccount, utterance } from '../../test/portrait.ts';
import { settled } from '../../test/settled.ts';
import type { ChannelAccount } from '../listening/account.ts';
import { hear } from '../listening/hearing.ts';
import { groupHeard } from '../listening/noticing/grouping.ts';
import { makeNoticer } from '../listening/noticing/noticer.ts';
import { type Context, transact } from '../platform/context.ts';
import { followAll } from '../platform/following.ts';
import { openLog } from '../platform/log.ts';
import { decide } from '../privacy/deciding.ts';
import { reactions } from '../reactions.ts';
import { answer } from './answering.ts';
import { assign } from './assigning.ts';
import { closeTogether, countTogether, reopenTogether } from './closing-together.ts';
import { listInbox } from './inbox.ts';

let polder: TestDatabase;
let context: Context;
let people: People;
let account: ChannelAccount;
let heard = 0;

beforeEach(async () => {
  polder = await testDatabase();
  context = { ...polder.context, noticer: makeNoticer() };
  people = await hirePeople(context);
  account = await registerAccount(context, '@waterkracht');
});
afterEach(() => polder.close());

async function campaign(copies: number): Promise<void> {
  const utterances = Array.from({ length: copies }, () => {
    heard += 1;
    const text = `@waterkracht verlaag nu uw vaste kosten en luister naar klanten! https://actie.example/${heard}`;
    const sentAt = new Date(Date.parse('2026-11-23T10:00:00Z') + heard * 1000);
    return utterance(`said-${heard}`, { text, author: `@klant-${heard}`, sentAt });
  });
  await hear(context, { account, utterances });
  await settled(context);
  await groupHeard(context);
  await settled(context);
  await followAll(
    context,
    reactions.filter(({ name }) => name === 'fold-alike'),
    openLog('silent'),
  );
}

const els = () => people.els.context;
const rows = async (folded = true) => (await listInbox(els(), { view: 'open', folded, limit: 50 })).rows;
const groupShown = async () => (await rows()).find(({ fold }) => fold)?.fold?.group ?? '';
const now = () => context.clock.now();
const count = async (query: ReturnType<typeof sql<{ n: number }>>) =>
  transact(context, 'service', async (ctx) => (await query.execute(ctx.database)).rows[0]?.n);

describe('all that say nearly the same', () => {
  test('are closed in one act, one event each, and opened again as one row', async () => {
    await campaign(6);
    const group = await groupShown();
    expect(await countTogether(els(), group, null)).toMatchObject({ closable: 6, closed: null });
    polder.turn.forward({ minutes: 1 });
    const closed = await closeTogether(els(), group, { reason: 'no_answer_needed', asOf: now() });
    expect(closed.n).toBe(6);
    expect(await rows()).toEqual([]);
    expect(await countTogether(els(), group, closed.at)).toMatchObject({ closable: 0, closed: { n: 6 } });
    const told = sql<{ n: number }>`select count(distinct subject_id)::integer as n from event
      where verb = 'conversation.closed' and data->>'reason' = 'no_answer_needed'`;
    expect(await count(told)).toBe(6);
    const waiting = sql<{
      n: number;
    }>`select count(*)::integer as n from response_interval where closed_at is null`;
    expect(await count(waiting)).toBe(0);

    expect(await reopenTogether(els(), group, closed.at)).toBe(6);
    expect((await rows()).map(({ fold }) => fold?.conversations.n)).toEqual([6]);
    expect(await countTogether(els(), group, closed.at)).toMatchObject({ closable: 6, closed: null });
    expect(await reopenTogether(els(), group, closed.at)).toBe(0);
  });

  test('are left that somebody took up or answered, and that came in after the list was read', async () => {
    await campaign(6);
    const group = await groupShown();
    const [taken = '', answered = ''] = (await rows(false)).map(({ publicId }) => publicId);
    await assign(els(), taken, people.els.employee.publicId);
    await answer(els(), answered, { text: 'We kijken het na.' });
    const asOf = now();
    polder.turn.forward({ minutes: 1 });
    await campaign(2);
    expect((await closeTogether(els(), group, { reason: 'answered', asOf })).n).toBe(4);
    expect((await rows()).map(({ fold }) => fold?.conversations.n ?? 1).toSorted()).toEqual([1, 2]);
  });

  test('are opened again only by who closed them, and only what is still closed', async () => {
    await campaign(4);
    const group = await groupShown();
    const { at } = await closeTogether(els(), group, { reason: 'answered', asOf: now() });
    expect(await countTogether(people.joost.context, group, at)).toMatchObject({ closed: null });
    expect(await reopenTogether(people.joost.context, group, at)).toBe(0);
    expect(await rows()).toEqual([]);
  });

  test('are shut for who may not close, and untouched when there is no such group', async () => {
    await campaign(3);
    const group = await groupShown();
    const given = { reason: 'answered', asOf: now() } as const;
    await expect(closeTogether(people.anneke.context, group, given)).rejects.toThrow('forbidden.action');
    await expect(reopenTogether(people.anneke.context, group, now().toString())).rejects.toThrow(
      'forbidden.action',
    );
    await expect(closeTogether(els(), 'al_nothing', given)).rejects.toThrow('not-found.alike');
    expect((await rows()).length).toBe(1);
  });

  test('do not close for somebody whose data may only lie there', async () => {
    await campaign(4);
    const group = await groupShown();
    await transact(context, 'service', async (ctx) => {
      const found = sql<{ id: string }>`select max(person_id) as id from conversation_open`;
      const [row] = (await found.execute(ctx.database)).rows;
      await decide(ctx, row?.id ?? '', { purpose: 'service', act: 'restrict', strength: 0 });
    });
    expect(await countTogether(els(), group, null)).toMatchObject({ closable: 3 });
    expect((await closeTogether(els(), group, { reason: 'answered', asOf: now() })).n).toBe(3);
  });

  test('cost as many statements when they are many, at most a thousand in one act', async () => {
    await campaign(1005);
    const group = await groupShown();
    polder.turn.forward({ minutes: 1 });
    const given = { reason: 'no_answer_needed', asOf: now() } as const;
    const counted = people.els.context;
    polder.statements();
    const closed = await closeTogether(counted, group, given);
    expect(closed.n).toBe(1000);
    expect(polder.statements().length).toBeLessThanOrEqual(14);
    expect(await countTogether(els(), group, closed.at)).toMatchObject({ closable: 5, closed: { n: 1000 } });
    expect(await reopenTogether(els(), group, closed.at)).toBe(1000);
    expect(polder.statements().length).toBeLessThanOrEqual(24);
    expect(await countTogether(els(), group, null)).toMatchObject({ closable: 1001 });
  });
});
