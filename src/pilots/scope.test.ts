import { describe, expect, test } from 'vitest';
import { compileCalendar, officeHours, type Weekday } from '../organisation/calendar.ts';
import { isRefusal } from '../platform/refusal.ts';
import { covers, type FindCalendar, type Scope, type Situation, widens } from './scope.ts';
import { parseScope } from './scope-reading.ts';

const office = officeHours('Europe/Amsterdam');
const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5];
const withEvenings = {
  ...office,
  intervals: [...office.intervals, ...weekdays.map((weekday) => ({ weekday, from: '17:00', to: '22:00' }))],
};
const versions = [office, withEvenings, { ...office, exceptions: closedOn('2026-12-25') }].map(
  compileCalendar,
);
const findCalendar: FindCalendar = ({ calendar, version }) =>
  calendar === 'default' ? versions[version - 1] : undefined;

function closedOn(date: string) {
  return [{ date, label: 'Eerste Kerstdag', intervals: [] }];
}

const firstPhase: Scope = {
  channels: ['bluesky'],
  hours: { calendar: 'default', version: 1 },
  people: ['els', 'joost'],
  approval: 'sample',
};

const tuesdayMorning: Situation = {
  at: Date.parse('2026-11-24T10:00:00+01:00') / 1000,
  date: '2026-11-24',
  findCalendar,
  channel: 'bluesky',
  person: 'els',
};

function scalesUp(change: Partial<Scope>): boolean {
  return widens({ ...firstPhase, ...change }, firstPhase, findCalendar);
}

describe('scaling a pilot up', () => {
  test('from office hours to evenings is a scale-up, back is not', () => {
    const evenings = { ...firstPhase, hours: { calendar: 'default', version: 2 } };
    expect(widens(evenings, firstPhase, findCalendar)).toBe(true);
    expect(widens(firstPhase, evenings, findCalendar)).toBe(false);
  });

  test('hours are compared, not version numbers: closing at Christmas is narrower', () => {
    expect(scalesUp({ hours: { calendar: 'default', version: 3 } })).toBe(false);
    expect(scalesUp({ hours: { calendar: 'unheard-of', version: 1 } })).toBe(false);
  });

  test('a second channel and a looser approval are scale-ups', () => {
    expect(scalesUp({ channels: ['mail', 'bluesky'] })).toBe(true);
    expect(scalesUp({ approval: 'none' })).toBe(true);
  });

  test('a wider field next to a narrower one, or a tighter approval, is a change', () => {
    expect(scalesUp({ channels: ['mail', 'bluesky'], people: ['els'] })).toBe(false);
    expect(scalesUp({ channels: ['mail', 'bluesky'], approval: 'always' })).toBe(false);
    expect(scalesUp({ channels: ['mail'] })).toBe(false);
    expect(scalesUp({})).toBe(false);
  });

  test('fifty a day is wider than fifty a month; months and weeks do not compare', () => {
    const cap = (count: number, per: 'day' | 'week' | 'month'): Scope => ({ volumeCap: { count, per } });
    expect(widens(cap(50, 'day'), cap(50, 'month'), findCalendar)).toBe(true);
    expect(widens(cap(51, 'day'), cap(50, 'day'), findCalendar)).toBe(true);
    expect(widens(cap(50, 'week'), cap(50, 'month'), findCalendar)).toBe(false);
  });

  test('invited, closed, open is the order of visibility, and open is no restriction', () => {
    expect(widens({ visibility: 'closed' }, { visibility: 'invite' }, findCalendar)).toBe(true);
    expect(widens({ visibility: 'open' }, { visibility: 'closed' }, findCalendar)).toBe(true);
    expect(widens({}, { visibility: 'open' }, findCalendar)).toBe(false);
  });
});

describe('a scope covers', () => {
  test('Els on Tuesday morning, and not in the evening, on mail, or for Anneke', () => {
    expect(covers(firstPhase, tuesdayMorning)).toBe(true);
    expect(covers(firstPhase, { ...tuesdayMorning, at: tuesdayMorning.at + 9 * 3600 })).toBe(false);
    expect(covers(firstPhase, { ...tuesdayMorning, channel: 'mail' })).toBe(false);
    expect(covers(firstPhase, { ...tuesdayMorning, person: 'anneke' })).toBe(false);
  });

  test('nothing that the situation does not state', () => {
    const { channel: _, ...unstated } = tuesdayMorning;
    expect(covers({ channels: ['bluesky'] }, unstated)).toBe(false);
    expect(covers({ volumeCap: { count: 5, per: 'day' } }, unstated)).toBe(false);
    expect(covers({ budget: { eur: 100 } }, unstated)).toBe(false);
    expect(covers({ visibility: 'closed' }, unstated)).toBe(false);
  });

  test('up to its cap, its budget and its last day', () => {
    const done = { day: 4, week: 9, month: 30 };
    expect(covers({ volumeCap: { count: 5, per: 'day' } }, { ...tuesdayMorning, done })).toBe(true);
    expect(covers({ volumeCap: { count: 9, per: 'week' } }, { ...tuesdayMorning, done })).toBe(false);
    expect(covers({ budget: { eur: 10 } }, { ...tuesdayMorning, spent: { eur: 10, hours: 0 } })).toBe(false);
    expect(covers({ dates: { from: '2026-11-01', to: '2026-11-24' } }, tuesdayMorning)).toBe(true);
    expect(covers({ dates: { to: '2026-11-23' } }, tuesdayMorning)).toBe(false);
  });

  test('a customer in one of its segments', () => {
    const scope: Scope = { segments: ['loyal'] };
    expect(covers(scope, { ...tuesdayMorning, segments: ['new', 'loyal'] })).toBe(true);
    expect(covers(scope, { ...tuesdayMorning, segments: ['new'] })).toBe(false);
  });
});

describe('reading a scope', () => {
  test('takes every field it knows', () => {
    const whole: Scope = {
      ...firstPhase,
      dates: { from: '2026-12-01', to: '2026-12-31' },
      budget: { eur: 500 },
      volumeCap: { count: 50, per: 'day' },
      visibility: 'invite',
      purposes: ['service'],
    };
    expect(parseScope(JSON.parse(JSON.stringify(whole)))).toEqual(whole);
    expect(parseScope({})).toEqual({});
  });

  test.each([
    [{ chanels: ['bluesky'] }, 'chanels: unknown-key'],
    [{ hours: { calendar: 'default', version: 1, timezone: 'UTC' } }, 'hours.timezone: unknown-key'],
    [{ channels: [] }, 'channels: too-small'],
    [{ channels: ['bluesky', 'bluesky'] }, 'channels: twice'],
    [{ approval: 'maybe' }, 'approval: unknown-value'],
    [{ dates: { from: '2026-02-30' } }, 'dates.from: unreadable'],
    [{ dates: { from: '2026-12-02', to: '2026-12-01' } }, 'dates: ends-before-start'],
    [{ budget: {} }, 'budget: empty'],
    [{ people: ['els'], roles: ['colleague'] }, 'people: people-and-roles'],
    [{ channels: null }, 'channels: wrong-type'],
    ['everything', 'scope: wrong-type'],
  ])('refuses %j and says where and what', (given, problem) => {
    expect(problemsOf(given)).toEqual([problem]);
  });

  test('names every mistake at once', () => {
    expect(problemsOf({ chanels: [], volumeCap: { count: 0, per: 'hour' } })).toEqual([
      'volumeCap.count: too-small',
      'volumeCap.per: unknown-value',
      'chanels: unknown-key',
    ]);
  });
});

function problemsOf(given: unknown): unknown {
  try {
    return parseScope(given);
  } catch (error) {
    if (!isRefusal(error) || !(error instanceof Error) || !('details' in error)) throw error;
    return (error.details as { problems: string[] }).problems;
  }
}
