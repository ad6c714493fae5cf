import type { Lexeme } from './lexemes.ts';
import { type Notice, weightOf, wordsFor } from './noticing.ts';
import { endsClause, kinds, type Tokens, written } from './tokens.ts';
import { type Intent, type Language, languages, type Sentiment } from './understanding.ts';

const negationReach = 4;
const flip = -0.5;
const boost = 1.4;
const soften = 0.6;
const neutralBelow = 0.1;
/** Praise and blame both at least this strong, and neither more than three times the other: mixed. */
const clear = 1;
const atMostTimes = 2;

export interface Judged {
  sentiment: Sentiment;
  positive: number;
  negative: number;
  words: string[];
  /** Asked politely, without blame: one sour word is then the matter and not a mood. */
  asks: boolean;
}

/**
 * Praise minus blame, in the words of the service lexicon: (pos - neg) / sqrt(1 + pos + neg), squashed into
 * -1..1 by the hyperbolic tangent. An estimate: about two in three customer messages right.
 */
export function judge(tokens: Tokens, language: Language, notices: readonly Notice[]): Judged {
  const sum: Judged = {
    sentiment: { label: 'neutral', score: 0 },
    positive: 0,
    negative: 0,
    words: [],
    asks: asksCalmly(notices),
  };
  const courtesies = notices.filter(({ cue }) => cue.target === 'courtesy');
  addWords(tokens, sum, { index: (languages as readonly string[]).indexOf(language), courtesies });
  addNotices(tokens, notices, sum);
  if (weightOf(notices, 'trouble') > 0) sum.negative += irritationIn(tokens.text);
  return conclude(sum);
}

/**
 * What somebody wants tells how it is meant: a complaint blames by its nature, praise praises, and in a plain
 * question or request a single warm word is manners. An intent that no word speaks for colours nothing.
 */
export function judgeAgain(
  judged: Judged,
  { intent, words }: { intent: Intent; words: readonly string[] },
): Judged {
  const mood = words.length === 0 ? 0 : (moods[intent] ?? 0);
  if (mood < 0) judged.negative -= mood;
  else judged.positive += mood;
  return conclude(judged, matterOfFact.has(intent) ? (judged.asks ? calmTalk : plainTalk) : anyMood);
}

/** Between which scores nothing is felt. */
interface Calm {
  above: number;
  below: number;
}

function conclude(judged: Judged, { above, below }: Calm = anyMood): Judged {
  const { positive, negative } = judged;
  const score = Math.tanh((positive - negative) / Math.sqrt(1 + positive + negative));
  const isCalm = score >= below && score <= above;
  const shown = isCalm ? (score * neutralBelow) / (score > 0 ? above : -below) : score;
  judged.sentiment = { label: labelOf(shown, positive, negative), score: Math.round(shown * 1000) / 1000 };
  return judged;
}

const anyMood: Calm = { above: neutralBelow, below: -neutralBelow };
/** In a plain question or report one warm word is manners and one sour word names the matter. */
const plainTalk: Calm = { above: 0.5, below: -0.2 };
const calmTalk: Calm = { above: 0.5, below: -0.45 };

/** Who tells a trouble in capitals, with "?!" or with words held in quotation marks is not amused. */
function irritationIn(text: string): number {
  const shouts = /[!?]{2}|(?<![\p{L}\p{N}@#.-])\p{Lu}{5,}(?![\p{L}\p{N}.-])/u.test(text);
  const quotes = /["“„][^"”\n]{2,40}["”]/u.test(text);
  return (shouts ? shouted : 0) + (quotes ? quoted : 0);
}
const shouted = 0.4;
const quoted = 0.3;

function asksCalmly(notices: readonly Notice[]): boolean {
  if (weightOf(notices, 'blame') + weightOf(notices, 'mockery') > 0) return false;
  return weightOf(notices, 'polite') > 0;
}

const moods: Partial<Record<Intent, number>> = {
  complaint: -0.5,
  claim_dispute: -0.4,
  promised_discount: -0.3,
  compliment: 0.5,
  anticipation_praise: 0.8,
  trust_statement: 0.8,
};
const matterOfFact = new Set<Intent>([
  'question',
  'request',
  'other',
  'spam',
  'invoice_question',
  'cancellation',
  'wrong_delivery',
  'outage',
  'privacy_request',
  'idea',
]);

function labelOf(score: number, positive: number, negative: number): Sentiment['label'] {
  const most = Math.max(positive, negative);
  const least = Math.min(positive, negative);
  if (least >= clear && most <= atMostTimes * least) return 'mixed';
  if (score > neutralBelow) return 'positive';
  return score < -neutralBelow ? 'negative' : 'neutral';
}

interface Ear {
  /** Place of the language, -1 when none. */
  index: number;
  courtesies: readonly Notice[];
}

function addWords(tokens: Tokens, sum: Judged, { index, courtesies }: Ear): void {
  let force = 1;
  let negatedUntil = -1;
  for (let at = 0; at < tokens.count; at++) {
    if (endsClause(tokens, at)) {
      negatedUntil = -1;
      force = 1;
      continue;
    }
    const lexeme = tokens.lexeme[at];
    if (lexeme === undefined || tokens.kind[at] === kinds.punctuation) {
      force = 1;
      continue;
    }
    const value = polarityOf(lexeme, index);
    if (value > 0 && isQuoted(tokens, at)) continue;
    if (value !== 0 && !isCourtesy(courtesies, at))
      addJudgement(sum, value * force * (at <= negatedUntil ? flip : 1), written(tokens, at));
    if (lexeme.role === 'negation') negatedUntil = at + negationReach;
    force = lexeme.role === 'booster' ? boost : lexeme.role === 'softener' ? soften : 1;
  }
}

/** One or two praising words held in quotation marks are somebody else's: he answers "goed nieuws". */
function isQuoted(tokens: Tokens, at: number): boolean {
  return (
    [at - 1, at - 2].some((before) => isQuote(tokens, before)) &&
    [at + 1, at + 2].some((after) => isQuote(tokens, after))
  );
}

function isQuote(tokens: Tokens, at: number): boolean {
  if (at < 0 || at >= tokens.count) return false;
  return tokens.kind[at] === kinds.punctuation && '"“”„'.includes(tokens.lower.charAt(tokens.start[at] ?? 0));
}

/** "Met vriendelijke groet" is a formula, not praise. */
function isCourtesy(courtesies: readonly Notice[], at: number): boolean {
  return courtesies.some(({ first, last }) => first <= at && at <= last);
}

function addJudgement(sum: Judged, value: number, word: string): void {
  if (value > 0) sum.positive += value;
  else sum.negative -= value;
  sum.words.push(word);
}

/** In a mixed or unknown language Dutch is believed first, then English. */
function polarityOf(lexeme: Lexeme, index: number): number {
  if (index >= 0) return lexeme.polarity[index] ?? 0;
  return lexeme.polarity[0] || lexeme.polarity[1] || 0;
}

/** Phrases that praise or blame as a whole, and mockery, which turns the praise in the message round. */
function addNotices(tokens: Tokens, notices: readonly Notice[], sum: Judged): void {
  const mockery = weightOf(notices, 'mockery');
  if (mockery >= 1) {
    sum.negative += mockery + sum.positive * 0.8;
    sum.positive *= 0.2;
    sum.words.push(...wordsFor(tokens, notices, 'mockery'));
  }
  sum.positive += weightOf(notices, 'praise');
  sum.negative += weightOf(notices, 'blame');
  sum.words.push(...wordsFor(tokens, notices, 'praise'), ...wordsFor(tokens, notices, 'blame'));
}
