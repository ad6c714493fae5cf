import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { noteCost } from '../../pilots/benefit/figures.ts';
import type { Capability } from '../../pilots/capability.ts';
import { plannedWebcare } from '../../pilots/fixtures/webcare-pilot.ts';
import { switchOn } from '../../pilots/granting.ts';
import { start } from '../../pilots/living/beginning.ts';
import { answeringClosed } from '../../pilots/promises.ts';
import type { Scope } from '../../pilots/scope.ts';
import { send } from '../composing/sending.ts';
import { talk } from '../fixtures/talk.ts';

let polder: TestDatabase;
let people: People;

beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
});
afterAll(() => polder?.close());
// Tuesday, in office hours.
beforeEach(async () => {
  polder.turn.turnTo('2026-11-24T10:00:00Z');
  await anew();
});

/** Nothing is on but listening. */
async function anew(): Promise<void> {
  await sql`update capability_grant set ended_at = now() where ended_at is null`.execute(
    polder.context.database,
  );
  const listening = {
    capabilities: ['listen.sources', 'listen.classify'],
    scope: {},
    pilotId: null,
  } as const;
  await switchOn(polder.context, { key: 'listening', ...listening });
}

const els = () => people.els.context;
const joost = () => people.joost.context;
let pilots = 0;

/** A pilot that runs with this scope, for these capabilities. */
async function piloted(scope: Scope, capabilities: Capability[] = ['inbox.webcare']): Promise<string> {
  const id = await plannedWebcare(people.ravi.context, {
    owner: people.els.employee.id,
    sponsor: people.anneke.employee.id,
    department: people.departmentId,
  });
  const found = await sql<{ id: string }>`
    update pilot set state = 'running', phase = 1, scope = ${JSON.stringify(scope)}::jsonb where public_id = ${id}
    returning id`.execute(polder.context.database);
  pilots += 1;
  await switchOn(polder.context, { key: id, capabilities, scope, pilotId: found.rows[0]?.id ?? '' });
  return id;
}

/** Somebody asks, and a colleague answers: how the answer stands. */
async function answered(ctx = els()): Promise<string> {
  const { id } = await talk(polder.context, `Waarom is mijn rekening zo hoog? (${pilots})`);
  return (await send(ctx, id, { text: 'Wij kijken het na.' })).state;
}

const warnings = async () => {
  const found = await sql<{ verb: string; what: string }>`
    select verb, data ->> 'what' as what from event where verb in ('pilot.nearly-used', 'pilot.used-up')
      and subject_id = (select max(id) from pilot) order by seq`.execute(polder.context.database);
  return found.rows.map(({ verb, what }) => `${verb} ${what}`);
};

describe('approval, as the pilot says', () => {
  test('always: every answer waits for a second person', async () => {
    await piloted({ approval: 'always' });
    expect(await answered()).toBe('waiting');
  });

  test('none, and no word of it: no answer waits', async () => {
    await piloted({ approval: 'none' });
    expect(await answered()).toBe('held');
    await anew();
    await piloted({});
    expect(await answered()).toBe('held');
  });

  test('a sample: some wait, and the same one waits again', async () => {
    await piloted({ approval: 'sample' });
    const states = [];
    for (let i = 0; i < 30; i++) states.push(await answered());
    expect(new Set(states)).toEqual(new Set(['held', 'waiting']));
    expect(states.filter((state) => state === 'waiting').length).toBeLessThan(15);
  });

  test('of the pilot that says who may answer by themselves goes first, and only for whom it covers', async () => {
    await piloted({ approval: 'always' });
    await piloted({ people: [people.els.employee.id], approval: 'none' }, ['inbox.empower']);
    expect(await answered()).toBe('held');
    expect(await answered(joost())).toBe('waiting');
  });

  test('does not concern what was on without a pilot', async () => {
    await switchOn(polder.context, {
      ...{ key: 'empower', capabilities: ['inbox.empower'], scope: { approval: 'always' }, pilotId: null },
    });
    await piloted({});
    expect(await answered()).toBe('held');
  });
});

describe('a cap', () => {
  test('lets through as many as it says; then answering is off until the next day', async () => {
    await piloted({ volumeCap: { count: 2, per: 'day' } });
    expect([await answered(), await answered()]).toEqual(['held', 'held']);
    await expect(answered()).rejects.toMatchObject({ code: 'forbidden.capability' });
    const closed = await answeringClosed(els(), 'x');
    expect(closed?.opensAt?.toString()).toBe('2026-11-24T23:00:00Z');
    polder.turn.turnTo('2026-11-25T10:00:00Z');
    expect(await answeringClosed(els(), 'x')).toBeUndefined();
    expect(await answered()).toBe('held');
  });

  test('of a week begins anew on Monday, of a month on the first', async () => {
    await piloted({ volumeCap: { count: 1, per: 'week' } });
    await answered();
    expect((await answeringClosed(els(), 'x'))?.opensAt?.toString()).toBe('2026-11-29T23:00:00Z');
    await anew();
    await piloted({ volumeCap: { count: 1, per: 'month' } });
    await answered();
    expect((await answeringClosed(els(), 'x'))?.opensAt?.toString()).toBe('2026-11-30T23:00:00Z');
  });

  test('warns once when most of it is used, and once when all is', async () => {
    await piloted({ volumeCap: { count: 5, per: 'day' } });
    for (let i = 0; i < 3; i++) await answered();
    expect(await warnings()).toEqual([]);
    await answered();
    expect(await warnings()).toEqual(['pilot.nearly-used day']);
    await answered();
    expect(await warnings()).toEqual(['pilot.nearly-used day', 'pilot.used-up day']);
  });

  test('is not used up by what another pilot without one covers', async () => {
    await piloted({ volumeCap: { count: 1, per: 'day' } });
    await piloted({ people: [people.els.employee.id] });
    expect([await answered(), await answered()]).toEqual(['held', 'held']);
    expect(await answered(joost())).toBe('held');
    await expect(answered(joost())).rejects.toMatchObject({ code: 'forbidden.capability' });
  });

  test('is not passed by two who send at the same moment', async () => {
    await piloted({ volumeCap: { count: 1, per: 'day' } });
    const both = await Promise.allSettled([answered(), answered(joost())]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
  });

  test('does not count what was refused for another reason', async () => {
    await piloted({ volumeCap: { count: 1, per: 'day' } });
    const { id } = await talk(polder.context, 'Waar blijft mijn monteur?');
    await expect(send(els(), id, { text: 'Morgen.', version: 99 })).rejects.toMatchObject({
      code: 'conflict.version',
    });
    expect(await answered()).toBe('held');
  });
});

describe('a budget', () => {
  const cost = (kind: 'hours' | 'tools', euros: number) =>
    ({ kind, euros, spentOn: '2026-11-24', what: 'gewerkt' }) as const;

  test('in euros: when it is spent it is off, and its owner was warned', async () => {
    const id = await piloted({ budget: { eur: 1000 } });
    await noteCost(people.ravi.context, id, cost('tools', 850));
    expect(await warnings()).toEqual(['pilot.nearly-used eur']);
    expect(await answered()).toBe('held');
    await noteCost(people.ravi.context, id, cost('tools', 150));
    expect(await warnings()).toEqual(['pilot.nearly-used eur', 'pilot.used-up eur']);
    await expect(answered()).rejects.toMatchObject({ code: 'forbidden.capability' });
    expect(await answeringClosed(els(), 'x')).toEqual({ opensAt: null });
  });

  test('in hours, by the rate of the plan', async () => {
    const id = await piloted({ budget: { hours: 10 } });
    await noteCost(people.ravi.context, id, cost('hours', 45 * 9));
    expect(await answered()).toBe('held');
    await noteCost(people.ravi.context, id, cost('hours', 45));
    await expect(answered()).rejects.toMatchObject({ code: 'forbidden.capability' });
  });
});

test('a pilot may start with both, and says so in what it keeps', async () => {
  const id = await plannedWebcare(
    people.ravi.context,
    { owner: people.els.employee.id, sponsor: people.anneke.employee.id, department: people.departmentId },
    (plan) => ({
      ...plan,
      phases: [
        plan.phases[0] && {
          ...plan.phases[0],
          scope: { ...plan.phases[0].scope, volumeCap: { count: 20, per: 'day' }, budget: { eur: 500 } },
        },
        plan.phases[1],
        plan.phases[2],
      ] as typeof plan.phases,
    }),
  );
  const started = await start(people.ravi.context, id);
  expect(started.scope).toMatchObject({ volumeCap: { count: 20, per: 'day' }, budget: { eur: 500 } });
});
