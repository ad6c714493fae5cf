import type { Target } from './cues.ts';
import { type Notice, weightOf, wordsFor } from './noticing.ts';
import type { Shape } from './shape.ts';
import type { Tokens } from './tokens.ts';
import type { RelationKind, RelationSignal, Sentiment } from './understanding.ts';

const targets: readonly (readonly [RelationKind, Target])[] = [
  ['knows_need', 'anticipation_praise'],
  ['trust', 'trust_statement'],
  ['life_better', 'betterLife'],
];
/** One plain cue, with nothing that speaks against it. */
const plain = 4;

/**
 * What a customer says of the bond itself, unasked: you know what I need, I trust you, my life is better. Who asks or
 * blames says it of something else. Several may hold, whatever the message is for.
 */
export function relationIn(
  tokens: Tokens,
  notices: readonly Notice[],
  { shape, sentiment }: { shape: Shape; sentiment: Sentiment },
): RelationSignal[] {
  if (sentiment.label === 'negative' || sentiment.label === 'mixed' || shape.asks) return [];
  return targets.flatMap(([kind, target]) =>
    weightOf(notices, target) >= plain ? [{ kind, words: wordsFor(tokens, notices, target) }] : [],
  );
}
