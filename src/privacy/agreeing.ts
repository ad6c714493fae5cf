import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Context } from '../platform/context.ts';
import { rank } from './permission.ts';
import type { Purpose } from './purpose.ts';

/**
 * Whether the person said yes themselves, and still allows it. For a purpose that is on by itself this is more than
 * being allowed: silence is no yes, and neither is an objection that was taken back.
 */
export async function agreed(ctx: Context, personId: string, purpose: Purpose): Promise<boolean> {
  const found = await sql<{
    yes: boolean;
  }>`select ${agrees(sql`${personId}::bigint`, purpose)} as yes`.execute(ctx.database);
  return found.rows[0]?.yes ?? false;
}

/** The same as a condition in SQL; rows without a person are nobody's, so nobody said yes. */
export function agrees(person: RawBuilder<unknown>, purpose: Purpose): RawBuilder<boolean> {
  return sql<boolean>`exists (select from permission p where p.person_id = ${person}
    and p.purpose = ${sql.lit(purpose)} and p.state = ${sql.lit(rank('allowed'))} and p.given
    and (p.expires_at is null or p.expires_at > now()))`;
}
