import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { sendJob } from '../../platform/jobs.ts';
import { addressKey, isAddress } from '../../platform/mail/address.ts';
import { sendMail } from '../../platform/mail/mail.ts';
import { throttle } from '../../platform/throttling.ts';
import { words } from '../../platform/words.ts';
import { linkMinutes, makeLink } from './link.ts';

export interface Asking {
  /** A mail address, or a handle on a network. */
  given: string;
  locale: Locale;
  /** Where the request came from; null when that says nothing about who it is. */
  remote: string | null;
}

/** Tries in a quarter of an hour: for one address or handle, from one place, and for everybody together. */
const limits = { given: 5, remote: 30, all: 600, seconds: 900 } as const;

/** The name of the job that sends links to whoever asked and is known. */
export const linkJob = 'send-links';

/**
 * Somebody wants to see their own data. Does the same and takes as long whether we know them or not: whether there is
 * anybody to mail is looked up later, in a job.
 * @throws Refusal `too-many.sign-in`
 */
export async function askForLink(ctx: Context, { given, locale, remote }: Asking): Promise<void> {
  const { seconds } = limits;
  if (remote) await throttle(ctx, `mine-from:${hashed(remote)}`, { most: limits.remote, seconds });
  await throttle(ctx, `mine:${hashed(handleKey(given))}`, { most: limits.given, seconds });
  await throttle(ctx, 'mine-all', { most: limits.all, seconds });
  await transact(ctx, 'security', async (ctx) => {
    const found = await sql<{ id: string }>`
      insert into link_request (given, locale, made_at)
      values (${handleKey(given)}, ${locale}, ${asDate(ctx.clock.now())}) returning id`.execute(ctx.database);
    await sendJob(ctx, linkJob, { id: found.rows[0]?.id ?? '' });
  });
}

/** The job: finds who may be meant, mails them, and forgets what was typed. Done once for one request. */
export async function answerLinkRequest(ctx: Context, id: string): Promise<void> {
  await transact(ctx, 'legal', async (ctx) => {
    const asked = await sql<{ given: string; locale: Locale }>`
      delete from link_request where id = ${id} returning given, locale`.execute(ctx.database);
    const request = asked.rows[0];
    if (!request) return;
    const found = await findProven(ctx, request.given);
    if (!found) return;
    const { url } = await makeLink(ctx, {
      kind: 'sign-in',
      personId: found.personId,
      address: found.address,
      locale: request.locale,
    });
    const { signIn } = words(request.locale).mail;
    await sendMail(ctx, {
      to: found.address,
      kind: 'sign-in',
      personId: found.personId,
      subject: signIn.subject,
      text: signIn.text(url, linkMinutes),
      locale: request.locale,
      expiresAt: ctx.clock.now().add({ minutes: linkMinutes }),
    });
  });
}

/**
 * The person behind what was typed, with a proven address of theirs: the address itself, or one of whoever has this
 * handle. Nobody when a handle belongs to more than one, on different networks: we do not guess.
 */
async function findProven(
  ctx: Context,
  given: string,
): Promise<{ personId: string; address: string } | undefined> {
  const byAddress = isAddress(given);
  const found = await sql<{ personId: string; address: string }>`
    select distinct on (i.person_id) i.person_id as "personId", i.address from identity i
    where i.address_kind = 'mail' and i.proof in ('verified', 'confirmed') and i.address is not null
      and ${
        byAddress
          ? sql`i.address = ${given}`
          : sql`i.person_id in (select h.person_id from identity h where h.external_id = ${given}
              and h.proof in ('verified', 'confirmed'))`
      }
    order by i.person_id, i.id limit 2`.execute(ctx.database);
  return found.rows.length === 1 ? found.rows[0] : undefined;
}

function handleKey(given: string): string {
  return addressKey(given).replace(/^@/, '');
}

/** What was typed is kept nowhere longer than needed, so it is counted under a hash. */
function hashed(value: string): string {
  return createHash('sha256').update(value).digest('base64url').slice(0, 22);
}
