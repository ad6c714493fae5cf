import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import type { Context } from '../../platform/context.ts';
import { openRecalling, type Recalling } from '../../understanding/comparing/recalling.ts';

/** A campaign of copies comes within weeks; after this a text may begin a group of its own again. */
export const windowDays = 30;
const day = 86_400_000;
const mostTexts = 2 ** 17;

interface Kept {
  id: string;
  groupId: string | null;
  sentAt: Date;
  signature: Uint8Array;
}

/** Everything that can be known again, from the database: of each group its first message, and all that stand alone. */
export async function recallingFrom(ctx: Context): Promise<Recalling> {
  const recalling = openRecalling({ most: mostTexts, window: windowDays * day });
  const found = await sql<Kept>`
    select a.message_id as id, a.group_id as "groupId", coalesce(g.last_at, a.sent_at) as "sentAt", a.signature
    from alike a left join alike_group g on g.id = a.group_id
    where (a.group_id is null or a.message_id = (
      select min(message_id) from alike o where o.group_id = a.group_id))
    order by coalesce(g.last_at, a.sent_at) desc limit ${mostTexts}`.execute(ctx.database);
  for (const { id, groupId, sentAt, signature } of found.rows.reverse())
    recalling.remember({ id: Number(id), tag: Number(groupId ?? 0), at: sentAt.getTime(), signature });
  return recalling;
}

/** Every night: what nobody said again within the window is no longer needed to know it again. */
export async function forgetUnrepeated(ctx: Context): Promise<void> {
  const limit = asDate(ctx.clock.now().subtract({ hours: 24 * windowDays }));
  await sql`delete from alike where group_id is null and sent_at < ${limit} and received_at < ${limit}`.execute(
    ctx.database,
  );
}
