import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { publicId } from '../../platform/public-id.ts';
import { Refusal } from '../../platform/refusal.ts';

/** Why somebody who was in touch with us is not drawn. */
export const leftOut = ['permission', 'address', 'recent', 'beyond'] as const;
export type LeftOut = (typeof leftOut)[number];

/** One round in which customers are asked about the relation. */
export interface Survey {
  readonly id: string;
  readonly publicId: string;
  readonly wanted: number;
  readonly openedAt: Date;
  readonly closesOn: string;
  /** null: nobody was drawn yet; the next minute does. */
  readonly drawnAt: Date | null;
  readonly leftOut: Readonly<Partial<Record<LeftOut, number>>> | null;
  readonly closedAt: Date | null;
  readonly waiting: number;
  readonly asked: number;
  readonly answered: number;
}

/** Nobody is asked about the relation twice in half a year. */
export const apartDays = 182;

/** The rounds, the newest first; at most twenty. */
export function listSurveys(ctx: Context): Promise<Survey[]> {
  return transact(ctx, 'measure', async ({ database }) => {
    const found = await sql<Survey>`
      select s.id::text as id, s.public_id as "publicId", s.wanted, s.opened_at as "openedAt",
        s.closes_on::text as "closesOn", s.drawn_at as "drawnAt", s.left_out as "leftOut", s.closed_at as "closedAt",
        i.waiting, i.asked, i.answered
      from customer_survey s cross join lateral (
        select count(*) filter (where state = 'waiting')::int as waiting, count(asked_at)::int as asked,
          count(*) filter (where state = 'answered')::int as answered
        from customer_survey_invitation i where i.survey_id = s.id) i
      order by s.id desc limit 20`.execute(database);
    return found.rows;
  });
}

/**
 * Opens a round: within a minute at most `wanted` customers are drawn and asked by mail.
 * @throws Refusal `invalid.date`, `invalid.survey`, `conflict.round-open`, `conflict.round-soon`
 */
export async function openSurvey(
  ctx: Context,
  { wanted, closesOn }: { wanted: number; closesOn: string },
): Promise<void> {
  const now = ctx.clock.now();
  if (closesOn <= now.toString().slice(0, 10)) throw new Refusal('invalid.date', { value: closesOn });
  if (!Number.isInteger(wanted) || wanted < 10 || wanted > 100_000) throw new Refusal('invalid.survey');
  await transact(ctx, 'measure', async (ctx) => {
    await sql`lock table customer_survey in share row exclusive mode`.execute(ctx.database);
    const [last] = await listSurveys(ctx);
    if (last && last.closedAt === null) throw new Refusal('conflict.round-open');
    if (last && now.epochMilliseconds - last.openedAt.getTime() < apartDays * 86_400_000)
      throw new Refusal('conflict.round-soon', { days: apartDays });
    await sql`insert into customer_survey (public_id, wanted, opened_at, opened_by, closes_on)
      values (${publicId('cs', now.epochMilliseconds)}, ${wanted}, ${asDate(now)}, ${employeeIn(ctx)}, ${closesOn})`.execute(
      ctx.database,
    );
  });
}

/** Ends a round: from now on its answers count. @throws Refusal `not-found.round` */
export async function closeSurvey(ctx: Context, publicId: string): Promise<void> {
  const closed = await sql`
    update customer_survey set closed_at = ${asDate(ctx.clock.now())}, closed_by = ${employeeIn(ctx)}
    where public_id = ${publicId} and closed_at is null returning id`.execute(ctx.database);
  if (closed.rows.length === 0) throw new Refusal('not-found.round', { id: publicId });
}

/** Rounds whose last day has passed. */
export async function closeDueSurveys(ctx: Context): Promise<void> {
  await sql`update customer_survey set closed_at = ${asDate(ctx.clock.now())}
    where closed_at is null and closes_on < ${ctx.clock.now().toString().slice(0, 10)}::date`.execute(
    ctx.database,
  );
}

function employeeIn({ actor }: Context): string | null {
  return actor.kind === 'employee' ? actor.employeeId : null;
}
