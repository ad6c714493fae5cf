import { sql } from 'kysely';
import { asDate } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';

/** What was agreed with the works council about figures of one colleague (in the Netherlands: WOR art. 27). */
export interface WorksCouncilAgreement {
  /** A date, `2026-11-24`. */
  agreedOn: string;
  reference: string;
  recordedAt: Date;
  recordedBy: string | null;
}

/** The agreement that holds today; one that begins later does not yet. */
export async function findAgreement(ctx: Context): Promise<WorksCouncilAgreement | undefined> {
  const found = await sql<WorksCouncilAgreement>`
    select a.agreed_on::text as "agreedOn", a.reference, a.recorded_at as "recordedAt", e.name as "recordedBy"
    from works_council_agreement a left join employee e on e.id = a.recorded_by
    where a.ended_at is null`.execute(ctx.database);
  return found.rows[0];
}

/**
 * Whether figures of one colleague may be shown. Every screen, list and download that counts per colleague asks this;
 * without an agreement it shows teams.
 */
export async function mayShowColleagues(ctx: Context): Promise<boolean> {
  const agreement = await findAgreement(ctx);
  return agreement !== undefined && agreement.agreedOn <= ctx.clock.now().toString().slice(0, 10);
}

export async function recordAgreement(
  ctx: Context,
  { agreedOn, reference }: { agreedOn: string; reference: string },
): Promise<void> {
  if (reference.trim().length < 5) throw new Refusal('invalid.reason');
  await transact(ctx, null, async (ctx) => {
    await endAgreement(ctx);
    await ctx.database
      .insertInto('works_council_agreement')
      .values({
        agreed_on: agreedOn,
        reference: reference.trim(),
        recorded_at: asDate(ctx.clock.now()),
        recorded_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
      })
      .execute();
  });
}

export async function endAgreement(ctx: Context): Promise<void> {
  await ctx.database
    .updateTable('works_council_agreement')
    .set({
      ended_at: asDate(ctx.clock.now()),
      ended_by: ctx.actor.kind === 'employee' ? ctx.actor.employeeId : null,
    })
    .where('ended_at', 'is', null)
    .execute();
}
