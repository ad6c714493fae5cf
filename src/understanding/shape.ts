import { type Notice, weightOf } from './noticing.ts';
import type { Judged } from './sentiment.ts';
import { kinds, type Tokens } from './tokens.ts';

/** The outside of a message: what several heads want to know besides its words. */
export interface Shape {
  words: number;
  links: number;
  /** A question mark anywhere, or at the end. */
  asks: boolean;
  endsAsking: boolean;
  opensWithMention: boolean;
  closesWithMention: boolean;
  mentionsInside: boolean;
  mentions: number;
  hasReference: boolean;
  /** An amount: a currency sign, or a number with two decimals. */
  money: boolean;
  /** The sender speaks of themselves. */
  self: boolean;
  /** The sender speaks to somebody. */
  you: boolean;
}

const amount = /[€$£] ?\d|\d,\d\d(?!\d)|\d euros?(?!\p{L})/u;

/** What is known of a message before anybody asks what is wanted. */
export interface Impression {
  tokens: Tokens;
  notices: readonly Notice[];
  shape: Shape;
  judged: Judged;
}

export function shapeOf(tokens: Tokens, notices: readonly Notice[], hasReference: boolean): Shape {
  const shape: Shape = {
    words: tokens.words,
    links: 0,
    asks: false,
    endsAsking: false,
    opensWithMention: false,
    closesWithMention: false,
    mentionsInside: false,
    mentions: 0,
    hasReference,
    self: weightOf(notices, 'self') > 0,
    you: weightOf(notices, 'spokenTo') > 0,
    money: tokens.hasDigit && amount.test(tokens.text),
  };
  let lastWord = tokens.count - 1;
  while (lastWord >= 0 && !isSaid(tokens.kind[lastWord] ?? 0)) lastWord--;
  for (let at = 0; at < tokens.count; at++) {
    const kind = tokens.kind[at];
    if (kind === kinds.link) shape.links++;
    else if (kind === kinds.mention) addMention(shape, tokens, { at, last: lastWord });
    else if (kind === kinds.punctuation && tokens.lower[tokens.start[at] ?? 0] === '?') {
      shape.asks = true;
      shape.endsAsking = at >= lastWord - 1;
    }
  }
  return shape;
}

function isSaid(kind: number): boolean {
  return kind === kinds.word || kind === kinds.number || kind === kinds.mention;
}

/** A handle set apart at the beginning or the end calls somebody; inside a sentence it speaks about them. */
function addMention(shape: Shape, tokens: Tokens, { at, last }: { at: number; last: number }): void {
  shape.mentions++;
  if (at === 0) shape.opensWithMention = true;
  else if (at === last) shape.closesWithMention = true;
  else if (tokens.kind[at + 1] === kinds.punctuation) shape.closesWithMention = true;
  else shape.mentionsInside = true;
}
