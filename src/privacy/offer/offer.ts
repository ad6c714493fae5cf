import { createHash } from 'node:crypto';
import { type Category, isCategory } from '../category.ts';
import { isPurpose, type Purpose, purposeKeys, ruleOf } from '../purpose.ts';

/** One purpose as the organisation offers it, in the words that people read. */
export interface OfferedPurpose {
  key: string;
  basis: string;
  start: string;
  nl: string;
  en: string;
  /** Of both texts: what a decision points to when it says what was agreed to. */
  textHash: string;
  categories: Category[];
  /** Who else sees it, by name. */
  recipients: string[];
  /** How long it is kept for this purpose; null: as long as the relation lasts. */
  retentionMonths: number | null;
}

export interface OfferedPromise {
  key: string;
  nl: string;
  en: string;
  /** For a promise with a measure: within so many days. Fewer is stronger. */
  days: number | null;
}

/** What the organisation offers its customers, for one audience. */
export interface Offer {
  purposes: OfferedPurpose[];
  promises: OfferedPromise[];
}

const retention: Partial<Record<Purpose, number | null>> = {
  legal: 84,
  security: 3,
  listen: 3,
  network: 6,
  improve: 12,
};

const promises: readonly OfferedPromise[] = [
  {
    key: 'ledger',
    nl: 'U kunt altijd zien wat wij met uw gegevens deden.',
    en: 'You can always see what we did with your data.',
    days: null,
  },
  {
    key: 'at_once',
    nl: 'Bezwaar werkt meteen: zodra wij het bevestigen gebruiken wij uw gegevens niet meer voor dat doel.',
    en: 'An objection works at once: when we confirm it, we no longer use your data for that purpose.',
    days: 0,
  },
  {
    key: 'requests',
    nl: 'Vraagt u wat wij van u weten, of vraagt u ons iets te wissen? Dan is dat binnen een maand klaar.',
    en: 'Do you ask what we know of you, or ask us to erase something? Then that is done within a month.',
    days: 30,
  },
];

/** The offer that Polder comes with, made from the registry of purposes. */
export function shippedOffer(): Offer {
  return { purposes: purposeKeys.map(shippedPurpose), promises: promises.map((promise) => ({ ...promise })) };
}

function shippedPurpose(key: Purpose): OfferedPurpose {
  const { basis, start, nl, en, categories } = ruleOf(key);
  const kept = retention[key];
  return {
    ...{
      key,
      basis,
      start,
      nl,
      en,
      textHash: hashOf({ nl, en }),
      categories: [...categories],
      recipients: [],
    },
    retentionMonths: kept === undefined ? 24 : kept,
  };
}

export function hashOf(value: unknown): string {
  return createHash('sha256').update(JSON.stringify(value)).digest('hex');
}

/** Reads an offer as the database holds it; versions of before say less, and mean what the registry says. */
export function offerIn(body: unknown): Offer {
  const { purposes = [], promises: told = [] } = body as Partial<Offer>;
  return {
    purposes: purposes.map((one) => {
      const shipped = isPurpose(one.key) ? shippedPurpose(one.key) : undefined;
      const { nl, en } = one;
      return {
        ...shipped,
        ...one,
        textHash: hashOf({ nl, en }),
        categories: (one.categories ?? shipped?.categories ?? []).filter(isCategory),
        recipients: one.recipients ?? [],
        retentionMonths:
          one.retentionMonths === undefined ? (shipped?.retentionMonths ?? null) : one.retentionMonths,
      };
    }),
    promises: told.map((one, at) => ({
      ...one,
      key: one.key ?? promises[at]?.key ?? `promise-${at}`,
      days: one.days ?? null,
    })),
  };
}

/** Purposes that may be left out of an offer: those that need a yes. What happens anyway has to be told. */
export function mayLeaveOut(key: string): boolean {
  return isPurpose(key) && ruleOf(key).basis === 'consent';
}

/** The offer with one purpose changed, added in the order of the registry, or (null) left out. */
export function withPurpose(offer: Offer, key: Purpose, purpose: OfferedPurpose | null): Offer {
  const others = offer.purposes.filter((one) => one.key !== key);
  const all = purpose
    ? [...others, { ...purpose, textHash: hashOf({ nl: purpose.nl, en: purpose.en }) }]
    : others;
  const placeOf = (one: OfferedPurpose) =>
    isPurpose(one.key) ? purposeKeys.indexOf(one.key) : purposeKeys.length;
  return { ...offer, purposes: all.toSorted((a, b) => placeOf(a) - placeOf(b)) };
}
