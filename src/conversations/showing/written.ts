import { sql } from 'kysely';
import { getPerson } from '../../customers/customer.ts';
import { markMessage } from '../../customers/using.ts';
import { type Context, transact } from '../../platform/context.ts';
import { Refusal } from '../../platform/refusal.ts';

/** What somebody wrote to us, and whether it is about health, belief and the like (GDPR art. 9). */
export interface Written {
  publicId: string;
  at: Date;
  text: string;
  special: boolean;
}

/** The newest that somebody wrote, and all that was marked before that, within reason. One statement. */
export async function writtenBy(
  ctx: Context,
  personIds: readonly string[],
  limit: number,
): Promise<Written[]> {
  const found = await sql<Written>`
    select m.public_id as "publicId", m.sent_at as at, left(m.text, 280) as text,
      exists (select from special_content s
        where s.kind = 'message' and s.subject_id = m.id and s.cleared_at is null) as special
    from message m where m.person_id = any(${personIds}::bigint[]) and m.direction = 'in'
    order by special desc, m.sent_at desc, m.id desc limit ${limit}`.execute(ctx.database);
  return found.rows;
}

/**
 * A colleague read something and says that it is of a special category, or that it is not after all. From then on no
 * purpose that may never see such a thing gets to see it.
 * @throws Refusal `not-found.person`, `not-found.message`
 */
export async function markWritten(
  ctx: Context,
  { person, message }: { person: string; message: string },
  special: boolean,
): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const { personIds } = await getPerson(ctx, person);
    const found = await sql<{ id: string; personId: string }>`
      select id, person_id as "personId" from message
      where public_id = ${message} and person_id = any(${personIds}::bigint[]) and direction = 'in'`.execute(
      ctx.database,
    );
    const [row] = found.rows;
    if (!row) throw new Refusal('not-found.message', { id: message });
    await markMessage(ctx, row, special);
  });
}
