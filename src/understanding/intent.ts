import type { Target } from './cues.ts';
import type { Notice } from './noticing.ts';
import { wordsFor } from './noticing.ts';
import type { Judged } from './sentiment.ts';
import type { Impression, Shape } from './shape.ts';
import { type Intent, intents } from './understanding.ts';

/** What the whole message adds to an intent, besides its cues. */
export interface Circumstance {
  holds(shape: Shape, judged: Judged): boolean;
  adds: Partial<Record<Intent, number>>;
}

const circumstances: readonly Circumstance[] = [
  {
    holds: (shape) => shape.asks,
    adds: { question: 2.2, compliment: -1.5, trust_statement: -2, anticipation_praise: -1 },
  },
  { holds: (shape) => shape.endsAsking, adds: { question: 0.8, invoice_question: 0.5, complaint: -0.3 } },
  {
    holds: (_, judged) => judged.sentiment.label === 'negative',
    adds: {
      complaint: 2.2,
      compliment: -4,
      trust_statement: -4,
      anticipation_praise: -3,
      smalltalk: -2,
      question: -0.7,
      idea: -1,
    },
  },
  {
    holds: (_, judged) => judged.sentiment.score < -0.6,
    adds: { complaint: 1, question: -0.7, request: -0.5 },
  },
  {
    holds: (_, judged) => judged.sentiment.label === 'positive',
    adds: { compliment: 1.8, complaint: -1.5, outage: -1, wrong_delivery: -0.5, claim_dispute: -1 },
  },
  { holds: (_, judged) => judged.sentiment.score > 0.55, adds: { compliment: 1.4 } },
  {
    holds: (_, judged) => judged.sentiment.label !== 'positive',
    adds: { anticipation_praise: -1.3, trust_statement: -1 },
  },
  { holds: (_, judged) => judged.sentiment.label === 'mixed', adds: { complaint: 1.5, compliment: 0.5 } },
  { holds: (shape) => shape.words > 0 && shape.words <= 4, adds: { smalltalk: 1.5 } },
  { holds: (shape) => shape.words > 40, adds: { smalltalk: -2 } },
  {
    holds: (shape, judged) => isNews(shape) && judged.sentiment.label === 'neutral',
    adds: { other: 2.5, question: -1, request: -1 },
  },
  { holds: (shape) => !shape.self && shape.asks, adds: { idea: 0.8 } },
  { holds: (shape) => !shape.self && shape.words < 25 && !shape.hasReference, adds: { smalltalk: 0.6 } },
  { holds: (shape) => shape.self, adds: { spam: -1.5, other: -0.8 } },
  { holds: (shape) => shape.money, adds: { invoice_question: 1.2, promised_discount: 0.3 } },
  { holds: (shape) => shape.links > 0, adds: { spam: 1 } },
  { holds: (shape) => shape.hasReference, adds: { spam: -4, smalltalk: -3, other: -2 } },
];

/** Nobody speaks, nobody is spoken to and nothing is asked. */
function isNews(shape: Shape): boolean {
  return !shape.self && !shape.you && !shape.asks && !shape.hasReference && shape.words > 5;
}

export interface IntentReading {
  intent: Intent;
  words: string[];
}

/**
 * Narrow beats broad: a narrow intent that is plain wins outright, whatever the mood. Otherwise the most
 * weight wins, and a tie goes to the narrower one.
 */
export function intentOf({ tokens, notices, shape, judged }: Impression): IntentReading {
  const weights = weigh(notices, shape, judged);
  const narrow = heaviest(weights, narrowFirst);
  const broad = heaviest(weights, broadOnes);
  const intent =
    narrow.weight >= plainWeight && broad.weight < overwhelming
      ? narrow.intent
      : heaviest(weights, [...narrowFirst, ...broadOnes]);
  const chosen =
    typeof intent === 'string'
      ? intent
      : intent.weight > leastWeight
        ? intent.intent
        : fallback(shape, judged);
  return { intent: chosen, words: wordsFor(tokens, notices, chosen) };
}

function heaviest(
  weights: Map<Target, number>,
  candidates: readonly Intent[],
): { intent: Intent; weight: number } {
  let best: { intent: Intent; weight: number } = { intent: 'other', weight: 0 };
  for (const intent of candidates) {
    const weight = weights.get(intent) ?? 0;
    if (weight > best.weight) best = { intent, weight };
  }
  return best;
}

const plainWeight = 4;
const overwhelming = 9;
const leastWeight = 1;

/** Nothing clear was said: the mood decides, a report without a question mark is an indirect question. */
function fallback(shape: Shape, judged: Judged): Intent {
  if (shape.words === 0) return 'other';
  if (judged.sentiment.label === 'positive') return shape.words > 5 ? 'compliment' : 'smalltalk';
  if (judged.sentiment.label === 'negative') return 'complaint';
  return shape.words > 5 ? 'question' : 'smalltalk';
}

const narrowFirst: readonly Intent[] = [
  'cancellation',
  'privacy_request',
  'promised_discount',
  'claim_dispute',
  'wrong_delivery',
  'invoice_question',
  'outage',
  'anticipation_praise',
  'trust_statement',
];

const broadOnes: readonly Intent[] = intents.filter((intent) => !narrowFirst.includes(intent));

/** Cues of one intent count ever less: three weak ones must not outweigh one that is plain. */
function weigh(notices: readonly Notice[], shape: Shape, judged: Judged): Map<Target, number> {
  const weights = new Map<Target, number>();
  for (const { cue } of notices) {
    const sofar = weights.get(cue.target) ?? 0;
    weights.set(cue.target, sofar === 0 ? cue.weight : sofar + cue.weight / (1 + sofar / 2));
  }
  for (const { holds, adds } of circumstances) {
    if (!holds(shape, judged)) continue;
    for (const [intent, weight] of Object.entries(adds) as [Intent, number][]) {
      weights.set(intent, (weights.get(intent) ?? 0) + weight);
    }
  }
  return weights;
}
