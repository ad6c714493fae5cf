import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { asDate } from '../../platform/clock.ts';
import { type Context, type Locale, transact } from '../../platform/context.ts';
import { sendJob } from '../../platform/jobs.ts';
import { throttle } from '../../platform/throttling.ts';
import { mailPasswordLink, makePasswordLink } from './password-link.ts';

/** Tries in a quarter of an hour: for one address, from one place, and for everybody together. */
const limits = { address: 3, remote: 20, all: 300, seconds: 900 } as const;

/** The name of the job that mails links to whoever asked and works here. */
export const passwordJob = 'send-password-links';

export interface Forgotten {
  email: string;
  locale: Locale;
  /** Where the request came from; null when that says nothing about who it is. */
  remote: string | null;
}

/**
 * Somebody forgot a password. Does the same and takes as long whether anybody has this address or not: that is looked
 * up later, in a job. @throws Refusal `too-many.sign-in`
 */
export async function forgetPassword(ctx: Context, { email, locale, remote }: Forgotten): Promise<void> {
  const { seconds } = limits;
  const address = email.trim().toLowerCase();
  if (remote) await throttle(ctx, `password-from:${hashed(remote)}`, { most: limits.remote, seconds });
  await throttle(ctx, `password:${hashed(address)}`, { most: limits.address, seconds });
  await throttle(ctx, 'password-all', { most: limits.all, seconds });
  await transact(ctx, 'security', async (ctx) => {
    const found = await sql<{ id: string }>`
      insert into password_request (email, locale, made_at)
      values (${address}, ${locale}, ${asDate(ctx.clock.now())}) returning id`.execute(ctx.database);
    await sendJob(ctx, passwordJob, { id: found.rows[0]?.id ?? '' });
  });
}

/** The job: mails the link to the address that we know, and forgets what was typed. Done once for one request. */
export async function answerForgotten(ctx: Context, id: string): Promise<void> {
  await transact(ctx, 'security', async (ctx) => {
    const asked = await sql<{ email: string; locale: Locale }>`
      delete from password_request where id = ${id} returning email, locale`.execute(ctx.database);
    const [request] = asked.rows;
    if (!request || !ctx.outside.smtp) return;
    const found = await sql<{ id: string; name: string; email: string; locale: Locale | null }>`
      select id, name, email, locale from employee
      where lower(email) = ${request.email} and left_at is null and user_id is not null for update`.execute(
      ctx.database,
    );
    const [colleague] = found.rows;
    if (!colleague) return;
    const made = await makePasswordLink(ctx, { employeeId: colleague.id, askedBy: 'self' });
    await mailPasswordLink(ctx, { ...colleague, locale: colleague.locale ?? request.locale }, made);
  });
}

/** Nightly: what was typed and never answered, and links a year after they ended. */
export async function forgetPasswordLinks(ctx: Context): Promise<void> {
  const now = ctx.clock.now();
  await sql`delete from password_request where made_at < ${asDate(now.subtract({ hours: 24 }))}`.execute(
    ctx.database,
  );
  await sql`delete from password_link where expires_at < ${asDate(now.subtract({ hours: 365 * 24 }))}`.execute(
    ctx.database,
  );
}

/** What was typed is kept nowhere longer than needed, so it is counted under a hash. */
function hashed(value: string): string {
  return createHash('sha256').update(value).digest('base64url').slice(0, 22);
}
