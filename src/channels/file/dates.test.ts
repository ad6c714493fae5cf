import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Moment, readingDates } from './dates.ts';

const read = readingDates('Europe/Amsterdam');
const iso = (moment: Moment) => (typeof moment === 'number' ? new Date(moment).toISOString() : moment);

describe('a time is read', () => {
  test.each([
    ['2026-03-02T08:12:00+01:00', '2026-03-02T07:12:00.000Z'],
    ['2026-03-02T07:12:00Z', '2026-03-02T07:12:00.000Z'],
    ['2026-03-02t07:12:00.123456z', '2026-03-02T07:12:00.123Z'],
    ['2026-03-02 07:12:00,5 UTC', '2026-03-02T07:12:00.500Z'],
    ['2026-03-02 08:12:00+01', '2026-03-02T07:12:00.000Z'],
    ['2026-03-02T02:42-0430', '2026-03-02T07:12:00.000Z'],
    ['2026-03-02T08:12', '2026-03-02T07:12:00.000Z'],
    ['2026-07-02 08:12:30', '2026-07-02T06:12:30.000Z'],
    ['2026-03-02', '2026-03-01T23:00:00.000Z'],
    ['2-3-2026 8:12', '2026-03-02T07:12:00.000Z'],
    ['02-03-2026 08:12:59', '2026-03-02T07:12:59.000Z'],
    ['02-03-2026', '2026-03-01T23:00:00.000Z'],
    ['Mon Mar 02 07:12:00 +0000 2026', '2026-03-02T07:12:00.000Z'],
    ['Mon, 2 Mar 2026 08:12:00 +0100', '2026-03-02T07:12:00.000Z'],
    ['1772435520', '2026-03-02T07:12:00.000Z'],
    ['1772435520.25', '2026-03-02T07:12:00.250Z'],
    ['1772435520123', '2026-03-02T07:12:00.123Z'],
    ['99999999999', '1973-03-03T09:46:39.999Z'],
    ['2024-02-29', '2024-02-28T23:00:00.000Z'],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.000Z'],
  ])('%s', (written, instant) => {
    expect(iso(read(written))).toBe(instant);
  });
});

describe('a time is not made up', () => {
  test.each([
    'gisteren',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-03-02T24:00',
    '2026-03-02T08:60',
    '2026-03-02T08:12+24:00',
    '31-04-2026',
    '03/02/2026',
    '20260302',
    '12345',
    'Mon Foo 02 07:12:00 +0000 2026',
    '2026-03-02T08:12:00+01:00 of zo',
    '0000-00-00 00:00:00',
  ])('%s is unreadable', (written) => {
    expect(read(written)).toBe('unreadable');
  });

  test.each(['1969-12-31', '2101-01-01', '0026-03-02T08:12Z', '9999999999', '9999999999999'])(
    '%s is out of range',
    (written) => {
      expect(read(written)).toBe('out-of-range');
    },
  );
});

test('an hour that the clock passes twice is the first one, a skipped hour is moved on', () => {
  expect(iso(read('2026-10-25T02:30'))).toBe('2026-10-25T00:30:00.000Z');
  expect(iso(read('2026-03-29T02:30'))).toBe('2026-03-29T01:30:00.000Z');
});

const formats: readonly ((time: Temporal.ZonedDateTime) => string)[] = [
  (time) => time.toInstant().toString(),
  (time) => time.toString({ timeZoneName: 'never', smallestUnit: 'second' }),
  (time) => time.toString({ timeZoneName: 'never', offset: 'never', smallestUnit: 'second' }),
  (time) => String(time.epochMilliseconds / 1000),
  (time) => String(time.epochMilliseconds),
  (time) => `${two(time.day)}-${two(time.month)}-${time.year} ${clock(time)}`,
  (time) =>
    `Wed ${english(time)} ${two(time.day)} ${clock(time)} ${time.offset.replace(':', '')} ${time.year}`,
];

const two = (value: number) => String(value).padStart(2, '0');
const clock = (time: Temporal.ZonedDateTime) => [time.hour, time.minute, time.second].map(two).join(':');
const english = (time: Temporal.ZonedDateTime) =>
  time.toLocaleString('en-GB', { month: 'short' }).slice(0, 3);

/** Any format that an export may choose gives the same instant back. */
async function readsBack(reader: (raw: string) => Moment): Promise<void> {
  const seconds = fc.integer({ min: 1_000_000_000, max: 4_102_358_400 });
  const property = fc.property(seconds, fc.constantFrom(...formats), (second, format) => {
    const time = Temporal.Instant.fromEpochMilliseconds(second * 1000).toZonedDateTimeISO('Europe/Amsterdam');
    const again = time.toPlainDateTime().toZonedDateTime('Europe/Amsterdam');
    fc.pre(again.epochMilliseconds === time.epochMilliseconds);
    return reader(format(time)) === second * 1000;
  });
  fc.assert(property, { numRuns: 1000 });
}

describe('an instant written in any format is read back', () => {
  test('by the reader', () => readsBack(read));

  const utc = readingDates('UTC');
  test.each<[string, (raw: string) => Moment]>([
    ['takes local time for UTC', utc],
    ['ignores the offset', (raw) => read(raw.replace(/[+-]\d\d:?\d\d(?=$| \d{4}$)/, 'Z'))],
    ['takes seconds for milliseconds', (raw) => read(raw.replace(/^(\d{10})$/, '0$1'))],
    ['reads day-month as month-day', (raw) => read(raw.replace(/^(\d\d)-(\d\d)-/, '$2-$1-'))],
    ['loses the seconds', (raw) => read(raw.replace(/(:\d\d):\d\d/, '$1:00'))],
  ])('not by one that %s', async (_fault, mutant) => {
    await expect(readsBack(mutant)).rejects.toThrow();
  });
});
