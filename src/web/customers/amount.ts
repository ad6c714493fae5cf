import { digitsOf } from '../../customers/commerce/money.ts';

/** `€ 84,50` */
export function amount(minor: number, currency: string, locale: string): string {
  const digits = digitsOf(currency) ?? 2;
  return new Intl.NumberFormat(locale === 'en' ? 'en-GB' : locale, { style: 'currency', currency }).format(
    minor / 10 ** digits,
  );
}
