/** Nobody is written to between these hours, local time, unless it is service. */
const [from, until] = [21, 8];

/** When it is quiet now: the moment at which it no longer is. */
export function nextWaking(now: Temporal.Instant, timeZone: string): Temporal.Instant | undefined {
  const here = now.toZonedDateTimeISO(timeZone);
  if (here.hour >= until && here.hour < from) return undefined;
  const day = here.hour >= from ? here.add({ days: 1 }) : here;
  return day.withPlainTime({ hour: until }).toInstant();
}
