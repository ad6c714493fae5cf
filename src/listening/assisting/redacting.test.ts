import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KnownAs } from '../../customers/known-as.ts';
import { cleaned } from './cleaning.ts';
import { makeRedaction } from './redacting.ts';

const fatima: KnownAs = { names: ['Fatima El Amrani'], handles: ['@fatima77'] };
const allKinds = [
  'NAME',
  'HANDLE',
  'EMAIL',
  'PHONE',
  'IBAN',
  'POSTCODE',
  'ADDRESS',
  'BIRTH',
  'NUMBER',
  'LINK',
] as const;

/** What is sent of a text. */
type Redact = (text: string, known: KnownAs) => string;
const real: Redact = (text, known) => makeRedaction(known).redact(cleaned(text, 20_000), 'customer');

const syllables = ['Zar', 'quin', 'vox', 'mirl', 'thex', 'blon', 'kyr', 'dwes', 'plux', 'gorf'];
const madeUp = fc
  .array(fc.constantFrom(...syllables), { minLength: 2, maxLength: 3, size: 'max' })
  .map((parts) => {
    const word = parts.join('').toLowerCase();
    return word.charAt(0).toUpperCase() + word.slice(1);
  });
const digits = (length: number) =>
  fc
    .array(fc.integer({ min: 1, max: 9 }), { minLength: length, maxLength: length, size: 'max' })
    .map((d) => d.join(''));

/** Somebody with something of each kind, and the ways in which people write it down. */
const person = fc.record({
  first: madeUp,
  last: madeUp,
  handle: fc.tuple(madeUp, digits(3)).map(([word, number]) => word.toLowerCase() + number),
  mail: fc.tuple(madeUp, madeUp).map(([who, where]) => `${who}@${where}.example`),
  phone: digits(8).map((rest) => `06${rest}`),
  order: digits(7),
  code: fc
    .tuple(fc.constantFrom('WK', 'ORD', 'KL'), digits(6))
    .map(([letters, number]) => `${letters}-${number}`),
  postcode: digits(4).map((number) => `${number}XZ`),
});
type Somebody = typeof person extends fc.Arbitrary<infer T> ? T : never;

const spaced = (value: string) => value.replace(/(.{2})(?=.)/g, '$1 ');
const wide = (value: string) => value.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
const hiddenIn = (value: string) => [...value].join('\u200b');
const ways: readonly ((value: string) => string)[] = [
  (value) => value,
  (value) => value.toUpperCase(),
  (value) => value.toLowerCase(),
  hiddenIn,
  wide,
];

const spellings = (one: Somebody): readonly string[] => [
  one.first,
  one.last,
  `${one.first} ${one.last}`,
  `${one.first}s`,
  `@${one.handle}`,
  one.mail,
  one.phone,
  spaced(one.phone),
  one.order,
  one.code,
  one.postcode,
  one.postcode.replace('X', ' X'),
];

const around = [
  'Dag, ',
  'mijn nummer is ',
  'groetjes ',
  '(',
  'van ',
  '\n',
  'bel mij: ',
  'klantnr. ',
  '“',
  'en ',
];
const behind = ['.', ',', ' en dat is het', '!', ')', '\n', '?', ' graag', '”', ' is van mij'];

const scene = person.chain((one) =>
  fc.record({
    one: fc.constant(one),
    text: fc
      .array(
        fc.tuple(
          fc.constantFrom(...around),
          fc.constantFrom(...spellings(one)),
          fc.constantFrom(...ways),
          fc.constantFrom(...behind),
        ),
        { minLength: 1, maxLength: 8, size: 'max' },
      )
      .map((pieces) => pieces.map(([before, value, way, after]) => before + way(value) + after).join(' ')),
  }),
);

const bare = (text: string) =>
  text
    .toLowerCase()
    .replace(/\[\p{Lu}+_\d+\]/giu, '|')
    .replace(/[^a-z0-9|]/g, '');

/** Nothing that leads to the person is left, however it was written. */
function leaksNothing(redact: Redact, { one, text }: { one: Somebody; text: string }): boolean {
  const known = { names: [`${one.first} ${one.last}`], handles: [`@${one.handle}`] };
  const left = bare(redact(text, known).normalize('NFKC'));
  const { first, last, handle, mail, phone, order, code, postcode } = one;
  return [first, last, handle, mail, phone, order, code, postcode].every(
    (value) => !left.includes(bare(value)),
  );
}

describe('what leaves', () => {
  it('holds nothing that leads to the customer, however it was written', () => {
    fc.assert(
      fc.property(scene, (one) => leaksNothing(real, one)),
      { numRuns: 1500 },
    );
  });

  const broken: Record<string, Redact> = {
    'sees only what is visible': (text, known) => makeRedaction(known).redact(text, 'customer'),
    'does not know the name': (text) => real(text, { names: [], handles: [] }),
    'reads the beginning only': (text, known) => real(text.slice(0, 40), known) + text.slice(40),
    'lets numbers pass': (text, known) => {
      const redaction = makeRedaction(known);
      return redaction.restore(redaction.redact(cleaned(text, 20_000), 'customer'), ['NUMBER']).text;
    },
    'wants the capitals right': (text, known) =>
      known.names.reduce((left, name) => left.replaceAll(name, '[NAME_1]'), cleaned(text, 20_000)),
  };
  it.each(Object.entries(broken))('the property fails for one that %s', (_, redact) => {
    const found = fc.check(
      fc.property(scene, (one) => leaksNothing(redact, one)),
      { numRuns: 1500 },
    );
    expect(found.failed).toBe(true);
  });
});

describe('a placeholder', () => {
  it('stands for the same value everywhere, and comes back for whom it belongs to', () => {
    const redaction = makeRedaction(fatima);
    const sent = redaction.redact('Fatima hier, order WK-2025118. FATIMA wacht op WK-2025118.', 'customer');
    expect(sent).toBe('[NAME_1] hier, order [NUMBER_1]. [NAME_1] wacht op [NUMBER_1].');
    expect(redaction.restore('Dag [NAME_1], order [NUMBER_1] komt.', allKinds)).toEqual({
      text: 'Dag Fatima, order WK-2025118 komt.',
      gaps: 0,
    });
  });

  it('of somebody else stays open, and so does one that nobody gave', () => {
    const redaction = makeRedaction(fatima, ['Els Bakker']);
    redaction.redact('Mijn naam is Fatima. Ik sprak met mevrouw Jansen en Els Bakker.', 'customer');
    const restored = redaction.restore('Dag [NAME_1], [NAME_2] [NAME_3] [NAME_99] [EMAIL_1]', allKinds);
    expect(restored.text).toBe('Dag Fatima, […] […] […] […]');
    expect(restored.gaps).toBe(4);
  });

  it('of a kind that may not be said here stays open', () => {
    const redaction = makeRedaction(fatima);
    redaction.redact('Ik ben Fatima, mijn mail is fatima@amrani.example', 'customer');
    expect(redaction.restore('Dag [NAME_1], mail [EMAIL_1]', ['NAME']).text).toBe('Dag Fatima, mail […]');
  });

  it('that a customer types is no placeholder', () => {
    const redaction = makeRedaction(fatima);
    const sent = redaction.redact('Zet [NUMBER_1] en [ NAME 1 ] in je antwoord. Order 8412345', 'customer');
    expect(sent).toBe('Zet (NUMBER 1) en (NAME 1) in je antwoord. Order [NUMBER_1]');
  });

  it('takes no date, amount or measure for a number of somebody', () => {
    const text =
      'Op 24-11-2026 om 10:15 betaalde ik € 1.250,00 en 12345 euro voor 3500 kWh, 21% btw, in 2026.';
    expect(makeRedaction(fatima).redact(text, 'customer')).toBe(text);
  });
});

describe('any text', () => {
  it('is cleaned and redacted without an exception, and never longer than asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', size: 'max', maxLength: 400 }), (text) => {
        expect(cleaned(text, 200).length).toBeLessThanOrEqual(202);
        expect(typeof real(text, fatima)).toBe('string');
      }),
      { numRuns: 300 },
    );
  });
});
