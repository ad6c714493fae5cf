import { sql } from 'kysely';
import { type Context, transact } from '../context.ts';

const [payloadDays, rowDays] = [7, 730];

/**
 * Nightly: a week after its end a mail is only the fact that it was sent, to whose account and when; after two years
 * not even that. The address of somebody who was erased goes in the first night. Hosts that were tired yesterday are forgotten.
 */
export async function forgetMail(ctx: Context): Promise<void> {
  const before = (days: number) => new Date(ctx.clock.now().epochMilliseconds - days * 86_400_000);
  await transact(ctx, 'security', async (ctx) => {
    await sql`
      update mail set recipient = null, subject = null, body = null, unsubscribe = null, answer = null, domain = ''
      where recipient is not null
        and (ended_at < ${before(payloadDays)} or (kind = 'certificate' and ended_at is not null))`.execute(
      ctx.database,
    );
    await sql`delete from mail where ended_at < ${before(rowDays)}`.execute(ctx.database);
    await sql`delete from mail_domain where changed_at < ${before(1)}`.execute(ctx.database);
  });
}
