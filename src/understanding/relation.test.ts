import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rowsOf } from './fixtures/measuring.ts';
import { understand } from './reading.ts';

const kindsOf = (text: string) => understand(text).relation.map(({ kind }) => kind);

test.each([
  ['Jullie belden zelf, nog voor ik doorhad dat er iets was. Fijn!', ['knows_need']],
  ['Thanks, you had already rebooked me before I even asked', ['knows_need']],
  ['Ik vertrouw jullie, de vorige keer is ook alles nagekomen.', ['trust']],
  ['Mijn leven is zoveel makkelijker geworden sinds ik klant ben', ['life_better']],
])('«%s» says it of the bond', (text, kinds) => {
  expect(kindsOf(text)).toEqual(kinds);
});

test.each([
  'Kan ik jullie wel vertrouwen?',
  'I already booked my tickets, can not wait for my vacation!',
  "We've already booked another flight with someone else. Thanks.",
  'Already done with my purchase.',
  'We anticipate completing the installation this year',
  'Jullie maken mijn leven zuur',
])('«%s» says nothing of it', (text) => {
  expect(kindsOf(text)).toEqual([]);
});

test('on our own messages, of ten that are called so at least eight are, and six of ten are found', () => {
  const files = ['webcare.csv', 'own-cases.csv'].map((name) =>
    readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8'),
  );
  const rows = files.flatMap((csv) => rowsOf(csv)).map((row) => ({ row, kinds: kindsOf(row.text ?? '') }));
  for (const [kind, intent] of [
    ['knows_need', 'anticipation_praise'],
    ['trust', 'trust_statement'],
  ] as const) {
    const called = rows.filter(({ kinds }) => kinds.includes(kind));
    const right = called.filter(({ row }) => [row.intent, row.second_intent].includes(intent));
    const wanted = rows.filter(({ row }) => row.intent === intent);
    expect(right.length / called.length, kind).toBeGreaterThanOrEqual(0.8);
    expect(right.length / wanted.length, kind).toBeGreaterThanOrEqual(0.6);
  }
});
