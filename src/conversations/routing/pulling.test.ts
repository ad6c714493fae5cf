import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People, type Person } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import { giveMandate, release } from '../../organisation/mandates/mandating.ts';
import { endDays, findPresence, setPresence } from '../../organisation/queueing/presence.ts';
import { changeQueue, type QueueChange } from '../../organisation/queueing/queue-keeping.ts';
import { transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import { reactions } from '../../reactions.ts';
import { answer } from '../answering.ts';
import { assign } from '../assigning.ts';
import { close } from '../closing.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { publishNorms } from '../norms/norms.ts';
import { takeNext } from './pulling.ts';
import { assignmentsOf, reassign } from './reassigning.ts';
import { anything } from './rule.ts';

let polder: TestDatabase;
let people: People;

const queue: QueueChange = {
  ...{ name: 'Algemeen', department: null, calendar: 'default', languages: [], skills: [] },
  ...{ mostWaiting: null, mostEach: null, deals: false, workers: [] },
};
const change = (more: Partial<QueueChange>) =>
  changeQueue(people.ravi.context, 'general', { ...queue, ...more });

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
/** Nothing waits, nobody is there, everybody has room. */
beforeEach(async () => {
  await change({});
  await transact(polder.context, 'service', async ({ database }) => {
    await sql`update assignment set ended_at = now() where ended_at is null`.execute(database);
    await sql`delete from conversation_open`.execute(database);
    await sql`delete from presence`.execute(database);
    await sql`update employee set capacity = null, languages = '{}', skills = '{}'`.execute(database);
  });
});
afterAll(() => polder?.close());

const ask = (text: string) => talk(polder.context, text);
const set = ({ employee }: Person, what: string, value: unknown) =>
  transact(polder.context, null, ({ database }) =>
    sql`update employee set ${sql.ref(what)} = ${value} where id = ${employee.id}`.execute(database),
  );

async function follow(): Promise<void> {
  await settled(polder.context);
  const own = ['keep-due', 'give-back', 'deal-out'];
  for (let round = 0; round < 3; round += 1) {
    await followAll(
      polder.context,
      reactions.filter(({ name }) => own.includes(name)),
      silentLog,
    );
    await settled(polder.context);
  }
}

async function ownerOf({ conversationId }: Talk): Promise<string | null> {
  return transact(polder.context, 'service', async ({ database }) => {
    const found = await sql<{ name: string }>`
      select e.name from conversation_open o join employee e on e.id = o.assignee_id
      where o.conversation_id = ${conversationId}`.execute(database);
    return found.rows[0]?.name.split(' ')[0] ?? null;
  });
}

describe('the next one', () => {
  test('is what falls due first, then what waits longest; then there is none', async () => {
    const first = await ask('Eerste vraag?');
    polder.turn.forward({ minutes: 5 });
    const hurry = await talk(polder.context, 'Tweede vraag, in het openbaar?', { audience: 'public' });
    await publishNorms(people.ravi.context, [
      {
        ...{
          key: 'n1',
          name: 'Openbaar',
          queues: [],
          conditions: { ...anything, audience: 'public' as const },
        },
        ...{ clock: 'clock' as const, first: 900, next: null, resolution: null },
      },
    ]);
    await follow();
    expect(await takeNext(people.els.context)).toBe(hurry.id);
    expect(await takeNext(people.els.context)).toBe(first.id);
    expect(await takeNext(people.els.context)).toBeUndefined();
    expect(await ownerOf(first)).toBe('Els');
  });

  test('is another one for each of many who ask at once', async () => {
    const asked: Talk[] = [];
    for (let n = 0; n < 6; n += 1) asked.push(await ask(`Vraag ${n}?`));
    const hands = [people.els, people.joost, people.ravi, people.els, people.joost, people.ravi];
    const taken = await Promise.all(hands.map(({ context }) => takeNext(context)));
    // Who finds all that is left being taken by others at that moment gets nothing, and asks again.
    while (taken.filter((one) => one !== undefined).length < 6)
      taken.push(await takeNext(people.els.context));
    const ids = taken.filter((one) => one !== undefined);
    expect(new Set(ids)).toEqual(new Set(asked.map(({ id }) => id)));
    expect(ids).toHaveLength(6);
  });

  test('is in a language that is spoken, with knowledge that is there, of a queue that is worked', async () => {
    const dutch = await ask('Waar blijft mijn pakket? Het zou gisteren komen.');
    await set(people.els, 'languages', ['fr']);
    expect(await takeNext(people.els.context)).toBeUndefined();
    await set(people.els, 'languages', ['fr', 'nl']);
    await change({ skills: ['Warmtepompen'] });
    expect(await takeNext(people.els.context)).toBeUndefined();
    await set(people.els, 'skills', ['warmtepompen']);
    await change({ skills: ['warmtepompen'], workers: [people.joost.employee.publicId] });
    expect(await takeNext(people.els.context)).toBeUndefined();
    await change({ workers: [people.els.employee.publicId] });
    expect(await takeNext(people.els.context)).toBe(dutch.id);
  });

  test('waits until there is room: in all, and of one queue', async () => {
    await set(people.els, 'capacity', 2);
    const asked = [await ask('Eén?'), await ask('Twee?'), await ask('Drie?')];
    await takeNext(people.els.context);
    await takeNext(people.els.context);
    await expect(takeNext(people.els.context)).rejects.toMatchObject({ code: 'conflict.at-capacity' });
    await answer(people.els.context, asked[0]?.id ?? '', { text: 'Ja.' });
    expect(await takeNext(people.els.context)).toBe(asked[2]?.id);
    await set(people.els, 'capacity', null);
    await change({ mostEach: 2 });
    await ask('Vier?');
    expect(await takeNext(people.els.context)).toBeUndefined();
  });

  test('is none that the mandate does not let them send', async () => {
    await ask('Mag dit?');
    await giveMandate(people.ravi.context, {
      ...{ employee: people.els.employee.publicId, channel: 'x', topic: null, right: 'send' },
      ...{ fromOn: '2026-11-01', untilOn: null },
    });
    expect(await takeNext(people.els.context)).toBeUndefined();
    await release(people.ravi.context, people.els.employee.publicId);
    expect(await takeNext(people.els.context)).toBeDefined();
  });

  test('is for who may answer', async () => {
    await ask('Voor wie?');
    expect(await takeNext(people.anneke.context)).toBeUndefined();
    await expect(takeNext(polder.context)).rejects.toMatchObject({ code: 'forbidden.action' });
  });
});

describe('where Polder deals out,', () => {
  beforeEach(() => change({ deals: true }));

  test('work goes to who is here and holds least, and waits while nobody is', async () => {
    const [one, two, three] = [await ask('Eén?'), await ask('Twee?'), await ask('Drie?')];
    await follow();
    expect(await ownerOf(one)).toBeNull();
    await setPresence(people.els.context, 'here');
    await setPresence(people.joost.context, 'here');
    await follow();
    expect([await ownerOf(one), await ownerOf(two), await ownerOf(three)]).toEqual(['Els', 'Joost', 'Els']);
    expect(await takeNext(people.els.context)).toBeUndefined();
  });

  test('each release gives room to what waits: an answer, a closing, somebody who comes', async () => {
    await set(people.els, 'capacity', 1);
    await setPresence(people.els.context, 'here');
    const [one, two, three, four] = [
      await ask('Eén?'),
      await ask('Twee?'),
      await ask('Drie?'),
      await ask('Vier?'),
    ];
    await follow();
    expect([await ownerOf(one), await ownerOf(two)]).toEqual(['Els', null]);
    await answer(people.els.context, one.id, { text: 'Ja.' });
    await follow();
    expect(await ownerOf(two)).toBe('Els');
    await close(people.els.context, two.id, 'answered');
    await follow();
    expect(await ownerOf(three)).toBe('Els');
    expect(await ownerOf(four)).toBeNull();
    await setPresence(people.joost.context, 'here');
    await follow();
    expect(await ownerOf(four)).toBe('Joost');
  });

  test('who goes home gives back what waits for us, and keeps what waits for the customer', async () => {
    await setPresence(people.els.context, 'here');
    const [answered, waits] = [await ask('Beantwoord?'), await ask('Niet beantwoord?')];
    await follow();
    await answer(people.els.context, answered.id, { text: 'Ja.' });
    await setPresence(people.els.context, 'home', { giveBack: true });
    await follow();
    expect([await ownerOf(answered), await ownerOf(waits)]).toEqual(['Els', null]);
    await setPresence(people.joost.context, 'here');
    await follow();
    expect(await ownerOf(waits)).toBe('Joost');
    const [now, before] = await transact(polder.context, 'service', (ctx) =>
      assignmentsOf(ctx, waits.conversationId),
    );
    expect([now?.to, before?.to, before?.endReason]).toEqual(['Joost Visser', 'Els Bakker', 'went-home']);
  });

  test('a pause brings nothing new, and half a day without a word is going home', async () => {
    await setPresence(people.els.context, 'pause');
    const one = await ask('Eén?');
    await follow();
    expect(await ownerOf(one)).toBeNull();
    await setPresence(people.els.context, 'here');
    await follow();
    expect(await ownerOf(one)).toBe('Els');
    polder.turn.forward({ hours: 12 });
    expect(await findPresence(polder.context, people.els.employee.id)).toBe('home');
    await endDays(polder.context);
    await follow();
    expect(await ownerOf(one)).toBeNull();
  });
});

describe('taking work from a colleague', () => {
  test('needs a reason, that is shown; what nobody had needs none', async () => {
    const said = await ask('Van wie is dit?');
    const { els, joost } = people;
    await reassign(els.context, said.id, { to: els.employee.publicId, reason: '' });
    const take = (reason: string) =>
      reassign(joost.context, said.id, { to: joost.employee.publicId, reason });
    await expect(take(' ')).rejects.toMatchObject({ code: 'invalid.reason-missing' });
    expect(await ownerOf(said)).toBe('Els');
    await take('Els is ziek.');
    expect(await ownerOf(said)).toBe('Joost');
    expect(
      await transact(polder.context, 'service', (ctx) => assignmentsOf(ctx, said.conversationId)),
    ).toMatchObject([
      { to: 'Joost Visser', by: 'Joost Visser', reason: 'Els is ziek.', endedAt: null },
      { to: 'Els Bakker', endedBy: 'Joost Visser', endReason: 'Els is ziek.' },
    ]);
    await reassign(joost.context, said.id, { to: null, reason: '' });
    await assign(els.context, said.id, els.employee.publicId);
    expect(await ownerOf(said)).toBe('Els');
  });
});
