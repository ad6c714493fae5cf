import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { adminUrlOf, type TestDatabase, testDatabase, withAdmin } from '../../../test/database.ts';
import { hirePeople } from '../../../test/people.ts';
import { meetByMail } from '../../customers/fixtures/mailing-people.ts';
import { oneOfEach } from '../../customers/fixtures/one-of-each.ts';
import { oneOfEachMail } from '../../customers/fixtures/one-of-each-mail.ts';
import { correct } from '../../listening/learning/correcting.ts';
import { places } from '../../places.ts';
import { type Context, transact } from '../../platform/context.ts';
import { say } from '../../web/inbox/fixtures/saying.ts';
import { decide } from '../deciding.ts';
import { sightings } from '../fixtures/canaries.ts';
import { oneOfEachDecision } from '../fixtures/one-of-each-decision.ts';
import { oneOfEachOther } from '../fixtures/one-of-each-other.ts';
import { joinPermissions, partPermissions } from '../joining/joining.ts';
import { ledgerOf, recordUse } from '../ledger.ts';
import { advanceErasures } from './advancing.ts';
import { askErasure, confirmErasure } from './asking.ts';
import { getErasure } from './erasure.ts';

let polder: TestDatabase;
let ctx: Context;
let folder: string;
beforeAll(async () => {
  polder = await testDatabase();
  folder = mkdtempSync(path.join(tmpdir(), 'polder-every-table-'));
  ctx = { ...polder.context, dataFolder: folder };
});
afterAll(async () => {
  await polder?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Everything that can hold the number of a person, as the catalogue of the database says it. */
const numbersQuery = `
  select format('select %L as name, count(*)::int as n from %I where %I is not null', c.relname || '.' || a.attname,
    c.relname, a.attname) as query
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    and a.atttypid = 'bigint'::regtype
    and (a.attname = 'person_id' or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f'
      and a.attnum = any(k.conkey) and k.confrelid in ('person'::regclass, 'identity'::regclass)))`;

const numbers = () =>
  withAdmin(polder.ownerUrl, async (owner) => {
    const { rows } = await owner.query<{ query: string }>(numbersQuery);
    const found: Record<string, number> = {};
    for (const { query } of rows) {
      const [row] = (await owner.query<{ name: string; n: number }>(query)).rows;
      if (row) found[row.name] = row.n;
    }
    return found;
  });

test('somebody with a row in every table that can know them is known by no table afterwards', async () => {
  const { els } = await hirePeople(ctx);
  await say(ctx, [{ author: 'fatima', text: 'Waar blijft mijn factuur F-1234?' }]);
  const { id } = await transact(ctx, 'service', (ctx) =>
    ctx.database.selectFrom('person').select('id').executeTakeFirstOrThrow(),
  );
  const message = await transact(ctx, 'service', (ctx) =>
    ctx.database.selectFrom('message').select('public_id as id').executeTakeFirstOrThrow(),
  );
  await correct(els.context, message.id, { head: 'intent', labels: ['question'] });
  await withAdmin(polder.ownerUrl, async (owner) => {
    for (const statement of [...oneOfEach, ...oneOfEachMail, ...oneOfEachOther]) await owner.query(statement);
    // Typed by somebody who is not known by that address: nobody's, and gone after a day.
    await owner.query('delete from link_request');
    await owner.query("update legal_hold set ended_at = now(), ended_why = 'voorbij'");
  });
  await oneOfEachDecision(ctx, id);
  const before = await numbers();
  expect(Object.keys(before).filter((name) => before[name] === 0)).toEqual([]);
  const { rows } = await transact(ctx, 'legal', (ctx) =>
    sql<{ id: string }>`select id from person union select person_id from permission_group`.execute(
      ctx.database,
    ),
  );
  const { publicId } = await askErasure(ctx, { personIds: rows.map((row) => row.id), strength: 4 });
  await advanceErasures(ctx, places);
  await confirmErasure(ctx, publicId, 0);
  await advanceErasures(ctx, places);
  const { state } = await transact(ctx, 'legal', (ctx) => getErasure(ctx, publicId));
  const after = await numbers();
  expect({ state, left: Object.keys(after).filter((name) => after[name] !== 0) }).toEqual({
    state: 'certified',
    left: [],
  });
  const words = ['fatima', 'belt liever niet', 'slimme meter', 'geld terug', 'F-1234'];
  // What nobody could read stays for thirty days: it is not known whose it is.
  expect(await sightings(await adminUrlOf(polder.ownerUrl), folder, words)).toEqual(['public.channel_aside']);
});

test('somebody who was one with another, and is not any more, goes; what the other decided and what was used stays', async () => {
  const [one, other] = [await meetByMail(ctx, 'henk'), await meetByMail(ctx, 'joost')];
  await transact(ctx, 'service', (ctx) => joinPermissions(ctx, one.id, other.id));
  await transact(ctx, 'service', async (ctx) => {
    for (const { id } of [one, other]) await decide(ctx, id, { purpose: 'offers', act: 'give', strength: 3 });
  });
  await transact(ctx, 'offers', async (ctx) => {
    for (const { id } of [one, other]) await recordUse(ctx, id, { activity: 'mail.offers', reference: id });
  });
  await transact(ctx, 'service', (ctx) => partPermissions(ctx, one.id, other.id));
  for (const { id } of [one, other]) {
    const { publicId } = await askErasure(ctx, { personIds: [id], strength: 4 });
    await advanceErasures(ctx, places);
    await confirmErasure(ctx, publicId, 0);
    await advanceErasures(ctx, places);
    const { state } = await transact(ctx, 'legal', (ctx) => getErasure(ctx, publicId));
    expect(state).toBe('certified');
    if (id === one.id)
      expect(await transact(ctx, 'legal', (ctx) => ledgerOf(ctx, other.id))).toMatchObject([
        { activity: 'mail.offers' },
      ]);
  }
});
