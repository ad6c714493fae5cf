import { describe, expect, test } from 'vitest';
import { isQuiet, isTermValue, loosens, noTerms, strictestTerms, whyNotNow } from './term.ts';

const zone = 'Europe/Amsterdam';
const at = (time: string) => Temporal.Instant.from(`2026-11-24T${time}+01:00`);

describe('quiet hours', () => {
  const night = { from: '21:00', to: '08:00', zone };
  test.each([
    ['20:59', false],
    ['21:00', true],
    ['03:30', true],
    ['07:59', true],
    ['08:00', false],
  ])('past midnight: %s', (time, quiet) => expect(isQuiet(night, at(time))).toBe(quiet));

  test('hold in the zone of the person, also when the clock goes back', () => {
    const summer = Temporal.Instant.from('2026-10-25T00:30:00Z');
    const winter = Temporal.Instant.from('2026-10-25T01:30:00Z');
    const hour = { from: '02:00', to: '03:00', zone };
    expect([isQuiet(hour, summer), isQuiet(hour, winter)]).toEqual([true, true]);
  });

  test('from equal to to is the whole day', () =>
    expect(isQuiet({ from: '00:00', to: '00:00', zone }, at('12:00'))).toBe(true));
});

describe('beginning a conversation', () => {
  const terms = { ...noTerms, channel: 'mail', noPhone: true, quiet: [{ from: '21:00', to: '08:00', zone }] };
  test.each([
    ['phone', '12:00', 'phone'],
    ['whatsapp', '12:00', 'channel'],
    ['mail', '22:00', 'quiet'],
    ['mail', '12:00', undefined],
  ])('by %s at %s: %s', (channel, time, why) =>
    expect(whyNotNow(terms, { channel, at: at(time) })).toBe(why),
  );
});

test('several names of one person are heeded together, the strictest first', () => {
  const rows = [
    { key: 'forget_after', value: 24 },
    { key: 'forget_after', value: 6 },
    { key: 'no_phone', value: null },
    { key: 'no_phone', value: true },
    { key: 'nickname', value: 'Faatje' },
  ];
  expect(strictestTerms(rows)).toMatchObject({
    forgetAfterMonths: 6,
    noPhone: true,
    nickname: 'Faatje',
    channel: null,
  });
});

test.each([
  ['no_phone', undefined, true, false],
  ['no_phone', true, null, true],
  ['forget_after', 12, 6, false],
  ['forget_after', 6, 12, true],
  ['quiet', { from: '21:00', to: '08:00', zone }, { from: '23:00', to: '08:00', zone }, true],
] as const)('%s from %j to %j loosens: %s', (key, before, after, looser) => {
  expect(loosens(key, before, after)).toBe(looser);
});

test.each([
  ['quiet', { from: '25:00', to: '08:00', zone }],
  ['quiet', { from: '21:00', to: '08:00', zone: 'Mars/Olympus' }],
  ['forget_after', 0],
  ['forget_after', 2.5],
  ['channel', 'Zo maar iets'],
  ['nickname', ''],
  ['no_phone', false],
] as const)('%s cannot be %j', (key, value) => expect(isTermValue(key, value)).toBe(false));
