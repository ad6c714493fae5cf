import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { variationsOf } from '../../../bench/variations.ts';
import { rowsOf } from '../fixtures/measuring.ts';
import { tokenise } from '../tokenising.ts';
import { agreement, areAlike, bandKeys, groupDuplicates, type Signature, signatureOf } from './duplicates.ts';

const webcare = textsIn(readFileSync(join(import.meta.dirname, '../fixtures/webcare.csv'), 'utf8'));
const data = process.env.BENCH_DATA;

function textsIn(csv: string): string[] {
  return rowsOf(csv).map(({ text = '' }) => text);
}

function isFound(text: string, varied: string): boolean {
  const [one, other] = [signatureOf(text), signatureOf(varied)];
  const keys = new Set(bandKeys(one));
  return bandKeys(other).some((key) => keys.has(key)) && areAlike(one, other);
}

function shareFound(texts: readonly string[], vary: (text: string) => string): number {
  return (100 * texts.filter((text) => isFound(text, vary(text))).length) / texts.length;
}

describe.each(variationsOf(webcare, 2026))('$name', ({ name, vary, least }) => {
  test(`is recognised in ${least} % of the webcare messages of five words and more`, () => {
    const fit = webcare.filter(
      (text) => tokenise(text).words >= 5 && (!name.startsWith('cut') || text.length <= 160),
    );
    expect(fit.length).toBeGreaterThan(200);
    expect(shareFound(fit, vary)).toBeGreaterThanOrEqual(least);
  });
});

test.skipIf(data === undefined)('and so in the messages about airlines', () => {
  const airline = textsIn(
    gunzipSync(readFileSync(join(data ?? '', 'airline/airline.csv.gz'))).toString('utf8'),
  );
  const fit = airline.filter((text) => tokenise(text).words >= 5).slice(0, 3000);
  for (const { vary, least } of variationsOf(fit, 2026))
    expect(shareFound(fit, vary)).toBeGreaterThanOrEqual(least);
});

test('different messages are not alike', () => {
  const signatures = webcare.map(signatureOf);
  expect(new Set(groupDuplicates(signatures)).size).toBe(new Set(webcare).size);
});

test('in a short message one other word is another message', () => {
  expect(isFound('@waterkracht jullie zijn top', '@waterkracht jullie zijn waardeloos')).toBe(false);
  expect(isFound('bedankt', 'Bedankt!!!')).toBe(true);
  expect(isFound('bedankt', 'dank')).toBe(false);
  expect(isFound('👍', '👎')).toBe(false);
  expect(isFound('', '')).toBe(true);
  expect(isFound('', '???')).toBe(false);
});

test('a campaign is one group, named after its first message', () => {
  const texts = [
    'Waar blijft de monteur? Ik wacht al drie weken op jullie, @waterkracht',
    'Vandaag weer geen stroom in onze straat en niemand die iets laat weten',
    'RT @fatima: Waar blijft de monteur? Ik wacht al drie weken op jullie, @waterkracht https://a.example/1',
    'WAAR BLIJFT DE MONTEUR?? ik wacht al vier weken op jullie 😡',
    'Vandaag weer geen stroom in onze straat en niemand die iets laat weten!',
  ];
  expect(groupDuplicates(texts.map(signatureOf))).toEqual([0, 1, 0, 0, 1]);
});

test('a signature is the same in every run and fits in 65 bytes, its keys in an integer', () => {
  const signature = signatureOf('Waar blijft bestelling WK-123456 nu eigenlijk?');
  expect(Buffer.from(signature).toString('hex').slice(0, 16)).toBe('d1d2ed2dbc4ed1bc');
  expect(signature.length).toBe(65);
  expect(bandKeys(signature)).toHaveLength(21);
  expect(bandKeys(signature).every((key) => Number.isInteger(key) && key >= 0 && key < 2 ** 29)).toBe(true);
});

interface Reader {
  sign: (text: string) => Signature;
  agree: (one: Signature, other: Signature) => number;
  group: (signatures: readonly Signature[]) => number[];
}

const real: Reader = { sign: signatureOf, agree: agreement, group: groupDuplicates };
const units = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { size: 'max', maxLength: 600 })
  .map((all) => String.fromCharCode(...all));
const said = fc
  .array(
    fc.constantFrom(
      'waar',
      'blijft',
      'gas',
      'de',
      'monteur',
      'jullie',
      'rekening',
      'hoog',
      'niemand',
      'week',
    ),
    {
      size: 'max',
      maxLength: 60,
    },
  )
  .map((words) => words.join(' '));
const texts = fc.oneof(units, fc.string({ unit: 'binary', size: 'max', maxLength: 600 }), said);

const properties: Record<string, (reader: Reader) => fc.IProperty<[string[]]>> = {
  'agreement is mutual, from 0 to 1, and whole with itself': ({ sign, agree }) =>
    over((all) => {
      const [one, other] = [sign(all[0] ?? ''), sign(all[1] ?? '')];
      const agreed = agree(one, other);
      return (
        agreed === agree(other, one) && agreed >= 0 && agreed <= 1 && agree(one, sign(all[0] ?? '')) === 1
      );
    }),
  'links, mentions and emoji do not count beside words': ({ sign, agree }) =>
    fc.property(fc.array(said, { size: 'max', minLength: 1, maxLength: 8 }), ([text = '']) => {
      if (text.split(' ').length < 3) return true;
      return agree(sign(text), sign(`@els 😡 ${text} https://a.example/1 @joost`)) === 1;
    }),
  'a group is named after its first member, and equal messages share one': ({ sign, group }) =>
    over((all) => {
      const doubled = [...all, ...all];
      const groups = group(doubled.map(sign));
      return groups.every(
        (first, index) =>
          first <= index &&
          groups[first] === first &&
          first === groups[(index + all.length) % doubled.length],
      );
    }),
};

function over(holds: (all: string[]) => boolean): fc.IProperty<[string[]]> {
  return fc.property(fc.array(texts, { size: 'max', minLength: 2, maxLength: 12 }), holds);
}

/** A mistake may take many more tries than it takes to trust what is right. */
const holds = (property: fc.IProperty<[string[]]>, runs = 100) =>
  !fc.check(property, { numRuns: runs, endOnFailure: true }).failed;

test.each(Object.entries(properties))('%s, for every string', (_, propertyOf) => {
  expect(holds(propertyOf(real))).toBe(true);
});

const [mutual = '', neutral = '', grouped = ''] = Object.keys(properties);
const mutants: [name: string, property: string, reader: Partial<Reader>][] = [
  [
    'agreement counts 65 bytes',
    mutual,
    { agree: (one, other) => one.filter((byte, at) => byte === other[at]).length / 64 },
  ],
  [
    'agreement favours the first',
    mutual,
    { agree: (one, other) => ((one[0] ?? 0) > (other[0] ?? 0) ? 0 : agreement(one, other)) },
  ],
  ['every signature is new', mutual, { sign: (text) => signatureOf(text + Math.random()) }],
  ['emoji count', neutral, { sign: (text) => signatureOf(text.replaceAll('😡', 'boos')) }],
  ['links count', neutral, { sign: (text) => signatureOf(text.replaceAll('https://', 'link ')) }],
  ['mentions count', neutral, { sign: (text) => signatureOf(text.replaceAll('@', '')) }],
  ['nobody shares a group', grouped, { group: (all) => all.map((_, index) => index) }],
  [
    'a group is named after its last',
    grouped,
    {
      group: (all) =>
        groupDuplicates(all.toReversed())
          .map((first) => all.length - 1 - first)
          .reverse(),
    },
  ],
  ['all are one group, named after the second', grouped, { group: (all) => all.map(() => 1) }],
];

test.each(mutants)('the mutant in which %s is caught by: %s', (_, property, change) => {
  const propertyOf = properties[property];
  expect(propertyOf && holds(propertyOf({ ...real, ...change }), 2000)).toBe(false);
});

test('a text of megabytes, or of one repeated sign, is signed without trouble', () => {
  for (const piece of ['a', 'ja ', '\n', '@', '#hoog', '1 ', '\ud83d', 'à̸̛'])
    expect(signatureOf(piece.repeat(1_000_000 / piece.length)).length).toBe(65);
});
