import type { HeadClass } from '../../listening/learning/heads.ts';
import type { Catalogue, Locale } from '../../platform/words.ts';

/** What a head is called; one that an organisation added itself has only its own name. */
export function headWord({ understanding }: Catalogue, head: string): string {
  const words: Readonly<Record<string, string>> = understanding.heads;
  return Object.hasOwn(words, head) ? (words[head] ?? head) : head;
}

export type Names = Readonly<Record<string, string>>;

/** What the classes of a head are called, by key. */
export function namesOf(classes: readonly HeadClass[], locale: Locale): Names {
  return Object.fromEntries(classes.map((one) => [one.key, one[locale]]));
}

/** A class that was taken out of the head still stands in old figures, under its key. */
export function nameOf(names: Names, key: string): string {
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key;
}
