import { describe, expect, test } from 'vitest';
import { isChannelStatistic, type Plan } from './plan.ts';
import { kindOfStep, lackingOf, type Readiness } from './readiness.ts';

const findCalendar = () => undefined;
const plan: Plan = {
  metric: { code: 'RR', name: 'Reactiepercentage', type: 'service', unit: 'share', better: 'higher' },
  baseline: 0.4,
  target: 0.6,
  targetOn: '2027-01-20',
  guard: null,
  means: [{ what: 'twee mensen, tien uur', present: true }],
  unitValue: 4,
  hours: 20,
  rate: 45,
  otherCosts: {},
  capabilities: ['inbox.webcare'],
  phases: [
    { scope: { channels: ['x'], approval: 'sample' }, days: 60, about: '' },
    { scope: { channels: ['x', 'mail'], approval: 'sample' }, days: 60, about: '' },
    { scope: { channels: ['x', 'mail'], approval: 'none' }, days: 60, about: '' },
  ],
  stretch: '',
};
const ready: Readiness = {
  fitted: true,
  hasOwner: true,
  hasSponsor: true,
  hasDepartment: true,
  plan,
  today: '2026-11-24',
  rulesUnread: 0,
  findCalendar,
};
const [one, two, three] = plan.phases;
const with_ = (change: Partial<Plan>) => lackingOf({ ...ready, plan: { ...plan, ...change } });

describe('starting', () => {
  test('is allowed with everything there', () => {
    expect(lackingOf(ready)).toEqual([]);
  });

  test.each([
    ['fit', lackingOf({ ...ready, fitted: false })],
    ['owner', lackingOf({ ...ready, hasOwner: false })],
    ['sponsor', lackingOf({ ...ready, hasSponsor: false })],
    ['department', lackingOf({ ...ready, hasDepartment: false })],
    ['metric', with_({ metric: null })],
    ['baseline', with_({ baseline: null })],
    ['target', with_({ target: null })],
    ['target-worse', with_({ target: 0.3 })],
    ['target-date', with_({ targetOn: null })],
    ['target-date-past', with_({ targetOn: '2026-11-24' })],
    ['target-date-far', with_({ targetOn: '2027-02-23' })],
    ['means', with_({ means: [] })],
    ['means-missing', with_({ means: [{ what: 'training', present: false }] })],
    ['capabilities', with_({ capabilities: [] })],
    ['phase-1', with_({ phases: [null, two, three] })],
    ['phase-2', with_({ phases: [one, null, three] })],
    ['phase-3', with_({ phases: [one, two, null] })],
    ['phase-2-not-wider', with_({ phases: [two, one, three] })],
    ['phase-3-not-wider', with_({ phases: [one, two, two] })],
    ['rules-unread', lackingOf({ ...ready, rulesUnread: 2 })],
  ])('is refused for the lack of %s, and for nothing else', (lack, found) => {
    expect(found).toEqual([lack]);
  });

  test('tells everything at once when there is no plan', () => {
    expect(lackingOf({ ...ready, plan: null })).toContain('phase-3');
  });
});

test('likes and reach are no benefit, whatever they are called', () => {
  const metric = { type: 'service', code: 'own' } as const;
  expect(isChannelStatistic({ ...metric, name: 'Aantal likes' })).toBe(true);
  expect(isChannelStatistic({ ...metric, name: 'Reikwijdte van de campagne' })).toBe(true);
  expect(isChannelStatistic({ ...metric, name: 'Reactiepercentage binnen het bereik' })).toBe(false);
  expect(isChannelStatistic({ ...metric, type: 'channel', name: 'x' })).toBe(true);
});

test('what is not wider is a change, and what is equal is nothing', () => {
  const scope = { channels: ['x'] };
  expect(kindOfStep({ channels: ['x', 'mail'] }, scope, findCalendar)).toBe('wider');
  expect(kindOfStep({ channels: ['x'] }, scope, findCalendar)).toBe('same');
  expect(kindOfStep({ channels: ['mail'] }, scope, findCalendar)).toBe('change');
});
