import { findLexeme } from '../../understanding/lexemes.ts';
import { understand } from '../../understanding/reading.ts';
import { givenNames } from '../../understanding/words/given-names.ts';

/** Health is about somebody, but its words name nobody: an outbreak must be tellable. */
const telling = new Set(['health']);
/** In this share of the messages in which it stands a word is somebody's name, and so it is one. */
const mostlyName = 1 / 3;
/** Reading more changes nothing. */
const mostRead = 40;
const manyDigits = /\d.*\d.*\d/;

/**
 * Terms that may be shown to colleagues: without those that look like somebody's name, handle, telephone number,
 * address or the like, in the messages they stand in or by themselves.
 */
export function tellable(terms: readonly string[], texts: readonly string[]): string[] {
  const names = namesAmong(texts.slice(0, mostRead));
  return terms.filter((term) => term.split(' ').every((word) => isTellable(word, names)));
}

function isTellable(word: string, names: ReadonlySet<string>): boolean {
  if (names.has(word) || /[@_]/.test(word) || manyDigits.test(word)) return false;
  return findLexeme(word) !== undefined || !givenNames.has(word.charAt(0).toUpperCase() + word.slice(1));
}

function namesAmong(texts: readonly string[]): Set<string> {
  const stands = new Map<string, number>();
  const isName = new Map<string, number>();
  for (const text of texts) {
    const found = understand(text).personal.filter(({ kind }) => !telling.has(kind));
    for (const word of wordsOf(found.map(({ value }) => value).join(' ')))
      isName.set(word, (isName.get(word) ?? 0) + 1);
    for (const word of wordsOf(text)) stands.set(word, (stands.get(word) ?? 0) + 1);
  }
  return new Set(
    [...isName].filter(([word, n]) => n >= mostlyName * (stands.get(word) ?? 0)).map(([word]) => word),
  );
}

function wordsOf(text: string): Set<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]{2,}/gu));
}
