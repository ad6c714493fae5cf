import type { Capability } from '../capability.ts';
import type { Scope } from '../scope.ts';

/** What is meant to get better, in the four types that count, or the service itself on the way there. */
export const resultTypes = ['satisfaction', 'revenue', 'efficiency', 'nps', 'service'] as const;
/** What channels count about themselves. Shown, worth nothing, and never the benefit of a pilot. */
export const channelStatistics = ['likes', 'followers', 'reach', 'shares', 'impressions'] as const;
export type MetricType = (typeof resultTypes)[number] | 'channel';

export type MetricUnit = 'share' | 'seconds' | 'count' | 'index';

export interface Metric {
  /** A code of the house that measures itself (`RR`), or `own`: somebody enters it. */
  readonly code: string;
  /** What it is called; for `own` the only name there is. */
  readonly name: string;
  readonly type: MetricType;
  readonly unit: MetricUnit;
  readonly better: 'higher' | 'lower';
}

/** A number that may not get worse while the benefit is sought. */
export interface Guard {
  readonly name: string;
  readonly code: string;
  readonly better: 'higher' | 'lower';
  /** Beyond this it is broken. */
  readonly limit: number;
}

export const costKinds = ['hours', 'tools', 'media', 'incentives', 'platform'] as const;
export type CostKind = (typeof costKinds)[number];

/** How strong the comparison is: a group held apart by lot, what lies beside it, or its own past. */
export const counterfactuals = ['holdout', 'beside', 'trend'] as const;
export type Counterfactual = (typeof counterfactuals)[number];

export interface PlannedPhase {
  readonly scope: Scope;
  /** How long it runs before a decision. */
  readonly days: number;
  readonly about: string;
}

export interface Plan {
  readonly metric: Metric | null;
  readonly baseline: number | null;
  readonly target: number | null;
  /** 'YYYY-MM-DD'; at most 90 days after the start. */
  readonly targetOn: string | null;
  readonly guard: Guard | null;
  readonly means: readonly { readonly what: string; readonly present: boolean }[];
  /** Euros for one unit of the effect: one answer more, one contact less, one hour sooner. */
  readonly unitValue: number;
  /** Hours a week and what one costs. */
  readonly hours: number;
  readonly rate: number;
  readonly otherCosts: Readonly<Partial<Record<CostKind, number>>>;
  readonly capabilities: readonly Capability[];
  readonly phases: readonly [PlannedPhase | null, PlannedPhase | null, PlannedPhase | null];
  /** The long-term goal it steers to, and how far each phase stretches the culture. */
  readonly stretch: string;
}

export const longestTargetDays = 90;
/** A phase is extended by at most half of its time. */
export const longestExtension = 0.5;

const said = new RegExp(
  `\\b(${[...channelStatistics, 'like', 'volgers', 'reikwijdte', 'weergaven', 'views'].join('|')})\\b`,
  'i',
);

export function isChannelStatistic({ type, name, code }: Pick<Metric, 'type' | 'name' | 'code'>): boolean {
  return type === 'channel' || said.test(name) || said.test(code);
}
