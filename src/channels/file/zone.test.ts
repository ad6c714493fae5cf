import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wallClock } from './zone.ts';

type WallClock = (zone: string) => (wall: number) => number;

const zones = ['Europe/Amsterdam', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];

function byTemporal(wall: number, zone: string): number {
  const plain = Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC').toPlainDateTime();
  return plain.toZonedDateTime(zone).epochMilliseconds;
}

/** Minutes around the changes of the clock, where a shortcut goes wrong, and any other minute. */
const walls = fc.oneof(
  fc.integer({ min: 0, max: 68_000_000 }),
  fc
    .record({ year: fc.integer({ min: 1975, max: 2040 }), day: fc.integer({ min: 0, max: 365 }) })
    .chain(({ year, day }) =>
      fc.integer({ min: 0, max: 240 }).map((m) => Date.UTC(year, 0, day) / 60_000 + m),
    ),
);

/** The shortcut gives what Temporal gives, however often and in whatever order it is asked. */
function agreesWithTemporal(clock: WallClock): void {
  const property = fc.property(
    fc.constantFrom(...zones),
    fc.array(walls, { size: 'max', maxLength: 100 }),
    (zone, minutes) => {
      const instant = clock(zone);
      return minutes.every((minute) => instant(minute * 60_000) === byTemporal(minute * 60_000, zone));
    },
  );
  fc.assert(property, { numRuns: clock === wallClock ? 60 : 1000, endOnFailure: clock !== wallClock });
}

describe('a wall clock time is the instant that Temporal gives', () => {
  test('with the offsets remembered', () => agreesWithTemporal(wallClock));

  const remembered = (slot: number) => (zone: string) => (wall: number) => {
    const start = Math.floor(wall / slot) * slot;
    return wall - (start - byTemporal(start, zone));
  };
  test.each<[string, WallClock]>([
    ['remembers an offset for a whole day', remembered(86_400_000)],
    ['knows no summer time', (zone) => (wall) => wall - (0 - byTemporal(0, zone))],
    ['has the sign of the offset wrong', (zone) => (wall) => wall + (wall - byTemporal(wall, zone))],
    ['rounds to a quarter', (zone) => (wall) => byTemporal(Math.floor(wall / 900_000) * 900_000, zone)],
  ])('not by one that %s', (_fault, mutant) => {
    expect(() => agreesWithTemporal(mutant)).toThrow();
  });
});

test('a zone that does not exist is refused at once', () => {
  expect(() => wallClock('Europe/Waterkracht')).toThrow(RangeError);
});
