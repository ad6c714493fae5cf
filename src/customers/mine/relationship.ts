import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import { isRefusal } from '../../platform/refusal.ts';
import { openRelationship } from '../commerce/relationship.ts';
import { openMine } from './mine.ts';

type Spoken = Parameters<typeof openRelationship>[2];

/**
 * One's own relationship index, worked out because one asks; undefined for whoever does not allow `improve`, for then it
 * is worked out for nobody.
 */
export async function findOwnRelationship(ctx: Context, spoken: Spoken) {
  const publicId = await openMine(ctx, async (ctx, { personId }) => {
    const found = await sql<{ id: string }>`
      select public_id as id from person where id = ${personId}`.execute(ctx.database);
    return found.rows[0]?.id ?? '';
  });
  try {
    const { index, parts, judged } = await openRelationship(ctx, publicId, spoken);
    return { index, parts, judged };
  } catch (error) {
    if (isRefusal(error) && error.code === 'forbidden.purpose') return undefined;
    throw error;
  }
}
