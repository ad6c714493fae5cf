import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import { define, setAttribute } from '../../customers/keeping/attributes.ts';
import { makeCalendar } from '../../organisation/opening/planning.ts';
import {
  changeQueue,
  endQueue,
  makeQueue,
  type QueueChange,
} from '../../organisation/queueing/queue-keeping.ts';
import { transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import { decide as decidePermission } from '../../privacy/deciding.ts';
import { reactions } from '../../reactions.ts';
import { assign } from '../assigning.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { listInbox } from '../inbox.ts';
import { moveToQueue } from './moving.ts';
import { anything, type Conditions, type Rule } from './rule.ts';
import { publishRules } from './rules.ts';
import { tryRules } from './trying.ts';
import { whyHere } from './why.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  await makeQueue(people.ravi.context, 'Logistiek');
  await makeQueue(people.ravi.context, 'Avond');
});
beforeEach(() => publishRules(people.ravi.context, []));
afterAll(() => polder?.close());

const queue: QueueChange = {
  name: 'Logistiek',
  department: null,
  calendar: 'default',
  languages: [],
  skills: [],
  mostWaiting: null,
  mostEach: null,
  deals: false,
  workers: [],
};
const rule = (conditions: Partial<Conditions>, more: Partial<Rule> = {}): Rule => ({
  key: 'r1',
  name: 'Bezorging',
  conditions: { ...anything, ...conditions },
  times: 'always',
  queue: 'logistiek',
  ...more,
});

async function follow(): Promise<void> {
  await settled(polder.context);
  await followAll(
    polder.context,
    reactions.filter(({ name }) => name.startsWith('route-')),
    silentLog,
  );
}

async function queueOf({ conversationId }: Talk): Promise<unknown> {
  return transact(polder.context, 'service', async ({ database }) => {
    const found = await sql<{ queue: string; head: string; intervals: string[] }>`
      select q.key as queue, h.key as head,
        (select array_agg(distinct k.key) from response_interval w join queue k on k.id = w.queue_id
          where w.conversation_id = c.id) as intervals
      from conversation c join queue q on q.id = c.queue_id
      left join conversation_open o on o.conversation_id = c.id left join queue h on h.id = o.queue_id
      where c.id = ${conversationId}`.execute(database);
    return found.rows[0];
  });
}
const inQueue = (key: string) => ({ queue: key, head: key, intervals: [key] });
const why = ({ conversationId }: Talk) =>
  transact(polder.context, 'service', (ctx) => whyHere(ctx, conversationId));

async function about(said: Talk, ...topics: string[]): Promise<void> {
  await transact(polder.context, 'listen', ({ database }) =>
    sql`insert into label (message_id, received_at, head, by, labels, confidence, automatic, at)
      select id, received_at, 'topic', 'person', ${topics}::text[], 1, true, received_at
      from message where public_id = ${said.messageId}`.execute(database),
  );
}

describe('a new conversation', () => {
  test('stays in the default queue while there are no rules, and nothing is written down', async () => {
    const said = await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow();
    expect(await queueOf(said)).toEqual(inQueue('general'));
  });

  test('comes into the queue of the first rule that fits, with its waiting, and says why', async () => {
    await publishRules(people.ravi.context, [
      rule({ channels: ['x'] }, { key: 'r0', name: 'X', queue: 'avond' }),
      rule({ topics: ['levering'], languages: ['nl'] }),
    ]);
    const said = await talk(polder.context, 'Waar blijft mijn pakket? Het zou gisteren komen.');
    await about(said, 'levering');
    await follow();
    expect(await queueOf(said)).toEqual(inQueue('logistiek'));
    expect(await why(said)).toMatchObject([
      {
        queue: 'Logistiek',
        from: 'Algemeen',
        rule: 'Bezorging',
        because: [
          { condition: 'languages', found: 'nl' },
          { condition: 'topics', found: 'levering' },
        ],
        movedBy: null,
      },
    ]);
    await follow();
    expect(await why(said)).toHaveLength(1);
  });

  test('comes there by the reach of its writer, where the channel said that with the message', async () => {
    await publishRules(people.ravi.context, [rule({ followers: 5000 })]);
    const [loud, unheard, unknown] = [
      await talk(polder.context, 'Waar blijft mijn pakket?'),
      await talk(polder.context, 'Waar blijft mijn meter?'),
      await talk(polder.context, 'Waar blijft mijn monteur?'),
    ];
    for (const [{ messageId }, followers] of [
      [loud, 12_000],
      [unheard, 40],
    ] as const)
      await transact(polder.context, 'listen', ({ database }) =>
        sql`insert into message_source (message_id, received_at, person_id, facts)
          select id, received_at, person_id, ${JSON.stringify({ followers })}::jsonb from message
          where public_id = ${messageId}`.execute(database),
      );
    await follow();
    expect(await queueOf(loud)).toEqual(inQueue('logistiek'));
    expect(await why(loud)).toMatchObject([{ because: [{ condition: 'followers', found: '12000' }] }]);
    for (const one of [unheard, unknown]) expect(await queueOf(one)).toEqual(inQueue('general'));
  });

  test('that fits no rule stays in the default queue, and says so', async () => {
    await publishRules(people.ravi.context, [rule({ channels: ['x'] })]);
    const said = await talk(polder.context, 'Mag ik mijn termijn verlagen?');
    await follow();
    expect(await queueOf(said)).toEqual(inQueue('general'));
    expect(await why(said)).toMatchObject([{ queue: 'Algemeen', from: null, rule: null, because: [] }]);
  });

  test('that somebody took up before the rules came to it stays where it is', async () => {
    await publishRules(people.ravi.context, [rule({})]);
    const said = await talk(polder.context, 'Kan ik later betalen?');
    await assign(people.els.context, said.id, people.els.employee.publicId);
    await follow();
    expect(await queueOf(said)).toEqual(inQueue('general'));
  });

  test('of many at once goes together, each with its own reason', async () => {
    await publishRules(people.ravi.context, [rule({})]);
    const said = [];
    for (let n = 0; n < 5; n += 1) said.push(await talk(polder.context, `Waar blijft pakket ${n}?`));
    await follow();
    for (const one of said) expect(await queueOf(one)).toEqual(inQueue('logistiek'));
  });

  test('passes a queue by that is full, closed or answers in other languages, and says so', async () => {
    const { ravi } = people;
    await changeQueue(ravi.context, 'logistiek', { ...queue, languages: ['fr'] });
    await makeCalendar(ravi.context, 'nacht').catch(() => undefined);
    await publishRules(ravi.context, [
      rule({}),
      rule({}, { key: 'r2', name: 'Na sluiting', times: 'closed', queue: 'avond' }),
    ]);
    const first = await talk(polder.context, 'Waar blijft mijn pakket? Het zou gisteren komen.');
    await follow();
    expect(await queueOf(first)).toEqual(inQueue('general'));
    expect((await why(first))[0]?.passed).toEqual([
      { rule: 'Bezorging', why: 'language' },
      { rule: 'Na sluiting', why: 'hours' },
    ]);
    const waiting = (await listInbox(people.els.context, { view: 'open' })).rows.length;
    await changeQueue(ravi.context, 'logistiek', { ...queue, mostWaiting: 1 });
    const [one, other] = [
      await talk(polder.context, 'Mijn pakket is weg.'),
      await talk(polder.context, 'Mijn andere pakket is weg.'),
    ];
    expect(waiting).toBeGreaterThan(1);
    await follow();
    expect((await why(one))[0]?.passed).toEqual([
      { rule: 'Bezorging', why: 'full' },
      { rule: 'Na sluiting', why: 'hours' },
    ]);
    expect((await why(other))[0]?.queue).toBe('Algemeen');
    await changeQueue(ravi.context, 'logistiek', queue);
  });

  test('goes by what the customer is to us only while they allow it', async () => {
    await define(polder.context, {
      ...{ key: 'niveau', type: 'text', nl: 'Niveau', en: 'Level' },
      ...{ category: 'commerce', purpose: 'service', choices: [] },
    });
    await publishRules(people.ravi.context, [rule({ attribute: { key: 'niveau', value: 'goud' } })]);
    const [gold, restricted] = [
      await talk(polder.context, 'Dag, een vraag?'),
      await talk(polder.context, 'Hallo, een vraag?'),
    ];
    for (const one of [gold, restricted])
      await transact(polder.context, 'service', async (ctx) => {
        const found = await sql<{
          id: string;
        }>`select public_id as id from person where id = ${one.personId}`.execute(ctx.database);
        await setAttribute(ctx, found.rows[0]?.id ?? '', { key: 'niveau', value: 'goud' });
      });
    await transact(polder.context, 'service', (ctx) =>
      decidePermission(ctx, restricted.personId, { purpose: 'service', act: 'restrict', strength: 0 }),
    );
    await follow();
    expect(await queueOf(gold)).toEqual(inQueue('logistiek'));
    expect(await queueOf(restricted)).toEqual(inQueue('general'));
  });
});

describe('by hand', () => {
  test('a conversation goes elsewhere with a reason, and both are shown', async () => {
    const said = await talk(polder.context, 'Wie is hier de baas?');
    await expect(
      moveToQueue(people.els.context, said.id, { queue: 'avond', reason: ' ' }),
    ).rejects.toMatchObject({
      code: 'invalid.reason-missing',
    });
    await moveToQueue(people.els.context, said.id, { queue: 'avond', reason: 'Hoort bij de avond.' });
    expect(await queueOf(said)).toEqual(inQueue('avond'));
    expect(await why(said)).toMatchObject([
      { movedBy: 'Els Bakker', reason: 'Hoort bij de avond.', from: 'Algemeen' },
    ]);
    await publishRules(people.ravi.context, [rule({})]);
    await follow();
    expect(await queueOf(said)).toEqual(inQueue('avond'));
  });

  test('nobody moves what they may not see', async () => {
    const said = await talk(polder.context, 'Nog een vraag?');
    await expect(
      moveToQueue(people.anneke.context, said.id, { queue: 'avond', reason: 'x' }),
    ).rejects.toMatchObject({ code: 'not-found.conversation' });
  });
});

describe('rules', () => {
  test('are kept in versions by administrators, and lead somewhere', async () => {
    await expect(publishRules(people.els.context, [])).rejects.toMatchObject({ code: 'forbidden.action' });
    for (const wrong of [rule({}, { queue: 'nergens' }), rule({}, { name: ' ' })])
      await expect(publishRules(people.ravi.context, [wrong])).rejects.toMatchObject({
        code: 'invalid.routing-rules',
      });
  });

  test('can be tried on the last conversations, and then nothing moves', async () => {
    const said = await talk(polder.context, 'Waar blijft mijn pakket nu?');
    const trial = await tryRules(people.ravi.context, [rule({ channels: ['mail'] })]);
    expect(trial.tried).toBeGreaterThan(10);
    expect(trial.rules).toEqual([
      { name: 'Bezorging', takes: trial.tried },
      { name: null, takes: 0 },
    ]);
    expect(trial.changes[0]).toMatchObject({
      id: said.id,
      from: 'Algemeen',
      to: 'Logistiek',
      rule: 'Bezorging',
    });
    expect(await queueOf(said)).toEqual(inQueue('general'));
    await expect(tryRules(people.els.context, [])).rejects.toMatchObject({ code: 'forbidden.action' });
  });
});

describe('a queue that ends', () => {
  test('gives what waits there to another, and the default one cannot end', async () => {
    await makeQueue(people.ravi.context, 'Actie');
    const said = await talk(polder.context, 'Geldt de actie nog?');
    await moveToQueue(people.els.context, said.id, { queue: 'actie', reason: 'Actie.' });
    await endQueue(people.ravi.context, 'actie');
    await follow();
    expect(await queueOf(said)).toEqual(inQueue('general'));
    await expect(endQueue(people.ravi.context, 'general')).rejects.toMatchObject({
      code: 'conflict.queue-default',
    });
  });
});
