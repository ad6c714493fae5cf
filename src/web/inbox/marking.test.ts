import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Marking, type Stretch, stretches } from './marking.ts';

type Mark = typeof stretches;

const because = (value: string, what = 'urgency'): Marking => ({ value, as: 'because', what });
const personal = (value: string, what = 'phone'): Marking => ({ value, as: 'personal', what });
const marked = (found: readonly Stretch[]) =>
  found.filter((one) => one.because.length + one.personal.length > 0).map((one) => one.text);

describe('the marks in a text', () => {
  it('stand on whole words only', () => {
    expect(marked(stretches('lastig, maar last is het: last', [because('last')]))).toEqual(['last', 'last']);
  });

  it('may overlap: a stretch then says both', () => {
    const found = stretches('bel 06 24 68 13 57 nu', [personal('06 24 68 13 57'), because('57 nu')]);
    expect(found.map(({ text, because, personal }) => [text, because.length, personal.length])).toEqual([
      ['bel ', 0, 0],
      ['06 24 68 13 ', 0, 1],
      ['57', 1, 1],
      [' nu', 1, 0],
    ]);
  });

  it('name every reason once', () => {
    const [only] = stretches('gas', [because('gas'), because('gas'), because('gas', 'intent')]);
    expect(only?.because).toEqual(['urgency', 'intent']);
  });
});

const words = fc.constantFrom('gas', 'gaslek', 'nu', ' ', ', ', '06', '\n', '🙈', 'é');
const texts = fc.array(words, { size: 'max', maxLength: 40 }).map((parts) => parts.join(''));
const markings = fc.array(
  fc.record({
    value: fc.oneof(words, texts),
    as: fc.constantFrom('because' as const, 'personal' as const),
    what: fc.constantFrom('urgency', 'intent', 'phone'),
  }),
  { size: 'max', maxLength: 12 },
);

/** Together the stretches are the text, none is empty, and what is marked is a whole word that was asked for. */
function holds(mark: Mark): void {
  fc.assert(
    fc.property(texts, markings, (text, asked) => {
      const found = mark(text, asked);
      if (found.map((one) => one.text).join('') !== text) return false;
      if (found.some((one) => one.text === '') && text !== '') return false;
      let at = 0;
      return found.every((one) => {
        const end = at + one.text.length;
        const right = asked.every(
          (marking) => one[marking.as].includes(marking.what) || !stands(text, { marking, at, end }),
        );
        const wrong = [...one.because, ...one.personal].some(
          (what) => !asked.some((marking) => marking.what === what && stands(text, { marking, at, end })),
        );
        at = end;
        return right && !wrong;
      });
    }),
    { numRuns: 300 },
  );
}

/** The slow way: is this stretch inside a place where the value stands as a whole word? */
function stands(text: string, { marking, at, end }: { marking: Marking; at: number; end: number }): boolean {
  const { value } = marking;
  if (value === '' || at === end) return false;
  const letter = (index: number) => /[\p{L}\p{N}]/u.test(text.charAt(index));
  for (let start = Math.max(0, end - value.length); start <= at; start++) {
    if (!text.startsWith(value, start)) continue;
    const stop = start + value.length;
    if (letter(start - 1) && letter(start)) continue;
    if (letter(stop - 1) && letter(stop)) continue;
    return true;
  }
  return false;
}

const mutants: Record<string, Mark> = {
  'drops the last stretch': (text, asked) => stretches(text, asked).slice(0, -1),
  'marks parts of words': (text, asked) =>
    stretches(text, asked).map((one) =>
      asked.some(({ value }) => value !== '' && one.text.includes(value)) && one.because.length === 0
        ? { ...one, because: ['urgency'] }
        : one,
    ),
  'sees only the first mark': (text, asked) => stretches(text, asked.slice(0, 1)),
  'forgets personal data': (text, asked) => stretches(text, asked).map((one) => ({ ...one, personal: [] })),
};

describe('the law of marks', () => {
  it('holds', () => holds(stretches));
  it.each(Object.keys(mutants))('is broken by one that %s', (name) => {
    expect(() => holds(mutants[name] as Mark)).toThrow();
  });
});
