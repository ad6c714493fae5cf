import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mentionedIn } from './mention.ts';

const colleagues = [
  { id: 'els', name: 'Els Bakker' },
  { id: 'joost', name: 'Joost Visser' },
  { id: 'joosten', name: 'Joosten Smit' },
  { id: 'rene', name: 'René de Wit' },
  { id: 'jan', name: 'Jan Mulder' },
  { id: 'jan2', name: 'Jan de Boer' },
];

describe('a note', () => {
  test.each([
    ['@Joost Visser kijk je mee?', ['joost']],
    ['kijk je mee, @joost?', ['joost']],
    ['@Joosten en @Els', ['joosten', 'els']],
    ['@rene de wit weet dit', ['rene']],
    ['@Jan weet dit', []],
    ['@Jan de Boer weet dit', ['jan2']],
    ['mail naar els@joost.nl', []],
    ['@waterkracht zei de klant', []],
    ['@Elsbeth', []],
    ['@@Els', ['els']],
    ['', []],
  ])('that says %s calls %j', (text, called) => {
    expect(mentionedIn(text, colleagues)).toEqual(called);
  });

  test.each([
    ['@Klantenservice, wie weet dit?', ['d:1']],
    ['@klanten service en @Els', ['d:2', 'els']],
    ['@Klanten', []],
    ['@Joost', ['joost']],
  ])('that says %s calls %j, where departments can be called too', (text, called) => {
    const departments = [
      { id: 'd:1', name: 'Klantenservice' },
      { id: 'd:2', name: 'Klanten service' },
      { id: 'd:3', name: 'Joosts team' },
    ];
    expect(mentionedIn(text, colleagues, departments)).toEqual(called);
  });
});

type Calls = typeof mentionedIn;

/** Whoever is named in full behind an @ at the beginning of a word is called, whatever stands around it; others not. */
function callsExactly(calls: Calls): void {
  const one = fc.constantFrom(...colleagues);
  fc.assert(
    fc.property(
      fc.array(fc.tuple(one, fc.constantFrom('', ' ', '.', ',', '\n', 'x', '9', '@')), {
        size: 'max',
        maxLength: 8,
      }),
      (said) => {
        const text = said.map(([{ name }, after]) => `@${name}${after} `).join('');
        // A last name that goes on is another one; then the first name counts, when one colleague only has it.
        const whole = said.flatMap(([{ id, name }, after]) =>
          (after === 'x' || after === '9') && name.startsWith('Jan ') ? [] : [id],
        );
        expect(new Set(calls(text, colleagues))).toEqual(new Set(whole));
      },
    ),
  );
}

describe('calling', () => {
  test('holds whatever stands around a name', () => callsExactly(mentionedIn));

  test.each<[string, Calls]>([
    [
      'takes the first name that fits',
      (text, all) => all.filter(({ name }) => text.includes(`@${name.split(' ')[0]}`)).map(({ id }) => id),
    ],
    [
      'takes a name within a longer word',
      (text, all) => all.filter(({ name }) => text.includes(`@${name}`)).map(({ id }) => id),
    ],
    ['calls only the first', (text, all) => mentionedIn(text, all).slice(0, 1)],
    ['calls everybody', (_, all) => all.map(({ id }) => id)],
  ])('does not hold where it %s', (_, broken) => {
    expect(() => callsExactly(broken)).toThrow();
  });
});
