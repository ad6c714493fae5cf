import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { isOpenAt } from '../../organisation/calendar.ts';
import { queueCalendars } from '../../organisation/calendars.ts';
import { followCalendar } from '../../organisation/opening/following.ts';
import type { Context } from '../../platform/context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { plannedWebcare, runningWebcare, webcarePhases } from '../fixtures/webcare-pilot.ts';
import { grantFirst, onAmong, runningGrants } from '../granting.ts';
import { changeLoad } from '../portfolio/change-load.ts';
import { stepsOf } from '../portfolio/history.ts';
import { start } from './beginning.ts';
import { askDecision, extend, keep, stop } from './deciding.ts';
import { listLessons } from './lessons.ts';
import { getPilot } from './pilot.ts';
import { change, scale } from './scaling.ts';
import { type PilotNotice, watchPilots } from './watching.ts';

let database: TestDatabase;
let ctx: Context;
let people: People;
const who = () => ({
  owner: people.els.employee.id,
  sponsor: people.anneke.employee.id,
  department: people.departmentId,
});

beforeAll(async () => {
  database = await testDatabase();
  people = await hirePeople(database.context);
  ctx = people.ravi.context;
});
afterAll(() => database?.close());

// Tuesday, in office hours; as a fresh installation has it.
beforeEach(async () => {
  database.turn.turnTo('2026-11-24T10:00:00Z');
  await withAdmin(database.ownerUrl, (owner) => owner.query('truncate pilot, capability_grant cascade'));
  await grantFirst(database.context);
  const quiet = { ...ctx, emit: async () => {} };
  await followCalendar(quiet, { from: 'evenings', to: 'default' });
});

async function refused(act: Promise<unknown>): Promise<string> {
  try {
    await act;
    return 'nothing';
  } catch (error) {
    if (isRefusal(error)) return error.code;
    throw error;
  }
}

const answering = async (at: string, channel = 'x') => {
  database.turn.turnTo(at);
  return (await onAmong(ctx, ['inbox.webcare'], { channel })).has('inbox.webcare');
};
const [tuesday, evening, saturday] = ['2026-11-24T10:00:00Z', '2026-11-24T19:00:00Z', '2026-11-28T12:00:00Z'];

describe('a pilot that runs', () => {
  test('switches on within its scope, and takes the place of what was on without a plan', async () => {
    const id = await runningWebcare(ctx, who());
    expect(await answering(tuesday)).toBe(true);
    expect(await answering(tuesday, 'mail')).toBe(false);
    expect(await answering(evening)).toBe(false);
    const grants = (await runningGrants(ctx)).filter((one) => one.capabilities.includes('inbox.webcare'));
    expect(grants.map(({ key, basis }) => [key, basis])).toEqual([[id, 'pilot']]);
  });

  test('grows by one act: the scope, the hours of the queues, and what is open from then on', async () => {
    const id = await runningWebcare(ctx, who());
    await askDecision(ctx, id, null);
    const before = await queueCalendars(ctx);
    await scale(people.anneke.context, id, { why: 'Het doel is gehaald' });
    expect(await answering(evening)).toBe(true);
    expect(await answering(saturday)).toBe(false);
    const at = Temporal.Instant.from(evening).epochMilliseconds / 1000;
    const isOpen = (all: typeof before) => all.every(({ version }) => isOpenAt(version.calendar, at));
    expect([isOpen(before), isOpen(await queueCalendars(ctx))]).toEqual([false, true]);
    expect(await getPilot(ctx, id)).toMatchObject({ state: 'running', phase: 2, extended: false });
  });

  test('goes off when it is stopped, and leaves a lesson; kept, it stays on without an end', async () => {
    const stopped = await runningWebcare(ctx, who());
    await askDecision(ctx, stopped, null);
    const why = 'Te weinig mensen';
    expect(await refused(stop(ctx, stopped, { why, learned: '', otherwise: '' }))).toBe('invalid.lesson');
    expect(await answering(tuesday)).toBe(true);
    await stop(ctx, stopped, { why, learned: 'Begin met één kanaal.', otherwise: '' });
    expect(await answering(tuesday)).toBe(false);
    expect((await listLessons(ctx, { search: 'één kanaal' })).map(({ pilot }) => pilot.publicId)).toContain(
      stopped,
    );
    const kept = await runningWebcare(ctx, who());
    await askDecision(ctx, kept, null);
    await keep(ctx, kept, 'Werkt goed');
    expect(await answering(tuesday)).toBe(true);
    expect((await getPilot(ctx, kept)).endsOn).toBeNull();
  });

  test('is changed, not scaled, when the new scope is not wider', async () => {
    const id = await runningWebcare(ctx, who());
    const [one, two] = await webcarePhases(ctx);
    const scope = { ...one?.scope, channels: ['mail'] };
    expect(await refused(change(ctx, id, { scope: two?.scope ?? {}, why: 'x' }))).toBe('conflict.is-scaling');
    expect(await refused(change(ctx, id, { scope: one?.scope ?? {}, why: 'x' }))).toBe('conflict.no-change');
    await change(ctx, id, { scope, why: 'X valt weg' });
    expect(await answering(tuesday, 'mail')).toBe(true);
    expect(await answering(tuesday)).toBe(false);
    await askDecision(ctx, id, null);
    expect(await refused(scale(ctx, id, { why: 'x' }))).toBe('conflict.not-wider');
    expect(await getPilot(ctx, id)).toMatchObject({ state: 'deciding', phase: 1 });
  });

  test('is extended once, by half of its time at most', async () => {
    const id = await runningWebcare(ctx, who());
    await askDecision(ctx, id, null);
    expect(await refused(extend(ctx, id, { days: 31, why: 'x' }))).toBe('invalid.extension');
    await extend(ctx, id, { days: 30, why: 'Nog niet zeker' });
    expect((await getPilot(ctx, id)).endsOn).toBe('2026-12-24');
    await askDecision(ctx, id, null);
    expect(await refused(extend(ctx, id, { days: 5, why: 'x' }))).toBe('conflict.pilot-state');
  });
});

describe('starting', () => {
  test('is refused with all that is missing, and nothing is on then', async () => {
    const id = await plannedWebcare(ctx, who(), (plan) => ({
      ...plan,
      baseline: null,
      phases: [plan.phases[0], plan.phases[0], null],
    }));
    const error = await start(ctx, id).catch((error) => error);
    expect(error).toMatchObject({
      code: 'conflict.pilot-not-ready',
      details: { missing: ['baseline', 'phase-3', 'phase-2-not-wider'] },
    });
    expect(await runningGrants(ctx)).not.toContainEqual(expect.objectContaining({ key: id }));
  });

  test('waits for the next quarter after two widenings of a department, unless somebody says why', async () => {
    const [one, two, three] = [
      await plannedWebcare(ctx, who(), (plan) => ({ ...plan, capabilities: ['ambassadors'] })),
      await plannedWebcare(ctx, who(), (plan) => ({ ...plan, capabilities: ['network.graph'] })),
      await plannedWebcare(ctx, who(), (plan) => ({ ...plan, capabilities: ['crisis.room'] })),
    ];
    await start(ctx, one);
    await start(ctx, two);
    const load = async () =>
      (await changeLoad(ctx)).find(({ departmentId }) => departmentId === people.departmentId)?.widenings;
    const before = await load();
    expect(await refused(start(ctx, three))).toBe('conflict.change-load');
    expect(await load()).toBe(before);
    await start(ctx, three, { overrule: 'Morgen verhuizen wij toch al' });
    expect((await getPilot(ctx, three)).state).toBe('running');
  });

  test('and deciding is for whoever arranges pilots, the owner, or the sponsor', async () => {
    const id = await plannedWebcare(ctx, who());
    expect(await refused(start(people.joost.context, id))).toBe('forbidden.action');
    await start(people.els.context, id, { overrule: 'eigenaar, binnen de proef' });
    await askDecision(people.els.context, id, null);
    expect(await refused(keep(people.els.context, id, 'x'))).toBe('forbidden.action');
    expect(await refused(keep(people.joost.context, id, 'x'))).toBe('forbidden.action');
    await keep(people.anneke.context, id, 'Werkt');
    expect((await stepsOf(ctx, id === '' ? '' : (await getPilot(ctx, id)).id)).map(({ act }) => act)).toEqual(
      [...(['keep', 'ask', 'start', 'plan', 'fit', 'propose'] as const)],
    );
  });
});

describe('the end', () => {
  test('is told a week before, asked for on the day, and asked again every week, while all stays on', async () => {
    const id = await runningWebcare(ctx, who());
    const told: PilotNotice[] = [];
    const watch = async (day: string) => {
      database.turn.turnTo(`${day}T06:00:00Z`);
      told.length = 0;
      await watchPilots(database.context, async (_, notice) => void told.push(notice));
      await watchPilots(database.context, async (_, notice) => void told.push(notice));
      return told.filter(({ publicId }) => publicId === id).map(({ kind }) => kind);
    };
    const { endsOn } = await getPilot(ctx, id);
    expect(endsOn).toBe('2027-01-23');
    expect(await watch('2027-01-15')).toEqual([]);
    expect(await watch('2027-01-16')).toEqual(['ends-soon']);
    expect(told[0]?.employeeIds.toSorted()).toEqual([who().owner, who().sponsor].toSorted());
    expect((await getPilot(ctx, id)).state).toBe('running');
    expect(await watch('2027-01-23')).toEqual(['decide']);
    expect((await getPilot(ctx, id)).state).toBe('deciding');
    expect(await watch('2027-01-29')).toEqual([]);
    expect(await watch('2027-01-31')).toEqual(['still-deciding']);
    expect(await answering('2027-02-02T10:00:00Z')).toBe(true);
    await keep(people.anneke.context, id, 'Besloten');
    expect(await watch('2027-03-01')).toEqual([]);
  });
});
