const slot = 15 * 60_000;
const mostSlots = 20_000;

/**
 * Turns a wall-clock time in `zone` (written as if it were UTC, in ms) into an instant (ms since 1970). A time
 * that the clock skipped or passed twice is read as Temporal's "compatible" does. Refuses an unknown zone with
 * a RangeError at once.
 *
 * Asking Temporal for each row costs more than all other parsing together, so a quarter of an hour in which
 * the offset does not change is asked once.
 */
export function wallClock(zone: string): (wall: number) => number {
  const offsets = new Map<number, number | null>();
  offsetAt(0, zone);
  return (wall) => {
    const start = Math.floor(wall / slot) * slot;
    let offset = offsets.get(start);
    if (offset === undefined) {
      if (offsets.size >= mostSlots) offsets.clear();
      const first = offsetAt(start, zone);
      offset = first === offsetAt(start + slot - 1, zone) ? first : null;
      offsets.set(start, offset);
    }
    return wall - (offset ?? offsetAt(wall, zone));
  };
}

function offsetAt(wall: number, zone: string): number {
  const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  return wall - plain.toZonedDateTime(zone).epochMilliseconds;
}
