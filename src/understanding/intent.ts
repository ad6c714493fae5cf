import type { Target } from './cues.ts';
import { type Notice, weightOf, wordsFor } from './noticing.ts';
import type { Judged } from './sentiment.ts';
import type { Impression, Shape } from './shape.ts';
import type { Intent } from './understanding.ts';

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
    adds: { anticipation_praise: -0.8, trust_statement: -0.6 },
  },
  { holds: (_, judged) => judged.sentiment.label === 'mixed', adds: { complaint: 1.5, compliment: 0.5 } },
  { holds: (shape) => shape.words > 0 && shape.words <= 4, adds: { smalltalk: 1 } },
  { holds: (shape) => shape.words > 40, adds: { smalltalk: -2 } },
  {
    holds: (shape, judged) => isNews(shape) && judged.sentiment.label === 'neutral',
    adds: { other: 1 },
  },
  { holds: (shape) => !shape.self && shape.asks, adds: { idea: 0.8 } },
  { holds: (shape) => !shape.self && shape.words < 25 && !shape.hasReference, adds: { smalltalk: 0.6 } },
  { holds: (shape) => shape.self, adds: { spam: -1.5, other: -0.8 } },
  { holds: (shape) => shape.money, adds: { invoice_question: 1.2, promised_discount: 0.3 } },
  { holds: (shape) => shape.links > 0, adds: { spam: 1 } },
  {
    holds: (shape) => shape.hasReference,
    adds: { spam: -4, smalltalk: -4, other: -2, trust_statement: -2, anticipation_praise: -1, idea: -1 },
  },
];

/** Nobody speaks, nobody is spoken to and nothing is asked. */
function isNews(shape: Shape): boolean {
  return !shape.self && !shape.you && !shape.asks && !shape.hasReference && shape.words > 5;
}

/** Two topics that meet anywhere in a message, in whatever order. */
const meetings: readonly (readonly [Target, Target, Intent, number])[] = [
  ['facility', 'fails', 'outage', 2],
  ['goods', 'wrong', 'wrong_delivery', 1.5],
  ['arrives', 'wrong', 'wrong_delivery', 1.5],
  ['bill', 'pays', 'invoice_question', 1.5],
  ['contract', 'ends', 'cancellation', 1],
  ['decision', 'refuses', 'claim_dispute', 2],
  ['extra', 'promises', 'promised_discount', 2],
  ['data', 'handles', 'privacy_request', 1.5],
];

/** Who applies, proposes or advertises does so in questions and requests as well. */
const formsOfOthers: Partial<Record<Intent, number>> = { question: -2.5, request: -2.5, complaint: -1 };
const ofForm: readonly Intent[] = ['other', 'idea', 'spam'];
const plainCue = 4;

/** What a reported trouble or a danger adds: neither is chat, praise or news. */
const troubled: Partial<Record<Intent, number>> = {
  smalltalk: -1.5,
  other: -1,
  spam: -0.5,
  compliment: -0.7,
  complaint: 0.7,
};
const endangered: Partial<Record<Intent, number>> = {
  smalltalk: -5,
  other: -5,
  spam: -3,
  idea: -3,
  trust_statement: -3,
};

export interface IntentReading {
  intent: Intent;
  words: string[];
}

interface Scored {
  intent: Intent;
  weight: number;
}

/**
 * Narrow beats broad: among the matters that somebody wants settled, a plain narrow one wins whatever the
 * mood. What is no matter at all (praise, an idea, chat, advertising) has to weigh more than the matter.
 */
export function intentOf({ tokens, notices, shape, judged }: Impression): IntentReading {
  const weights = weigh(notices, shape, judged);
  const narrow = heaviest(weights, narrowOnes);
  const broad = heaviest(weights, broadOnes);
  const matter = narrow.weight >= plainWeight || narrow.weight >= broad.weight ? narrow : broad;
  const aside = heaviest(weights, asides);
  const best = aside.weight > Math.max(narrow.weight, broad.weight) ? aside : matter;
  const chosen =
    best.weight > leastWeight ? best.intent : fallback(shape, judged, weightOf(notices, 'trouble') > 0);
  const words = wordsFor(tokens, notices, chosen);
  if (words.length > 0) return { intent: chosen, words };
  const met = meetings.find(
    ([one, other, intent]) => intent === chosen && weightOf(notices, one) > 0 && weightOf(notices, other) > 0,
  );
  const topics = met === undefined ? [] : [met[0], met[1]];
  return { intent: chosen, words: topics.flatMap((topic) => wordsFor(tokens, notices, topic)) };
}

function heaviest(weights: ReadonlyMap<Target, number>, candidates: readonly Intent[]): Scored {
  let best: Scored = { intent: 'other', weight: 0 };
  for (const intent of candidates) {
    const weight = weights.get(intent) ?? 0;
    if (weight > best.weight) best = { intent, weight };
  }
  return best;
}

const plainWeight = 4;
const leastWeight = 1;

/** Nothing clear was said: the mood decides, then the form; who tells a story unasked mostly complains. */
function fallback(shape: Shape, judged: Judged, isTroubled: boolean): Intent {
  if (shape.words === 0) return 'other';
  if (judged.sentiment.label === 'positive') return shape.words > 5 ? 'compliment' : 'smalltalk';
  if (judged.sentiment.label === 'negative' || (isTroubled && !shape.asks)) return 'complaint';
  if (shape.words <= 5) return 'smalltalk';
  return shape.asks ? 'question' : 'complaint';
}

const narrowOnes: readonly Intent[] = [
  'cancellation',
  'privacy_request',
  'promised_discount',
  'claim_dispute',
  'wrong_delivery',
  'invoice_question',
  'outage',
];

const broadOnes: readonly Intent[] = ['question', 'complaint', 'request'];

const asides: readonly Intent[] = [
  'anticipation_praise',
  'trust_statement',
  'compliment',
  'idea',
  'smalltalk',
  'spam',
  'other',
];

/** Cues of one intent count ever less: three weak ones must not outweigh one that is plain. */
function weigh(notices: readonly Notice[], shape: Shape, judged: Judged): Map<Target, number> {
  const weights = new Map<Target, number>();
  const against = new Map<Target, number>();
  for (const { cue } of notices) {
    const sofar = weights.get(cue.target) ?? 0;
    if (cue.weight > 0) weights.set(cue.target, sofar + cue.weight / (1 + sofar / 2));
    else against.set(cue.target, Math.min(against.get(cue.target) ?? 0, cue.weight));
  }
  const add = (adds: Partial<Record<Target, number>>) => {
    for (const [intent, weight] of Object.entries(adds) as [Target, number][])
      weights.set(intent, (weights.get(intent) ?? 0) + weight);
  };
  for (const [one, other, intent, weight] of meetings)
    if (weights.has(one) && weights.has(other)) add({ [intent]: weight });
  for (const [target, weight] of against) add({ [target]: weight });
  for (const { holds, adds } of circumstances) if (holds(shape, judged)) add(adds);
  if (ofForm.some((intent) => (weights.get(intent) ?? 0) >= plainCue)) add(formsOfOthers);
  if (weightOf(notices, 'trouble') > 0) add(troubled);
  if (weightOf(notices, 'danger') >= 3) add(endangered);
  return weights;
}
