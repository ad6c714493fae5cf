import { sql } from 'kysely';
import { asDate } from '../clock.ts';
import { type Context, transact } from '../context.ts';
import type { MailToSend } from './writing.ts';

/**
 * Takes the next mail that may leave now, and writes down that we are about to call the server: from here on a crash
 * is seen. None when nothing waits, when its host rests, or when this minute's mails are used up.
 */
export async function claimMail(ctx: Context, perMinute: number): Promise<MailToSend | undefined> {
  return transact(ctx, 'security', async (ctx) => {
    const now = asDate(ctx.clock.now());
    const minuteAgo = new Date(now.getTime() - 60_000);
    const found = await sql<MailToSend>`
      update mail set state = 'calling', attempts = attempts + 1, called_at = ${now}
      where id = (
        select m.id from mail m
        where m.state = 'waiting' and m.next_at <= ${now}
          and not exists (select from mail_domain d where d.domain = m.domain and d.resting_until > ${now})
          and (select count(*) from mail where called_at > ${minuteAgo}) < ${perMinute}
        order by m.next_at, m.id limit 1 for update of m skip locked)
      returning id, message_id as "messageId", kind, purpose, person_id as "personId", reference, recipient, domain,
        subject, body, locale, unsubscribe, attempts, created_at as "createdAt", expires_at as "expiresAt"`.execute(
      ctx.database,
    );
    return found.rows[0];
  });
}

/** Kinds that somebody waits for at this moment, and that do no harm twice: sent again as the same mail. */
const repeatable: readonly string[] = ['sign-in'];
/** Longer than any call takes: whoever made it is gone. */
const patience = 120_000;
const mostRepeats = 3;

/**
 * Mails whose sender died between calling the server and writing down its answer. Nobody knows whether they left, so
 * they become `unknown` and wait for a colleague. Only the repeatable kinds go out again by themselves.
 */
export async function settleCut(ctx: Context): Promise<void> {
  await transact(ctx, 'security', async (ctx) => {
    const now = asDate(ctx.clock.now());
    await sql`
      update mail set state = 'unknown', reason = 'crash', ended_at = ${now}
      where state = 'calling' and called_at < ${new Date(now.getTime() - patience)}`.execute(ctx.database);
    await sql`
      update mail set state = 'waiting', reason = 'repeated', ended_at = null, next_at = ${now}
      where state = 'unknown' and kind = any(${repeatable}::text[]) and attempts < ${mostRepeats}
        and recipient is not null and decided_by is null
        and (expires_at is null or expires_at > ${now})`.execute(ctx.database);
  });
}
