import type { Locale } from '../../../platform/words.ts';
import { categories } from '../../../privacy/category.ts';
import type { Contract } from '../../../privacy/contract.ts';
import type { Difference } from '../../../privacy/offer/comparing.ts';
import type { Offer } from '../../../privacy/offer/offer.ts';
import type { Purpose } from '../../../privacy/purpose.ts';

/** What an offer says, in the language of the reader. */
export function offerView(body: Offer, locale: Locale) {
  return {
    purposes: body.purposes.map(({ key, recipients, retentionMonths, ...one }) => ({
      key: key as Purpose,
      sentence: one[locale],
      needsYes: one.basis === 'consent',
      categories: one.categories.map((category) => categories[category][locale]),
      recipients,
      months: retentionMonths,
    })),
    promises: body.promises.map(({ key, days, ...one }) => ({ key, sentence: one[locale], days })),
  };
}

export type OfferView = ReturnType<typeof offerView>;

export function versionView({ version, publishedAt, publishedBy, confirmedBy, material, note }: Contract) {
  return { version, publishedAt: publishedAt.toISOString(), publishedBy, confirmedBy, material, note };
}

export type VersionView = ReturnType<typeof versionView>;

/** A difference with its categories in words; sentences stand there as they are. */
export function differenceView(one: Difference, locale: Locale) {
  const said = (value: string | number | null) =>
    one.kind.startsWith('category') && typeof value === 'string' && value in categories
      ? categories[value as keyof typeof categories][locale]
      : value;
  return { ...one, from: said(one.from), to: said(one.to) };
}

export type DifferenceView = ReturnType<typeof differenceView>;
