import { Refusal } from '../../platform/refusal.ts';
import type { Category } from '../../privacy/category.ts';
import type { Purpose } from '../../privacy/purpose.ts';
import { type Criterion, type Given, readGiven } from './criterion.ts';

export interface Condition {
  readonly criterion: string;
  /** For whom it is not so. */
  readonly not: boolean;
  readonly given: Given;
}

/** What the members of a segment have in common: all of the conditions, or any of them. */
export interface Rule {
  readonly match: 'all' | 'any';
  readonly conditions: readonly Condition[];
}

export const mostConditions = 12;

/**
 * A rule as somebody filled it in, checked against the criteria that there are.
 * @throws Refusal `invalid.segment-rule`, `invalid.segment-condition`, `conflict.segment-purpose`
 */
export function readRule(
  rule: Rule,
  { criteria, purpose }: { criteria: readonly Criterion[]; purpose: Purpose },
): Rule {
  const { match, conditions } = rule;
  if (conditions.length === 0 || conditions.length > mostConditions)
    throw new Refusal('invalid.segment-rule', { most: mostConditions });
  if (match === 'any' && conditions.some(({ not }) => not)) throw new Refusal('invalid.segment-any-not');
  return {
    match,
    conditions: conditions.map(({ criterion: key, not, given }) => {
      const criterion = getCriterion(criteria, key);
      if (criterion.purpose && criterion.purpose !== purpose)
        throw new Refusal('conflict.segment-purpose', { criterion: key, purpose: criterion.purpose });
      return { criterion: key, not, given: readGiven(criterion, given) };
    }),
  };
}

/** @throws Refusal `conflict.segment-broken` when what a rule asks about is no longer kept */
export function getCriterion(criteria: readonly Criterion[], key: string): Criterion {
  const criterion = criteria.find((one) => one.key === key);
  if (!criterion) throw new Refusal('conflict.segment-broken', { criterion: key });
  return criterion;
}

/** Every kind of data that a rule looks at. */
export function categoriesOf(rule: Rule, criteria: readonly Criterion[]): readonly Category[] {
  return [
    ...new Set(rule.conditions.flatMap(({ criterion }) => getCriterion(criteria, criterion).categories)),
  ];
}
