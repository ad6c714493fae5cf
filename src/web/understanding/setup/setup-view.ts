import { inTreeOrder } from '../../../listening/heads/classes.ts';
import type { Head } from '../../../listening/heads/head.ts';
import { hasColumn } from '../../../listening/learning/labelling.ts';
import { type Locale, words } from '../../../platform/words.ts';
import { headName, nameOf, namesOf } from '../class-words.ts';

/** What may be done to the classes of a head: nothing but rename, all but add, or everything. */
export function shapeOf({ key }: Pick<Head, 'key'>): 'fixed' | 'intent' | 'open' {
  if (key === 'intent') return 'intent';
  return hasColumn(key) ? 'fixed' : 'open';
}

/** A head as whoever sets it up sees it. */
export function setupView(head: Head, locale: Locale) {
  const names = namesOf(head, locale);
  return {
    head: head.key,
    name: headName(head, locale),
    names: head.names,
    promised: head.promised,
    enabled: head.enabled,
    shape: shapeOf(head),
    usesWords: usesWords(head),
    isAspects: head.rules === 'aspects',
    classes: inTreeOrder(head.classes).map(({ own, depth }) => ({
      key: own.key,
      name: own[locale],
      depth,
      isPole: own.pole !== undefined,
      words: own.words ?? [],
    })),
    gone: Object.entries(head.gone).map(([key, { into }]) => ({
      key,
      name: nameOf(names, key),
      into: into === null ? null : nameOf(names, into),
    })),
    parents: parentsOf(head, locale),
  };
}

export type SetupView = ReturnType<typeof setupView>;

export function usesWords({ rules }: Pick<Head, 'rules'>): boolean {
  return rules === 'words' || rules === 'aspects';
}

/** What a class can fall under; aspects stand side by side. */
export function parentsOf(head: Head, locale: Locale): { value: string; label: string }[] {
  if (head.rules === 'aspects' || hasColumn(head.key)) return [];
  const tree = inTreeOrder(head.classes).map(({ own, depth }) => ({
    value: own.key,
    label: `${'– '.repeat(depth)}${own[locale]}`,
  }));
  return [{ value: '', label: words(locale).heads.adding.noParent }, ...tree];
}
