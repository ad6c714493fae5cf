import type { Classes, HeadClass } from '../../listening/heads/classes.ts';
import type { Head } from '../../listening/heads/head.ts';
import { type Locale, words } from '../../platform/words.ts';

/** What a head is called: by its organisation, or by Polder. */
export function headName({ key, names }: Pick<Head, 'key' | 'names'>, locale: Locale): string {
  if (names) return names[locale];
  const known: Readonly<Record<string, string>> = words(locale).understanding.heads;
  return Object.hasOwn(known, key) ? (known[key] ?? key) : key;
}

/** What a head asks of a message. */
export function headMeaning({ key, names }: Pick<Head, 'key' | 'names'>, locale: Locale): string {
  const { understanding, heads } = words(locale);
  const known: Readonly<Record<string, string>> = understanding.meaning;
  return names || !Object.hasOwn(known, key) ? heads.own : (known[key] ?? '');
}

export type Names = Readonly<Record<string, string>>;

/** What the classes of a head are called, by key; those that were as well, for old figures. */
export function namesOf({ classes, gone }: Classes, locale: Locale): Names {
  return Object.fromEntries([
    ...Object.entries(gone).map(([key, one]) => [key, one[locale]] as const),
    ...classes.map((one: HeadClass) => [one.key, one[locale]] as const),
  ]);
}

/** One that is known nowhere any more stands in old figures under its key. */
export function nameOf(names: Names, key: string): string {
  return Object.hasOwn(names, key) ? (names[key] ?? key) : key;
}
