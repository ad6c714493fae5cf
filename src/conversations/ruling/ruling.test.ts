import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import { makeQueue } from '../../organisation/queueing/queue-keeping.ts';
import { type Context, transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import { reactions } from '../../reactions.ts';
import { approve } from '../approving/approving.ts';
import { assign } from '../assigning.ts';
import { draftsOf } from '../composing/draft.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { letGo } from '../fixtures/time-passing.ts';
import { makeLabel } from '../labelling/labels.ts';
import { makeMacro } from '../macros/keeping.ts';
import { listNotifications } from '../notifying/notifications.ts';
import { moveToQueue } from '../routing/moving.ts';
import { takeNext } from '../routing/pulling.ts';
import { openThread } from '../thread.ts';
import { doOnce, runOnce } from './once.ts';
import type { Act, Rule } from './rule.ts';
import { publishRules } from './rules.ts';
import { lastRunsOf, ruledHere, tallies } from './runs.ts';
import { tryRules } from './trying.ts';

let polder: TestDatabase;
let people: People;
let label: string;
let macro: string;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  await makeQueue(people.ravi.context, 'Logistiek');
  label = await makeLabel(people.ravi.context, 'Bezorging', null);
  macro = await makeMacro(people.ravi.context, {
    name: 'Ontvangst',
    scope: 'all',
    words: { nl: 'Dag {{klant}}, we kijken ernaar. {{organisatie}}' },
    actions: {},
  });
});
beforeEach(async () => {
  await publishRules(people.ravi.context, []);
  await follow();
});
afterAll(() => polder?.close());

const rule = (more: Partial<Rule>): Rule => ({
  key: 'r1',
  name: 'Bezorging',
  on: 'heard',
  since: null,
  begun: null,
  joined: 'all',
  conditions: [],
  acts: [{ kind: 'label', label }],
  stop: false,
  active: true,
  ...more,
});
const words = (...values: string[]) => [{ field: 'words' as const, not: false, values }];
const publish = (...rules: Rule[]) => publishRules(people.ravi.context, rules);
const service = <T>(act: (ctx: Context) => Promise<T>) => transact(polder.context, 'service', act);
const here = ({ conversationId }: Talk) => service((ctx) => ruledHere(ctx, conversationId));

async function follow(): Promise<void> {
  const ruling = reactions.filter(({ name }) => name === 'follow-rules');
  await settled(polder.context);
  await followAll(polder.context, ruling, silentLog);
}

/** What was done tells again; until nothing follows any more. */
async function followToTheEnd(): Promise<void> {
  for (let round = 0; round < 20; round += 1) await follow();
}

async function standing({ conversationId }: Talk) {
  return service(async ({ database }) => {
    const found = await sql<Record<string, unknown>>`
      select q.key as queue, c.state, o.priority, array(select i.name from conversation_label l join inbox_label i
          on i.id = l.label_id where l.conversation_id = c.id and l.taken_at is null) as labels,
        (select count(*)::int from conversation_item i where i.conversation_id = c.id and i.kind = 'note') as notes,
        (select e.name from assignment a join employee e on e.id = a.employee_id
          where a.conversation_id = c.id and a.ended_at is null) as assignee
      from conversation c join queue q on q.id = c.queue_id left join conversation_open o on o.conversation_id = c.id
      where c.id = ${conversationId}`.execute(database);
    return found.rows[0] ?? {};
  });
}

describe('a rule', () => {
  test('tells a colleague to look, by its name, in the ways they chose; not who may not read it', async () => {
    const { joost, anneke } = people;
    await publish(
      rule({ key: 'look', acts: [{ kind: 'notify', employee: joost.employee.publicId }] }),
      rule({ key: 'look-too', acts: [{ kind: 'notify', employee: anneke.employee.publicId }] }),
    );
    const said = await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow();
    const { rows } = await listNotifications(joost.context, { unread: true });
    expect(rows.filter(({ conversation }) => conversation?.publicId === said.id)).toMatchObject([
      { kind: 'ruled', rule: 'Bezorging', by: null },
    ]);
    const outcomes = (await here(said)).flatMap(({ acts }) => acts.map(({ outcome }) => outcome));
    expect(outcomes.toSorted()).toEqual(['done', 'refused']);
  });

  test('does what it says when a message comes that fits, and the conversation says why', async () => {
    const acts: Act[] = [
      { kind: 'note', text: 'Kijk in het bezorgsysteem' },
      { kind: 'priority', priority: 1 },
      { kind: 'assign', employee: people.els.employee.publicId },
      { kind: 'queue', queue: 'logistiek' },
      { kind: 'label', label },
    ];
    const version = await publish(rule({ conditions: words('pakket'), acts }));
    const fitting = await talk(polder.context, 'Waar blijft mijn pakket?');
    const other = await talk(polder.context, 'Mijn rekening klopt niet');
    await follow();
    expect(await standing(fitting)).toEqual({
      ...{ queue: 'logistiek', state: 'new', priority: 1, labels: ['Bezorging'], notes: 1 },
      assignee: 'Els Bakker',
    });
    expect(await standing(other)).toMatchObject({ queue: 'general', labels: [], notes: 0 });
    expect(await here(fitting)).toMatchObject([
      {
        ...{ rule: 'Bezorging', version, by: 'event', held: null },
        because: [{ field: 'words', not: false, found: 'pakket' }],
        acts: ['label', 'priority', 'queue', 'assign', 'note'].map((kind) => ({ kind, outcome: 'done' })),
      },
    ]);
    expect(await lastRunsOf(people.ravi.context, 'r1')).toMatchObject([{ conversation: fitting.id }]);
    await expect(lastRunsOf(people.els.context, 'r1')).rejects.toMatchObject({ code: 'forbidden.action' });
  });

  test('holds once for one event, also when all events are read again', async () => {
    await publish(rule({ acts: [{ kind: 'note', text: 'gezien' }] }));
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow();
    await sql`update event_cursor set xid = '0', seq = 0 where reaction = 'follow-rules'`.execute(
      polder.context.database,
    );
    await follow();
    expect(await standing(asked)).toMatchObject({ notes: 1 });
    await talk(polder.context, 'Nog niets!', { author: asked.author, thread: asked.thread });
    await follow();
    expect(await standing(asked)).toMatchObject({ notes: 2 });
  });

  test('leaves nothing half done when the process dies before the end', async () => {
    await publish(rule({ acts: [{ kind: 'note', text: 'gezien' }] }));
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    await settled(polder.context);
    const [ruling] = reactions.filter(({ name }) => name === 'follow-rules');
    const dying = {
      ...ruling,
      name: 'follow-rules',
      verb: 'conversation.opened',
      purpose: 'service',
    } as const;
    const dead = service(async (ctx) => {
      await sql`select from event_cursor where reaction = 'follow-rules' for update`.execute(ctx.database);
      const found = await sql<never>`select seq, xid::text as xid, at, verb, subject_kind as "subjectKind",
        subject_id as "subjectId", data from event where subject_id = ${asked.conversationId} and verb = ${dying.verb}`.execute(
        ctx.database,
      );
      await ruling?.handleAll?.(ctx, found.rows);
      expect((await ruledHere(ctx, asked.conversationId)).length).toBe(1);
      throw new Error('died');
    });
    await expect(dead).rejects.toThrow('died');
    expect(await standing(asked)).toMatchObject({ notes: 0 });
    await follow();
    expect(await standing(asked)).toMatchObject({ notes: 1 });
  });

  test('whose one action fails does the others all the same, and shows it', async () => {
    const gone = await makeLabel(people.ravi.context, `Tijdelijk ${Date.now()}`, null);
    await publish(
      rule({
        acts: [
          { kind: 'label', label: gone },
          { kind: 'macro', macro, how: 'draft' },
          { kind: 'note', text: 'ging door' },
        ],
      }),
    );
    await sql`update inbox_label set retired_at = now() where public_id = ${gone}`.execute(
      polder.context.database,
    );
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow();
    expect((await here(asked))[0]?.acts).toEqual([
      { kind: 'label', outcome: 'refused', code: 'not-found.label' },
      { kind: 'note', outcome: 'done' },
      { kind: 'macro', outcome: 'refused', code: 'conflict.rule-nobody' },
    ]);
    expect((await tallies(people.ravi.context)).get('r1')?.wrong).toBeGreaterThan(0);
  });

  test('sees what the ones before it did, and after one that stops no other is looked at', async () => {
    const inQueue = [{ field: 'queue' as const, not: false, values: ['logistiek'] }];
    const move = rule({ acts: [{ kind: 'queue', queue: 'logistiek' }] });
    const noteThere = rule({
      key: 'r2',
      conditions: inQueue,
      acts: [{ kind: 'note', text: 'twee' }],
      stop: true,
    });
    const never = rule({ key: 'r3', acts: [{ kind: 'note', text: 'drie' }] });
    const off = rule({ key: 'r0', acts: [{ kind: 'close', reason: 'answered' }], active: false });
    await publish(off, move, noteThere, never);
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow();
    expect((await here(asked)).map(({ key }) => key)).toEqual(['r2', 'r1']);
    expect(await standing(asked)).toMatchObject({ queue: 'logistiek', notes: 1, state: 'new' });
  });

  test('that sets off another which sets it off again is held back, and everything comes to rest', async () => {
    const inQueue = (key: string) => [{ field: 'queue' as const, not: false, values: [key] }];
    await publish(
      rule({
        ...{ on: 'moved', conditions: inQueue('general') },
        acts: [{ kind: 'queue', queue: 'logistiek' }],
        stop: true,
      }),
      rule({
        ...{ key: 'r2', on: 'moved', conditions: inQueue('logistiek') },
        acts: [{ kind: 'queue', queue: 'general' }],
        stop: true,
      }),
    );
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    await moveToQueue(people.ravi.context, asked.id, { queue: 'logistiek', reason: 'hoort daar' });
    await followToTheEnd();
    const runs = await here(asked);
    expect(runs[0]?.held).toBe('depth');
    expect(runs.length).toBeLessThan(10);
  });
});

test('what happened before a rule was there is left alone', async () => {
  const before = await talk(polder.context, 'Waar blijft mijn pakket?');
  polder.turn.forward({ seconds: 5 });
  await publish(rule({}));
  const after = await talk(polder.context, 'En het mijne?');
  await follow();
  expect([(await here(before)).length, (await here(after)).length]).toEqual([0, 1]);
});

test('no rules cost one question; a hundred that do not fit cost no more than one', async () => {
  await follow();
  for (let n = 0; n < 10; n += 1) await talk(polder.context, 'Waar blijft mijn pakket?');
  await settled(polder.context);
  const [ruling] = reactions.filter(({ name }) => name === 'follow-rules');
  const events = await sql<never>`select seq, xid::text as xid, at, verb, subject_kind as "subjectKind",
    subject_id as "subjectId", data from event where verb = 'conversation.opened' order by seq desc limit 10`.execute(
    polder.context.database,
  );
  const cost = async () => {
    polder.statements();
    await service(async (ctx) => ruling?.handleAll?.(ctx, events.rows));
    return polder.statements().length;
  };
  expect(await cost()).toBe(1);
  const never = (n: number) => rule({ key: `r${n}`, conditions: words(`onzin${n}`) });
  await publish(never(1));
  const one = await cost();
  await publish(...Array.from({ length: 100 }, (_, n) => never(n)));
  expect(await cost()).toBe(one);
});

describe('a ready-made text of a rule', () => {
  test('waits for a second person, and leaves when that person says so', async () => {
    await publish(rule({ acts: [{ kind: 'macro', macro, how: 'approval' }] }));
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow();
    const found = await service(({ database }) =>
      sql<{ id: string; state: string; text: string; author: string }>`select public_id as id, state, text,
        author_name as author from reply where conversation_id = ${asked.conversationId}`.execute(database),
    );
    expect(found.rows).toMatchObject([
      {
        state: 'waiting',
        author: 'Bezorging',
        text: expect.stringContaining('Dag Fatima, we kijken ernaar.'),
      },
    ]);
    const { version } = await openThread(people.ravi.context, asked.id);
    await approve(people.ravi.context, found.rows[0]?.id ?? '', { version });
    await letGo(polder.context);
    expect(await asked.messages()).toHaveLength(2);
  });

  test('never leaves by itself where no pilot grants it, also when the rule asks for that', async () => {
    await publish(rule({ acts: [{ kind: 'macro', macro, how: 'send' }] }));
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    await follow();
    await letGo(polder.context);
    expect(await asked.messages()).toHaveLength(1);
    const grant = (scope: object) =>
      sql`insert into capability_grant (key, capabilities, scope, basis, granted_at)
        values (${`empower-${JSON.stringify(scope)}`}, '{inbox.empower}', ${JSON.stringify(scope)}::jsonb, 'pilot', now())`.execute(
        polder.context.database,
      );
    await grant({ approval: 'sample' });
    await grant({ approval: 'none', channels: ['x'] });
    const still = await talk(polder.context, 'En mijn pakket?');
    await follow();
    await letGo(polder.context);
    expect(await still.messages()).toHaveLength(1);
    await grant({ approval: 'none', channels: ['mail'] });
    const leaves = await talk(polder.context, 'En mijn pakket dan?');
    await follow();
    await letGo(polder.context);
    expect(await leaves.messages()).toHaveLength(2);
    await sql`update capability_grant set ended_at = now() where key like 'empower-%'`.execute(
      polder.context.database,
    );
  });

  test('lies as a draft before who has the conversation, and over nothing they wrote', async () => {
    await publish(rule({ on: 'assigned', acts: [{ kind: 'macro', macro, how: 'draft' }] }));
    const asked = await talk(polder.context, 'Waar blijft mijn pakket?');
    await assign(people.ravi.context, asked.id, people.els.employee.publicId);
    await follow();
    const { drafts } = await draftsOf(people.els.context, asked.conversationId);
    expect(drafts).toMatchObject([{ mode: 'private', text: expect.stringContaining('Dag Fatima') }]);
    await assign(people.ravi.context, asked.id, null);
    await assign(people.ravi.context, asked.id, people.els.employee.publicId);
    await follow();
    expect((await here(asked))[0]?.acts).toEqual([{ kind: 'macro', outcome: 'nothing' }]);
  });
});

describe('rules', () => {
  test('can be tried, and nothing happens then', async () => {
    const asked = await talk(polder.context, 'Waar blijft mijn fiets?');
    const trial = await tryRules(people.ravi.context, [
      rule({ conditions: words('fiets'), acts: [{ kind: 'close', reason: 'answered' }] }),
      rule({ key: 'r2', conditions: [{ field: 'state', not: false, values: ['done'] }] }),
    ]);
    expect(trial.rules.map(({ holds }) => holds)).toEqual([1, 1]);
    expect(trial.shown[0]).toMatchObject({ id: asked.id, would: [{ rule: 'r1' }, { rule: 'r2' }] });
    expect(await standing(asked)).toMatchObject({ state: 'new' });
    expect(await here(asked)).toEqual([]);
  });

  test('can be applied once to what lies there, twice asked for does not do it twice', async () => {
    const asked = await talk(polder.context, 'Waar blijft mijn tandem?');
    await publish(rule({ conditions: words('tandem'), acts: [{ kind: 'note', text: 'een keer' }] }));
    const { id } = await runOnce(people.ravi.context, 'r1', { queue: null });
    await doOnce(polder.context, id);
    await doOnce(polder.context, id);
    await sql`update ruling_once_asked set done_at = null where public_id = ${id}`.execute(
      polder.context.database,
    );
    await doOnce(polder.context, id);
    expect(await standing(asked)).toMatchObject({ notes: 1 });
    await expect(runOnce(people.els.context, 'r1', { queue: null })).rejects.toMatchObject({
      code: 'forbidden.action',
    });
  });

  test('that name what is not there, or do nothing, are refused; so is one made from an older version', async () => {
    for (const wrong of [
      rule({ name: ' ' }),
      rule({ acts: [] }),
      rule({ acts: [{ kind: 'queue', queue: 'nergens' }] }),
      rule({ acts: [{ kind: 'macro', macro: 'ma_nobody', how: 'draft' }] }),
      rule({ on: 'passed' }),
      rule({ conditions: [{ field: 'urgency', not: false, values: ['veel'] }] }),
    ])
      await expect(publish(wrong)).rejects.toMatchObject({ code: 'invalid.rules' });
    const first = await publish(rule({}));
    await publish(rule({ name: 'Anders' }));
    await expect(publishRules(people.ravi.context, [rule({})], first)).rejects.toMatchObject({
      code: 'conflict.rules-version',
    });
    await expect(publishRules(people.els.context, [])).rejects.toMatchObject({ code: 'forbidden.action' });
  });

  test('give priority, which comes before what fell due first', async () => {
    await sql`update conversation_open set priority = 0, state = 'waiting'`.execute(polder.context.database);
    await talk(polder.context, 'Eerst gekomen');
    const second = await talk(polder.context, 'Ik heb haast met mijn step');
    await publish(rule({ conditions: words('step'), acts: [{ kind: 'priority', priority: 1 }] }));
    await runOnce(people.ravi.context, 'r1', { conversations: [second.id] }).then(({ id }) =>
      doOnce(polder.context, id),
    );
    expect(await takeNext(people.els.context)).toBe(second.id);
  });
});
