import { type Notice, weightOf, wordsFor } from './noticing.ts';
import type { Judged } from './sentiment.ts';
import type { Impression, Shape } from './shape.ts';
import type { Hints, Intent } from './understanding.ts';

const never = new Set<Intent>(['compliment', 'anticipation_praise', 'trust_statement', 'spam']);
const private_ = new Set(['mail', 'chat']);

export interface ReplyReading {
  answerable: boolean;
  words: string[];
}

/** Praise, chat and news need no reply; whoever asks, reports or complains about an own case does. */
export function replyNeeded(impression: Impression, intent: Intent): ReplyReading {
  const { tokens, notices, shape, judged } = impression;
  const settled = wordsFor(tokens, notices, 'settled');
  if (settled.length > 0 && !shape.asks) return { answerable: false, words: settled };
  if (intent === 'compliment' || intent === 'anticipation_praise')
    return {
      answerable: shape.asks && weightOf(notices, 'question') + weightOf(notices, 'request') >= 3,
      words: [],
    };
  if (never.has(intent)) return { answerable: shape.asks && intent !== 'spam', words: [] };
  if (intent === 'smalltalk') return { answerable: false, words: [] };
  if (intent === 'other') return { answerable: shape.asks || weightOf(notices, 'spokenTo') >= 2, words: [] };
  if (intent === 'complaint' && isVenting(notices, shape, judged))
    return { answerable: false, words: wordsFor(tokens, notices, 'mockery') };
  return {
    answerable: true,
    words: wordsFor(tokens, notices, intent === 'idea' ? 'idea' : 'question').slice(0, 4),
  };
}

/** Mockery, or blame at third parties, without a question or a number to look anything up by. */
function isVenting(notices: readonly Notice[], shape: Shape, judged: Judged): boolean {
  if (shape.asks || shape.hasReference) return false;
  if (weightOf(notices, 'mockery') > 0) return true;
  return weightOf(notices, 'spokenTo') === 0 && shape.mentions === 0 && judged.sentiment.label !== 'neutral';
}

/** Mail and chat always; elsewhere when spoken to, or called by a handle that stands apart. */
export function isAddressed(notices: readonly Notice[], shape: Shape, hints: Hints): boolean {
  if (private_.has(hints.channel ?? '')) return true;
  if (weightOf(notices, 'amongOthers') > 0 && shape.mentions === 0) return false;
  if (shape.opensWithMention || shape.closesWithMention) return true;
  if (weightOf(notices, 'spokenTo') > 0) return true;
  if (hints.channel === 'review') return false;
  return shape.asks || (shape.mentions === 0 && weightOf(notices, 'spokenAbout') === 0);
}
