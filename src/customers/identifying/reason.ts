/**
 * Why two persons may be one human, and how much each reason says by itself: the chance, as colleagues judged it, that
 * two persons with this in common are one. Only the first may ever act without a colleague.
 */
export const reasonWeights = {
  same_verified_address: 0.99,
  same_mail: 0.7,
  same_phone: 0.6,
  named_customer: 0.5,
  same_name_postcode: 0.5,
  named_invoice: 0.45,
  named_order: 0.45,
  same_name_town: 0.3,
  same_name: 0.2,
} as const satisfies Record<string, number>;

export type MergeReason = keyof typeof reasonWeights;

export function isMergeReason(value: string): value is MergeReason {
  return Object.hasOwn(reasonWeights, value);
}

/** Reasons of one family say the same thing, strongest first: only the strongest counts. */
const families: readonly (readonly MergeReason[])[] = [
  ['same_verified_address', 'same_mail'],
  ['same_name_postcode', 'same_name_town', 'same_name'],
];

/** The reasons that count, strongest first. */
export function strongest(reasons: readonly MergeReason[]): MergeReason[] {
  const all = [...new Set(reasons)].filter((reason) => !isOutdone(reason, reasons));
  return all.sort((a, b) => reasonWeights[b] - reasonWeights[a] || (a < b ? -1 : 1));
}

function isOutdone(reason: MergeReason, reasons: readonly MergeReason[]): boolean {
  const family = families.find((one) => one.includes(reason)) ?? [];
  return family.slice(0, family.indexOf(reason)).some((stronger) => reasons.includes(stronger));
}

/** 0 to 100: the chance that at least one of the reasons is right, taken as independent. */
export function scoreOf(reasons: readonly MergeReason[]): number {
  const doubt = strongest(reasons).reduce((left, reason) => left * (1 - reasonWeights[reason]), 1);
  return Math.round(100 * (1 - doubt));
}

export type Strength = 'strong' | 'fair' | 'weak';

export function strengthOf(score: number): Strength {
  if (score >= 70) return 'strong';
  return score >= 40 ? 'fair' : 'weak';
}

/** From here on a pair counts as a double in the figures (domain: the data-quality gate). */
export const doubleFrom = 70;
