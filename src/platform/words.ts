import { en } from '../../locales/en/catalogue.ts';
import { type Catalogue, nl } from '../../locales/nl/catalogue.ts';
import { type RefusalWords, refusalWords } from '../../locales/refusals.ts';
import type { Locale } from './context.ts';

export type { Catalogue, Locale };

export const localeCookie = 'polder_locale';

export function isLocale(value: unknown): value is Locale {
  return value === 'nl' || value === 'en';
}

/**
 * All words of one language: `words('nl').inbox.title`. For the server (pages, mail, API errors). In the browser
 * `useWords()` gives the same catalogue without the other language.
 */
export function words(locale: Locale): Catalogue {
  return locale === 'en' ? en : nl;
}

/**
 * Words for a refusal's code: the most exact there are (`not-found.conversation`, then `not-found`), otherwise
 * those of `unknown`.
 */
export function refusalIn(locale: Locale, code: string): RefusalWords {
  return refusalWords(words(locale).refusals, code);
}

export interface LocaleWishes {
  /** The value of the cookie `polder_locale`: the switch on the page, so it comes first. */
  cookie?: string | null | undefined;
  /** What is kept for a signed-in colleague. */
  employee?: string | null | undefined;
  /** The header Accept-Language, as it came. */
  acceptLanguage?: string | null | undefined;
  organisation?: string | null | undefined;
}

/** The first wish that is a language Polder speaks; Dutch when there is none. Never throws on odd headers. */
export function chooseLocale(wishes: LocaleWishes): Locale {
  if (isLocale(wishes.cookie)) return wishes.cookie;
  if (isLocale(wishes.employee)) return wishes.employee;
  const accepted = acceptedLocale(wishes.acceptLanguage ?? '');
  if (accepted) return accepted;
  return isLocale(wishes.organisation) ? wishes.organisation : 'nl';
}

function acceptedLocale(header: string): Locale | undefined {
  const ranked = header
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const q = parameters
        .map((p) => /^\s*q=([0-9.]+)\s*$/.exec(p)?.[1])
        .find((value) => value !== undefined);
      return { language: tag.split('-')[0], weight: q === undefined ? 1 : Number(q) };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return ranked.map(({ language }) => language).find(isLocale);
}
