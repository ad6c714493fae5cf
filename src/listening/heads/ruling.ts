import { answersOf, makeAnswerer } from '../../understanding/answering/answering.ts';
import type { Example } from '../../understanding/learned/model.ts';
import { understand } from '../../understanding/reading.ts';
import { tokenise } from '../../understanding/tokenising.ts';
import { remaining } from '../learning/replacing.ts';
import { labelNow } from './classes.ts';
import type { Head } from './head.ts';

/**
 * How often the rules of a head are right about these messages, 0–1: what a first model must not be worse than. Of
 * several answers all must be. Undefined for a head without rules, or without messages.
 */
export function rightByRules(head: Head, examples: readonly Example[]): number | undefined {
  const answer = answererOf(head);
  if (!answer || examples.length === 0) return undefined;
  const right = examples.filter(({ text, labels }) => {
    const said = answer(text);
    return said.length === labels.length && said.every((label) => labels.includes(label));
  });
  return right.length / examples.length;
}

function answererOf(head: Head): ((text: string) => readonly string[]) | undefined {
  const { rules } = head;
  switch (rules) {
    case 'none':
    case 'mood':
      return undefined;
    case 'sentiment':
      return (text) => [understand(text).sentiment.label];
    case 'urgency':
      return (text) => [String(understand(text).urgency)];
    case 'answerable':
      return (text) => [understand(text).answerable ? '1' : '0'];
    case 'intent':
      return (text) => [labelNow(head.gone, understand(text).intent) ?? remaining];
    default: {
      const answerer = makeAnswerer([{ ...head, rules }]);
      return (text) => {
        const read = understand(text);
        return answersOf(answerer, tokenise(text), read)[0]?.labels ?? [];
      };
    }
  }
}
