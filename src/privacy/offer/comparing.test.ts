import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alwaysMaterial, compareOffers, type Difference, isSpelling, proposedMaterial } from './comparing.ts';
import { type Offer, offerIn, shippedOffer, withPurpose } from './offer.ts';

const now = shippedOffer();
const offers = now.purposes.find(({ key }) => key === 'offers');
if (!offers) throw new Error('offers is not offered');
const changed = (change: Partial<typeof offers>): Offer =>
  withPurpose(now, 'offers', { ...offers, ...change });
const found = (after: Offer) =>
  compareOffers(now, after).map(({ kind, key, material }) => [kind, key, material]);

describe('two versions of an offer', () => {
  test('that are the same differ in nothing', () => expect(found(shippedOffer())).toEqual([]));

  test.each([
    ['category-added', { categories: [...offers.categories, 'device' as const] }, true],
    ['category-removed', { categories: offers.categories.slice(1) }, false],
    ['recipient-added', { recipients: ['Drukkerij Dijkstra'] }, true],
    ['retention-longer', { retentionMonths: 36 }, true],
    ['retention-longer', { retentionMonths: null }, true],
    ['retention-shorter', { retentionMonths: 12 }, false],
    ['text', { nl: 'u alles aanbieden wat wij verkopen' }, true],
    ['spelling', { nl: offers.nl.replace('aanbiedingen', 'aanbiedinge') }, false],
  ])('%s', (kind, change, material) => expect(found(changed(change))).toEqual([[kind, 'offers', material]]));

  test('a purpose that is no longer offered ends every yes to it, whatever the publisher chooses', () => {
    const differences = compareOffers(now, withPurpose(now, 'offers', null));
    expect(alwaysMaterial(differences)).toEqual(['offers']);
  });

  test('a weaker promise asks everybody anew who said yes to anything', () => {
    const promises = now.promises.map((one) => (one.key === 'requests' ? { ...one, days: 90 } : one));
    const differences = compareOffers(now, { ...now, promises });
    expect(differences).toMatchObject([{ kind: 'promise-weaker', material: true, from: 30, to: 90 }]);
    expect(proposedMaterial(differences)).toContain('offers');
    expect(proposedMaterial(differences)).not.toContain('service');
  });

  test('an offer of an older Polder means what the registry says', () => {
    const old = {
      purposes: [{ key: 'service', basis: 'contract', start: 'allowed', nl: 'a', en: 'b' }],
      promises: [],
    };
    expect(offerIn(old).purposes[0]).toMatchObject({ recipients: [], retentionMonths: 24, nl: 'a' });
  });
});

test.each([
  ['u aanbiedingen doen die bij u passen', 'u aanbiedingen doen die bij u pasen', true],
  ['wij geven niets door', 'wij geven iets door', false],
  ['wij bewaren het 24 maanden', 'wij bewaren het 36 maanden', false],
  ['nooit aan anderen', 'ook aan anderen', false],
  ['alleen als u ja zegt', 'als u ja zegt', false],
  ['Wij lezen, en antwoorden.', 'wij lezen en antwoorden', true],
])('from “%s” to “%s” is spelling: %s', (was, is, spelling) => expect(isSpelling(was, is)).toBe(spelling));

/** Whatever widens is proposed as material, and nothing that only narrows is. */
function proposesRightly(compare: (before: Offer, after: Offer) => Difference[]): boolean {
  const sets = fc.subarray(['contact', 'commerce', 'label'] as const);
  const names = fc.subarray(['Post', 'Drukker']);
  const months = fc.constantFrom(1, 12, 36, null);
  const version = fc.record({ categories: sets, recipients: names, retentionMonths: months });
  const property = fc.property(version, version, (was, is) => {
    const [before, after] = [changed(was), changed(is)];
    const wider =
      is.categories.some((one) => !was.categories.includes(one)) ||
      is.recipients.some((one) => !was.recipients.includes(one)) ||
      (is.retentionMonths ?? 999) > (was.retentionMonths ?? 999);
    return proposedMaterial(compare(before, after)).includes('offers') === wider;
  });
  return !fc.check(property, { numRuns: 2000 }).failed;
}

test('what widens is proposed as material, and nothing else', () =>
  expect(proposesRightly(compareOffers)).toBe(true));

test.each<[string, (one: Difference) => boolean]>([
  ['forgets recipients', (one) => one.kind !== 'recipient-added'],
  ['forgets categories', (one) => one.kind !== 'category-added'],
  ['forgets how long', (one) => one.kind !== 'retention-longer'],
])('a comparison that %s is found', (_, keeps) => {
  expect(proposesRightly((before, after) => compareOffers(before, after).filter(keeps))).toBe(false);
});

test('a comparison that turns before and after round is found', () => {
  expect(proposesRightly((before, after) => compareOffers(after, before))).toBe(false);
});
