import { isPurpose, type Purpose, purposeKeys, ruleOf } from '../purpose.ts';
import type { Offer, OfferedPromise, OfferedPurpose } from './offer.ts';

export type ChangeKind =
  | 'purpose-added'
  | 'purpose-removed'
  | 'basis'
  | 'text'
  | 'spelling'
  | 'category-added'
  | 'category-removed'
  | 'recipient-added'
  | 'recipient-removed'
  | 'retention-longer'
  | 'retention-shorter'
  | 'promise-added'
  | 'promise-removed'
  | 'promise-weaker'
  | 'promise-stronger'
  | 'promise-text';

/** One difference between two versions of an offer. */
export interface Difference {
  kind: ChangeKind;
  /** The purpose or the promise. */
  key: string;
  from: string | number | null;
  to: string | number | null;
  /** What the comparison proposes: does this give the organisation more than people agreed to? */
  material: boolean;
}

/** What differs between two versions, and whether it widens. It proposes; the publisher decides, another confirms. */
export function compareOffers(before: Offer, after: Offer): Difference[] {
  return [...comparePurposes(before, after), ...comparePromises(before, after)];
}

function comparePurposes(before: Offer, after: Offer): Difference[] {
  const [old, now] = [byKey(before.purposes), byKey(after.purposes)];
  const gone = before.purposes
    .filter(({ key }) => !now.has(key))
    .map(({ key, nl }) => difference('purpose-removed', key, [nl, null, true]));
  return after.purposes
    .flatMap((one) => {
      const was = old.get(one.key);
      // Nobody agreed to it yet, so nobody has anything to agree to again.
      return was ? comparePurpose(was, one) : [difference('purpose-added', one.key, [null, one.nl, false])];
    })
    .concat(gone);
}

function byKey<T extends { key: string }>(rows: readonly T[]): Map<string, T> {
  return new Map(rows.map((row) => [row.key, row]));
}

type Sides = readonly [from: string | number | null, to: string | number | null, material: boolean];

function difference(kind: ChangeKind, key: string, [from, to, material]: Sides): Difference {
  return { kind, key, from, to, material };
}

function comparePurpose(was: OfferedPurpose, now: OfferedPurpose): Difference[] {
  const { key } = now;
  const found: Difference[] = [];
  if (was.basis !== now.basis)
    found.push(difference('basis', key, [was.basis, now.basis, now.basis !== 'consent']));
  found.push(...compareText(key, was, now));
  for (const one of missingIn(was.categories, now.categories))
    found.push(difference('category-added', key, [null, one, true]));
  for (const one of missingIn(now.categories, was.categories))
    found.push(difference('category-removed', key, [one, null, false]));
  for (const one of missingIn(was.recipients, now.recipients))
    found.push(difference('recipient-added', key, [null, one, true]));
  for (const one of missingIn(now.recipients, was.recipients))
    found.push(difference('recipient-removed', key, [one, null, false]));
  const longer = months(now) > months(was);
  if (months(was) !== months(now)) {
    const kind = longer ? 'retention-longer' : 'retention-shorter';
    found.push(difference(kind, key, [was.retentionMonths, now.retentionMonths, longer]));
  }
  return found;
}

function missingIn(list: readonly string[], other: readonly string[]): string[] {
  return other.filter((one) => !list.includes(one));
}

function months({ retentionMonths }: OfferedPurpose): number {
  return retentionMonths ?? Number.POSITIVE_INFINITY;
}

/** A sentence that says something else asks anew; one in which only letters were mended does not. */
function compareText(
  key: string,
  was: { nl: string; en: string },
  now: { nl: string; en: string },
): Difference[] {
  return (['nl', 'en'] as const)
    .filter((language) => was[language] !== now[language])
    .map((language) => {
      const mended = isSpelling(was[language], now[language]);
      return difference(mended ? 'spelling' : 'text', key, [was[language], now[language], !mended]);
    });
}

/** Words that turn a sentence round; a changed, added or lost one is never a matter of spelling. */
const turning = new Set(
  'niet geen nooit niets iets niemand iemand nergens ergens zonder alleen ook altijd mag kan not no never nothing anything something nobody anybody somebody none some without only also always all alle elke any may can'.split(
    ' ',
  ),
);

/** At most one word in five differs, each by two letters or fewer, no number and no word that turns the sentence. */
export function isSpelling(was: string, now: string): boolean {
  const [one, other] = [wordsOf(was), wordsOf(now)];
  if (one.length !== other.length) return one.join('') === other.join('');
  const different = one.flatMap((word, at) => (word === other[at] ? [] : [[word, other[at] ?? ''] as const]));
  if (different.length > Math.max(1, one.length / 5)) return false;
  return different.every(
    ([from, to]) =>
      !/\d/.test(from + to) &&
      !turning.has(from) &&
      !turning.has(to) &&
      Math.min(from.length, to.length) > 3 &&
      distance(from, to) <= 2,
  );
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Letters to change, add or take away to make one word of the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, at) => at);
  for (const [at, letter] of [...from].entries()) {
    const next = [at + 1];
    for (const [place, other] of [...to].entries()) {
      const same = (row[place] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(same, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}

function comparePromises(before: Offer, after: Offer): Difference[] {
  const [old, now] = [byKey(before.promises), byKey(after.promises)];
  const gone = before.promises
    .filter(({ key }) => !now.has(key))
    .map(({ key, nl }) => difference('promise-removed', key, [nl, null, true]));
  const changed = after.promises.flatMap((one) => {
    const was = old.get(one.key);
    return was ? comparePromise(was, one) : [difference('promise-added', one.key, [null, one.nl, false])];
  });
  return [...changed, ...gone];
}

function comparePromise(was: OfferedPromise, now: OfferedPromise): Difference[] {
  const texts = compareText(now.key, was, now).map((one) =>
    one.kind === 'text' ? { ...one, kind: 'promise-text' as const } : one,
  );
  const [from, to] = [was.days ?? Number.POSITIVE_INFINITY, now.days ?? Number.POSITIVE_INFINITY];
  if (from === to) return texts;
  const kind = to > from ? 'promise-weaker' : 'promise-stronger';
  return [...texts, difference(kind, now.key, [was.days, now.days, to > from])];
}

/** The purposes for which people should be asked anew: those that widen, and all of them when a promise gets weaker. */
export function proposedMaterial(differences: readonly Difference[]): Purpose[] {
  const material = differences.filter((one) => one.material);
  const promise = material.some((one) => one.kind.startsWith('promise'));
  const touched = new Set(material.filter((one) => !one.kind.startsWith('promise')).map((one) => one.key));
  return purposeKeys.filter((key) => touched.has(key) || (promise && ruleOf(key).basis === 'consent'));
}

/** A purpose that is no longer offered has no yes either, whatever the publisher chooses. */
export function alwaysMaterial(differences: readonly Difference[]): Purpose[] {
  return differences
    .filter((one) => one.kind === 'purpose-removed')
    .map((one) => one.key)
    .filter(isPurpose);
}
