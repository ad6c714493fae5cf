import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Keyness, keynessOf, logLikelihood, type SetMessage } from './keyness.ts';

const storing = repeat(['De storing in Lelystad duurt al uren', 'Weer storing, de monteur komt niet'], 12);
const factuur = repeat(
  ['Mijn factuur klopt niet, hoge eindafrekening', 'Waarom is de factuur zo hoog geworden?'],
  12,
);

function repeat(texts: readonly string[], times: number): SetMessage[] {
  return Array.from({ length: times * texts.length }, (_, index) => ({
    id: String(index + 1),
    text: texts[index % texts.length] ?? '',
  }));
}

test('says what one set says that the other does not, in both directions', () => {
  const { more, fewer } = keynessOf(storing, factuur, { language: 'nl' });
  expect(more[0]).toMatchObject({ term: 'storing', inA: 24, inB: 0, shareA: 1, shareB: 0 });
  expect(more[0]?.examples).toEqual(['1', '2', '3', '4', '5']);
  expect(fewer[0]).toMatchObject({ term: 'factuur', inA: 0, inB: 24 });
  expect(more.every(({ g2 }) => g2 > 0) && fewer.every(({ g2 }) => g2 < 0)).toBe(true);
});

test('stop words say nothing, and a pair stands for its words', () => {
  const { more } = keynessOf(storing, factuur, { language: 'nl' });
  const terms = more.map(({ term }) => term);
  expect(terms).not.toContain('de');
  const service = keynessOf(repeat(['slow customer service again'], 20), repeat(['late again'], 20), {
    language: 'en',
  });
  expect(service.more.map(({ term }) => term)).toEqual(['customer service', 'slow customer']);
});

test('too little says nothing', () => {
  expect(keynessOf(storing.slice(0, 2), factuur)).toEqual({ more: [], fewer: expect.any(Array) });
  expect(keynessOf(storing, [])).toEqual({ more: [], fewer: [] });
  expect(keynessOf([], [])).toEqual({ more: [], fewer: [] });
  expect(keynessOf(storing, storing)).toEqual({ more: [], fewer: [] });
});

test('at most as many as were asked for', () => {
  expect(keynessOf(storing, factuur, { most: 2 }).more).toHaveLength(2);
});

test('the log-likelihood is the published one', () => {
  // 2·Σ O·ln(O/E) of the table 20, 80 · 10, 190 by hand.
  expect(logLikelihood({ a: 20, b: 10, sizeA: 100, sizeB: 200 })).toBeCloseTo(15.563, 3);
  expect(logLikelihood({ a: 10, b: 20, sizeA: 200, sizeB: 100 })).toBeCloseTo(-15.563, 3);
  expect(logLikelihood({ a: 10, b: 10, sizeA: 100, sizeB: 100 })).toBe(0);
});

type Key = (a: readonly SetMessage[], b: readonly SetMessage[]) => Keyness;

const words = fc.constantFrom(
  'storing',
  'factuur',
  'monteur',
  'de',
  'gas',
  'hoog',
  'app',
  '\ud83d',
  '#hoog',
  '@els',
  '12',
);
const text = fc.oneof(
  fc.array(words, { size: 'max', maxLength: 12 }).map((all) => all.join(' ')),
  fc.string({ unit: 'binary', size: 'max', maxLength: 100 }),
);
/** Words that no language leaves out. */
const plainWords = ['storing', 'monteur', 'hoog', 'factuur', 'gas', 'app'];
/** Every set has a word of its own, said twice in every other message. */
const sets = fc
  .tuple(words, fc.array(text, { size: 'max', maxLength: 40 }))
  .map(([theme, all]) =>
    all.map(
      (one, index): SetMessage => ({ id: String(index), text: index % 2 ? `${theme} ${one} ${theme}` : one }),
    ),
  );

/** Forty messages in which three to six words are said, each so often; a number between them, so that none is a pair. */
const saidOften = fc
  .uniqueArray(fc.integer({ min: 10, max: 40 }), { size: 'max', minLength: 3, maxLength: 6 })
  .map((often) =>
    Array.from({ length: 40 }, (_, at): SetMessage => {
      const said = often.map((times, word) => (at < times ? plainWords[word] : ''));
      return { id: String(at), text: said.join(' 12 ') };
    }),
  );

const properties: Record<string, (key: Key) => fc.IProperty<[SetMessage[], SetMessage[]]>> = {
  'turning the sets round turns the answer round': (key) =>
    fc.property(sets, sets, (a, b) => {
      const [one, other] = [key(a, b), key(b, a)];
      return same(one.more, other.fewer) && same(one.fewer, other.more);
    }),
  'counts are true and never more than the set': (key) =>
    fc.property(sets, sets, (a, b) =>
      both(key(a, b)).every(
        ({ term, inA, inB }) =>
          inA === having(a, term) && inB === having(b, term) && inA <= a.length && inB <= b.length,
      ),
    ),
  'a term is told exactly as often as it is surely said more': (key) =>
    fc.property(sets, sets, (a, b) =>
      both(key(a, b)).every(({ term, g2, inA, inB, shareA, shareB }) => {
        const sure = logLikelihood({ a: inA, b: inB, sizeA: a.length, sizeB: b.length });
        const shares = shareA === inA / a.length && shareB === inB / b.length;
        return (
          Math.abs(g2 - sure) < 1e-9 &&
          shares &&
          Math.abs(g2) >= 10.83 &&
          Math.max(inA, inB) >= 3 &&
          term !== ''
        );
      }),
    ),
  'no word that stands out is left out, but for a pair that tells it': (key) =>
    fc.property(sets, sets, (a, b) => {
      const found = key(a, b);
      return plainWords.every((word) => {
        const [inA, inB] = [having(a, word), having(b, word)];
        const g2 = logLikelihood({ a: inA, b: inB, sizeA: a.length, sizeB: b.length });
        if (Math.abs(g2) < 10.83 || (g2 > 0 ? inA : inB) < 3) return true;
        const side = g2 > 0 ? found.more : found.fewer;
        return side.length === 20 || side.some(({ term }) => term.split(' ').includes(word));
      });
    }),
  'the surest stand first': (key) =>
    fc.property(saidOften, saidOften, (a, b) => {
      const { more, fewer } = key(
        a,
        b.map(({ id, text: all }) => ({ id, text: all.replaceAll('o', 'u') })),
      );
      return [more, fewer].every((side) =>
        side.every(({ g2 }, at) => at === 0 || Math.abs(g2) <= Math.abs(side[at - 1]?.g2 ?? 0)),
      );
    }),
  'examples hold the term and come from the set that says it more': (key) =>
    fc.property(sets, sets, (a, b) =>
      both(key(a, b)).every(({ g2, term, examples }) => {
        const from = g2 > 0 ? a : b;
        return examples.length > 0 && examples.every((id) => has(from[Number(id)]?.text ?? '', term));
      }),
    ),
};

function both({ more, fewer }: Keyness) {
  return [...more, ...fewer];
}

function same(one: Keyness['more'], other: Keyness['more']): boolean {
  const plain = (terms: Keyness['more']) => terms.map(({ term, g2 }) => [term, Math.abs(g2).toFixed(6)]);
  return JSON.stringify(plain(one)) === JSON.stringify(plain(other));
}

/** The planted words only stand between spaces, so a plain search tells the truth about them. */
function has(message: string, term: string): boolean {
  return (
    ` ${message.replaceAll('#', '').replace(/\s+/g, ' ')} `.toLowerCase().includes(` ${term} `) ||
    !/^[a-z ]+$/.test(term)
  );
}

function having(set: readonly SetMessage[], term: string): number {
  return set.filter((message) => has(message.text, term)).length;
}

/** A mistake may take many more tries than it takes to trust what is right. */
const holds = (property: fc.IProperty<[SetMessage[], SetMessage[]]>, runs = 60) =>
  !fc.check(property, { numRuns: runs, endOnFailure: true }).failed;

test.each(Object.entries(properties))('%s', (_, propertyOf) => {
  expect(holds(propertyOf((a, b) => keynessOf(a, b)))).toBe(true);
});

const [turned = '', counted = '', sure = '', whole = '', sorted = '', exampled = ''] =
  Object.keys(properties);
const mutants: [name: string, property: string, key: Key][] = [
  ['only one direction is told', turned, (a, b) => ({ ...keynessOf(a, b), fewer: [] })],
  ['the second set is cut', turned, (a, b) => keynessOf(a, b.slice(1))],
  ['the first set counts double', turned, (a, b) => keynessOf([...a, ...a], b)],
  ['the first set counts double', counted, (a, b) => keynessOf([...a, ...a], b)],
  ['words are counted instead of messages', counted, (a, b) => keynessOf(apart(a), apart(b))],
  ['one message too many is counted', counted, (a, b) => changed(a, b, (term) => ({ inA: term.inA + 1 }))],
  [
    'the sizes of the sets are forgotten',
    sure,
    (a, b) => changed(a, b, ({ inA, inB }) => ({ g2: 11 + inA - inB })),
  ],
  [
    'shares are of both sets',
    sure,
    (a, b) => changed(a, b, ({ inA }) => ({ shareA: inA / (a.length + b.length) })),
  ],
  ['chance is told as well', sure, (a, b) => withChance(a, b)],
  ['a term loses its name', sure, (a, b) => changed(a, b, () => ({ term: '' }))],
  ['the surest is left out', whole, (a, b) => cutTo(a, b, (side) => side.slice(1))],
  ['the least sure is left out', whole, (a, b) => cutTo(a, b, (side) => side.slice(0, -1))],
  [
    'words are left out where pairs are told',
    whole,
    (a, b) => cutTo(a, b, (side) => side.filter(({ term }) => term.includes(' '))),
  ],
  ['the least sure stand first', sorted, (a, b) => cutTo(a, b, (side) => side.toReversed())],
  [
    'they stand by name',
    sorted,
    (a, b) => cutTo(a, b, (side) => side.toSorted((x, y) => (x.term < y.term ? -1 : 1))),
  ],
  [
    'they stand by their sign',
    sorted,
    (a, b) => cutTo(a, b, (side) => side.toSorted((x, y) => x.inA - y.inA)),
  ],
  ['examples come from anywhere', exampled, (a, b) => changed(a, b, () => ({ examples: ['0'] }))],
  ['examples are missing', exampled, (a, b) => changed(a, b, () => ({ examples: [] }))],
  ['examples are those of the other set', exampled, (a, b) => crossed(keynessOf(a, b))],
];

function apart(set: readonly SetMessage[]): SetMessage[] {
  return set.flatMap(({ id, text: all }) => all.split(' ').map((one) => ({ id, text: one })));
}

function changed(
  a: readonly SetMessage[],
  b: readonly SetMessage[],
  change: (term: Keyness['more'][0]) => object,
): Keyness {
  const { more, fewer } = keynessOf(a, b);
  return {
    more: more.map((term) => ({ ...term, ...change(term) })),
    fewer: fewer.map((term) => ({ ...term, ...change(term) })),
  };
}

type Side = Keyness['more'];

function cutTo(a: readonly SetMessage[], b: readonly SetMessage[], change: (side: Side) => Side): Keyness {
  const { more, fewer } = keynessOf(a, b);
  return { more: change(more), fewer: change(fewer) };
}

/** Every word that is said three times, however little it stands out. */
function withChance(a: readonly SetMessage[], b: readonly SetMessage[]): Keyness {
  const found = keynessOf(a, b);
  const told = new Set(both(found).map(({ term }) => term));
  const chance = plainWords.flatMap((term) => {
    const [inA, inB] = [having(a, term), having(b, term)];
    if (told.has(term) || inA < 3) return [];
    const g2 = logLikelihood({ a: inA, b: inB, sizeA: a.length, sizeB: b.length });
    return [{ term, g2, inA, inB, shareA: inA / a.length, shareB: inB / b.length, examples: [] }];
  });
  return { ...found, more: [...found.more, ...chance] };
}

function crossed({ more, fewer }: Keyness): Keyness {
  return {
    more: more.map((term) => ({ ...term, g2: -term.g2 })),
    fewer: fewer.map((term) => ({ ...term, g2: -term.g2 })),
  };
}

test.each(mutants)('the mutant in which %s is caught by: %s', (_, property, key) => {
  const propertyOf = properties[property];
  expect(propertyOf && holds(propertyOf(key), 1000)).toBe(false);
});
