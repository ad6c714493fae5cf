/** Why somebody looks at a customer with whom no conversation is going on. The customer reads it in their ledger. */
export const lookReasons = [
  'called',
  'visited',
  'order',
  'correcting',
  'promised',
  'request',
  'other',
] as const;
export type LookReason = (typeof lookReasons)[number];

export function isLookReason(value: unknown): value is LookReason {
  return lookReasons.some((one) => one === value);
}

export const longestLookWords = 1000;
/** Of `other` at least a word must be said. */
export const leastLookWords = 5;

export interface GivenReason {
  reason: LookReason;
  /** In their own words; the data manager reads it. */
  words?: string | undefined;
}

/** Whether a reason says enough: `other` alone says nothing. */
export function saysEnough({ reason, words = '' }: GivenReason): boolean {
  return reason !== 'other' || words.trim().length >= leastLookWords;
}
