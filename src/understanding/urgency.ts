import type { Target } from './cues.ts';
import { weightOf, wordsFor } from './noticing.ts';
import type { Impression } from './shape.ts';
import type { Intent, Urgency } from './understanding.ts';

export interface UrgencyReading {
  urgency: Urgency;
  words: string[];
}

interface Rule {
  urgency: Urgency;
  targets: readonly Target[];
  /** The summed weight at which the rule holds. */
  from: number;
  /** Only when every one of the targets was noticed. */
  each?: true;
  /** Intents to which it does not apply: praise for a past rescue is not urgent. */
  not: readonly Intent[];
}

const praises: readonly Intent[] = ['compliment', 'anticipation_praise', 'trust_statement', 'spam'];
const calm: readonly Intent[] = [...praises, 'smalltalk', 'idea', 'other'];
const onPaper: readonly Intent[] = ['claim_dispute', 'privacy_request', 'cancellation'];

/** The first rule that holds decides. Shouting raises nothing, and calm lowers nothing. */
const rules: readonly Rule[] = [
  { urgency: 3, targets: ['danger', 'harmless'], from: 3, not: praises },
  { urgency: 3, targets: ['crime'], from: 3, not: [...calm, 'claim_dispute', 'question', 'privacy_request'] },
  {
    urgency: 3,
    targets: ['vulnerable'],
    from: 3,
    not: [...calm, ...onPaper, 'invoice_question', 'question'],
  },
  { urgency: 3, targets: ['vulnerable', 'cutOff'], from: 3, each: true, not: [...praises, ...onPaper] },
  {
    urgency: 2,
    targets: ['cutOff'],
    from: 2,
    not: [...calm, ...onPaper, 'invoice_question', 'promised_discount'],
  },
  { urgency: 2, targets: ['deadline'], from: 2, not: [...calm, ...onPaper] },
  { urgency: 2, targets: ['soon', 'trouble'], from: 2, each: true, not: [...calm, ...onPaper, 'question'] },
  { urgency: 2, targets: ['draining'], from: 2, not: [...calm, ...onPaper] },
  { urgency: 2, targets: ['manyHit'], from: 2, not: [...calm, ...onPaper, 'invoice_question', 'question'] },
];

/** Danger now, cut off today, an answer this week, or nothing to be done. */
export function urgencyOf(
  { tokens, notices }: Impression,
  intent: Intent,
  answerable: boolean,
): UrgencyReading {
  for (const rule of rules) {
    if (rule.not.includes(intent)) continue;
    const weights = rule.targets.map((target) => weightOf(notices, target));
    if (rule.each === true && weights.some((weight) => weight <= 0)) continue;
    if (weights.reduce((sum, weight) => sum + weight) < rule.from) continue;
    return {
      urgency: rule.urgency,
      words: rule.targets.flatMap((target) => wordsFor(tokens, notices, target)),
    };
  }
  return { urgency: answerable && intent !== 'idea' ? 1 : 0, words: [] };
}
