import { type HeadClass, inTreeOrder, withDescendants } from '../../../listening/heads/classes.ts';
import type { Head } from '../../../listening/heads/head.ts';
import type { Locale } from '../../../platform/words.ts';
import { parentsOf, shapeOf, usesWords } from './setup-view.ts';

/** One class as whoever changes it sees it: how it stands, and what can be done with it. */
export function classView(head: Head, own: HeadClass, locale: Locale) {
  const shape = shapeOf(head);
  const under = withDescendants(head.classes, own.key);
  // Of the intents one is left for whatever fits no other.
  const mayLeave = shape === 'open' || (shape === 'intent' && own.key !== 'other');
  return {
    head: head.key,
    key: own.key,
    name: own[locale],
    isIntent: shape === 'intent',
    mayLeave,
    usesWords: usesWords(head),
    parents: parentsOf(head, locale).filter(({ value }) => !under.includes(value)),
    others: inTreeOrder(head.classes)
      .filter(({ own: other }) => other.key !== own.key && !other.pole)
      .map(({ own: other }) => ({ value: other.key, label: other[locale] })),
    given: { nl: own.nl, en: own.en, parent: own.parent ?? '', words: (own.words ?? []).join('\n') },
  };
}

export type ClassView = ReturnType<typeof classView>;
