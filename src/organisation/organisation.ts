import { asDate } from '../platform/clock.ts';
import type { Context, Locale } from '../platform/context.ts';
import { Refusal } from '../platform/refusal.ts';

export interface Organisation {
  name: string;
  timezone: string;
  locale: Locale;
  setUp: boolean;
}

export async function getOrganisation(ctx: Context): Promise<Organisation> {
  const row = await ctx.database.selectFrom('organisation').selectAll().executeTakeFirst();
  if (!row) throw new Refusal('not-found.organisation');
  return {
    name: row.name,
    timezone: row.timezone,
    locale: row.locale as Locale,
    setUp: row.set_up_at !== null,
  };
}

/** Names the organisation; the moment it is first named is when it counts as set up. */
export async function nameOrganisation(
  ctx: Context,
  { name, timezone, locale }: { name: string; timezone: string; locale: Locale },
): Promise<void> {
  if (!isTimezone(timezone)) throw new Refusal('invalid.timezone', { timezone });
  await ctx.database
    .updateTable('organisation')
    .set({ name, timezone, locale, set_up_at: asDate(ctx.clock.now()) })
    .execute();
}

export function isTimezone(timezone: string): boolean {
  try {
    Intl.DateTimeFormat('en', { timeZone: timezone });
    return true;
  } catch {
    return false;
  }
}
