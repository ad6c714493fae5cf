/** Satisfaction, 1 to 5; and how easy we made it, 1 to 7. */
export const questionKinds = ['csat', 'ces'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The highest answer; the lowest is 1. */
export const highest: Readonly<Record<QuestionKind, number>> = { csat: 5, ces: 7 };

/** From this answer on somebody counts as content: 4 of 5 (top two), 5 of 7. */
export const contentFrom: Readonly<Record<QuestionKind, number>> = { csat: 4, ces: 5 };

/** How long somebody can answer, and change their answer. */
export const openDays = 14;

export const longestRemark = 2000;

/** Why a question was not asked. */
export type Dropped = 'share' | 'recent' | 'permission' | 'address' | 'reopened' | 'off';

/** What customers of a queue are asked after closing. */
export interface QuestionRule {
  kind: QuestionKind;
  delayMinutes: number;
  /** Of a hundred that are closed so many are asked. */
  share: number;
  /** Nobody is asked again within so many days. */
  quietDays: number;
  active: boolean;
}

/** Whether a closing falls in the share that is asked: by its number, so that nobody chooses and nothing is drawn twice. */
export function isDrawn(closureId: string, share: number): boolean {
  return Number((BigInt(closureId) * 2654435761n) % 100n) < share;
}

export function isScore(kind: QuestionKind, score: number): boolean {
  return Number.isInteger(score) && score >= 1 && score <= highest[kind];
}
