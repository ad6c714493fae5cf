import { officeHours } from '../../organisation/calendar.ts';
import { getCalendar } from '../../organisation/opening/calendar-overview.ts';
import { calendarMade, followCalendar, longerHours } from '../../organisation/opening/following.ts';
import { getOrganisation } from '../../organisation/organisation.ts';
import type { Context } from '../../platform/context.ts';
import type { Openness } from '../library/template.ts';
import type { HoursReference, Scope } from '../scope.ts';
import type { Pilot } from './pilot.ts';

/** The calendar of the house, from which the longer ones are made. */
const base = 'default';

/**
 * Answering has hours, and there is one truth for them: the queues that worked by the hours of before work by those of
 * the new scope. So norms, waiting times and what is promised outside follow at once when the scope grows.
 */
export async function keepHoursOf(
  ctx: Context,
  { capabilities, scope: before }: Pick<Pilot, 'capabilities' | 'scope'>,
  { hours, departments }: Scope,
): Promise<number> {
  if (!hours || !capabilities.includes('inbox.webcare')) return 0;
  const from = before?.hours?.calendar ?? base;
  return followCalendar(ctx, { from, to: hours.calendar, departmentIds: departments });
}

/** The calendar for hours that a template asks for: made from those of the house when it is not there. */
export async function calendarFor(ctx: Context, openness: Openness, name: string): Promise<HoursReference> {
  const { versions } = await getCalendar(ctx, base);
  const [newest] = versions;
  if (openness === 'office') return { calendar: base, version: newest?.version ?? 1 };
  const hours = newest?.hours ?? officeHours((await getOrganisation(ctx)).timezone);
  return calendarMade(ctx, { key: openness, name, hours: longerHours(hours, openness) });
}
