import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';

/**
 * The locks of this room; all end with their transaction. Numbers of two parts are another space than those of one
 * part, which are persons.
 *
 * - The offer: shared by whoever decides or uses, alone for whoever publishes.
 * - The groups: shared by whoever decides, alone for whoever says that two persons are one.
 * - A person: shared by whoever uses, alone for whoever decides.
 *
 * Always in this order, persons from low to high, so that nobody waits in a circle.
 */
const room = 7001;
const [offer, groups, seal] = [1, 2, 3];

/** For a use: after this, a decision about the person or a new offer waits until the use is written. */
export async function lockForUse(ctx: Context, personId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock_shared(${room}, ${offer}),
    pg_advisory_xact_lock_shared(${personId}::bigint)`.execute(ctx.database);
}

/** For a decision: who is the same person, each locked; uses under way are written before this answers. */
export async function lockForDecision(ctx: Context, personId: string): Promise<string[]> {
  await sql`select pg_advisory_xact_lock_shared(${room}, ${offer}),
    pg_advisory_xact_lock_shared(${room}, ${groups})`.execute(ctx.database);
  return lockPersons(ctx, await membersOf(ctx, [personId]));
}

/** For saying that persons are one or not: all who are tied to one of them, each locked. */
export async function lockForGroups(ctx: Context, personIds: readonly string[]): Promise<string[]> {
  await sql`select pg_advisory_xact_lock_shared(${room}, ${offer}),
    pg_advisory_xact_lock(${room}, ${groups})`.execute(ctx.database);
  return lockPersons(ctx, await membersOf(ctx, personIds));
}

/** For publishing: no decision and no use is under way. */
export async function lockForOffer(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(${room}, ${offer})`.execute(ctx.database);
}

/** For sealing the ledger: one at a time. */
export async function lockForSeal(ctx: Context): Promise<void> {
  await sql`select pg_advisory_xact_lock(${room}, ${seal})`.execute(ctx.database);
}

async function lockPersons(ctx: Context, personIds: readonly string[]): Promise<string[]> {
  const sorted = [...personIds].sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
  for (const id of sorted) await sql`select pg_advisory_xact_lock(${id}::bigint)`.execute(ctx.database);
  return sorted;
}

/** The persons themselves, and everybody who is the same person as one of them. */
export async function membersOf(ctx: Context, personIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select m.person_id as id from permission_group g join permission_group m on m.group_id = g.group_id
    where g.person_id = any(${personIds}::bigint[])
    union select unnest(${personIds}::bigint[])`.execute(ctx.database);
  return rows.map((row) => row.id);
}
