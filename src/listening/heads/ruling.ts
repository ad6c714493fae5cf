import { answersOf, makeAnswerer } from '../../understanding/answering/answering.ts';
import type { Example } from '../../understanding/learned/model.ts';
import { understand } from '../../understanding/reading.ts';
import { tokenise } from '../../understanding/tokenising.ts';
import { remaining } from '../learning/replacing.ts';
import { labelNow } from './classes.ts';
import type { Head } from './head.ts';

/**
 * Of which of these messages the rules of a head are right; of several answers all must be. Undefined for a head
 * without rules.
 */
export function rightByRules(head: Head, examples: readonly Example[]): readonly boolean[] | undefined {
  const answer = answererOf(head);
  if (!answer) return undefined;
  return examples.map(({ text, labels }) => {
    const said = answer(text);
    return said.length === labels.length && said.every((label) => labels.includes(label));
  });
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
