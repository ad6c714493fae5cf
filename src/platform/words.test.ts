import { describe, expect, it } from 'vitest';
import { chooseLocale, refusalIn, words } from './words.ts';

describe('the language of a page', () => {
  it('is what was chosen on the page, before anything else', () => {
    expect(chooseLocale({ cookie: 'en', employee: 'nl', acceptLanguage: 'nl', organisation: 'nl' })).toBe(
      'en',
    );
  });

  it('is what is kept for the colleague when nothing was chosen in this browser', () => {
    expect(chooseLocale({ cookie: null, employee: 'en', acceptLanguage: 'nl' })).toBe('en');
  });

  it.each([
    ['en-GB,en;q=0.9,nl;q=0.8', 'en'],
    ['fr-FR, nl-BE;q=0.7, en;q=0.3', 'nl'],
    ['nl;q=0.2,en;q=0.8', 'en'],
    ['NL', 'nl'],
    ['en;q=0,nl;q=0.1', 'nl'],
  ])('follows the browser: %s', (acceptLanguage, locale) => {
    expect(chooseLocale({ acceptLanguage, organisation: 'nl' })).toBe(locale);
  });

  it('is that of the organisation when the browser asks for a language Polder does not speak', () => {
    expect(chooseLocale({ acceptLanguage: 'fr,de;q=0.8', organisation: 'en' })).toBe('en');
  });

  it.each(['', '*', ';;;,q=', 'en;q=abc', 'x'.repeat(100_000), ',,,,'])(
    'survives the header %#',
    (acceptLanguage) => {
      expect(['nl', 'en']).toContain(chooseLocale({ cookie: 'xx', acceptLanguage }));
    },
  );

  it('is Dutch when nobody says anything', () => {
    expect(chooseLocale({})).toBe('nl');
  });
});

describe('the words for a refusal', () => {
  it('are the most exact there are', () => {
    expect(refusalIn('nl', 'not-found.conversation').title).toBe('Dit gesprek is er niet');
    expect(refusalIn('nl', 'not-found.something.else').title).toBe('Deze pagina bestaat niet');
    expect(refusalIn('en', 'never-heard-of').title).toBe('This cannot be done');
  });

  it('are never taken from the prototype of an object', () => {
    for (const code of ['constructor', 'toString', '__proto__.polluted', 'hasOwnProperty']) {
      expect(refusalIn('nl', code)).toEqual(words('nl').refusals.unknown);
    }
  });
});
