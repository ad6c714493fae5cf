import { describe, expect, it } from 'vitest';
import { formatsFor } from './format.ts';
import { words } from './words.ts';

const nl = formatsFor(words('nl').kit, 'nl', 'Europe/Amsterdam');
const en = formatsFor(words('en').kit, 'en', 'Europe/Amsterdam');
const now = '2026-11-24T12:00:00Z';
const ago = (seconds: number) => new Date(Date.parse(now) - seconds * 1000);

describe('numbers', () => {
  it('are written in the manner of the language', () => {
    expect(nl.number(1234.56, 1)).toBe('1.234,6');
    expect(en.number(1234.56, 1)).toBe('1,234.6');
    expect(nl.percent(0.664)).toBe('66%');
    expect(nl.percent(0.664, 1)).toBe('66,4%');
  });
});

describe('moments', () => {
  it('stand in the time zone of the organisation, also across a change of the clock', () => {
    expect(nl.time('2026-11-24T23:30:00Z')).toBe('00:30');
    expect(nl.time('2026-07-01T23:30:00Z')).toBe('01:30');
    expect(nl.day('2026-11-24T23:30:00Z')).toBe('25 november 2026');
    expect(en.day('2026-11-24T23:30:00Z')).toBe('25 November 2026');
  });

  it('name the year only when it is another one', () => {
    expect(nl.shortDay('2026-11-03T12:00:00Z', now)).toBe('3 nov');
    expect(nl.shortDay('2025-11-03T12:00:00Z', now)).toBe('3 nov 2025');
  });
});

describe('ages', () => {
  it.each([
    [10, 'net', 'just now'],
    [50, '1 minuut geleden', '1 minute ago'],
    [3 * 60, '3 minuten geleden', '3 minutes ago'],
    [59.9 * 60, '59 minuten geleden', '59 minutes ago'],
    [2.9 * 3600, '2 uur geleden', '2 hours ago'],
    [26 * 3600, 'gisteren', 'yesterday'],
    [12 * 86_400, '12 dagen geleden', '12 days ago'],
    [45 * 86_400, 'vorige maand', 'last month'],
    [800 * 86_400, '2 jaar geleden', '2 years ago'],
  ])('of %d seconds', (seconds, dutch, english) => {
    expect(nl.age(ago(seconds), now)).toBe(dutch);
    expect(en.age(ago(seconds), now)).toBe(english);
  });

  it('look forward too', () => {
    expect(nl.age(ago(-2 * 3600), now)).toBe('over 2 uur');
  });
});

describe('durations', () => {
  it.each([
    [-5, 'minder dan een seconde', 'less than a second'],
    [0.4, 'minder dan een seconde', 'less than a second'],
    [1, '1 seconde', '1 second'],
    [3600, '1 uur', '1 hour'],
    [11_160, '3 uur en 6 minuten', '3 hours and 6 minutes'],
    [90_000, '1 dag en 1 uur', '1 day and 1 hour'],
    [2 * 86_400 + 59, '2 dagen', '2 days'],
  ])('of %d seconds in plain words', (seconds, dutch, english) => {
    expect(nl.duration(seconds)).toBe(dutch);
    expect(en.duration(seconds)).toBe(english);
  });
});
