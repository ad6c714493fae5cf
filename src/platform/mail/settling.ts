import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import { asDate } from '../clock.ts';
import type { Context } from '../context.ts';
import { Refusal } from '../refusal.ts';
import type { MailState } from './mail.ts';
import type { Outcome } from './outcome.ts';
import type { MailToSend } from './writing.ts';

const minute = 60_000;
/** How long a mail is tried before it is given up, as mail servers themselves do. */
const longestTrying = 48 * 60 * minute;

/** What a mail becomes. `next`: when it is tried again. */
export interface Ending {
  state: Exclude<MailState, 'calling'>;
  reason: string | null;
  answer?: string;
  next?: Date;
}

/** What one try makes of a mail. */
export function endingOf(mail: MailToSend, outcome: Outcome, now: Date): Ending {
  const { answer } = outcome;
  if (outcome.kind === 'sent') return { state: 'sent', reason: null, answer };
  if (outcome.kind === 'refused') return { state: 'failed', reason: 'refused', answer };
  if (outcome.kind === 'unknown') return { state: 'unknown', reason: 'unanswered', answer };
  if (now.getTime() - mail.createdAt.getTime() > longestTrying)
    return { state: 'failed', reason: 'given-up', answer };
  return { state: 'waiting', reason: outcome.reason, answer, next: pauseAfter(mail.attempts, now) };
}

/** Full jitter, so that what failed together does not come back together. */
function pauseAfter(attempts: number, now: Date): Date {
  const most = Math.min(30 * minute, 15_000 * 2 ** Math.min(attempts, 12));
  return new Date(now.getTime() + randomInt(2000, most));
}

/** Writes down how it ended, if nobody else did: the number of the attempt guards it. */
export async function settle(ctx: Context, { id, attempts }: MailToSend, ending: Ending): Promise<void> {
  const now = asDate(ctx.clock.now());
  await sql`
    update mail set state = ${ending.state}, reason = ${ending.reason}, answer = ${ending.answer ?? null},
      next_at = coalesce(${ending.next ?? null}, next_at),
      ended_at = ${ending.state === 'waiting' ? null : now}
    where id = ${id} and attempts = ${attempts} and state in ('calling', 'unknown') and decided_by is null`.execute(
    ctx.database,
  );
}

const mostFailures = 5;
const restMinutes = 15;

/** A mail host that says "not now" five times in a row gets a quarter of an hour of rest; one success clears it. */
export async function heedDomain(ctx: Context, domain: string, outcome: Outcome): Promise<void> {
  const now = asDate(ctx.clock.now());
  if (outcome.kind === 'sent') {
    await sql`delete from mail_domain where domain = ${domain}`.execute(ctx.database);
  } else if (outcome.kind === 'later' && outcome.reason === 'temporary') {
    const until = new Date(now.getTime() + restMinutes * minute);
    await sql`
      insert into mail_domain as d (domain, failures, changed_at) values (${domain}, 1, ${now})
      on conflict (domain) do update set changed_at = ${now},
        failures = case when d.failures + 1 >= ${mostFailures} then 0 else d.failures + 1 end,
        resting_until = case when d.failures + 1 >= ${mostFailures} then ${until} else d.resting_until end`.execute(
      ctx.database,
    );
  }
}

/** A mail that turns out to have left, as far as is still known. */
export type LeftMail = Pick<MailToSend, 'id' | 'messageId' | 'purpose' | 'personId' | 'reference'>;

/** What else must be written when it turns out that a mail left, in the transaction that says so. */
export type OnLeft = (ctx: Context, mail: LeftMail) => Promise<void>;

/**
 * A colleague decides about a mail of which nobody knows whether it left: it did, or it goes again as the same mail.
 * `onLeft` mends what was lost when Polder died between the answer of the server and writing it down.
 * @throws Refusal `conflict.mail-settled` when it is not in that state (any more)
 */
export async function decideUnknown(
  ctx: Context,
  { id, what }: { id: string; what: 'sent' | 'again' },
  onLeft: OnLeft,
): Promise<void> {
  if (ctx.actor.kind !== 'employee') throw new Refusal('forbidden.action');
  const now = asDate(ctx.clock.now());
  const found = await sql<LeftMail>`
    update mail set state = ${what === 'sent' ? 'sent' : 'waiting'}, reason = 'decided', next_at = ${now},
      ended_at = ${what === 'sent' ? now : null}, decided_by = ${what === 'sent' ? ctx.actor.employeeId : null}
    where id = ${id} and state = 'unknown' and (${what} = 'sent' or recipient is not null)
    returning id, message_id as "messageId", purpose, person_id as "personId", reference`.execute(
    ctx.database,
  );
  const [mail] = found.rows;
  if (!mail) throw new Refusal('conflict.mail-settled');
  if (what === 'sent') await onLeft(ctx, mail);
}
