import { describe, expect, test } from 'vitest';
import { understand } from '../../understanding/reading.ts';
import type { HeadLabel } from './reading.ts';
import { replaced } from './replacing.ts';

const said = (head: string, label: string, given: Partial<HeadLabel> = {}): HeadLabel => ({
  head,
  by: 'model',
  labels: [label],
  confidence: 0.95,
  automatic: true,
  outOfScope: false,
  because: [{ word: 'factuur', weight: 1 }],
  version: 1,
  ...given,
});
const plain = understand('Waar blijft mijn factuur?');
const danger = understand('Ik ruik gas in de kelder, help!');

describe('a learned answer in the place of the rules’', () => {
  test('changes its own head, with the words that made it so, and nothing else', () => {
    const read = replaced(plain, said('intent', 'complaint'));
    expect(read).toMatchObject({ intent: 'complaint', sentiment: plain.sentiment, urgency: plain.urgency });
    expect(read.because.find(({ head }) => head === 'intent')?.words).toEqual(['factuur']);
    expect(replaced(plain, said('answerable', plain.answerable ? '0' : '1')).answerable).toBe(
      !plain.answerable,
    );
    expect(replaced(plain, said('sentiment', 'negative')).sentiment).toEqual({
      label: 'negative',
      score: -0.6,
    });
  });

  test('never takes danger back, unless a colleague said so of nearly the same message', () => {
    expect(danger.urgency).toBe(3);
    expect(replaced(danger, said('urgency', '0')).urgency).toBe(3);
    expect(replaced(danger, said('urgency', '0', { by: 'alike' })).urgency).toBe(0);
    expect(replaced(plain, said('urgency', '3')).urgency).toBe(3);
  });

  test('in words that nobody knows, or the same as before, changes nothing', () => {
    const same = [said('intent', plain.intent), said('intent', 'nonsense'), said('topic', 'billing')];
    for (const label of [...same, said('urgency', '4'), said('answerable', 'yes'), said('sentiment', '')])
      expect(replaced(plain, label)).toBe(plain);
    expect(replaced(plain, said('intent', '', { labels: [] }))).toBe(plain);
  });
});
