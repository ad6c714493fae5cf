import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeExamples, nameAt, takePlace } from './burst-examples.ts';
import { type Counts, countTerms, giveCounts, makeRaised, makeTable, type Table } from './burst-table.ts';
import { mix } from './hashing.ts';
import { nameOf, type Terms } from './terms.ts';

const everything = 2 ** 32 - 1;
const perMessage = 1000;

type Counting = (table: Table, hashes: Uint32Array, dropped: (counts: Counts) => void) => void;

const real: Counting = (table, hashes, dropped) => {
  const terms: Terms = {
    text: 'term',
    count: hashes.length,
    hash: hashes,
    start: new Int32Array(hashes.length),
    end: new Int32Array(hashes.length).fill(4),
  };
  countTerms(table, terms, { by: { low: 1, high: 0, id: 1, rank: 1 }, raised: makeRaised(), dropped });
};

/** A quarter of a million terms, more than the table holds, most of them once and some in every message. */
function agrees(counting: Counting): boolean {
  const table = makeTable();
  const truth = new Map<number, number>();
  const told = new Map<number, number>();
  const add = ({ hashes, counts }: Counts) => {
    hashes.forEach((hash, at) => void told.set(hash, (told.get(hash) ?? 0) + (counts[at] ?? 0)));
  };
  for (let message = 0; message < 250; message++) {
    const hashes = Uint32Array.from({ length: perMessage }, (_, at) =>
      mix(at < 50 ? at + 1 : message * perMessage + at + 1),
    );
    for (const hash of hashes) truth.set(hash, (truth.get(hash) ?? 0) + 1);
    counting(table, hashes, add);
  }
  const kept = table.used;
  giveCounts(table, everything, add);
  return (
    kept < 131_072 &&
    truth.size === told.size &&
    truth.entries().every(([hash, times]) => told.get(hash) === times)
  );
}

describe('a table that is full', () => {
  test('gives every term that has to go exactly as often as it was heard, and finds all the others again', () => {
    expect(agrees(real)).toBe(true);
  });

  test.each<[string, Counting]>([
    ['what has to go is not told', (table, hashes) => real(table, hashes, () => undefined)],
    [
      'only the first of them are told',
      (table, hashes, dropped) => {
        let told = 0;
        real(table, hashes, (counts) => (told++ === 0 ? dropped(counts) : undefined));
      },
    ],
    [
      'they are told as heard once more',
      (table, hashes, dropped) =>
        real(table, hashes, ({ hashes: gone, counts }) =>
          dropped({ hashes: gone, counts: counts.map((n) => n + 1) }),
        ),
    ],
    [
      'a gap is left before one that stays',
      (table, hashes, dropped) => {
        let isFull = false;
        real(table, hashes, (counts) => {
          isFull = true;
          dropped(counts);
        });
        if (isFull) emptyOne(table);
      },
    ],
  ])('the mutant in which %s is caught', (_, mutant) => {
    expect(agrees(mutant)).toBe(false);
  });
});

/** As a careless removal would: the slot of one term, whatever stands behind it. */
function emptyOne({ hashes, entries }: Table): void {
  const slot = hashes.findIndex((hash) => hash !== 0);
  hashes[slot] = 0;
  entries.fill(0, slot * 4, slot * 4 + 4);
}

type Naming = (terms: Terms) => string;

const named: Naming = ({ text, start, end }) => {
  const examples = makeExamples();
  return nameAt(examples, takePlace(examples, { text, start: start[0] ?? 0, end: end[0] ?? 0 }));
};
const pieces = fc.constantFrom('storing', '#', ' ', '  ', '\u00a0', '\u2028', '\t', 'é', '😀', '\ud83d', 'ß');
const names = (naming: Naming) =>
  fc.property(fc.array(pieces, { size: 'max', maxLength: 30 }), (parts) => {
    const text = `a${parts.join('')}`;
    const terms = {
      text,
      count: 1,
      hash: new Uint32Array(1),
      start: new Int32Array(1),
      end: Int32Array.of(text.length),
    };
    return naming(terms) === nameOf(terms, 0).slice(0, 40).toWellFormed();
  });
const holds = (naming: Naming, runs = 200) =>
  !fc.check(names(naming), { numRuns: runs, endOnFailure: true }).failed;

describe('the name of a term', () => {
  test('is written as people read it, as far as there is room', () => {
    expect(holds(named)).toBe(true);
  });

  test.each<[string, Naming]>([
    ['number signs stay', (terms) => terms.text.replace(/\s+/g, ' ').slice(0, 40).toWellFormed()],
    ['spaces are not joined', (terms) => terms.text.replaceAll('#', '').slice(0, 40).toWellFormed()],
    [
      'only plain spaces are joined',
      (terms) => terms.text.replaceAll('#', '').replace(/ +/g, ' ').slice(0, 40),
    ],
    ['it is never cut', (terms) => nameOf(terms, 0).toWellFormed()],
  ])('the mutant in which %s is caught', (_, mutant) => {
    expect(holds(mutant, 2000)).toBe(false);
  });
});
