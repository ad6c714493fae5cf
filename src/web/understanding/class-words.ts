import type { Catalogue } from '../../platform/words.ts';

/** What a head is called; one that an organisation added itself has only its own name. */
export function headWord({ understanding }: Catalogue, head: string): string {
  const words: Readonly<Record<string, string>> = understanding.heads;
  return Object.hasOwn(words, head) ? (words[head] ?? head) : head;
}

/** What a class of a head is called; classes of an own tree of topics have only their own name. */
export function classWord(catalogue: Catalogue, head: string, label: string): string {
  const words = wordsOf(catalogue, head);
  return Object.hasOwn(words, label) ? (words[label] ?? label) : label;
}

function wordsOf({ inbox, understanding }: Catalogue, head: string): Readonly<Record<string, string>> {
  switch (head) {
    case 'sentiment':
      return inbox.sentiments;
    case 'intent':
      return inbox.intents;
    case 'urgency':
      return inbox.urgencies;
    case 'answerable':
      return { 1: understanding.yes, 0: understanding.no };
    default:
      return {};
  }
}
