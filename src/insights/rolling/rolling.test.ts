import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { importFile } from '../../importing.ts';
import { transact } from '../../platform/context.ts';
import { lettersCsv } from '../../web/journey/fixtures/letters.ts';
import { collect } from '../collecting.ts';
import type { Measured } from '../measured.ts';
import { keptDays } from './keeping.ts';
import { rollUp } from './rolling.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'polder-rolling-'));
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await hirePeople(database.context);
  const file = path.join(folder, 'letters.csv');
  writeFileSync(file, lettersCsv(new Date('2026-11-23T08:00:00Z')));
  await importFile(database.context, file, { channel: 'x', account: '@waterkracht' });
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const moments = [
  '2026-11-22T23:00:00Z',
  '2026-11-15T23:00:00Z',
  '2026-11-20T13:37:00Z',
  '2026-11-24T10:00:00Z',
];
const plain = (measured: readonly Measured[]) =>
  measured.map(({ code, window, value, n, k, low, high }) => ({ code, window, value, n, k, low, high }));

describe('kept days', () => {
  it('give every figure that the live rows give, at midnight and in the middle of a day', async () => {
    const { context } = database;
    const live = [];
    for (const at of moments) live.push(plain(await collect(context, Temporal.Instant.from(at))));
    await rollUp(context);
    const kept = await transact(context, 'service', (ctx) =>
      keptDays(ctx, { from: '2026-10-01', to: '2026-12-01' }),
    );
    expect(kept.intervals.length).toBeGreaterThan(10);
    for (const [i, at] of moments.entries()) {
      // What only the present can tell is known from the first roll-up on.
      const states = ['PC', 'QUALITY_GATE'];
      const now = plain(await collect(context, Temporal.Instant.from(at)));
      const others = (all: ReturnType<typeof plain>) => all.filter(({ code }) => !states.includes(code));
      expect(others(now)).toEqual(others(live[i] ?? []));
    }
  });

  it('are counted again when a message about them came in later, and only then', async () => {
    const { context } = database;
    const heard = async () => {
      const { heard } = await transact(context, 'service', (ctx) =>
        keptDays(ctx, { from: '2026-09-01', to: '2026-10-01' }),
      );
      return heard.reduce((sum, day) => sum + day.heard, 0);
    };
    expect(await heard()).toBe(0);
    const file = path.join(folder, 'late.csv');
    writeFileSync(
      file,
      'id;author;author_kind;created_at;reply_to;text\r\nlate;Henk;customer;2026-09-10T09:00:00Z;;Waar blijft de monteur?\r\n',
    );
    await importFile(context, file, { channel: 'x', account: '@waterkracht' });
    await rollUp(context);
    expect(await heard()).toBe(1);
  });
});
