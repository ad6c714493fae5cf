import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';
import { dropHeldWords } from './held-words.ts';

export interface LegalHold {
  publicId: string;
  reason: string;
  heldBy: string;
  madeAt: Date;
  /** A date, `2027-03-01`: when somebody must look whether it is still needed. */
  reviewOn: string;
  endedAt: Date | null;
}

/** Keeps a person's data from going. Who says so is named, and answers for it. */
export async function holdBack(
  ctx: Context,
  personId: string,
  { reason, reviewOn }: { reason: string; reviewOn: string },
): Promise<string> {
  if (ctx.actor.kind !== 'employee') throw new Refusal('forbidden.hold');
  if (reason.trim().length < 10) throw new Refusal('invalid.reason');
  const { employeeId } = ctx.actor;
  return transact(ctx, 'legal', async (ctx) => {
    const at = asDate(ctx.clock.now());
    const id = publicId('lh', at.getTime());
    await ctx.database
      .insertInto('legal_hold')
      .values({
        public_id: id,
        person_id: personId,
        reason: reason.trim(),
        held_by: employeeId,
        made_at: at,
        review_on: reviewOn,
      })
      .execute();
    return id;
  });
}

/** Somebody says that the data may go: what was set apart for the claim goes at once, the rest when its time is over. */
export async function endHold(ctx: Context, id: string, why: string): Promise<void> {
  if (ctx.actor.kind !== 'employee') throw new Refusal('forbidden.hold');
  const { employeeId } = ctx.actor;
  await transact(ctx, 'legal', async (ctx) => {
    const ended = await ctx.database
      .updateTable('legal_hold')
      .set({ ended_at: asDate(ctx.clock.now()), ended_by: employeeId, ended_why: why })
      .where('public_id', '=', id)
      .where('ended_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (!ended) throw new Refusal('not-found.hold', { id });
    await dropHeldWords(ctx);
  });
}

/** Of these persons, the running first. Runs under `legal`. */
export async function holdsOf(ctx: Context, personIds: readonly string[]): Promise<LegalHold[]> {
  if (personIds.length === 0) return [];
  const found = await sql<LegalHold>`
    select h.public_id as "publicId", h.reason, e.name as "heldBy", h.made_at as "madeAt",
      h.review_on::text as "reviewOn", h.ended_at as "endedAt"
    from legal_hold h join employee e on e.id = h.held_by
    where h.person_id = any(${personIds}::bigint[]) order by h.ended_at is not null, h.id desc`.execute(
    ctx.database,
  );
  return found.rows;
}
