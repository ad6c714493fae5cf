import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { registerAccount, utterance } from '../../../test/portrait.ts';
import { settled } from '../../../test/settled.ts';
import type { ChannelAccount } from '../../listening/account.ts';
import { hear } from '../../listening/hearing.ts';
import { groupHeard } from '../../listening/noticing/grouping.ts';
import { makeNoticer } from '../../listening/noticing/noticer.ts';
import { type Context, transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { openLog } from '../../platform/log.ts';
import { decide } from '../../privacy/deciding.ts';
import { reactions } from '../../reactions.ts';
import { answer } from '../answering.ts';
import { assign } from '../assigning.ts';
import { close } from '../closing.ts';
import { listInbox } from '../inbox.ts';
import { placeUnplaced } from '../placing/placing.ts';
import { clearFolds } from './folding.ts';
import type { InboxRow } from './row.ts';

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

const campaign = (n: number) =>
  `@waterkracht verlaag nu uw vaste kosten en luister naar klanten! https://actie.example/${n}`;

/** Copies, each by somebody else, one a minute. */
async function say(texts: readonly string[], placeLater = false): Promise<void> {
  const utterances = texts.map((text) => {
    heard += 1;
    const sentAt = new Date(Date.parse('2026-11-23T10:00:00Z') + heard * 60_000);
    return utterance(`said-${heard}`, {
      text,
      author: `@klant-${heard}`,
      authorName: `Klant ${heard}`,
      sentAt,
    });
  });
  await hear(context, { account, utterances }, { placeLater });
}

const reactAll = () =>
  followAll(
    context,
    reactions.filter(({ name }) => name === 'fold-alike'),
    openLog('silent'),
  );

async function settle(): Promise<void> {
  await settled(context);
  await groupHeard(context);
  await settled(context);
  await reactAll();
}

const rows = async (
  view: 'open' | 'mine' | 'unassigned' | 'waiting' = 'open',
  folded = true,
): Promise<InboxRow[]> => (await listInbox(people.els.context, { view, folded })).rows;
const shape = (found: readonly InboxRow[]) => found.map(({ fold }) => fold?.conversations.n ?? 1);

describe('conversations that begin with nearly the same', () => {
  test('stand in the list as one row, with the newest in front, and count as many', async () => {
    await say([campaign(1), 'waar blijft de monteur van vanmiddag', campaign(2), campaign(3), campaign(4)]);
    await settle();
    const found = await rows();
    expect(shape(found)).toEqual([4, 1]);
    expect(found[0]).toMatchObject({
      personName: 'Klant 5',
      preview: expect.stringContaining('actie.example/4'),
    });
    const { counts } = await listInbox(people.els.context, { view: 'open', folded: true });
    expect([counts.open.n, counts.unassigned.n]).toEqual([5, 5]);
    expect(shape(await rows('unassigned'))).toEqual([4, 1]);
  });

  test('stand each by themselves for a program, on every page', async () => {
    await say(Array.from({ length: 7 }, (_, n) => campaign(n)));
    await settle();
    const ids: string[] = [];
    let after: string | undefined;
    do {
      const page = await listInbox(people.els.context, { view: 'open', after, limit: 3 });
      ids.push(...page.rows.map(({ publicId }) => publicId));
      after = page.next;
    } while (after);
    expect(new Set(ids).size).toBe(7);
    expect(ids.length).toBe(7);
  });

  test('are one row whether they are found before or after a file is placed', async () => {
    await say([campaign(1), campaign(2), campaign(3)], true);
    await settle();
    await placeUnplaced(context);
    expect(shape(await rows())).toEqual([3]);
    await say([campaign(4), campaign(5)], true);
    await placeUnplaced(context);
    await settle();
    expect(shape(await rows())).toEqual([5]);
  });

  test('two make no group', async () => {
    await say([campaign(1), campaign(2)]);
    await settle();
    expect(shape(await rows())).toEqual([1, 1]);
  });

  test('that somebody took up, answered or closed stand no longer among them', async () => {
    await say(Array.from({ length: 6 }, (_, n) => campaign(n)));
    await settle();
    const all = await rows('open', false);
    const [taken = '', answered = '', closed = ''] = all.map(({ publicId }) => publicId);
    await assign(people.els.context, taken, people.els.employee.publicId);
    await answer(people.els.context, answered, { text: 'We kijken het na.' });
    await close(people.els.context, closed, 'no_answer_needed');
    expect(shape(await rows())).toEqual([1, 3]);
    expect(shape(await rows('mine'))).toEqual([1]);
    expect(shape(await rows('waiting'))).toEqual([1]);
    await assign(people.els.context, taken, null);
    await reactAll();
    expect(shape(await rows())).toEqual([1, 3]);
    expect((await rows('open', false)).length).toBe(4);
  });

  test('of which the customer writes something else stand by themselves', async () => {
    await say([campaign(1), campaign(2), campaign(3), campaign(4)]);
    await settle();
    await hear(context, {
      account,
      utterances: [
        utterance('more', {
          text: 'En wanneer komt de monteur eigenlijk langs?',
          author: `@klant-${heard}`,
          sentAt: new Date('2026-11-24T09:00:00Z'),
        }),
      ],
    });
    await settle();
    expect(shape(await rows())).toEqual([1, 3]);
  });

  test('do not show nor count somebody who restricted their data, also when it is the newest', async () => {
    await say([campaign(1), campaign(2), campaign(3), campaign(4)]);
    await settle();
    await transact(context, 'service', async (ctx) => {
      const [row] = (
        await sql<{ id: string }>`select max(person_id) as id from conversation_open`.execute(ctx.database)
      ).rows;
      await decide(ctx, row?.id ?? '', { purpose: 'service', act: 'restrict', strength: 0 });
    });
    const found = await rows();
    expect(shape(found)).toEqual([3]);
    expect(found[0]?.personName).toBe(`Klant ${heard - 1}`);
  });

  test('are never lost when their fold goes', async () => {
    await say([campaign(1), campaign(2), campaign(3)]);
    await settle();
    await sql`delete from conversation_fold`.execute(context.database);
    expect(shape(await rows())).toEqual([1, 1, 1]);
  });

  test('leave no fold behind that is empty for a day', async () => {
    await say([campaign(1), campaign(2), campaign(3)]);
    await settle();
    for (const { publicId } of await rows('open', false))
      await close(people.els.context, publicId, 'answered');
    await transact(context, 'service', clearFolds);
    const left = async () => (await sql`select from conversation_fold`.execute(context.database)).rows.length;
    expect(await left()).toBe(1);
    polder.turn.forward({ hours: 48 });
    await transact(context, 'service', clearFolds);
    expect(await left()).toBe(0);
  });

  test('can be listed together, in every state, by who may see them', async () => {
    await say(Array.from({ length: 5 }, (_, n) => campaign(n)));
    await settle();
    const [row] = await rows();
    const among = { kind: 'alike' as const, id: row?.fold?.group ?? '' };
    const [first] = await rows('open', false);
    await close(people.els.context, first?.publicId ?? '', 'answered');
    const page = await listInbox(people.els.context, { view: 'open', among, limit: 3 });
    const rest = await listInbox(people.els.context, { view: 'open', among, limit: 3, after: page.next });
    const states = [...page.rows, ...rest.rows].map(({ state }) => state);
    expect(states.toSorted()).toEqual(['done', 'new', 'new', 'new', 'new']);
    expect((await listInbox(people.anneke.context, { view: 'open', among })).rows).toEqual([]);
  });
});
