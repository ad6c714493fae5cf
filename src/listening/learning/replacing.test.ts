import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { understand } from '../../understanding/reading.ts';
import type { HeadLabel } from './reading.ts';
import { mayDoubt, replaced } from './replacing.ts';

const said = (head: string, label: string, given: Partial<HeadLabel> = {}): HeadLabel => ({
  head,
  by: 'model',
  labels: [label],
  confidence: 0.95,
  automatic: true,
  spoke: false,
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

describe('a model that doubts', () => {
  const heads = { answerable: ['0', '1'], urgency: ['0', '1', '2', '3'], intent: ['complaint', 'question'] };
  const asked = fc.record({
    answerable: fc.boolean(),
    urgency: fc.constantFrom(0, 1, 2, 3),
    said: fc.oneof(
      ...Object.entries(heads).map(([head, labels]) =>
        fc.record({ head: fc.constant(head), label: fc.option(fc.constantFrom(...labels)) }),
      ),
    ),
    automatic: fc.boolean(),
    outOfScope: fc.boolean(),
  });
  const isCareful = (may: typeof mayDoubt) =>
    !fc.check(
      fc.property(asked, ({ answerable, urgency, said: { head, label }, automatic, outOfScope }) => {
        const read = { ...plain, answerable, urgency } as typeof plain;
        const believed = may(read, { head, decision: { label, automatic, outOfScope } });
        const takesBack =
          (head === 'answerable' && answerable && label === '0') ||
          (head === 'urgency' && Number(label ?? 4) < urgency);
        const says = label !== null && !automatic && !outOfScope;
        return believed === (says && !takesBack);
      }),
      { numRuns: 400 },
    ).failed;

  test('never takes a reply or haste back, and is silent where it says nothing', () => {
    expect(isCareful(mayDoubt)).toBe(true);
  });

  const all = { label: 'x', automatic: false, outOfScope: false };
  const mutants: Record<string, typeof mayDoubt> = {
    'believes whatever doubts': (_, { decision }) => !decision.automatic,
    'takes a reply back': (read, one) =>
      one.head === 'answerable' ? mayDoubt(read, { ...one, head: 'intent' }) : mayDoubt(read, one),
    'takes haste back': (read, one) =>
      one.head === 'urgency' ? mayDoubt(read, { ...one, head: 'intent' }) : mayDoubt(read, one),
    'takes one step of haste back': (read, one) =>
      mayDoubt({ ...read, urgency: Math.max(0, read.urgency - 1) as typeof read.urgency }, one),
    'speaks of what is out of scope': (read, one) =>
      mayDoubt(read, { ...one, decision: { ...one.decision, outOfScope: false } }),
    'counts a sure answer as doubt': (read, one) =>
      mayDoubt(read, { ...one, decision: { ...one.decision, automatic: false } }),
    'speaks without an answer': (read, { head, decision }) =>
      mayDoubt(read, { head, decision: decision.label === null ? all : decision }),
    'never speaks': () => false,
  };
  test.each(Object.entries(mutants))('that %s is found out', (_, mutant) => {
    expect(isCareful(mutant)).toBe(false);
  });
});
