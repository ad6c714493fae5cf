import { sql } from 'kysely';
import { type Context, transact } from '../../platform/context.ts';
import type { Place } from '../../platform/personal-place.ts';
import type { JournalEntry } from '../journal/journal.ts';
import { type Replayed as Decided, replay } from '../journal/replaying.ts';
import { askAnew } from '../offer/publishing.ts';
import { purposeKeys, ruleOf } from '../purpose.ts';
import { rebuildPermissions } from '../rebuilding.ts';
import { remaining } from './running.ts';
import { findRisen, type Tombstone } from './tombstone.ts';

export interface BroughtUp extends Decided {
  /** Persons who were in the backup and had been erased since. */
  erased: number;
}

/**
 * Brings a database that was put back to an earlier day up to what people have decided since: first the decisions,
 * then whoever was erased goes once more. To be run by the owner of the tables, before anybody else opens the
 * database. Doing it twice changes nothing.
 */
export async function bringUp(
  ctx: Context,
  entries: readonly JournalEntry[],
  places: readonly Place[],
): Promise<BroughtUp> {
  // What is replayed stands in the journal already.
  const quiet = { ...ctx, dataFolder: null };
  const decided = await replay(quiet, entries);
  const tombstones = decided.tombstones.map(({ row }) => row as unknown as Tombstone);
  await passPersons(quiet, [
    decided.highestPerson,
    ...tombstones.flatMap(({ persons }) => persons.map(({ id }) => id)),
  ]);
  let erased = 0;
  for (const tombstone of tombstones) erased += await eraseAgain(quiet, tombstone, places);
  return { ...decided, erased };
}

/** No number that the journal knows is given to anybody new: they would inherit what somebody else decided. */
async function passPersons(ctx: Context, numbers: readonly string[]): Promise<void> {
  await sql`select setval('person_id_seq', greatest(
    (select max(n) from unnest(${numbers}::bigint[]) as n), nextval('person_id_seq')))`.execute(ctx.database);
}

async function eraseAgain(ctx: Context, tombstone: Tombstone, places: readonly Place[]): Promise<number> {
  const risen = await transact(ctx, 'legal', (ctx) => findRisen(ctx, tombstone));
  if (risen.length === 0) return 0;
  for (const place of places) {
    await transact(ctx, 'legal', async (ctx) => {
      for (const personId of risen) await place.erase(ctx, personId);
    });
  }
  await transact(ctx, 'legal', async (ctx) => {
    for (const place of places) {
      const left = await remaining(ctx, place, risen);
      if (left > 0) throw new Error(`a restored erasure left something in ${place.name}`);
    }
  });
  return risen.length;
}

/**
 * A database that was put back without its journal: nobody knows what was taken back since. Every purpose that needs
 * a yes begins anew, as after an offer that changed in all of them.
 */
export async function forgetConsents(ctx: Context): Promise<void> {
  const consents = purposeKeys.filter((key) => ruleOf(key).basis === 'consent');
  await transact({ ...ctx, dataFolder: null }, 'legal', async (ctx) => {
    await sql`
      insert into contract (version, body, text_hash, published_at, audience, mark, material, note)
      select (select max(version) from contract) + row_number() over (order by audience), body, text_hash,
        ${new Date(ctx.clock.now().epochMilliseconds)}, audience, nextval('decision_id_seq'), ${consents}::text[],
        'restored without the journal: every consent is asked for anew'
      from (select distinct on (audience) * from contract order by audience, version desc) newest`.execute(
      ctx.database,
    );
    await askAnew(ctx, consents);
  });
  await rebuildPermissions(ctx);
}
