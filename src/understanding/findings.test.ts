import { expect, test } from 'vitest';
import { understand } from './reading.ts';

const references = (text: string) => understand(text).references.map(({ kind, value }) => `${kind}=${value}`);
const personal = (text: string) => understand(text).personal.map(({ kind, value }) => `${kind}=${value}`);

test.each([
  ['Waar blijft bestelling WK-123456?', ['order=WK-123456']],
  ['Op factuur F-1 staat een fout', ['invoice=F-1']],
  ['klantnummer 1234567 graag aanpassen', ['customer=1234567']],
  ['My booking is QX7T2B, can I change it?', ['booking=QX7T2B']],
  ['schade VZ-2026-10001 is nog niet betaald', ['claim=VZ-2026-10001']],
  ['polis 88997766 loopt af', ['policy=88997766']],
  ['dossier ABCDE 12345', ['case=ABCDE 12345']],
  ['sinds 2026 en op 11-11-2025 om 14.30 voor 12,50 euro', []],
])('finds the numbers in «%s»', (text, found) => {
  expect(references(text)).toEqual(found);
});

test('an invoice number stays one when the contract is named as well', () => {
  expect(references('Contract WKC-70331. Er staat iets raars op, ik bedoel F2026-04418.')).toEqual([
    'contract=WKC-70331',
    'invoice=F2026-04418',
  ]);
});

test('a handle of a federated network is no mail address', () => {
  expect(personal('@waterkracht@sociaal.example wanneer komt Els?')).toEqual(['name=Els']);
});

test.each([
  ['bel mij op 06-12345678', 'phone=06-12345678'],
  ['mail fatima@post.example', 'email=fatima@post.example'],
  ['rekening NL91 ABNA 0417 1643 00 graag', 'iban=NL91 ABNA 0417 1643 00'],
  ['ik woon op 1234 AB nr 5', 'postcode=1234 AB'],
  ['mijn moeder, geboren 11-11-1948', 'birthdate=11-11-1948'],
  ['Kunt u dit wijzigen? Met vriendelijke groet, Fatima el Amrani', 'name=Fatima el Amrani'],
  ['Ik heb COPD en het is hier koud', 'health=COPD'],
])('finds what is personal in «%s»', (text, found) => {
  expect(personal(text)).toContain(found);
});

test('an IBAN with wrong check digits is none', () => {
  expect(personal('rekening NL00 ABNA 0417 1643 00').filter((found) => found.startsWith('iban'))).toEqual([]);
});

test('keywords leave out stop words, numbers, links and what is personal', () => {
  const { keywords } = understand(
    'De warmtepomp van Henk hapert sinds 2026 https://x.example #storing henk@post.example',
  );
  expect(keywords[0]).toBe('storing');
  expect(keywords).toContain('warmtepomp');
  expect(keywords).not.toContain('henk');
  expect(keywords.every((word) => !/\d|http/.test(word))).toBe(true);
});
