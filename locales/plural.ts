export type Plural = (count: number, one: string, other: string) => string;

/**
 * Makes the function that picks between one and more, and writes the number in the manner of the language:
 * `plural(1240, '# bericht', '# berichten')` → `1.240 berichten`.
 */
export function pluralFor(locale: string): Plural {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (count, one, other) =>
    (rules.select(count) === 'one' ? one : other).replaceAll('#', numbers.format(count));
}
