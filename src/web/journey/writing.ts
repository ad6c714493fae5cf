import type { Unit } from '../../insights/measured.ts';
import type { Formats } from '../../platform/format.ts';
import type { Catalogue } from '../../platform/words.ts';

/** How a figure of this unit is written: `66%`, `3 uur en 6 minuten`, `2`. */
export function writerOf(unit: Unit, formats: Formats): (value: number) => string {
  if (unit === 'share') return (value) => formats.percent(value);
  if (unit === 'seconds')
    return (value) => (value < 60 ? wholeMinutes(value, formats) : formats.duration(value));
  return (value) => formats.number(value, unit === 'count' ? 0 : 2);
}

/** Waiting is no matter of seconds; and nothing at all is 0 minutes, not `less than a second`. */
function wholeMinutes(seconds: number, { locale }: Formats): string {
  const unit = { style: 'unit', unit: 'minute', unitDisplay: 'long' } as const;
  return new Intl.NumberFormat(locale, unit).format(Math.round(seconds / 60));
}

/** The word for a code, or the code itself: new figures come before their words. */
export function wordFor(words: Readonly<Record<string, string>>, code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : code;
}

/** The name of a figure; of one that stands in, from which sentence of the self-assessment it comes. */
export function figureName({ measures }: Catalogue, code: string): string {
  const [, item, told] = /^(Q\d[a-e])(_TOLD)?$/.exec(code) ?? [];
  if (item !== undefined && !Object.hasOwn(measures.names, code))
    return told ? measures.told(item) : measures.asked(item);
  return wordFor(measures.names, code);
}

/** A sentence as a part of another one. */
export function lowered(sentence: string): string {
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '');
}
