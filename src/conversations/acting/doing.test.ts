import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { portraitOf, registerAccount, utterance } from '../../../test/portrait.ts';
import type { ChannelAccount } from '../../listening/account.ts';
import { hear } from '../../listening/hearing.ts';
import { type Context, transact } from '../../platform/context.ts';
import { answer } from '../answering.ts';
import { assign } from '../assigning.ts';
import { listInbox } from '../inbox.ts';
import { labelsOf, listLabels, makeLabel, renameLabel, retireLabel } from '../labelling/labels.ts';
import { noFilter } from '../listing/filter.ts';
import { idsWithin } from '../listing/filter-page.ts';
import { makeSubstate } from '../resting/substates.ts';
import { openThread } from '../thread.ts';
import { endView, listSavedViews, saveView } from '../viewing/saved-view.ts';
import { markUnread } from '../viewing/unread.ts';
import { type Deed, doTogether } from './doing.ts';
import { undoAct } from './undoing.ts';

let polder: TestDatabase;
let people: People;
let els: Context;
let account: ChannelAccount;
let ids: string[];
let rounds = 0;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  els = people.els.context;
});
afterAll(() => polder?.close());

/** Five customers ask something; the first gets an answer, the second is Joost's. */
beforeEach(async () => {
  rounds += 1;
  account = await registerAccount(polder.context, `account-${rounds}`);
  const sentAt = new Date(polder.turn.now().epochMilliseconds);
  await hear(polder.context, {
    account,
    utterances: [1, 2, 3, 4, 5].map((n) =>
      utterance(`${rounds}-${n}`, { author: `@klant-${rounds}-${n}`, thread: `t${n}`, sentAt }),
    ),
  });
  const found = await transact(polder.context, 'service', ({ database }) =>
    sql<{
      id: string;
    }>`select public_id as id from conversation where channel_account_id = ${account.id} order by id`.execute(
      database,
    ),
  );
  ids = found.rows.map(({ id }) => id);
  await answer(els, ids[0] ?? '', { text: 'Ik zoek het uit.' });
  await assign(els, ids[1] ?? '', people.joost.employee.publicId);
});

const portrait = async () => JSON.stringify(await portraitOf(polder.context, account));
const rowsOf = async (question: Parameters<typeof listInbox>[1]) =>
  (await listInbox(els, { limit: 100, ...question })).rows
    .map(({ publicId }) => publicId)
    .filter((id) => ids.includes(id));

describe('one act with many conversations', () => {
  test('leaves each as it was when it is taken back, whatever the act', async () => {
    const label = await makeLabel(people.ravi.context, `Levering ${rounds}`, null);
    const substate = await makeSubstate(people.ravi.context, 'new', `bij de leverancier ${rounds}`);
    const deeds: Deed[] = [
      { kind: 'assign', employee: people.els.employee.publicId },
      { kind: 'close', reason: 'no_answer_needed' },
      { kind: 'close', reason: 'answered' },
      { kind: 'snooze', at: polder.turn.now().add({ hours: 3 }), piece: null },
      { kind: 'label', label },
      { kind: 'substate', substate },
    ];
    for (const deed of deeds) {
      const before = await portrait();
      const act = await doTogether(els, ids, deed);
      expect(act?.conversations).toBeGreaterThan(2);
      expect(await portrait()).not.toBe(before);
      polder.turn.forward({ minutes: 1 });
      expect(await undoAct(els, act?.publicId ?? '')).toBe(act?.conversations);
      expect(await portrait()).toBe(before);
    }
  });

  test('passes over what is done already, out of reach or not there, and says so when nothing is left', async () => {
    const close: Deed = { kind: 'close', reason: 'answered' };
    expect((await doTogether(els, ids.slice(0, 2), close))?.conversations).toBe(2);
    expect((await doTogether(els, [...ids, 'cv_nothing'], close))?.conversations).toBe(3);
    expect(await doTogether(els, ids, close)).toBeUndefined();
    await expect(doTogether(people.anneke.context, ids, close)).rejects.toThrow('forbidden.action');
  });

  test('that is taken back leaves alone what somebody changed since', async () => {
    const act = await doTogether(els, ids, { kind: 'assign', employee: people.els.employee.publicId });
    await assign(els, ids[2] ?? '', people.joost.employee.publicId);
    expect(await undoAct(els, act?.publicId ?? '')).toBe(4);
    expect((await openThread(els, ids[2] ?? '')).assignee?.name).toBe('Joost Visser');
    expect((await openThread(els, ids[1] ?? '')).assignee?.name).toBe('Joost Visser');
    expect((await openThread(els, ids[3] ?? '')).assignee).toBeNull();
  });

  test('by two colleagues at once comes to one end, without waiting in a circle', async () => {
    for (let round = 0; round < 6; round += 1) {
      await Promise.all([
        doTogether(els, ids, { kind: 'assign', employee: people.els.employee.publicId }),
        doTogether(people.joost.context, ids.toReversed(), {
          kind: 'assign',
          employee: people.joost.employee.publicId,
        }),
      ]);
      const owners = await Promise.all(ids.map(async (id) => (await openThread(els, id)).assignee?.name));
      expect(new Set(owners).size).toBe(1);
    }
  });
});

describe('labels', () => {
  test('are a tree; a filter on one finds what stands under it, and only open conversations', async () => {
    const { context } = people.ravi;
    const top = await makeLabel(context, `Bezorging ${rounds}`, null);
    const under = await makeLabel(context, 'Te laat', top);
    await makeLabel(context, 'Heel erg', under);
    await expect(makeLabel(context, 'te laat', top)).rejects.toThrow('conflict.name-taken');
    await expect(makeLabel(els, 'Van mij', null)).rejects.toThrow('forbidden.action');
    const mine = (await listLabels(context)).filter(({ path }) => path.startsWith(`Bezorging ${rounds}`));
    expect(mine.map(({ path, depth }) => [path, depth])).toEqual([
      [`Bezorging ${rounds}`, 0],
      [`Bezorging ${rounds} › Te laat`, 1],
      [`Bezorging ${rounds} › Te laat › Heel erg`, 2],
    ]);
    await expect(makeLabel(context, 'Dieper', mine[2]?.publicId ?? '')).rejects.toThrow(
      'invalid.label-depth',
    );
    await doTogether(els, [ids[2] ?? ''], { kind: 'label', label: under });
    await doTogether(els, [ids[3] ?? ''], { kind: 'label', label: top });
    const narrowed = (label: string) => rowsOf({ view: 'open', filter: { ...noFilter, label } });
    expect((await narrowed(top)).toSorted()).toEqual([ids[2], ids[3]].toSorted());
    expect(await narrowed(under)).toEqual([ids[2]]);
    await renameLabel(context, under, 'Veel te laat');
    await retireLabel(context, top);
    const { id } = await openThread(els, ids[2] ?? '');
    const stands = await transact(els, 'service', async (ctx) => labelsOf(ctx, id, await listLabels(ctx)));
    expect(stands.map(({ path }) => path)).toEqual(['Veel te laat']);
    await expect(doTogether(els, ids, { kind: 'label', label: under })).rejects.toThrow('not-found.label');
  });
});

describe('a filter', () => {
  test('narrows to whose, unread and channel, and gives all of it for one act', async () => {
    const whose = (assignee: string) => rowsOf({ view: 'open', filter: { ...noFilter, assignee } });
    expect(await whose(people.joost.employee.publicId)).toEqual([ids[1]]);
    expect(await whose('me')).toEqual([]);
    expect(await whose('nobody')).toHaveLength(3);
    const unread = () => rowsOf({ view: 'open', filter: { ...noFilter, unread: true } });
    expect(await unread()).toHaveLength(4);
    await openThread(els, ids[4] ?? '');
    expect(await unread()).toHaveLength(3);
    await markUnread(els, ids[4] ?? '');
    expect(await unread()).toHaveLength(4);
    expect(await rowsOf({ view: 'open', filter: { ...noFilter, channel: 'mail' } })).toEqual([]);
    const within = await transact(els, 'service', (ctx) =>
      idsWithin(ctx, ['1'], {
        view: 'open',
        filter: { ...noFilter, assignee: 'nobody' },
        asOf: new Date(polder.turn.now().epochMilliseconds),
        most: 1000,
      }),
    );
    expect(within.filter((id) => ids.includes(id))).toHaveLength(3);
  });
});

describe('a saved view', () => {
  const filter = { ...noFilter, unread: true };

  test('is seen by its maker, their department or everybody, with its own count', async () => {
    const made = { name: `Ongelezen ${rounds}`, view: 'open', filter } as const;
    const own = await saveView(els, { ...made, audience: 'own' });
    const team = await saveView(els, { ...made, audience: 'team' });
    await expect(saveView(els, { ...made, audience: 'all' })).rejects.toThrow('forbidden.action');
    const all = await saveView(people.ravi.context, { ...made, audience: 'all' });
    await expect(saveView(people.ravi.context, { ...made, audience: 'team' })).rejects.toThrow(
      'conflict.view-no-team',
    );
    const seen = async (ctx: Context) =>
      (await listSavedViews(ctx)).filter(({ name }) => name === made.name).map(({ publicId }) => publicId);
    expect((await seen(els)).toSorted()).toEqual([own, team, all].toSorted());
    expect((await seen(people.joost.context)).toSorted()).toEqual([team, all].toSorted());
    expect(await seen(people.ravi.context)).toEqual([all]);
    polder.statements();
    const { saved: counted } = await listInbox(els, { view: 'open', around: true });
    expect(polder.statements().length).toBeLessThanOrEqual(3);
    const listed = (await listInbox(els, { view: 'open', filter, limit: 500 })).rows.length;
    expect(counted.find(({ publicId }) => publicId === own)?.count).toEqual({ n: listed, more: false });
    await expect(endView(people.joost.context, team)).rejects.toThrow('forbidden.action');
    await endView(els, team);
    expect(await seen(people.joost.context)).toEqual([all]);
  });
});
