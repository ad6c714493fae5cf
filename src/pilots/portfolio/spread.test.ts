import { describe, expect, test } from 'vitest';
import { type Graded, gradeOf, spreadOf } from './spread.ts';

const now = Temporal.Instant.from('2026-11-24T10:00:00Z');
const service = { id: '1', name: 'Klantenservice' };
const sales = { id: '2', name: 'Verkoop' };
const pilot = (change: Partial<Graded> = {}): Graded => ({
  state: 'running',
  area: 'experience',
  department: service,
  phase: 1,
  keptSince: null,
  measuredLately: true,
  ...change,
});

describe('the spread', () => {
  test('counts what is on, per C and per department', () => {
    const found = spreadOf([
      pilot(),
      pilot({ area: 'content', department: sales }),
      pilot({ state: 'stopped' }),
      pilot({ state: 'idea' }),
    ]);
    expect(found).toMatchObject({ all: 2, lopsided: null, empty: ['conversation', 'collaboration'] });
    expect(found.byDepartment).toHaveLength(2);
  });

  test('warns when one C holds more than half, once there is something to judge', () => {
    expect(spreadOf([pilot(), pilot()]).lopsided).toBeNull();
    expect(spreadOf([pilot(), pilot(), pilot({ area: 'content' })]).lopsided).toBe('experience');
    expect(
      spreadOf([pilot(), pilot({ area: 'conversation' }), pilot({ area: 'content' })]).lopsided,
    ).toBeNull();
  });
});

describe('how far a C is', () => {
  const grade = (...pilots: Graded[]) => gradeOf(pilots, 'experience', now);
  const old = { state: 'kept', keptSince: now.subtract({ hours: 24 * 7 * 26 }) } as const;

  test('goes from nothing over a first phase and a second to what is kept and anchored', () => {
    expect(grade(pilot({ area: 'content' }))).toBe(0);
    expect(grade(pilot())).toBe(1);
    expect(grade(pilot({ phase: 2 }))).toBe(2);
    expect(grade(pilot({ ...old, keptSince: now }))).toBe(2);
    expect(grade(pilot(old))).toBe(2);
    expect(grade(pilot(old), pilot({ department: sales }))).toBe(3);
    expect(grade(pilot({ ...old, measuredLately: false }), pilot({ department: sales }))).toBe(2);
  });
});
