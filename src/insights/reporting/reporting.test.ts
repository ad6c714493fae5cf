import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople, type People } from '../../../test/people.ts';
import { settled } from '../../../test/settled.ts';
import { answer } from '../../conversations/answering.ts';
import { close, reopen } from '../../conversations/closing.ts';
import { type Talk, talk } from '../../conversations/fixtures/talk.ts';
import { moveToQueue } from '../../conversations/routing/moving.ts';
import { departmentNamed } from '../../organisation/departments.ts';
import { makeQueue } from '../../organisation/queueing/queue-keeping.ts';
import { recordAgreement } from '../../organisation/works-council.ts';
import { transact } from '../../platform/context.ts';
import { followAll } from '../../platform/following.ts';
import { silentLog } from '../../platform/log.ts';
import { reactions } from '../../reactions.ts';
import { rebuild } from '../rebuilding.ts';
import { countReports } from './counting.ts';
import { figureCodes } from './figures.ts';
import { keptCounted } from './keeping.ts';
import { readReport } from './report.ts';
import { keepReports } from './rolling.ts';
import { allBehind, isRowsCode } from './rows.ts';

let polder: TestDatabase;
let people: People;
let talks: Talk[];

/** Settles what happened and brings the reports up to date, as the worker does. */
async function upToDate(): Promise<void> {
  await settled(polder.context);
  await followAll(
    polder.context,
    reactions.filter(({ name }) => ['keep-due', 'route-opened'].includes(name)),
    silentLog,
  );
  await settled(polder.context);
  await keepReports(polder.context);
}

/** Monday 26 October 2026 at eight in the evening in Amsterdam: we are closed. */
beforeAll(async () => {
  polder = await testDatabase({ at: '2026-10-26T19:00:00Z' });
  people = await hirePeople(polder.context);
  const { id } = await departmentNamed(polder.context, 'Facturen');
  await makeQueue(people.ravi.context, 'Facturen');
  await sql`update queue set department_id = ${id} where key = 'facturen'`.execute(polder.context.database);
  const say = (text: string) => talk(polder.context, text);
  talks = [await say('Waar blijft mijn factuur?'), await say('Klopt mijn meterstand?')];
  polder.turn.forward({ hours: 14 });
  talks.push(await say('Kan ik verhuizen met mijn contract?'), await say('Wat kost een slimme meter?'));
  polder.turn.forward({ minutes: 30 });
  await answer(people.els.context, talks[2]?.id ?? '', { text: 'Dat kan.' });
  await close(people.els.context, talks[2]?.id ?? '', 'answered');
  polder.turn.forward({ hours: 2 });
  await answer(people.joost.context, talks[0]?.id ?? '', { text: 'Die komt morgen.' });
  await close(people.els.context, talks[3]?.id ?? '', 'no_answer_needed');
  await upToDate();
  polder.turn.forward({ hours: 24 * 10 });
  await upToDate();
}, 60_000);
afterAll(() => polder?.close());

const period = { from: '2026-10-20', to: '2026-10-31' };

async function figure(code: string, asked: Parameters<typeof readReport>[1] = period) {
  const { figures } = await readReport(people.anneke.context, asked);
  return figures.find((one) => one.code === code);
}

describe('a report', () => {
  test('counts what was asked, answered and closed, with n and interval', async () => {
    expect(await figure('ASKED')).toMatchObject({ value: 3, unit: 'count' });
    expect(await figure('RR')).toMatchObject({ k: 2, n: 3, low: expect.closeTo(0.208, 2) });
    expect(await figure('SL60')).toMatchObject({ k: 1, n: 1 });
    expect(await figure('FRT')).toMatchObject({ n: 2 });
    expect(await figure('STARTED')).toMatchObject({ value: 4 });
    expect(await figure('CLOSED')).toMatchObject({ value: 2 });
    expect(await figure('TTR_CLOCK')).toMatchObject({ n: 2 });
    const clock = await figure('FRT_CLOCK');
    // Half an hour and a minute, and sixteen and a half hours: the middle of two is half of both.
    expect(clock?.value).toBeGreaterThan(30_000);
    expect(clock?.value).toBeLessThan(32_000);
  });

  test('says what was asked while we were closed, as the case for a next step', async () => {
    const { demand, week, open } = await readReport(people.anneke.context, period);
    expect(demand).toMatchObject({ asked: 2, all: 3, most: 'evening' });
    expect(demand.unanswered).toMatchObject({ k: 1, n: 2 });
    expect(demand.waited).toMatchObject({ k: 2, n: 2 });
    expect(week.map(({ weekday, hour }) => [weekday, hour])).toContainEqual([1, 19]);
    expect(open.slice(8, 18)).toEqual([0, 1, 1, 1, 1, 1, 1, 1, 1, 0]);
  });

  test('opens every number: as many rows as it says, and as many that count', async () => {
    const { figures } = await readReport(people.ravi.context, period);
    for (const { code, unit, n, k } of figures) {
      const rows = [];
      for await (const page of allBehind(people.ravi.context, { report: period, code })) rows.push(...page);
      expect([code, rows.length]).toEqual([code, n]);
      if (unit === 'share') expect([code, rows.filter(({ counts }) => counts).length]).toEqual([code, k]);
    }
    expect(figureCodes.every(isRowsCode)).toBe(true);
  });

  test('shows the rows without person and words to whoever may not read them', async () => {
    const seen = async (who: keyof Pick<People, 'ravi' | 'anneke'>) => {
      for await (const page of allBehind(people[who].context, { report: period, code: 'ASKED' }))
        return page.map(({ conversation }) => conversation !== null);
      return [];
    };
    expect(await seen('ravi')).toEqual([true, true, true]);
    expect(await seen('anneke')).toEqual([false, false, false]);
  });

  test('stays within the departments of whoever reads, in figures and in rows', async () => {
    // What was answered stays with the queue that answered it; what waits goes along.
    await moveToQueue(people.ravi.context, talks[1]?.id ?? '', { queue: 'facturen', reason: 'Een factuur.' });
    await upToDate();
    expect(await figure('RR')).toMatchObject({ k: 2, n: 3 });
    const of = async (context: People['els']['context']) => {
      const { figures, groups } = await readReport(context, period);
      const rows = [];
      for await (const page of allBehind(context, { report: period, code: 'RR' })) rows.push(...page);
      return [figures[0]?.n, rows.length, groups.queue.length];
    };
    expect(await of(people.anneke.context)).toEqual([3, 3, 2]);
    expect(await of(people.els.context)).toEqual([2, 2, 1]);
    await expect(readReport(people.els.context, { ...period, queue: 'facturen' })).rejects.toMatchObject({
      code: 'not-found.queue',
    });
    expect(await figure('RR', { ...period, department: 'facturen' })).toMatchObject({ k: 0, n: 1 });
  });

  test('takes a coming back within a week as the same case, from its first message on', async () => {
    const back = talks[2]?.id ?? '';
    const before = await figure('TTR_CLOCK', { from: '2026-10-20', to: '2026-11-20' });
    await reopen(people.els.context, back);
    await close(people.els.context, back, 'answered');
    await reopen(people.els.context, back);
    polder.turn.forward({ hours: 24 });
    await close(people.els.context, back, 'answered');
    await upToDate();
    // The first closing lasted more than a week; of the two others the last counts, and lasted from the first on.
    const after = await figure('TTR_CLOCK', { from: '2026-10-20', to: '2026-11-20' });
    expect([before?.n, after?.n]).toEqual([2, 2]);
  });

  test('refuses a period that is none, and one longer than a year', async () => {
    for (const wrong of [
      { from: '2026-11-02', to: '2026-11-01' },
      { from: '2026-02-30' },
      { from: '2024-01-01', to: '2026-01-01' },
      { to: 'gisteren' },
    ])
      await expect(readReport(people.anneke.context, wrong)).rejects.toMatchObject({
        code: 'invalid.period',
      });
  });

  test('names a colleague only when the works council agreed, and then to who steers and to themselves', async () => {
    expect((await readReport(people.anneke.context, period)).colleagues).toBeNull();
    await recordAgreement(people.ravi.context, { agreedOn: '2026-10-01', reference: 'OR 2026-14' });
    const { database } = polder.context;
    await sql`update report_day set counted_at = counted_at - interval '2 days'`.execute(database);
    await upToDate();
    const named = async (context: People['els']['context']) =>
      (await readReport(context, period)).colleagues?.map(({ name, answers }) => [name, answers]);
    expect(await named(people.anneke.context)).toEqual([
      ['Els Bakker', 1],
      ['Joost Visser', 1],
    ]);
    expect(await named(people.els.context)).toEqual([['Els Bakker', 1]]);
    const joost = people.joost.employee.id;
    const asked = { report: period, code: 'COLLEAGUE', key: joost };
    await expect(allBehind(people.els.context, asked).next()).rejects.toMatchObject({
      code: 'forbidden.colleagues',
    });
    expect((await allBehind(people.joost.context, asked).next()).value).toHaveLength(1);
  });

  test('is from the counts alone: no message is read, whatever there is to show', async () => {
    polder.statements();
    await readReport(people.anneke.context, period);
    const ran = polder.statements();
    const raw = /\b(from|join) (message|response_interval|conversation_item|closure|conversation)\b/;
    expect(ran.filter((one) => raw.test(one))).toEqual([]);
    expect(ran.length).toBeLessThanOrEqual(20);
  });

  test('is kept as it would be counted from the beginning', async () => {
    const range = { from: '2026-10-01', to: '2026-12-01' };
    const zone = 'Europe/Amsterdam';
    await transact(polder.context, 'measure', async (ctx) => {
      const moments = { from: new Date('2026-09-30T22:00:00Z'), to: new Date('2026-11-30T23:00:00Z'), zone };
      const sorted = (rows: readonly unknown[]) =>
        rows.map((row) => JSON.stringify(row, Object.keys(row as object).sort())).sort();
      const [kept, counted] = [await keptCounted(ctx, { range, zone }), await countReports(ctx, moments)];
      for (const part of ['hours', 'waits', 'reasons', 'colleagues'] as const)
        expect(sorted(kept[part])).toEqual(sorted(counted[part]));
    });
  });
});

test('what is kept comes out the same when all of it is counted anew', async () => {
  const tables = {
    reports: ['report_hour', 'report_count', 'report_wait', 'report_reason', 'report_colleague'],
    figures: ['interval_day', 'depth_day', 'speech_day', 'contact_day', 'heard_day'],
  } as const;
  const rows = async (names: readonly string[]) => {
    const all = names.map((name) =>
      sql<{ row: string }>`select t::text as row from ${sql.table(name)} t order by 1`.execute(
        polder.context.database,
      ),
    );
    return (await Promise.all(all)).map((found) => found.rows.map(({ row }) => row));
  };
  await rebuild(polder.context, 'figures');
  for (const what of ['reports', 'figures'] as const) {
    const before = await rows(tables[what]);
    expect(before.flat().length, what).toBeGreaterThan(5);
    expect(await rebuild(polder.context, what)).toBeGreaterThan(5);
    expect(await rows(tables[what]), what).toEqual(before);
  }
});
