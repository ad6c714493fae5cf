import type { Book } from './book.ts';
import { type Cast, castTalk, type Occasion } from './casting.ts';
import { neighbourhoods } from './names.ts';
import { play } from './playing.ts';
import { type Rota, weekOf } from './rota.ts';
import { type Moment, momentOn, weekdayShare, zone } from './timing.ts';

export interface HalfYear {
  cast: Cast;
  rota: Rota;
  now: Temporal.Instant;
}

const perDay = 7.1;
/** Days back between which the yearly bills fall on the mat. */
const billWeek = { from: 69, until: 62 };
const outageDaysBack = 21;

export function days({ rota, now }: HalfYear): Temporal.PlainDate[] {
  const first = rota.start.toZonedDateTimeISO(zone).toPlainDate();
  const last = now.toZonedDateTimeISO(zone).toPlainDate();
  const count = last.since(first).days;
  return Array.from({ length: count + 1 }, (_, index) => first.add({ days: index }));
}

/** Every ordinary conversation up to two days ago, in order of time. */
export function ordinaryDays(year: HalfYear): Book[] {
  const { cast, now } = year;
  const border = now.subtract({ hours: 48 });
  const moments = days(year)
    .flatMap((day) => Array.from({ length: countFor(year, day) }, () => momentOn(day, cast.random)))
    .filter((at) => isBetween(at, year.rota.start, border))
    .sort((a, b) => a.epochMilliseconds - b.epochMilliseconds);
  return moments.map((at, index) =>
    playOne(year, { at, ...stressOn(year, at) }, `wk${String(index + 1).padStart(4, '0')}`),
  );
}

export function playOne({ cast, rota }: HalfYear, occasion: Occasion, thread: string): Book {
  const talk = castTalk(cast, occasion);
  const members = cast.present.get('forum nl') ?? [];
  return play(rota, talk, { thread, at: occasion.at, members });
}

/** The afternoon on which a digger hit the main cable: one neighbourhood, one hour, everybody at once. */
export function outageDay(year: HalfYear): Book[] {
  const { cast, now } = year;
  const day = now.toZonedDateTimeISO(zone).toPlainDate().subtract({ days: outageDaysBack });
  const from = day.toZonedDateTime({ timeZone: zone, plainTime: '16:24' });
  const fixed = { wijk: neighbourhoods[0] ?? '', plaats: 'Merendrecht', hersteld: '20:15' };
  return Array.from({ length: 64 }, (_, index) => {
    const at = from.add({ seconds: Math.round(cast.random.around(34, 2.3) * 60) });
    const occasion: Occasion = { at, subject: 'outage', fixed, first: cast.random.chance(0.82) };
    return playOne(year, occasion, `u${String(index + 1).padStart(4, '0')}`);
  });
}

function countFor(year: HalfYear, day: Temporal.PlainDate): number {
  const { random } = year.cast;
  const noon = day.toZonedDateTime({ timeZone: zone, plainTime: '12:00' });
  const growth = 0.92 + 0.012 * Math.max(0, weekOf(year.rota, noon));
  const expected = perDay * growth * weekdayShare(day) * (isBillDay(year, day) ? 1.8 : 1);
  return Math.max(0, Math.round(random.around(expected, 0.5)));
}

function stressOn(year: HalfYear, at: Moment): Pick<Occasion, 'stress'> {
  return isBillDay(year, at.toPlainDate()) ? { stress: { 'yearly-bill': 6, waiting: 2 } } : {};
}

function isBillDay({ now }: HalfYear, day: Temporal.PlainDate): boolean {
  const back = now.toZonedDateTimeISO(zone).toPlainDate().since(day).days;
  return back <= billWeek.from && back > billWeek.until;
}

export function isBetween(at: Moment, from: Temporal.Instant, until: Temporal.Instant): boolean {
  return at.epochMilliseconds >= from.epochMilliseconds && at.epochMilliseconds < until.epochMilliseconds;
}
