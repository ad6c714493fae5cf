import type { Locale } from '../context.ts';

/** The language somebody chose (cookie), or else the first of ours that their browser asks for. */
export function localeOf(request: Request): Locale | undefined {
  const chosen = /(?:^|;\s*)polder_locale=(nl|en)(?:;|$)/.exec(request.headers.get('cookie') ?? '')?.[1];
  if (chosen === 'nl' || chosen === 'en') return chosen;
  const asked = (request.headers.get('accept-language') ?? '')
    .split(',')
    .map((part) => part.trim().slice(0, 2));
  return asked.find((language): language is Locale => language === 'nl' || language === 'en');
}
