import { asDate } from '../platform/clock.ts';
import type { Context } from '../platform/context.ts';
import { officeHours } from './calendar.ts';
import { changeCalendar } from './calendars.ts';
import { closedOn, dutchHolidays } from './holidays.ts';
import { defaultQueueKey } from './queues.ts';

const timezone = 'Europe/Amsterdam';

/**
 * What every installation has before anybody signs in: the organisation's one row, the default calendar
 * (office hours with the Dutch holidays of six years) and one queue. Does nothing the second time.
 */
export async function found(ctx: Context): Promise<void> {
  const made = await ctx.database
    .insertInto('organisation')
    .values({ id: 1, name: 'Polder', timezone, locale: 'nl', created_at: asDate(ctx.clock.now()) })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return;
  const calendar = await ctx.database
    .insertInto('calendar')
    .values({ key: 'default', name: 'Kantooruren' })
    .returning('id')
    .executeTakeFirstOrThrow();
  const year = ctx.clock.now().toZonedDateTimeISO(timezone).year;
  const years = [-2, -1, 0, 1, 2, 3].map((step) => year + step);
  const hours = officeHours(timezone);
  const exceptions = closedOn(years.flatMap(dutchHolidays), 'nl');
  await changeCalendar(ctx, calendar.id, { ...hours, exceptions });
  await ctx.database
    .insertInto('queue')
    .values({ key: defaultQueueKey, name: 'Algemeen', calendar_id: calendar.id })
    .execute();
}
