import { expect, test } from 'vitest';
import { criteria } from './criteria.ts';
import { stages } from './stages.ts';

test('there are 6, 13, 14 and 12 criteria for stages 2 to 5, of which 4, 10, 8 and 8 are required', () => {
  const perStage = [2, 3, 4, 5].map((stage) => criteria.filter((c) => c.stage === stage));
  expect(perStage.map((list) => list.length)).toEqual([6, 13, 14, 12]);
  expect(perStage.map((list) => list.filter((c) => c.kind === 'required').length)).toEqual([4, 10, 8, 8]);
});

test('every criterion has its own number, belonging to its stage', () => {
  expect(new Set(criteria.map((c) => c.id)).size).toBe(criteria.length);
  for (const { id, stage } of criteria) expect(id).toMatch(new RegExp(`^${stage}\\.\\d+$`));
});

test('exit never lies on the good side of enter', () => {
  for (const { parts, substitute = [] } of criteria) {
    for (const { direction, enter, exit } of [...parts, ...substitute]) {
      expect(direction === 'higher' ? enter - exit : exit - enter).toBeGreaterThanOrEqual(0);
    }
  }
});

test('every criterion has a title in both languages, a basis and advice', () => {
  for (const { nl, en, basisRef, advice } of criteria) {
    expect([nl, en, basisRef, ...advice].every((word) => word.length > 2)).toBe(true);
    expect(advice.length).toBeGreaterThan(0);
  }
});

test('a later stage never asks less of the same figure', () => {
  const rates = criteria.flatMap((c) => c.parts.map((part) => ({ ...part, stage: c.stage })));
  for (const early of rates) {
    const later = rates.filter((r) => r.indicator === early.indicator && r.stage > early.stage);
    for (const one of later) expect(one.enter).toBeGreaterThan(early.enter);
  }
});

test('the five stages are in order', () => {
  expect(stages.map((stage) => stage.number)).toEqual([1, 2, 3, 4, 5]);
});
