import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { transact } from '../../platform/context.ts';
import { actsOn } from '../acting/act.ts';
import { doTogether } from '../acting/doing.ts';
import { undoAct } from '../acting/undoing.ts';
import { assign } from '../assigning.ts';
import { close, reopen } from '../closing.ts';
import { draftsOf, saveDraft } from '../composing/draft.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { follow, participantsOf } from '../following/participants.ts';
import { listInbox } from '../inbox.ts';
import { makeLabel } from '../labelling/labels.ts';
import { openThread } from '../thread.ts';
import { merge } from './merging.ts';

let polder: TestDatabase;
let people: People;
let one: Talk;
let other: Talk;
let round = 0;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());
beforeEach(async () => {
  round += 1;
  one = await talk(polder.context, 'Waar blijft mijn pakket?', {
    author: `fatima-c${round}`,
    thread: `c${round}-1`,
  });
  other = await talk(polder.context, 'En mijn factuur?', {
    author: `fatima-c${round}`,
    thread: `c${round}-2`,
  });
});

const els = () => people.els.context;
const labelsOf = async (id: string) =>
  (await listInbox(els(), { view: 'open', limit: 100 })).rows.find(({ publicId }) => publicId === id)?.labels;
const drafts = (ctx: Talk, who = els()) =>
  transact(who, 'service', async (inside) => (await draftsOf(inside, ctx.conversationId)).drafts);

describe('merging', () => {
  test('brings labels, followers and what was being written; taken back, the labels it brought go again', async () => {
    const [delivery, bill] = [
      await makeLabel(people.ravi.context, `Levering ${round}`, null),
      await makeLabel(people.ravi.context, `Rekening ${round}`, null),
    ];
    await doTogether(els(), [one.id], { kind: 'label', label: delivery });
    await doTogether(els(), [one.id, other.id], { kind: 'label', label: bill });
    await saveDraft(els(), one.id, { mode: 'private', text: 'Over het pakket.' });
    await saveDraft(els(), other.id, { mode: 'private', text: 'Over de factuur.' });
    await saveDraft(people.joost.context, one.id, { mode: 'note', text: 'Bellen!' });
    await follow(people.joost.context, one.id, true);
    const act = await merge(els(), { from: one.id, into: other.id });
    expect(await labelsOf(other.id)).toEqual([`Levering ${round}`, `Rekening ${round}`]);
    expect((await drafts(other)).map(({ text }) => text)).toEqual(['Over de factuur.\n\nOver het pakket.']);
    expect((await drafts(other, people.joost.context)).map(({ text }) => text)).toEqual(['Bellen!']);
    expect(await drafts(one)).toEqual([]);
    const followers = await transact(els(), 'service', (ctx) => participantsOf(ctx, other.conversationId));
    expect(followers.map(({ name }) => name)).toEqual(['Joost Visser']);
    await undoAct(els(), act?.publicId ?? '');
    expect(await labelsOf(other.id)).toEqual([`Rekening ${round}`]);
    expect(await labelsOf(one.id)).toEqual([`Levering ${round}`, `Rekening ${round}`]);
  });
});

describe('what is done with one conversation', () => {
  const last = async () => (await transact(els(), 'service', (ctx) => actsOn(ctx, one.conversationId)))[0];

  test('closing it is kept, and taken back', async () => {
    await close(els(), one.id, 'answered');
    expect(await last()).toMatchObject({ kind: 'close', mine: true });
    await undoAct(els(), (await last())?.publicId ?? '');
    expect(await openThread(els(), one.id)).toMatchObject({ state: 'new', closure: null });
  });

  test('opening it again is kept, and taken back: the closure that was holds again', async () => {
    await close(els(), one.id, 'no_answer_needed');
    const { closure } = await openThread(els(), one.id);
    await reopen(people.joost.context, one.id);
    expect(await last()).toMatchObject({ kind: 'reopen', by: 'Joost Visser' });
    await undoAct(els(), (await last())?.publicId ?? '');
    expect(await openThread(els(), one.id)).toMatchObject({ state: 'done', closure });
    expect(
      (await listInbox(els(), { view: 'open', limit: 100 })).rows.map((row) => row.publicId),
    ).not.toContain(one.id);
  });

  test('is not taken back when the customer wrote since it was opened', async () => {
    await close(els(), one.id, 'answered');
    await reopen(els(), one.id);
    const act = await last();
    await talk(polder.context, 'Hallo?', { author: one.author, thread: one.thread });
    await expect(undoAct(els(), act?.publicId ?? '')).rejects.toMatchObject({
      code: 'conflict.act-overtaken',
    });
  });

  test('giving it to somebody is kept, and taken back', async () => {
    await assign(els(), one.id, people.els.employee.publicId);
    await assign(els(), one.id, people.joost.employee.publicId);
    await undoAct(els(), (await last())?.publicId ?? '');
    expect((await openThread(els(), one.id)).assignee?.name).toBe('Els Bakker');
  });
});
