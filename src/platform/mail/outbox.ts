import { sql } from 'kysely';
import { type Context, transact } from '../context.ts';
import type { MailState } from './mail.ts';

export interface OutboxCount {
  state: MailState;
  mails: number;
}

export interface TroubledMail {
  id: string;
  kind: string;
  /** The host alone: whose mail it is, is nobody's business here. */
  domain: string;
  state: MailState;
  reason: string | null;
  answer: string | null;
  attempts: number;
  at: Date;
  /** Still whole, so it can be sent again. */
  whole: boolean;
}

const shown = 50;

/** How many mails stand where; sent and cancelled ones of the last week. Two statements. */
export async function readOutbox(
  ctx: Context,
): Promise<{ counts: OutboxCount[]; troubled: TroubledMail[]; resting: string[] }> {
  return transact(ctx, 'security', async (ctx) => {
    const now = ctx.clock.now();
    const since = new Date(now.epochMilliseconds - 7 * 86_400_000);
    const counts = await sql<OutboxCount>`
      select state, count(*)::int as mails from mail
      where ended_at is null or ended_at > ${since} group by 1 order by 1`.execute(ctx.database);
    const troubled = await sql<TroubledMail>`
      select id, kind, domain, state, reason, answer, attempts, coalesce(ended_at, created_at) as at,
        recipient is not null as whole
      from mail where state in ('unknown', 'failed') or (state = 'waiting' and attempts > 0)
      order by (state = 'unknown') desc, id desc limit ${shown}`.execute(ctx.database);
    const resting = await sql<{ domain: string }>`
      select domain from mail_domain where resting_until > ${new Date(now.epochMilliseconds)} order by 1 limit 20`.execute(
      ctx.database,
    );
    return {
      counts: counts.rows,
      troubled: troubled.rows,
      resting: resting.rows.map(({ domain }) => domain),
    };
  });
}
