/** The midnight with which a week ends, where the organisation is: the Monday after it. */
export function mondayAfter(moment: Temporal.Instant, zone: string): Temporal.Instant {
  const local = moment.toZonedDateTimeISO(zone);
  return local
    .add({ days: 8 - local.dayOfWeek })
    .startOfDay()
    .toInstant();
}

/** Every Monday midnight after `from` that has come by `until`. */
export function mondaysBetween(
  from: Temporal.Instant,
  until: Temporal.Instant,
  zone: string,
): Temporal.Instant[] {
  const mondays: Temporal.Instant[] = [];
  let next = mondayAfter(from, zone);
  while (Temporal.Instant.compare(next, until) <= 0) {
    mondays.push(next);
    next = mondayAfter(next, zone);
  }
  return mondays;
}
