import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Change, wordDiff } from './word-diff.ts';

test('two words that were mended', () => {
  expect(wordDiff('Uw pakket komt morgen aan.', 'Uw pakket komt vrijdag aan. Excuses!')).toEqual([
    { kind: 'kept', text: 'Uw pakket komt ' },
    { kind: 'gone', text: 'morgen' },
    { kind: 'new', text: 'vrijdag' },
    { kind: 'kept', text: ' aan.' },
    { kind: 'new', text: ' Excuses!' },
  ]);
});

type Diff = typeof wordDiff;
const of = (changes: readonly Change[], ...kinds: Change['kind'][]) =>
  changes
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ text }) => text)
    .join('');

/** Both texts can be read from it to the letter, and of two that are alike nothing is gone or new. */
function tellsBoth(diff: Diff): void {
  const word = fc.constantFrom('de', 'meter', 'komt', ' ', '\n', '  ', 'vrijdag', '.', 'é');
  const text = fc.array(word, { size: 'max', maxLength: 40 }).map((words) => words.join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const changes = diff(before, after);
      expect(of(changes, 'kept', 'gone')).toBe(before);
      expect(of(changes, 'kept', 'new')).toBe(after);
      expect(of(diff(before, before), 'gone', 'new')).toBe('');
    }),
  );
}

describe('what was changed', () => {
  test('tells both texts', () => tellsBoth(wordDiff));

  test.each<[string, Diff]>([
    [
      'calls everything changed',
      (before, after) => [
        { kind: 'gone', text: before },
        { kind: 'new', text: after },
      ],
    ],
    [
      'leaves out what is gone',
      (before, after) => wordDiff(before, after).filter(({ kind }) => kind !== 'gone'),
    ],
    ['is blind to white space', (before, after) => wordDiff(before.trim(), after.trim())],
    ['takes the one for the other', (before, after) => wordDiff(after, before)],
  ])('does not where it %s', (_, broken) => {
    expect(() => tellsBoth(broken)).toThrow();
  });
});
