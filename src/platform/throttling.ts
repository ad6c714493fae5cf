import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from './context.ts';
import { Refusal } from './refusal.ts';

/**
 * Counts one try under `key`, in the database so that all processes count together.
 * @throws Refusal `too-many.sign-in` above `most` tries within `seconds`.
 */
export async function throttle(
  ctx: Context,
  key: string,
  { most, seconds }: { most: number; seconds: number },
): Promise<void> {
  const now = ctx.clock.now().epochMilliseconds;
  const counted = await sql<{ count: number }>`
    insert into auth."rateLimit" ("id", "key", "count", "lastRequest") values (${key}, ${key}, 1, ${now})
    on conflict ("key") do update set
      "count" = case when auth."rateLimit"."lastRequest" < ${now - seconds * 1000} then 1
        else auth."rateLimit"."count" + 1 end,
      "lastRequest" = case when auth."rateLimit"."lastRequest" < ${now - seconds * 1000} then ${now}
        else auth."rateLimit"."lastRequest" end
    returning "count"`.execute(ctx.database);
  if ((counted.rows[0]?.count ?? 0) > most) throw new Refusal('too-many.sign-in', { seconds });
}

interface SignIn {
  email: string;
  /** The device, when this account was signed in to from there before. */
  device: string | undefined;
  /** The address at the other end, when it says anything. */
  remote: string | undefined;
}

/**
 * Counts a try to sign in: for the account and for where it came from. A device that the account knows has a count of
 * its own, so that nobody who guesses can keep the owner out.
 * @throws Refusal `too-many.sign-in`
 */
export async function throttleSignIn(ctx: Context, { email, device, remote }: SignIn): Promise<void> {
  const seconds = 300;
  if (device) return throttle(ctx, `sign-in-known:${device}`, { most: 10, seconds });
  if (remote) {
    const from = createHash('sha256').update(remote).digest('base64url').slice(0, 22);
    await throttle(ctx, `sign-in-from:${from}`, { most: 60, seconds });
  }
  await throttle(ctx, `sign-in:${email.toLowerCase()}`, { most: 10, seconds });
}
