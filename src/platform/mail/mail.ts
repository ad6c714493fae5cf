import { sql } from 'kysely';
import { asDate } from '../clock.ts';
import type { Context, Locale } from '../context.ts';
import { sendJob } from '../jobs.ts';
import { publicId } from '../public-id.ts';
import { Refusal } from '../refusal.ts';
import { domainOf, requireAddress } from './address.ts';

/** What happens to a mail. `unknown`: the server took it or not, and the connection went before it said so. */
export const mailStates = ['waiting', 'calling', 'sent', 'failed', 'unknown', 'cancelled'] as const;
export type MailState = (typeof mailStates)[number];

export interface NewMail {
  /** One address, without a name. */
  to: string;
  /** What kind of mail: `sign-in`, `receipt`, `mailing` … Whoever decides at the moment of sending goes by it. */
  kind: string;
  /** Whose data it is; null for mail to a colleague. */
  personId: string | null;
  /** One line. */
  subject: string;
  /** Plain text; the HTML is made from it. Addresses in it become links; a line of its own with one, a button. */
  text: string;
  locale?: Locale;
  /** At most one mail is ever made for a key. */
  key?: string;
  /** What it belongs to: the number of a mailing, of a request. */
  reference?: string;
  /** Address that stops this kind of mail (RFC 8058). Every mail that is no service must have one. */
  unsubscribe?: string;
  /** Worth nothing after this; then it is not sent any more. */
  expiresAt?: Temporal.Instant;
  /** Do not ask for a job: whoever makes many asks once. */
  quiet?: true;
}

/** Purposes under which a mail is an answer or a duty, and needs no way to stop it. */
const service: readonly (string | null)[] = ['service', 'legal', 'security'];

/**
 * Puts a mail into the outbox, in the transaction of `ctx` and under its purpose: it leaves when that commits, and not
 * at all when it does not. Gives its number, or undefined when there is a mail with this key already.
 * Without a mail server (`POLDER_SMTP_URL`) it rests there, visible to colleagues.
 *
 * @throws Refusal `invalid.mail-address`; Error for a line break in the subject, and for a mail that people cannot stop
 * @example await sendMail(ctx, { to, kind: 'receipt', personId, subject: words.subject, text: words.text(link) })
 */
export async function sendMail(ctx: Context, mail: NewMail): Promise<string | undefined> {
  if (!ctx.purpose) throw new Error('a mail is made under a purpose, inside its transaction');
  requireAddress(mail.to);
  if (hasLineBreak(mail.subject)) throw new Refusal('invalid.mail-subject');
  if (!mail.unsubscribe && !service.includes(ctx.purpose)) {
    throw new Error(`mail for ${ctx.purpose} needs a way to stop it`);
  }
  const now = ctx.clock.now();
  const found = await sql<{ id: string }>`
    insert into mail (message_id, key, kind, purpose, person_id, reference, recipient, domain, subject, body, locale,
      unsubscribe, created_at, next_at, expires_at)
    values (${messageIdOf(ctx)}, ${mail.key ?? null}, ${mail.kind}, ${ctx.purpose}, ${mail.personId},
      ${mail.reference ?? null}, ${mail.to}, ${domainOf(mail.to)}, ${mail.subject}, ${mail.text},
      ${mail.locale ?? ctx.locale}, ${mail.unsubscribe ?? null}, ${asDate(now)}, ${asDate(now)},
      ${mail.expiresAt ? asDate(mail.expiresAt) : null})
    on conflict (key) do nothing returning id`.execute(ctx.database);
  const id = found.rows[0]?.id;
  if (id && !mail.quiet) await sendJob(ctx, mailJob, {});
  return id;
}

/** The name of the job that sends what waits. */
export const mailJob = 'send-mail';

/** Fixed when the mail is made: whatever is sent again is recognised as the same mail by servers and readers. */
function messageIdOf(ctx: Context): string {
  const host = URL.parse(ctx.outside.baseUrl)?.hostname ?? 'localhost';
  return `<${publicId('mail', ctx.clock.now().epochMilliseconds)}@${host}>`;
}

function hasLineBreak(text: string): boolean {
  return /[\r\n\0\u2028\u2029]/.test(text);
}
