import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { sendJob } from '../../platform/jobs.ts';
import { Refusal } from '../../platform/refusal.ts';
import { allows } from '../../privacy/predicate.ts';
import { personsIn } from './audience.ts';
import { colleague, requireState } from './drafting.ts';
import { getMailing, type MailingState, takeMailing } from './mailing.ts';

/** The name of the job that sends what was started. */
export const mailingJob = 'send-mailings';

/**
 * Starts an approved mailing: fixes for whom it is, each person once, also when they stand in our books under several
 * names. Who does not allow the purpose is not listed, only counted.
 * @throws Refusal `conflict.no-mail-server`, `conflict.mailing-state`
 */
export async function startMailing(ctx: Context, publicId: string): Promise<void> {
  const me = colleague(ctx);
  if (!ctx.outside.smtp) throw new Refusal('conflict.no-mail-server');
  const { purpose } = await transact(ctx, null, (ctx) => getMailing(ctx, { publicId }));
  await transact(ctx, purpose, async (ctx) => {
    const mailing = await takeMailing(ctx, publicId);
    requireState(mailing.state, ['approved']);
    const persons = await personsIn(ctx, mailing.audience, mailing.purpose);
    const counted = await sql<{ all: number; listed: number }>`
      with meant as (
        select distinct coalesce(s.shown_id, a.person_id) as id
        from (${persons}) a left join person_shown s on s.person_id = a.person_id),
      listed as (
        insert into mailing_recipient (mailing_id, person_id)
        select ${mailing.id}, m.id from meant m where ${allows(sql`m.id`, mailing.purpose)} returning 1)
      select (select count(*)::int from meant) as all, (select count(*)::int from listed) as listed`.execute(
      ctx.database,
    );
    const { all = 0, listed = 0 } = counted.rows[0] ?? {};
    const now = asDate(ctx.clock.now());
    await ctx.database
      .updateTable('mailing')
      .set({ state: 'sending', started_at: now, started_by: me.employeeId, left_out: all - listed })
      .where('id', '=', mailing.id)
      .execute();
    await ctx.emit([{ verb: 'mailing.started', subject: { kind: 'mailing', id: mailing.id } }]);
    await sendJob(ctx, mailingJob, {});
  });
}

/** Nothing leaves any more once this answers; what waits stays where it is. */
export function pauseMailing(ctx: Context, publicId: string): Promise<void> {
  return turn(ctx, publicId, { from: ['sending'], to: 'paused' });
}

export function resumeMailing(ctx: Context, publicId: string): Promise<void> {
  return turn(ctx, publicId, { from: ['paused'], to: 'sending' });
}

/** For good: nothing leaves any more once this answers, and whoever was still to get it is kept with that reason. */
export function stopMailing(ctx: Context, publicId: string): Promise<void> {
  return turn(ctx, publicId, { from: ['draft', 'approved', 'sending', 'paused'], to: 'stopped' });
}

async function turn(
  ctx: Context,
  publicId: string,
  { from, to }: { from: readonly MailingState[]; to: MailingState },
): Promise<void> {
  colleague(ctx);
  await transact(ctx, 'service', async (ctx) => {
    const { id, state } = await takeMailing(ctx, publicId);
    requireState(state, from);
    const now = asDate(ctx.clock.now());
    const ended = to === 'stopped' ? now : null;
    await ctx.database
      .updateTable('mailing')
      .set({ state: to, ended_at: ended })
      .where('id', '=', id)
      .execute();
    if (to === 'stopped') await skipRest(ctx, id);
    if (to === 'sending') await sendJob(ctx, mailingJob, {});
    await ctx.emit([
      { verb: `mailing.${to === 'sending' ? 'resumed' : to}`, subject: { kind: 'mailing', id } },
    ]);
  });
}

async function skipRest(ctx: Context, id: string): Promise<void> {
  await sql`
    update mailing_recipient set skipped = 'stopped', at = ${asDate(ctx.clock.now())}
    where mailing_id = ${id} and mail_id is null and skipped is null`.execute(ctx.database);
}
