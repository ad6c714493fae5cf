import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, transact } from '../../platform/context.ts';
import { sendJob } from '../../platform/jobs.ts';
import { type Permit, type SendingOptions, sendWaiting } from '../../platform/mail/sending.ts';
import { handNext } from './handing.ts';
import { permitMail } from './permitting.ts';
import { mailingJob } from './running.ts';

/** Minutes after which the job makes room for others and asks for itself again. */
const turnMinutes = 5;

/** The job: hands over and sends, a batch of each mailing in turn, until nobody is left who may be written to now. */
export async function runMailings(
  ctx: Context,
  { permit = permitMail, ...options }: SendingOptions & { permit?: Permit } = {},
): Promise<void> {
  const end = ctx.clock.now().add({ minutes: turnMinutes });
  for (;;) {
    let dealt = 0;
    for (const id of await running(ctx)) dealt += await handNext(ctx, id);
    if (dealt > 0) await sendWaiting(ctx, permit, options);
    await finish(ctx);
    if (dealt === 0) return;
    if (Temporal.Instant.compare(ctx.clock.now(), end) > 0)
      return transact(ctx, null, (ctx) => sendJob(ctx, mailingJob, {}));
  }
}

async function running(ctx: Context): Promise<string[]> {
  const rows = await ctx.database
    .selectFrom('mailing')
    .select('id')
    .where('state', '=', 'sending')
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** A mailing is done when everybody has an ending. */
async function finish(ctx: Context): Promise<void> {
  await transact(ctx, 'service', async (ctx) => {
    const done = await sql<{ id: string }>`
      update mailing g set state = 'done', ended_at = ${asDate(ctx.clock.now())}
      where g.state = 'sending'
        and not exists (select from mailing_recipient r
          where r.mailing_id = g.id and r.mail_id is null and r.skipped is null)
        and not exists (select from mail m where m.kind = 'mailing' and m.reference = g.id::text
          and m.state in ('waiting', 'calling'))
      returning g.id`.execute(ctx.database);
    await ctx.emit(done.rows.map(({ id }) => ({ verb: 'mailing.done', subject: { kind: 'mailing', id } })));
  });
}
