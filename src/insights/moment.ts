import { firstHeardAt, lastHeardAt } from '../listening/measures.ts';
import { getOrganisation } from '../organisation/organisation.ts';
import { asInstant } from '../platform/clock.ts';
import { type Context, transact } from '../platform/context.ts';

/**
 * The moment figures are evaluated at: the end of the last week with messages, so that imported history speaks;
 * while that week still runs, now.
 */
export async function lastMoment(ctx: Context): Promise<Temporal.Instant | undefined> {
  const last = await transact(ctx, 'service', lastHeardAt);
  if (!last) return undefined;
  const { timezone } = await getOrganisation(ctx);
  const local = asInstant(last).toZonedDateTimeISO(timezone);
  const nextMonday = local
    .add({ days: 8 - local.dayOfWeek })
    .startOfDay()
    .toInstant();
  const now = ctx.clock.now();
  return Temporal.Instant.compare(nextMonday, now) > 0 ? now : nextMonday;
}

/** When the first message was said; undefined while nothing was heard. */
export async function firstMoment(ctx: Context): Promise<Temporal.Instant | undefined> {
  const first = await transact(ctx, 'service', firstHeardAt);
  return first && asInstant(first);
}
