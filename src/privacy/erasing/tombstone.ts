import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { rememberInJournal } from '../journal/journal.ts';
import type { Erasure } from './erasure.ts';

/**
 * What the journal keeps of who was erased: numbers, and a salted hash of the public id by which a restored database
 * is searched. The number alone would not do: after a restore it may be somebody else's.
 */
export interface Tombstone {
  erasure: string;
  at: string;
  salt: string;
  persons: { id: string; hash: string }[];
}

/** Before the first place goes: from now on a restore erases these persons again. */
export async function bury(ctx: Context, erasure: Erasure): Promise<void> {
  const found = await sql<{ id: string; public_id: string }>`
    select id, public_id from person where id = any(${erasure.personIds}::bigint[])`.execute(ctx.database);
  if (found.rows.length === 0) return;
  const salt = randomBytes(16).toString('hex');
  const tombstone: Tombstone = {
    erasure: erasure.publicId,
    at: ctx.clock.now().toString(),
    salt,
    persons: found.rows.map(({ id, public_id }) => ({ id, hash: hashOf(salt, public_id) })),
  };
  rememberInJournal(ctx, { kind: 'tombstone', id: erasure.publicId, row: { ...tombstone } });
}

export function hashOf(salt: string, publicId: string): string {
  return createHash('sha256').update(`${salt}:${publicId}`).digest('hex');
}

/** Those of a tombstone who are in this database again. */
export async function findRisen(ctx: Context, { salt, persons }: Tombstone): Promise<string[]> {
  const found = await sql<{ id: string; public_id: string }>`
    select id, public_id from person where id = any(${persons.map(({ id }) => id)}::bigint[])`.execute(
    ctx.database,
  );
  const hashes = new Map(persons.map(({ id, hash }) => [id, hash]));
  return found.rows.filter((row) => hashes.get(row.id) === hashOf(salt, row.public_id)).map(({ id }) => id);
}
