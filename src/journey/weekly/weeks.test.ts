import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type TestDatabase, testDatabase } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { importFile } from '../../importing.ts';
import { rollUp } from '../../insights/rolling/rolling.ts';
import { lettersCsv } from '../../web/journey/fixtures/letters.ts';
import { readJourney } from '../journey.ts';
import { evaluateWeeks } from './evaluating-weeks.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'polder-weeks-'));
let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
  await hirePeople(database.context);
  for (const until of ['2026-11-23', '2026-10-29', '2026-10-05', '2026-09-10']) {
    const file = path.join(folder, `${until}.csv`);
    writeFileSync(
      file,
      lettersCsv(new Date(`${until}T08:00:00Z`)).replaceAll(/(^|;)([qatb]\d+)(?=;)/gm, `$1$2-${until}`),
    );
    await importFile(database.context, file, { channel: 'x', account: '@waterkracht' });
  }
});
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('imported history', () => {
  it('is replayed week by week, and a second time changes nothing', async () => {
    const { context } = database;
    await rollUp(context);
    expect(await evaluateWeeks(context)).toBeGreaterThan(12);
    const rows = () =>
      sql<{
        text: string;
      }>`select department_id, as_of, proven, possible from journey_week order by 1, 2`.execute(
        context.database,
      );
    const first = (await rows()).rows;
    expect(await evaluateWeeks(context)).toBe(0);
    await rollUp(context);
    await evaluateWeeks(context);
    expect((await rows()).rows).toEqual(first);
  });

  it('proves a stage only after six evaluations, and then it is no longer provisional', async () => {
    const early = await readJourney(database.context, Temporal.Instant.from('2026-09-20T22:00:00Z'));
    expect(early.provisional).toBe(true);
    const now = await readJourney(database.context, Temporal.Instant.from('2026-11-22T23:00:00Z'));
    expect(now.provisional).toBe(false);
    expect(now.standing.proven).toBe(2);
    const gained = await sql<{ kind: string; to: number }>`
      select kind, (data ->> 'to')::int as to from journey_event where department_id = 0 order by as_of`.execute(
      database.context.database,
    );
    expect(gained.rows).toContainEqual({ kind: 'stage_gained', to: 2 });
  });
});
