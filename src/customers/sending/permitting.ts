import { sql } from 'kysely';
import type { Context } from '../../platform/context.ts';
import type { Verdict } from '../../platform/mail/sending.ts';
import type { LeftMail } from '../../platform/mail/settling.ts';
import type { MailToSend } from '../../platform/mail/writing.ts';
import { isRefusal } from '../../platform/refusal.ts';
import type { Activity } from '../../privacy/activity.ts';
import { lockForUse } from '../../privacy/locking.ts';
import { whyNotNow } from '../../privacy/terms/term.ts';
import { termsOf } from '../../privacy/terms/terming.ts';
import { enterAfterwards, enterUse } from '../using.ts';
import { provenAddress } from './handing.ts';
import { getMailing, holdMailing, type Mailing } from './mailing.ts';
import { nextWaking } from './quiet-hours.ts';

const activities: Readonly<Record<string, Activity>> = {
  service: 'mail.service',
  legal: 'mail.legal',
  offers: 'mail.offers',
  invite: 'mail.invite',
  measure: 'survey.asked',
};

/** So many mails that are no service does one person get in seven days, over all mailings. */
const mostInAWeek = 2;
const week = 7 * 86_400_000;

/**
 * The check at the moment of effect, for every mail about a person: in the transaction in which the server is called,
 * under the lock that a decision of the person waits for. So a mail is before the withdrawal and in the ledger, or it
 * does not leave. What speaks against it is asked first; the use is written last, when it is going to happen.
 */
export async function permitMail(ctx: Context, mail: MailToSend): Promise<Verdict> {
  if (mail.personId === null) return { kind: 'go' };
  await lockForUse(ctx, mail.personId);
  const against = mail.kind === 'mailing' ? await againstMailing(ctx, mail, mail.personId) : undefined;
  return against ?? enter(ctx, mail, mail.personId);
}

/** The row in the ledger of a mail that left although Polder died before it could write so. */
export async function enterLeft(ctx: Context, mail: LeftMail): Promise<void> {
  if (mail.personId !== null) await enterAfterwards(ctx, mail.personId, entryOf(mail));
}

function entryOf({ purpose, reference, messageId }: LeftMail) {
  const activity = activities[purpose];
  if (!activity) throw new Error(`no activity stands for mail under ${purpose}`);
  return { activity, reference: reference ?? messageId };
}

async function enter(ctx: Context, mail: MailToSend, personId: string): Promise<Verdict> {
  const entry = entryOf(mail);
  try {
    await enterUse(ctx, personId, entry);
    return { kind: 'go' };
  } catch (error) {
    if (!isRefusal(error) || error.code !== 'forbidden.purpose') throw error;
    return { kind: 'cancel', reason: reasonOf(error.details.state) };
  }
}

/** In the words in which colleagues and the person read it. */
function reasonOf(state: unknown): string {
  if (state === 'denied') return 'withdrawn';
  return typeof state === 'string' ? state : 'not-allowed';
}

async function againstMailing(
  ctx: Context,
  mail: MailToSend,
  personId: string,
): Promise<Verdict | undefined> {
  const id = mail.reference ?? '0';
  await holdMailing(ctx, id, 'together');
  const mailing = await getMailing(ctx, { id });
  const now = ctx.clock.now();
  if (mailing.state === 'paused') return { kind: 'later', reason: 'paused', at: now.add({ minutes: 1 }) };
  if (mailing.state !== 'sending') return { kind: 'cancel', reason: 'stopped' };
  if (!(await stillTheirs(ctx, personId, mail.recipient))) return { kind: 'cancel', reason: 'no-address' };
  if (mailing.purpose === 'service') return undefined;
  const terms = whyNotNow(await termsOf(ctx, personId), { channel: 'mail', at: now });
  if (terms === 'channel' || terms === 'phone') return { kind: 'cancel', reason: 'terms' };
  // The person's own quiet hours are asked again each hour; ours end at a known moment.
  if (terms === 'quiet') return { kind: 'later', reason: 'quiet-hours', at: now.add({ hours: 1 }) };
  const waking = nextWaking(now, mailing.timeZone);
  if (waking) return { kind: 'later', reason: 'quiet-hours', at: waking };
  if (await oftenEnough(ctx, mailing, personId)) return { kind: 'cancel', reason: 'too-often' };
  return undefined;
}

async function stillTheirs(ctx: Context, personId: string, address: string): Promise<boolean> {
  const found = await sql<{ address: string | null }>`
    select ${provenAddress(sql`${personId}::bigint`)} as address`.execute(ctx.database);
  return found.rows[0]?.address === address;
}

/** Counted one after the other for one person, so that two mailings at once do not both find room. */
async function oftenEnough(ctx: Context, mailing: Mailing, personId: string): Promise<boolean> {
  await sql`select pg_advisory_xact_lock(7002, (${personId}::bigint % 2147483647)::int)`.execute(
    ctx.database,
  );
  const since = new Date(ctx.clock.now().epochMilliseconds - week);
  const found = await sql<{ n: number }>`
    select count(*)::int as n from mail where person_id = ${personId} and kind = 'mailing'
      and state in ('sent', 'unknown') and purpose <> 'service' and ended_at > ${since}
      and reference <> ${mailing.id}`.execute(ctx.database);
  return (found.rows[0]?.n ?? 0) >= mostInAWeek;
}
