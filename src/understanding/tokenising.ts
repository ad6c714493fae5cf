import { classes, classOf, isLow, isPictograph } from './characters.ts';
import { numberLexeme } from './lexemes.ts';
import { findLexemeIn, makeRecentWords } from './recent-words.ts';
import { kinds, longestRead, makeTokens, type Tokens } from './tokens.ts';

const scratch = makeTokens();
const recent = makeRecentWords();

/**
 * Cuts a text into tokens in one pass over its UTF-16 units. Any string is allowed, lone surrogates too.
 * The answer is only valid until the next call (see `Tokens`).
 */
export function tokenise(text: string): Tokens {
  return cutUp(text, true);
}

/** The same tokens, none of them looked up: three to four times as fast. */
export function cut(text: string): Tokens {
  return cutUp(text, false);
}

function cutUp(text: string, looksUp: boolean): Tokens {
  const tokens = scratch;
  // Rules, signature and every head ask for the same message one after the other: it is cut once.
  if (tokens.source === text && (tokens.looksUp || !looksUp)) return tokens;
  tokens.source = text;
  tokens.looksUp = looksUp;
  tokens.text = text.length > longestRead ? text.slice(0, longestRead) : text;
  tokens.lower = lowerUnitForUnit(tokens.text);
  tokens.count = 0;
  tokens.words = 0;
  tokens.hasDigit = false;
  tokens.hasAt = false;
  const length = tokens.lower.length;
  let at = 0;
  while (at < length) at = step(tokens, at);
  return tokens;
}

function step(tokens: Tokens, at: number): number {
  tokens.at = at;
  const unit = tokens.lower.charCodeAt(at);
  switch (classOf[unit]) {
    case classes.space:
      return at + 1;
    case classes.newline:
      return add(tokens, at + 1, kinds.punctuation);
    case classes.letter:
      return startsLink(tokens.lower, at) ? addLink(tokens, at) : addWord(tokens, at);
    case classes.digit:
      return addNumber(tokens, at);
    case classes.emoji:
      return addPicture(tokens, at, at + 1);
    case classes.high:
      return astral(tokens, at);
    default:
      return symbol(tokens, at, unit);
  }
}

/** Adds the token that began where the step began. */
function add(tokens: Tokens, end: number, kind: number): number {
  const index = tokens.count++;
  tokens.start[index] = tokens.at;
  tokens.end[index] = end;
  tokens.kind[index] = kind;
  tokens.lexeme[index] = undefined;
  return end;
}

/** What lists know of the token just added, by this part of the text. */
function lookUp(tokens: Tokens, from: number, to: number): void {
  if (tokens.looksUp)
    tokens.lexeme[tokens.count - 1] = findLexemeIn(recent, { lower: tokens.lower, from, to });
}

function addKnown(tokens: Tokens, end: number, kind: number): number {
  add(tokens, end, kind);
  lookUp(tokens, tokens.at, end);
  return end;
}

/** The first picture of a joined row decides what it says. */
function addPicture(tokens: Tokens, start: number, baseEnd: number): number {
  const end = add(tokens, emojiEnd(tokens.lower, start), kinds.emoji);
  lookUp(tokens, start, baseEnd);
  return end;
}

function addNumber(tokens: Tokens, start: number): number {
  tokens.hasDigit = true;
  const end = add(tokens, numberEnd(tokens.lower, start), kinds.number);
  if (tokens.looksUp) tokens.lexeme[tokens.count - 1] = numberLexeme(tokens.lower.slice(start, end));
  return end;
}

function addWord(tokens: Tokens, start: number): number {
  const { lower } = tokens;
  let end = start + 1;
  for (; end < lower.length; end++) {
    const unit = lower.charCodeAt(end);
    const kind = classOf[unit];
    if (kind === classes.letter) continue;
    if (kind === classes.digit) tokens.hasDigit = true;
    else if (!isInner(unit) || !isWordUnit(lower, end + 1)) break;
  }
  tokens.words++;
  return addKnown(tokens, end, kinds.word);
}

/** ' ’ - stand inside a word: auto's, zo'n, e-mail. */
function isInner(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2d;
}

function isWordUnit(lower: string, at: number): boolean {
  const kind = classOf[lower.charCodeAt(at)];
  return kind === classes.letter || kind === classes.digit;
}

function startsLink(lower: string, at: number): boolean {
  const unit = lower.charCodeAt(at);
  if (unit === 0x68) return lower.startsWith('http://', at) || lower.startsWith('https://', at);
  return unit === 0x77 && lower.startsWith('www.', at);
}

function addLink(tokens: Tokens, start: number): number {
  const { lower } = tokens;
  let end = start;
  while (end < lower.length && !isSpace(lower.charCodeAt(end))) end++;
  return add(tokens, end, kinds.link);
}

function isSpace(unit: number): boolean {
  const kind = classOf[unit];
  return kind === classes.space || kind === classes.newline;
}

/** Digits with inner . , : - and what is glued to them: 12,50 · 4e · 17.32 · 06-12345678. */
function numberEnd(lower: string, start: number): number {
  let end = start + 1;
  for (; end < lower.length; end++) {
    if (isWordUnit(lower, end)) continue;
    const unit = lower.charCodeAt(end);
    const glue = unit === 0x2e || unit === 0x2c || unit === 0x3a || unit === 0x2d;
    if (!glue || !isWordUnit(lower, end + 1)) break;
  }
  return end;
}

/** One picture with its skin tone, variation selector and joined parts. */
function emojiEnd(lower: string, start: number): number {
  let end = start + (classOf[lower.charCodeAt(start)] === classes.high ? 2 : 1);
  for (;;) {
    const unit = lower.charCodeAt(end);
    if (unit === 0xfe0f) end++;
    else if (unit === 0xd83c && isSkinTone(lower.charCodeAt(end + 1))) end += 2;
    else if (unit === 0x200d && end + 1 < lower.length) end += joinedLength(lower, end);
    else return Math.min(end, lower.length);
  }
}

function isSkinTone(low: number): boolean {
  return low >= 0xdffb && low <= 0xdfff;
}

function joinedLength(lower: string, joiner: number): number {
  return isLow(lower.charCodeAt(joiner + 2)) ? 3 : 2;
}

function astral(tokens: Tokens, at: number): number {
  const { lower } = tokens;
  if (!isLow(lower.charCodeAt(at + 1))) return add(tokens, at + 1, kinds.punctuation);
  if (isPictograph(lower.charCodeAt(at))) return addPicture(tokens, at, at + 2);
  tokens.words++;
  return add(tokens, at + 2, kinds.word);
}

function symbol(tokens: Tokens, at: number, unit: number): number {
  const { lower } = tokens;
  if (unit === 0x40) {
    tokens.hasAt = true;
    const glued =
      tokens.count > 0 && tokens.end[tokens.count - 1] === at && tokens.kind[tokens.count - 1] === kinds.word;
    if (!glued && isWordUnit(lower, at + 1)) return add(tokens, handleEnd(lower, at), kinds.mention);
  }
  if (unit === 0x23 && isWordUnit(lower, at + 1)) return addHashtag(tokens, at);
  const emoticon = emoticonEnd(lower, at);
  if (emoticon > 0) return addKnown(tokens, emoticon, kinds.emoticon);
  const end = add(tokens, punctuationEnd(lower, at, unit), kinds.punctuation);
  if (unit === 0x3f) lookUp(tokens, at, at + 1);
  return end;
}

function addHashtag(tokens: Tokens, start: number): number {
  const end = nameEnd(tokens.lower, start + 1);
  add(tokens, end, kinds.hashtag);
  lookUp(tokens, start + 1, end);
  return end;
}

/** @name, or @name@host.example of a federated network. */
function handleEnd(lower: string, start: number): number {
  const end = nameEnd(lower, start + 1);
  if (lower.charCodeAt(end) !== 0x40 || !isWordUnit(lower, end + 1)) return end;
  let host = nameEnd(lower, end + 1);
  while (isHostSign(lower.charCodeAt(host)) && isWordUnit(lower, host + 1)) host = nameEnd(lower, host + 1);
  return host;
}

function isHostSign(unit: number): boolean {
  return unit === 0x2e || unit === 0x2d;
}

function nameEnd(lower: string, start: number): number {
  let end = start;
  while (end < lower.length && (isWordUnit(lower, end) || lower.charCodeAt(end) === 0x5f)) end++;
  return end;
}

const mouths = new Set([...')(dp/\\|o3*]['].map((character) => character.charCodeAt(0)));

/** :-) ;) =D :'( <3 — the end, or 0 when none starts here. */
function emoticonEnd(lower: string, start: number): number {
  const eyes = lower.charCodeAt(start);
  if (eyes === 0x3c) return lower.charCodeAt(start + 1) === 0x33 ? start + 2 : 0;
  if (eyes !== 0x3a && eyes !== 0x3b && eyes !== 0x3d) return 0;
  let at = start + 1;
  const nose = lower.charCodeAt(at);
  if (nose === 0x2d || nose === 0x27) at++;
  if (!mouths.has(lower.charCodeAt(at))) return 0;
  const mouth = lower.charCodeAt(at++);
  while (lower.charCodeAt(at) === mouth) at++;
  return isWordUnit(lower, at) ? 0 : at;
}

/** A run of the same sign: "!!!" is one token, "?!" two. */
function punctuationEnd(lower: string, start: number, unit: number): number {
  let end = start + 1;
  while (lower.charCodeAt(end) === unit) end++;
  return end;
}

function lowerUnitForUnit(text: string): string {
  const lower = text.toLowerCase();
  if (lower.length === text.length) return lower;
  let result = '';
  for (let at = 0; at < text.length; at++) {
    const unit = text.charAt(at).toLowerCase();
    result += unit.length === 1 ? unit : text.charAt(at);
  }
  return result;
}
