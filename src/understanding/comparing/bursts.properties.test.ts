import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Burst, type Bursts, type HeardMessage, openBursts, restoreBursts } from './bursts.ts';

const hour = 3_600_000;
const learning = 30;
const words = [
  'storing',
  'lelystad',
  'brand',
  'gas',
  'factuur',
  'monteur',
  'de',
  '#hoog',
  '@els',
  '\ud83d',
  '12,50',
];

interface Said {
  text: string;
  author: number;
}

/** What is told about one hour of messages, after days with nothing special. */
type Tell = (messages: readonly Said[]) => Burst[];

function opened(): Bursts {
  const bursts = openBursts({ from: 0 });
  for (let at = 0; at < learning; at++) {
    bursts.close(at * hour);
    for (let index = 0; index < 10; index++)
      bursts.hear(heard({ text: 'vraag over contract', author: index }, at * 100 + index));
  }
  bursts.close(learning * hour);
  return bursts;
}

function heard({ text, author }: Said, id: number): HeardMessage {
  return {
    at: Math.floor(id / 100) * hour,
    id: String(id),
    authorHash: author,
    language: 'nl',
    scope: 's',
    said: text,
  };
}

function tellWith(bursts: Bursts, messages: readonly Said[]): Burst[] {
  messages.forEach((said, index) => {
    bursts.hear({ ...heard(said, index), at: learning * hour, id: String(100_000 + index) });
  });
  return bursts.close((learning + 1) * hour);
}

const real: Tell = (messages) => tellWith(opened(), messages);

const said = fc.record({
  text: fc.oneof(
    {
      weight: 5,
      arbitrary: fc
        .array(fc.constantFrom(...words), { size: 'max', maxLength: 8 })
        .map((all) => all.join(' ')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', size: 'max', maxLength: 200 }) },
  ),
  author: fc.integer({ min: 0, max: 11 }),
});
const hours = fc.array(said, { size: 'max', minLength: 10, maxLength: 60 });

const properties: Record<string, (tell: Tell) => fc.IProperty<[Said[]]>> = {
  'the number of messages is the true one, and nothing is told of five or of four people': (tell) =>
    fc.property(hours, (messages) =>
      tell(messages).every(({ terms: [term = ''], messages: count, authors }) => {
        const having = messages.filter(({ text }) => has(text, term));
        const people = new Set(having.map(({ author }) => author)).size;
        return count === having.length && count >= 6 && people >= 5 && Math.abs(authors - people) <= 3;
      }),
    ),
  'what surprises most does not depend on the order of messages in an hour': (tell) =>
    fc.property(hours, (messages) => figures(tell(messages)) === figures(tell(messages.toReversed()))),
  'what is told follows the rule: z of 6 and three times what was expected': (tell) =>
    fc.property(hours, (messages) =>
      tell(messages).every(
        ({ z, messages: count, expected }) =>
          z >= 6 &&
          count >= 3 * expected &&
          Math.abs(z ** 2 / 2 - (count * Math.log(count / expected) - count + expected)) < 1e-6,
      ),
    ),
};

function has(text: string, term: string): boolean {
  return ` ${text.replaceAll('#', '')} `.includes(` ${term} `);
}

function figures(told: readonly Burst[]): string {
  const [most] = told;
  return JSON.stringify([most?.terms[0], most?.messages, most?.authors]);
}

/** A mistake may take many more tries than it takes to trust what is right. */
const holds = (property: fc.IProperty<[Said[]]>, runs = 60) =>
  !fc.check(property, { numRuns: runs, endOnFailure: true }).failed;

test.each(Object.entries(properties))('%s, whatever is said', (_, propertyOf) => {
  expect(holds(propertyOf(real))).toBe(true);
});

const [counted = '', ordered = '', ruled = ''] = Object.keys(properties);
const mutants: [name: string, property: string, tell: Tell][] = [
  ['every message is heard twice', counted, (messages) => real(messages.flatMap((one) => [one, one]))],
  [
    'everybody is somebody else',
    counted,
    (messages) => real(messages.map((one, author) => ({ ...one, author }))),
  ],
  ['the last message is missed', counted, (messages) => real(messages.slice(0, -1))],
  ['only the beginning of an hour is heard', ordered, (messages) => real(messages.slice(0, 20))],
  ['the first message weighs more', ordered, (messages) => real([...messages.slice(0, 2), ...messages])],
  [
    'messages are put in pairs',
    ordered,
    (messages) =>
      real(
        messages.map((one, index) => ({ ...one, text: `${one.text} ${messages[index - 1]?.text ?? ''}` })),
      ),
  ],
  [
    'one is added to what was expected',
    ruled,
    (messages) => real(messages).map((one) => ({ ...one, expected: one.expected + 1 })),
  ],
  ['z is not rooted', ruled, (messages) => real(messages).map((one) => ({ ...one, z: one.z ** 2 }))],
  [
    'messages are told as a share',
    ruled,
    (messages) => real(messages).map((one) => ({ ...one, messages: one.messages / messages.length })),
  ],
];

test.each(mutants)('the mutant in which %s is caught by: %s', (_, property, tell) => {
  const propertyOf = properties[property];
  expect(propertyOf && holds(propertyOf(tell), 1000)).toBe(false);
});

type Keep = (bursts: Bursts) => Bursts;

const restoringChangesNothing = (keep: Keep) =>
  fc.property(hours, fc.nat(), (messages, at) => {
    const half = at % messages.length;
    const bursts = opened();
    tellBefore(bursts, messages.slice(0, half));
    const told = tellWith(keep(bursts), messages.slice(half));
    const whole = opened();
    tellBefore(whole, messages.slice(0, half));
    return JSON.stringify(told) === JSON.stringify(tellWith(whole, messages.slice(half)));
  });

function tellBefore(bursts: Bursts, messages: readonly Said[]): void {
  messages.forEach((one, index) => {
    bursts.hear({ ...heard(one, index), at: learning * hour, id: String(200_000 + index) });
  });
}

function restored(state: Uint8Array): Bursts {
  const bursts = restoreBursts(state);
  if (typeof bursts === 'string') throw new Error(bursts);
  return bursts;
}

test('saving and restoring at any moment changes nothing', () => {
  expect(
    fc.check(
      restoringChangesNothing((bursts) => restored(bursts.state())),
      { numRuns: 40, endOnFailure: true },
    ).failed,
  ).toBe(false);
});

const forgetful: [name: string, keep: Keep][] = [
  [
    'the open hour is closed first',
    (bursts) => {
      bursts.close((learning + 1) * hour);
      return restored(bursts.state());
    },
  ],
  ['everything is forgotten', () => openBursts({ from: learning * hour })],
  ['only what was before is kept', () => restored(opened().state())],
];

test.each(forgetful)('the mutant in which %s is caught', (_, keep) => {
  expect(fc.check(restoringChangesNothing(keep), { numRuns: 600, endOnFailure: true }).failed).toBe(true);
});
