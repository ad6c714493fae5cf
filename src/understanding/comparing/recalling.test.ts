import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signatureOf } from './duplicates.ts';
import { openRecalling, type Recalling } from './recalling.ts';

const day = 86_400_000;
const words = 'dijk polder sluis molen gemaal kwel plas sloot wetering kade terp wad duin vaart'.split(' ');

const sentences = [
  'waar blijft de monteur die gisteren zou komen voor de warmtepomp',
  'ik wil graag mijn termijnbedrag laten verlagen want ik verbruik minder',
  'de zonnepanelen leveren al een week geen stroom meer terug',
  'stop met de hogere vaste kosten en luister naar uw klanten',
  'hoe geef ik mijn verhuizing naar een andere gemeente door',
];

/** A few texts that are said again and again, with other endings. */
const said = fc.array(
  fc.record({
    text: fc.constantFrom(...sentences),
    ending: fc.constantFrom('', '!!', ' https://x.example/1', ' 🙏'),
    gap: fc.integer({ min: 0, max: 3 * day }),
  }),
  { minLength: 2, maxLength: 40, size: 'max' },
);

type Open = typeof openRecalling;

/** Of a copy within the window something is found; and never anything from outside it. */
const knowsAgain = (open: Open) =>
  fc.property(said, (all) => {
    const recalling = open({ most: 64, window: 5 * day });
    const first = new Map<string, number>();
    let at = 0;
    return all.every(({ text, ending, gap }, index) => {
      at += gap;
      const signature = signatureOf(text + ending);
      const found = recalling.find({ signature, at });
      const before = first.get(text);
      const within = before !== undefined && at - before <= 5 * day;
      if (found) recalling.retag(found.place, { tag: 1, at });
      else recalling.remember({ id: index, tag: 0, at, signature });
      if (!first.has(text) || !within) first.set(text, at);
      return !within || found !== undefined;
    });
  });

const apart = (open: Open) =>
  fc.property(said, (all) => {
    const recalling = open({ most: 64, window: 5 * day });
    return all.every(({ text, ending }, index) => {
      const signature = signatureOf(text + ending);
      const at = index * 6 * day;
      const found = recalling.find({ signature, at });
      recalling.remember({ id: index, tag: 0, at, signature });
      return found === undefined;
    });
  });

/** A mistake may take many more tries than it takes to trust what is right. */
const holds = (property: fc.IProperty<unknown[]>, runs = 100) =>
  !fc.check(property as fc.IProperty<[unknown]>, { numRuns: runs, endOnFailure: true }).failed;

test('a copy within the window is known again', () => {
  expect(holds(knowsAgain(openRecalling))).toBe(true);
});

test('what was said before the window is not', () => {
  expect(holds(apart(openRecalling))).toBe(true);
});

const changed =
  (change: (real: Recalling) => Partial<Recalling>): Open =>
  (options) => {
    const real = openRecalling(options);
    return { ...real, ...change(real) };
  };

const mutants: [string, (open: Open) => fc.IProperty<unknown[]>, Open][] = [
  ['the window is forgotten', apart, (options) => openRecalling({ ...options, window: Number.MAX_VALUE })],
  ['nothing is remembered', knowsAgain, changed(() => ({ remember: () => {} }))],
  ['the window is half as long', knowsAgain, (o) => openRecalling({ ...o, window: o.window / 2 })],
  ['only two are remembered', knowsAgain, (options) => openRecalling({ ...options, most: 2 })],
  [
    'one in three is not found',
    knowsAgain,
    changed((real) => {
      let asked = 0;
      return { find: (text) => (asked++ % 3 === 2 ? undefined : real.find(text)) };
    }),
  ],
];

test.each(mutants)('the mutant in which %s is caught', (_, property, open) => {
  expect(holds(property(open), 2000)).toBe(false);
});

test('a text that is said again and again stays known among ten thousand others', () => {
  const recalling = openRecalling({ most: 1024, window: 30 * day });
  const campaign = signatureOf('stop de hogere vaste kosten en luister naar uw klanten');
  recalling.remember({ id: 1, tag: 7, at: 0, signature: campaign });
  for (let n = 0; n < 1000; n++) {
    recalling.remember({
      id: n + 2,
      tag: 0,
      at: 0,
      signature: signatureOf(`bericht ${words[n % 14]}${n} van klant x${n} over zaak y${n * 7}`),
    });
    if (n % 50 === 0)
      recalling.retag(recalling.find({ signature: campaign, at: 0 })?.place ?? -1, { tag: 7, at: 0 });
  }
  expect(recalling.find({ signature: campaign, at: 0 })).toMatchObject({ id: 1, tag: 7 });
});
