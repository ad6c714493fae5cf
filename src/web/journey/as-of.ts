/** Until when was measured, for words, for the form and for addresses. */
export interface AsOf {
  /** The instant itself. */
  at: string;
  /** The last moment that counted: names the last day, not the midnight after it. */
  until: string;
  /** Whole days only: the last day, `2026-11-22`. */
  day: string;
  wholeDay: boolean;
  /** For the query of an address: the day, or the instant when it ends within a day. */
  place: string;
}

export function asOfView(asOf: Temporal.Instant, timeZone: string): AsOf {
  const until = asOf.subtract({ milliseconds: 1 });
  const local = asOf.toZonedDateTimeISO(timeZone);
  const wholeDay = local.equals(local.startOfDay());
  const day = until.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return {
    at: asOf.toString(),
    until: until.toString(),
    day,
    wholeDay,
    place: wholeDay ? day : asOf.toString(),
  };
}
