import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bring } from '../src/customers/exchanging/bringing.ts';
import { places } from '../src/places.ts';
import { type Context, transact } from '../src/platform/context.ts';
import { advanceErasures } from '../src/privacy/erasing/advancing.ts';
import { askErasure, confirmErasure } from '../src/privacy/erasing/asking.ts';
import { type TestDatabase, testDatabase } from './database.ts';

/** Whoever had themselves erased is brought in again by a system that does not know it. */
let database: TestDatabase;
let ctx: Context;
let folder: string;

beforeAll(async () => {
  database = await testDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'polder-attacks-'));
  ctx = { ...database.context, dataFolder: folder };
});
afterAll(async () => {
  await database?.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a file with customers', () => {
  it('brings nobody back who was erased, by any of their numbers, and counts it; the others go on', async () => {
    const personOf = (externalId: string) =>
      transact(ctx, 'service', (ctx) =>
        ctx.database
          .selectFrom('customer_record')
          .select('person_id as id')
          .where('external_id', '=', externalId)
          .executeTakeFirst(),
      );
    const row = (line: number, id: string) => ({
      line,
      values: { id, name: `Klant ${id}`, mail: `${id.toLowerCase()}@klant.example` },
    });
    const customers = { kind: 'customers', source: 'crm', rows: [row(2, 'E-1'), row(3, 'E-2')] } as const;
    await bring(ctx, customers);
    const gone = (await personOf('E-1'))?.id ?? '';
    const { publicId } = await askErasure(ctx, { personIds: [gone], strength: 4 });
    await advanceErasures(ctx, places);
    await confirmErasure(ctx, publicId, 0);
    await advanceErasures(ctx, places);
    expect(await personOf('E-1')).toBeUndefined();

    const refused = [{ line: 2, code: 'row.erased' }];
    for (const dry of [true, false, false]) {
      const brought = await bring(ctx, { ...customers, dry });
      expect(brought.refused).toMatchObject(refused);
      expect(brought.outcomes.map(({ externalId }) => externalId)).toEqual(['E-2']);
    }
    const order = { line: 2, values: { id: 'B-1', customer: 'E-1', placedAt: '2026-11-20' } };
    const orders = await bring(ctx, { kind: 'orders', source: 'crm', rows: [order] });
    expect(orders).toMatchObject({ outcomes: [], refused });
    expect(await personOf('E-1')).toBeUndefined();
    // The same number at another system is of somebody else.
    const elsewhere = await bring(ctx, { kind: 'customers', source: 'shop', rows: [row(2, 'E-1')] });
    expect(elsewhere.refused).toEqual([]);
    const kept = await sql<{ row: string }>`select e::text as row from erased_record e`.execute(ctx.database);
    expect(kept.rows).toHaveLength(1);
    expect(kept.rows[0]?.row).not.toContain('E-1');
  });

  it('is refused for as long as it is brought, and forgotten two years after that', async () => {
    const rows = [{ line: 2, values: { id: 'E-1', name: 'Klant', mail: 'klant-e@klant.example' } }];
    for (let n = 0; n < 3; n += 1) {
      database.turn.forward({ hours: 24 * 600 });
      expect((await bring(ctx, { kind: 'customers', source: 'crm', rows })).refused).toHaveLength(1);
    }
    database.turn.forward({ hours: 24 * 732 });
    await bring(ctx, { kind: 'customers', source: 'crm', rows: [] });
    const left = await sql`select from erased_record`.execute(ctx.database);
    expect(left.rows).toHaveLength(0);
  });
});
