import { expect, test } from 'vitest';
import { tokenise } from '../tokenising.ts';
import { makeTerms, nameOf, readTerms } from './terms.ts';

function termsOf(text: string, language = 'nl'): string[] {
  const terms = readTerms(tokenise(text), language, makeTerms());
  return Array.from({ length: terms.count }, (_, index) => nameOf(terms, index));
}

test('gives words without stop words, hashtags bare, and pairs of neighbours', () => {
  expect(termsOf('De  grote storing in Lelystad #stroomstoring nu')).toEqual([
    'grote',
    'storing',
    'grote storing',
    'lelystad',
    'stroomstoring',
    'lelystad stroomstoring',
  ]);
});

test('a sign, a link, a mention or a number stands between neighbours', () => {
  expect(termsOf('gas! stroom @joost water 12 wind https://a.example zon')).toEqual([
    'gas',
    'stroom',
    'water',
    'wind',
    'zon',
  ]);
});

test('a stop word of another language is a word here', () => {
  expect(termsOf('the war', 'en')).toEqual(['war']);
  expect(termsOf('the war', 'und')).toEqual([]);
});

test('the same term has the same hash, as a hashtag too; never 0', () => {
  const hashesOf = (text: string) => {
    const { count, hash } = readTerms(tokenise(text), 'nl', makeTerms());
    return [...hash.subarray(0, count)];
  };
  expect(hashesOf('Storing!')).toEqual(hashesOf('#storing'));
  expect(hashesOf('storing gas').every((hash) => hash > 0)).toBe(true);
});

test('a long text is read up to 1,024 terms', () => {
  expect(termsOf('storing gas lucht '.repeat(5000)).length).toBeLessThanOrEqual(1024);
});
