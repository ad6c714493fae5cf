import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import { officeHours } from '../../organisation/calendar.ts';
import { planHours } from '../../organisation/opening/planning.ts';
import { makeQueue } from '../../organisation/queueing/queue-keeping.ts';
import { transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import { reactions } from '../../reactions.ts';
import { answer } from '../answering.ts';
import { close } from '../closing.ts';
import { type Talk, talk } from '../fixtures/talk.ts';
import { moveToQueue } from '../routing/moving.ts';
import { anything } from '../routing/rule.ts';
import { dueAnew } from './falling-due.ts';
import type { Norm } from './norm.ts';
import { publishNorms } from './norms.ts';

let polder: TestDatabase;
let people: People;

/** Tuesday, eleven in the morning in Amsterdam; every talk began a minute before. */
beforeAll(async () => {
  polder = await testDatabase();
  people = await hirePeople(polder.context);
  await makeQueue(people.ravi.context, 'Spoed');
});
afterAll(() => polder?.close());

const norm = (more: Partial<Norm>): Norm => ({
  ...{ key: 'n1', name: 'Gewoon', queues: [], conditions: anything, clock: 'hours' },
  ...{ first: 3600, next: 7200, resolution: null },
  ...more,
});

async function follow(): Promise<void> {
  await settled(polder.context);
  await followAll(
    polder.context,
    reactions.filter(({ name }) => name.startsWith('keep-due')),
    silentLog,
  );
}

async function rowOf({ conversationId }: Talk) {
  return transact(polder.context, 'service', async ({ database }) => {
    const found = await sql<{ due: Date | null; kind: string | null; norm: string | null }>`
      select due_at as due, due_kind as kind, norm from conversation_open where conversation_id = ${conversationId}`.execute(
      database,
    );
    const [row] = found.rows;
    return row && { ...row, due: row.due?.toISOString().slice(0, 16) ?? null };
  });
}

async function intervals({ conversationId }: Talk) {
  return transact(polder.context, 'service', async ({ database }) => {
    const found = await sql<{ clock: string; due: string | null; norm: string | null; hours: string | null }>`
      select clock, to_char(due_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') as due, norm, hours_seconds as hours
      from response_interval where conversation_id = ${conversationId} order by opened_at, id`.execute(
      database,
    );
    return found.rows;
  });
}

describe('a norm', () => {
  test('is kept by administrators, promises something, and names queues that are there', async () => {
    await expect(publishNorms(people.els.context, [])).rejects.toMatchObject({ code: 'forbidden.action' });
    for (const wrong of [{ name: '' }, { first: null, next: null }, { queues: ['nergens'] }, { first: 0 }])
      await expect(publishNorms(people.ravi.context, [norm(wrong)])).rejects.toMatchObject({
        code: 'invalid.norms',
      });
  });

  test('puts on the row when the first answer falls due, in opening hours, and takes it away with the answer', async () => {
    await publishNorms(people.ravi.context, [norm({})]);
    const said = await talk(polder.context, 'Waar blijft mijn factuur?');
    expect(await rowOf(said)).toEqual({ due: null, kind: null, norm: null });
    await follow();
    expect(await rowOf(said)).toEqual({ due: '2026-11-24T10:59', kind: 'first', norm: 'Gewoon' });
    polder.turn.forward({ minutes: 10 });
    await answer(people.els.context, said.id, { text: 'Die komt vandaag.' });
    await follow();
    expect(await rowOf(said)).toMatchObject({ due: null, kind: null });
    expect(await intervals(said)).toEqual([
      { clock: 'first', due: '2026-11-24T10:59', norm: 'Gewoon', hours: '660' },
    ]);
    polder.turn.forward({ minutes: 1 });
    await talk(polder.context, 'Die is er nog niet.', { author: said.author, thread: said.thread });
    await follow();
    expect(await rowOf(said)).toMatchObject({ due: '2026-11-24T12:10', kind: 'next' });
  });

  test('goes by queue, topic and the clock that it says; the first that fits holds', async () => {
    await publishNorms(people.ravi.context, [
      norm({ key: 'n0', name: 'Spoed', queues: ['spoed'], clock: 'clock', first: 900 }),
      norm({ name: 'Brieven', conditions: { ...anything, channels: ['post'] } }),
      norm({ key: 'n2', name: 'Rest', first: 8 * 3600 }),
    ]);
    const said = await talk(polder.context, 'Er komt water uit de meterkast!');
    await follow();
    // Eight hours on from eleven in the morning are the next day, an hour after ten.
    expect(await rowOf(said)).toMatchObject({ norm: 'Rest', due: '2026-11-25T10:10' });
    await moveToQueue(people.els.context, said.id, { queue: 'spoed', reason: 'Water.' });
    await follow();
    expect(await rowOf(said)).toMatchObject({ norm: 'Spoed', due: '2026-11-24T10:25' });
  });

  test('of the whole is frozen when it is closed, on the clock and in hours', async () => {
    await publishNorms(people.ravi.context, [norm({ first: null, next: null, resolution: 4 * 3600 })]);
    const said = await talk(polder.context, 'Mag het een dag later?');
    await follow();
    expect(await rowOf(said)).toMatchObject({ kind: 'resolution', due: '2026-11-24T14:10' });
    polder.turn.forward({ hours: 24 });
    await answer(people.els.context, said.id, { text: 'Dat mag.' });
    await close(people.els.context, said.id, 'answered');
    await follow();
    const frozen = await transact(polder.context, 'service', ({ database }) =>
      sql<
        Record<string, unknown>
      >`select clock_seconds, hours_seconds, norm, calendar_version_id is not null as version,
        due_at < closed_at as late from closure where conversation_id = ${said.conversationId}`.execute(
        database,
      ),
    );
    // Seven minutes to five to the next day at twelve minutes past eleven: a day on the clock, eight hours open.
    expect(frozen.rows).toEqual([
      { clock_seconds: '86460', hours_seconds: '28860', norm: 'Gewoon', version: true, late: true },
    ]);
  });

  test('changes what waits when norms or hours change, and nothing that was answered', async () => {
    await publishNorms(people.ravi.context, [norm({ name: 'Oud' })]);
    const [answered, waits] = [
      await talk(polder.context, 'Is dit de eerste vraag?'),
      await talk(polder.context, 'Is dit de tweede vraag?'),
    ];
    await follow();
    await answer(people.els.context, answered.id, { text: 'Ja.' });
    const before = await intervals(answered);
    expect(before).toMatchObject([{ norm: 'Oud' }]);
    await publishNorms(people.ravi.context, [norm({ name: 'Nieuw', first: 4 * 3600 })]);
    await dueAnew(polder.context);
    expect(await rowOf(waits)).toMatchObject({ norm: 'Nieuw', due: '2026-11-25T14:10' });
    // From tomorrow on we close at noon; what falls due today does not move, what falls due tomorrow does.
    const short = { ...officeHours('Europe/Amsterdam') };
    const noon = { ...short, intervals: short.intervals.map((one) => ({ ...one, to: '12:00' })) };
    await planHours(people.ravi.context, 'default', { hours: noon, from: '2026-11-26' });
    await publishNorms(people.ravi.context, [norm({ name: 'Nieuw', first: 8 * 3600 })]);
    await dueAnew(polder.context);
    expect(await rowOf(waits)).toMatchObject({ due: '2026-11-26T10:10' });
    await follow();
    expect(await intervals(answered)).toEqual(before);
  });

  test('costs hearing nothing, and the same few statements for one as for many', async () => {
    await follow();
    polder.statements();
    await talk(polder.context, 'Eerste?');
    expect(polder.statements().filter((one) => /norm_version|routing/.test(one))).toEqual([]);
    await settled(polder.context);
    const counted = async () => {
      polder.statements();
      await follow();
      return polder.statements().length;
    };
    await counted();
    for (let n = 0; n < 6; n += 1) await talk(polder.context, `Vraag ${n}?`);
    expect(await counted()).toBeLessThanOrEqual(60);
  });
});
