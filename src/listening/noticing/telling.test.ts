import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tellable } from './telling.ts';

type Tell = (terms: readonly string[], texts: readonly string[]) => string[];

const given = ['Gerrit', 'Fatima', 'Henk', 'Anneke', 'Joost'];
const family = ['Hoekstra', 'Wiersma', 'Terpstra', 'Dijkman'];
const matters = ['stroomuitval', 'storing', 'rekening', 'zonnepanelen', 'terugleverkosten'];

/** A matter, and a person who is spoken about with it. */
const said = fc.record({
  matter: fc.constantFrom(...matters),
  name: fc.tuple(fc.constantFrom(...given), fc.constantFrom(...family)),
  handle: fc.constantFrom('@gerrit_h', '@fatima', '@henk1955'),
  number: fc.integer({ min: 100_000, max: 99_999_999 }).map((n) => `06${String(n).padStart(8, '0')}`),
  streets: fc.array(fc.constantFrom('in de Dorpsstraat', 'weer', 'helaas'), {
    size: 'max',
    minLength: 5,
    maxLength: 30,
  }),
});

/** What must hold of telling: matters are told; names, handles and numbers, alone or in a pair, never. */
function holds(tell: Tell): void {
  fc.assert(
    fc.property(said, ({ matter, name: [first, last], handle, number, streets }) => {
      const texts = streets.map((where) => `${matter} en monteur ${first} ${last} komt ${where} niet`);
      const [one, other] = [first.toLowerCase(), last.toLowerCase()];
      const told = tell([matter, one, `${one} ${other}`, `${matter} ${one}`, handle, number], texts);
      expect(told).toEqual([matter]);
    }),
    { numRuns: 60 },
  );
}

describe('what may be told of a topic', () => {
  test('is its matter, never who is spoken about', () => holds(tellable));

  test.each<[string, Tell]>([
    ['tells everything', (terms) => [...terms]],
    ['tells nothing', () => []],
    [
      'looks at single words only',
      (terms, texts) => terms.filter((t) => t.includes(' ') || tellable([t], texts).length > 0),
    ],
    [
      'needs one good word of a pair',
      (terms, texts) => terms.filter((t) => t.split(' ').some((w) => tellable([w], texts).length > 0)),
    ],
    [
      'lets handles through',
      (terms, texts) => terms.filter((t) => t.startsWith('@') || tellable([t], texts).length > 0),
    ],
    [
      'lets numbers through',
      (terms, texts) => terms.filter((t) => /\d{4}/.test(t) || tellable([t], texts).length > 0),
    ],
  ])('and a telling that %s is found out', (_, broken) => {
    expect(() => holds(broken)).toThrow();
  });

  test('is also a word that is somebody by itself, and not one that a name shares once', () => {
    expect(tellable(['gerrit'], [])).toEqual([]);
    const texts = ['storing in Lelystad', 'storing alweer', 'storing hier', 'mevrouw Storing belde'];
    expect(tellable(['storing'], texts)).toEqual(['storing']);
  });
});
