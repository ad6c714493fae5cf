import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../test/database.ts';
import { importFile } from '../importing.ts';
import { makePartitions } from '../platform/partitions.ts';
import { understand } from '../understanding/reading.ts';
import { collect } from './collecting.ts';
import { type CodeWithRows, rowsBehind } from './evidence.ts';
import type { Measured } from './measured.ts';

/**
 * Every figure once more, slowly and straight from the file, by the words of the definitions and without a database:
 * 40 conversations of five organisations, over the change to summer time and Easter. The two machines among the
 * writers are marked as such.
 */
const original = new URL('../../test/fixtures/webcare-threads.jsonl', import.meta.url);

interface Said {
  thread: string;
  author: string;
  author_kind: 'customer' | 'employee' | 'bot';
  department: string | null;
  channel: string;
  sent_at: string;
  text: string;
  at: number;
}

const hour = 3_600_000;
const day = 24 * hour;

const said = readFileSync(original, 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Said)
  .map((one) => (/bot$|assistent$/.test(one.author) ? { ...one, author_kind: 'bot' as const } : one))
  .map((one) => ({ ...one, at: Date.parse(one.sent_at) }));
const threads = [...Map.groupBy(said, ({ thread }) => thread).values()].map((all) =>
  all.toSorted((a, b) => a.at - b.at),
);

const holidays = new Set(['2026-04-05', '2026-04-06', '2026-04-27', '2026-05-05']);

/** Monday to Friday, nine to five in Amsterdam, not on holidays. Looks minute by minute. */
function isOpen(at: number): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('Europe/Amsterdam');
  const workday = local.dayOfWeek <= 5 && !holidays.has(local.toPlainDate().toString());
  return workday && local.hour >= 9 && local.hour < 17;
}
const openMinutes = new Map<string, number>();
function openSeconds(from: number, to: number): number {
  const key = `${from}/${to}`;
  let minutes = openMinutes.get(key);
  if (minutes === undefined) {
    minutes = 0;
    for (let at = from; at < to; at += 60_000) if (isOpen(at)) minutes += 1;
    openMinutes.set(key, minutes);
  }
  return minutes * 60;
}

const inbound = (one: Said) => one.author_kind === 'customer';
const byPerson = (one: Said) => one.author_kind === 'employee';

interface Asked {
  at: number;
  answeredAt: number | null;
  answeredByPerson: boolean;
  startsClock: boolean;
  begunByCustomer: boolean;
}

/** The first answer of a person; or a machine's that the customer let rest for a day. */
function answerTo(thread: readonly Said[], question: Said): Said | undefined {
  let machine: Said | undefined;
  for (const one of thread.slice(thread.indexOf(question) + 1)) {
    if (machine && one.at - machine.at >= day) return machine;
    if (byPerson(one)) return one;
    machine = inbound(one) ? undefined : (machine ?? one);
  }
  return machine;
}

/** Each message that needs an answer, with the answer that counts. */
const asked: Asked[] = threads.flatMap((thread) => {
  const answerable = thread.filter(
    (one) => inbound(one) && understand(one.text, { channel: one.channel }).answerable,
  );
  return answerable.map((one, i) => {
    const answer = answerTo(thread, one);
    const soFar = thread.slice(0, thread.indexOf(one) + 1);
    return {
      at: one.at,
      answeredAt: answer?.at ?? null,
      answeredByPerson: answer !== undefined && byPerson(answer),
      // No earlier question was still waiting when this one came.
      startsClock: answerable.slice(0, i).every((before) => answerTo(soFar, before) !== undefined),
      begunByCustomer: inbound(thread[0] as Said),
    };
  });
});

const isPublic = (one: Said) => !['mail', 'chat'].includes(one.channel);
const replies = threads.flatMap((thread) =>
  thread.filter((one, i) => byPerson(one) && thread.slice(0, i).some(inbound)),
);

function median(values: number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  if (sorted.length === 0) return null;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

type Figure = { k?: number; n: number; value: number | null };
const share = (k: number, n: number): Figure => ({ k, n, value: n === 0 ? null : k / n });

function oracle(asOf: number, days: number): Record<string, Figure> {
  const inWindow = ({ at }: { at: number }) => at >= asOf - days * day && at < asOf;
  const received = asked.filter(inWindow);
  const old = received.filter(({ at }) => at <= asOf - 72 * hour);
  const onTime = old.filter(({ at, answeredAt }) => answeredAt !== null && answeredAt - at <= 72 * hour);
  const open = received.filter(({ at }) => isOpen(at) && openSeconds(at, asOf) >= 3600);
  const quick = open.filter(
    ({ at, answeredAt }) => answeredAt !== null && openSeconds(at, answeredAt) <= 3600,
  );
  const first = received.filter(
    (one) => one.startsClock && one.begunByCustomer && one.answeredByPerson && (one.answeredAt ?? 0) < asOf,
  );
  const began = threads.filter((thread) => inWindow(thread[0] as Said));
  const answered = began.filter((thread) => replies.some((reply) => thread.includes(reply)));
  const deep = answered.filter((thread) => {
    const people = thread.filter((one) => inbound(one) || byPerson(one));
    const turns = people.filter((one, i) => byPerson(one) && i > 0 && inbound(people[i - 1] as Said));
    return turns.length >= 2;
  });
  const outbound = said.filter((one) => byPerson(one) && isPublic(one) && inWindow(one));
  return {
    RR: share(onTime.length, old.length),
    SL60: share(quick.length, open.length),
    TW: share(outbound.filter((one) => replies.includes(one)).length, outbound.length),
    DEP: share(deep.length, answered.length),
    FRT: { n: first.length, value: median(first.map((f) => openSeconds(f.at, f.answeredAt ?? 0))) },
    FRT_CLOCK: { n: first.length, value: median(first.map((f) => ((f.answeredAt ?? 0) - f.at) / 1000)) },
  };
}

/** Departments with ten replies in four weeks, spread over three of them. */
function departments(asOf: number): Figure {
  const recent = replies.filter(({ at }) => at < asOf && at > asOf - 28 * day);
  const answering = [...Map.groupBy(recent, ({ department }) => department)].filter(([, all]) => {
    const weeks = new Set(all.map(({ at }) => Math.floor((asOf - at) / (7 * day))));
    return all.length >= 10 && weeks.size >= 3;
  });
  return { n: recent.length, value: answering.length };
}

let polder: TestDatabase;
beforeAll(async () => {
  polder = await testDatabase({ at: '2026-05-20T10:00:00Z' });
  await makePartitions(polder.context);
  const folder = mkdtempSync(path.join(tmpdir(), 'polder-oracle-'));
  const file = path.join(folder, 'webcare.jsonl');
  writeFileSync(file, said.map(({ at, ...one }) => JSON.stringify(one)).join('\n'));
  await importFile(polder.context, file, {});
  rmSync(folder, { recursive: true });
});
afterAll(() => polder?.close());

const mondays = ['03-09', '03-16', '03-23', '03-30', '04-06', '04-13', '04-20', '05-04'].map((date) =>
  Temporal.PlainDate.from(`2026-${date}`).toZonedDateTime('Europe/Amsterdam').toInstant(),
);
const windows = [28, 91, 182] as const;
const of = (measured: readonly Measured[], code: string, window: number) =>
  measured.find((figure) => figure.code === code && figure.window === window);

describe('the figures of forty real conversations', () => {
  test.each(mondays.map(String))('as of %s are those of the slow count', async (moment) => {
    const asOf = Temporal.Instant.from(moment);
    const measured = await collect(polder.context, asOf);
    for (const window of windows) {
      for (const [code, expected] of Object.entries(oracle(asOf.epochMilliseconds, window))) {
        const { k, n, value } = of(measured, code, window) ?? { n: -1 };
        expect({ code, window, k, n, value }).toEqual({
          code,
          window,
          k: expected.k,
          n: expected.n,
          value: expected.value,
        });
      }
    }
    expect(of(measured, 'DA', 28)).toMatchObject(departments(asOf.epochMilliseconds));
  });

  test('are worth counting: each code has something to count, and something that does not count', () => {
    const whole = oracle(Date.UTC(2026, 4, 4), 91);
    for (const code of ['RR', 'SL60', 'DEP']) {
      expect(whole[code]?.k).toBeGreaterThan(5);
      expect(whole[code]?.n).toBeGreaterThan((whole[code]?.k ?? 0) + 5);
    }
    expect(whole.FRT?.n).toBeGreaterThan(30);
  });
});

describe('the rows behind a figure', () => {
  async function rowsOf(code: CodeWithRows, asOf: Date, days: number) {
    let [rows, counting, after] = [0, 0, undefined as string | undefined];
    for (;;) {
      const page = await rowsBehind(polder.context, code, { asOf, days, after });
      rows += page.rows.length;
      counting += page.rows.filter((row) => row.counts).length;
      after = page.next;
      if (after === undefined) return { n: rows, k: counting };
    }
  }

  const counts: readonly CodeWithRows[] = [
    'RR',
    'RR_ADDRESSED',
    'SL60',
    'READ',
    'UNTIMED',
    'TW',
    'DEP',
    'FRT',
    'FRT_CLOCK',
  ];

  test.each(counts)('of %s are as many as it says, and as many count', async (code) => {
    for (const moment of mondays.slice(3)) {
      const measured = await collect(polder.context, moment);
      for (const window of windows) {
        const figure = of(measured, code, window);
        const n = figure?.n ?? -1;
        expect(await rowsOf(code, new Date(moment.epochMilliseconds), window)).toEqual({
          n,
          k: figure?.k ?? n,
        });
      }
    }
  });
});
