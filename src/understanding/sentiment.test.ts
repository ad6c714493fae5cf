import { expect, test } from 'vitest';
import { understand } from './reading.ts';

const scoreOf = (text: string) => understand(text).sentiment.score;
const labelOf = (text: string) => understand(text).sentiment.label;

test('praise is positive and blame is negative', () => {
  expect(labelOf('Wat een fantastische monteur, heel vriendelijk')).toBe('positive');
  expect(labelOf('Schandalig slechte service')).toBe('negative');
  expect(labelOf('Your engineer was rude and incompetent')).toBe('negative');
});

test('a negation turns a judgement round and weakens it', () => {
  expect(scoreOf('de monteur was goed')).toBeGreaterThan(0);
  expect(scoreOf('de monteur was niet goed')).toBeLessThan(0);
  expect(scoreOf('de monteur was niet slecht')).toBeGreaterThan(0);
  expect(scoreOf('de monteur was niet slecht')).toBeLessThan(-scoreOf('de monteur was slecht'));
});

test('punctuation ends a negation', () => {
  expect(scoreOf('geen probleem, de monteur was goed en aardig')).toBeGreaterThan(
    scoreOf('geen goed en aardig'),
  );
});

test('a booster strengthens and a softener weakens', () => {
  expect(scoreOf('zeer traag')).toBeLessThan(scoreOf('traag'));
  expect(scoreOf('beetje traag')).toBeGreaterThan(scoreOf('traag'));
});

test('clear praise and clear blame are mixed', () => {
  expect(labelOf('Els was geweldig en vriendelijk, maar jullie site is waardeloos en traag')).toBe('mixed');
});

test('a calm report of a problem stays neutral', () => {
  expect(labelOf('Mijn pakket is beschadigd aangekomen.')).toBe('neutral');
});

test('a formula at the end is no praise', () => {
  expect(labelOf('Wilt u mijn adres wijzigen? Met vriendelijke groet, Henk')).toBe('neutral');
});

test('pictures and held letters count', () => {
  expect(labelOf('de site 😡😡')).toBe('negative');
  expect(labelOf('supeeeer geholpen ❤️')).toBe('positive');
});
