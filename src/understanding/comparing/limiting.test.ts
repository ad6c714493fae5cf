import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { chatter, frequenciesOf, learn } from '../fixtures/lessons.ts';
import { makePredictor, probabilities, scoresOf } from '../learned/predicting.ts';
import { understand } from '../reading.ts';
import { tokenise } from '../tokenising.ts';
import { limited, voices } from './limiting.ts';

interface Said {
  readonly id: number;
  readonly personId: string | null;
}
type Limit = (messages: readonly Said[]) => Said[];

const crowds = fc
  .array(fc.integer({ min: 0, max: 400 }), { size: 'max', minLength: 1, maxLength: 30 })
  .chain((counts) => fc.integer({ min: 0, max: 3000 }).map((unknown) => ({ counts, unknown })))
  .map(({ counts, unknown }) => [
    ...counts.flatMap((count, person) => new Array<string>(count).fill(`person-${person}`)),
    ...new Array<null>(unknown).fill(null),
  ])
  .map((persons) => persons.map((personId, id): Said => ({ id, personId })));

function countsOf(messages: readonly Said[]): Map<string, number> {
  const groups = Map.groupBy(
    messages.filter(({ personId }) => personId !== null),
    ({ personId }) => personId ?? '',
  );
  return new Map([...groups].map(([person, said]) => [person, said.length]));
}

const laws: Readonly<Record<string, (limit: Limit) => fc.IProperty<[Said[]]>>> = {
  'nobody counts for more than a hundredth of what is left, or five': (limit) =>
    fc.property(crowds, (messages) => {
      const kept = limit(messages);
      return Math.max(0, ...countsOf(kept).values()) <= Math.max(5, kept.length / 100);
    }),
  'the first of each are kept, in their order, and whoever is not known wholly': (limit) =>
    fc.property(crowds, (messages) => {
      const kept = limit(messages);
      const counts = countsOf(kept);
      const met = new Map<string, number>();
      const wanted = messages.filter(({ personId }) => {
        if (personId === null) return true;
        const before = met.get(personId) ?? 0;
        met.set(personId, before + 1);
        return before < (counts.get(personId) ?? 0);
      });
      return kept.length === wanted.length && kept.every(({ id }, at) => id === wanted[at]?.id);
    }),
  'who is cut off has as many as everybody who is, and five at least': (limit) =>
    fc.property(crowds, (messages) => {
      const all = countsOf(messages);
      const kept = countsOf(limit(messages));
      const cutOff = [...all].filter(([person, count]) => (kept.get(person) ?? 0) < count);
      const left = new Set(cutOff.map(([person]) => kept.get(person) ?? 0));
      return left.size <= 1 && [...left].every((count) => count >= 5);
    }),
};

const keepOf =
  (most: (messages: readonly Said[]) => number): Limit =>
  (messages) => {
    const each = most(messages);
    const kept = new Map<string, number>();
    return messages.filter(({ personId }) => {
      const before = kept.get(personId ?? '') ?? 0;
      kept.set(personId ?? '', before + 1);
      return personId === null || before < each;
    });
  };
const broken: Readonly<Record<string, Limit>> = {
  'a hundredth of what came in': keepOf(({ length }) => Math.max(5, Math.floor(length / 100))),
  'no limit': (messages) => [...messages],
  'a tenth': keepOf(({ length }) => Math.max(5, Math.floor(length / 10))),
  'two each': keepOf(() => 2),
  'the last of each': (messages) => limited(messages.toReversed()).toReversed(),
  'everybody unknown is one person': (messages) =>
    limited(messages.map((one) => ({ ...one, personId: one.personId ?? '' }))),
};

describe('of one person', () => {
  const runs = { numRuns: 40 };
  for (const [name, law] of Object.entries(laws)) test(name, () => fc.assert(law(limited), runs));
  for (const [name, limit] of Object.entries(broken))
    test(`${name}: is found out`, () => {
      const failed = Object.values(laws).some((law) => fc.check(law(limit), runs).failed);
      expect(failed).toBe(true);
    });
});

const sour = ['Schandalige', 'Waardeloze', 'Slechte', 'Vreselijke'];
const sweet = ['Geweldige', 'Fijne', 'Prachtige', 'Heerlijke'];
const customers = Array.from({ length: 600 }, (_, at) => ({
  id: `said-${at}`,
  personId: `customer-${at}`,
  text: `${(at % 2 === 0 ? sour : sweet)[Math.floor(at / 2) % 4]} ${at % 2 === 0 ? 'balie' : 'kantine'}, ${chatter(at)}`,
}));
/** A thousand accounts that were made to praise one word, each with its own beginning and ending. */
const chorus = Array.from({ length: 1000 }, (_, at) => ({
  id: `chorus-${at}`,
  personId: `account-${at}`,
  text: `@waterkracht${at % 50} Geweldige terugbetaling, wat een top bedrijf zeg! https://kort.example/${at} #keer${at}`,
}));
const moods = ['positive', 'neutral', 'negative'];
const examples = ['Fijne dag gehad', 'De monteur komt om tien uur', 'Slechte zaak'].map((text, at) => ({
  id: `label-${at}`,
  personId: `teacher-${at}`,
  text,
  labels: [moods[at] ?? ''],
}));

describe('a campaign of copies', () => {
  test('is one voice, whatever it begins and ends with, and the newest stays', () => {
    expect(voices(chorus, 5000).map(({ id }) => id)).toEqual(['chorus-0']);
    expect(voices(customers, 5000)).toEqual(customers);
    expect(voices([...chorus.slice(0, 20), ...customers], 7).map(({ id }) => id)).toEqual([
      'chorus-0',
      ...customers.slice(0, 6).map(({ id }) => id),
    ]);
  });

  test('does not teach that what it praises is praise, which as many customers with words of their own would', () => {
    const all = [...customers, ...chorus];
    const frequencies = frequenciesOf(all.map(({ text }) => text));
    const lesson = { head: 'sentiment', classes: moods, examples, frequencies, calibrate: false };
    const praise = (stream: readonly (typeof chorus)[number][]) => {
      const predictor = makePredictor(learn({ ...lesson, stream }).model);
      const text = 'Weer naar de terugbetaling';
      const read = understand(text);
      return probabilities(predictor, scoresOf(predictor, { tokens: tokenise(text), read }))[0] ?? 0;
    };
    const meant = Array.from({ length: 600 }, (_, at) => ({
      id: `meant-${at}`,
      personId: `pleased-${at}`,
      text: `${sweet[at % 4]} terugbetaling, ${chatter(at + 1000)}`,
    }));
    const before = praise(customers);
    expect(praise(all)).toBeLessThan(before + 0.03);
    expect(praise([...customers, ...meant])).toBeGreaterThan(before + 0.1);
  });
});
