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
