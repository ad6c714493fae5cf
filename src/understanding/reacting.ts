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

/**
 * Praise, chat and news need no reply; whoever asks, reports or complains does. A customer left without a reply
 * is the worse mistake, so every doubt is for replying.
 */
export function replyNeeded(impression: Impression, intent: Intent): ReplyReading {
  const { tokens, notices, shape, judged } = impression;
  const settled = wordsFor(tokens, notices, 'settled');
  if (settled.length > 0 && !shape.asks) return { answerable: false, words: settled };
  if (never.has(intent))
    return { answerable: intent !== 'spam' && asksBesides(notices, shape, intent), words: [] };
  if (intent === 'smalltalk')
    return {
      answerable: shape.asks && (isTroubled(notices) || weightOf(notices, 'question') >= 3),
      words: [],
    };
  if (intent === 'other')
    return {
      answerable: shape.asks || shape.hasReference || speaksToUs(notices) || isTroubled(notices),
      words: [],
    };
  if (intent === 'complaint' && isVenting(notices, shape, judged))
    return { answerable: false, words: wordsFor(tokens, notices, 'mockery') };
  return {
    answerable: true,
    words: wordsFor(tokens, notices, intent === 'idea' ? 'idea' : 'question').slice(0, 4),
  };
}

/** Praise with a real question or request behind it, or with a trouble of the sender's own. */
function asksBesides(notices: readonly Notice[], shape: Shape, intent: Intent): boolean {
  if (intent === 'compliment' && shape.self && isTroubled(notices) && isMissing(notices)) return true;
  if (!shape.asks) return false;
  return intent === 'trust_statement' || weightOf(notices, 'question') + weightOf(notices, 'request') > 2;
}

function isMissing(notices: readonly Notice[]): boolean {
  return weightOf(notices, 'fails') + weightOf(notices, 'wrong') > 0;
}

function speaksToUs(notices: readonly Notice[]): boolean {
  return weightOf(notices, 'self') > 0 && weightOf(notices, 'spokenTo') > 0;
}

/** Nobody speaks of themselves, nobody is spoken to, and nothing is said to fail or to lack. */
function isAboutOthers(notices: readonly Notice[], shape: Shape): boolean {
  if (shape.self || shape.mentions > 0 || weightOf(notices, 'complaint') > 2) return false;
  return talksBusiness.every((target) => weightOf(notices, target) <= 0);
}

const talksBusiness = ['spokenTo', 'fails', 'wrong', 'danger', 'cutOff', 'question', 'request'] as const;

function isTroubled(notices: readonly Notice[]): boolean {
  return weightOf(notices, 'trouble') > 0;
}

/** Mockery, or blame at third parties, without a question, a case of one's own or a number to look it up by. */
function isVenting(notices: readonly Notice[], shape: Shape, judged: Judged): boolean {
  if (shape.asks || shape.hasReference) return false;
  if (isTroubled(notices) || (shape.self && speaksToUs(notices))) return false;
  if (weightOf(notices, 'mockery') > 0) return !shape.opensWithMention;
  return weightOf(notices, 'lostTrust') > 0 || (judged.sentiment.score < 0 && isAboutOthers(notices, shape));
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
