import type { Category } from '../category.ts';
import { type Purpose, purposes, ruleOf } from '../purpose.ts';
import type { Told, UseOf } from './system.ts';

/** What happened, in the order in which it was acknowledged. */
export type Happened =
  | { what: 'told'; person: number; told: Told }
  | { what: 'published'; material: readonly Purpose[] }
  | { what: 'joined' | 'parted'; one: number; other: number }
  | { what: 'aged'; minor: boolean; persons: readonly number[] }
  | { what: 'used'; person: number; use: UseOf };

/**
 * A second reading of the log, written apart from the rules and stricter where it can be: it keeps the reasons why
 * somebody may not be used, and a use is right when there is none. It knows no lattice and no order of states.
 */
export interface Oracle {
  heed(happened: Happened): void;
  /** Why this use may not be; empty when it may. */
  against(person: number, use: UseOf): string[];
  isMinor(person: number): boolean;
  /** A guardian with proof said yes for each of the names under which the person is a minor. */
  guarded(person: number, purpose: Purpose): boolean;
  together(one: number, other: number): boolean;
  /** An objection to direct marketing that its person did not take back. */
  objectedToMarketing(person: number, purpose: Purpose): boolean;
}

interface Book {
  reasons: Map<string, Set<string>>;
  /** What was said yes to, and when: of the same thing, the first is used first. */
  yes: Map<string, number[]>;
  minor: boolean;
}

/** What the oracle keeps: a book for each person, and who is tied to whom. */
interface Shelf {
  books: Book[];
  tied: Set<string>;
  told: number;
}

export function oracleFor(persons: number): Oracle {
  const books = Array.from({ length: persons }, () => ({ reasons: new Map(), yes: new Map(), minor: false }));
  const shelf: Shelf = { books, tied: new Set(), told: 0 };
  const asks = (person: number, purpose: Purpose) =>
    groupOf(shelf, person).some((one) => reasonsOf(shelf, one, { purpose }).has('asks'));
  return {
    heed: (happened) => heed(shelf, happened),
    against: (person, use) => [
      ...groupOf(shelf, person).flatMap((one) => [
        ...[...reasonsOf(shelf, one, use)].filter((reason) => reason !== 'asks'),
        ...use.categories.flatMap((category) => [
          ...reasonsOf(shelf, one, { purpose: use.purpose, category }),
        ]),
      ]),
      ...(asks(person, use.purpose) && giverOf(shelf, person, use) === undefined ? ['asks'] : []),
    ],
    together: (one, other) => groupOf(shelf, one).includes(other),
    guarded: (person, purpose) =>
      groupOf(shelf, person).every((one) => !reasonsOf(shelf, one, { purpose }).has('minor')),
    isMinor: (person) => groupOf(shelf, person).some((one) => bookOf(shelf, one).minor),
    objectedToMarketing: (person, purpose) =>
      ruleOf(purpose).marketing === true &&
      groupOf(shelf, person).some((one) => reasonsOf(shelf, one, { purpose }).has('objected')),
  };
}

function bookOf(shelf: Shelf, person: number): Book {
  return shelf.books[person] as Book;
}

function groupOf(shelf: Shelf, person: number): number[] {
  return groupAlong(shelf.tied, person);
}

function reasonsOf(
  shelf: Shelf,
  person: number,
  { purpose, category }: { purpose: Purpose; category?: Category | undefined },
): Set<string> {
  const { reasons } = bookOf(shelf, person);
  const key = category ? `${purpose}/${category}` : purpose;
  const found = reasons.get(key) ?? new Set(category ? [] : startingReasons(purpose));
  reasons.set(key, found);
  return found;
}

function heed(shelf: Shelf, happened: Happened): void {
  if (happened.what === 'told') heedTold(shelf, happened.person, happened.told);
  else if (happened.what === 'published') published(shelf, happened.material);
  else if (happened.what === 'joined') shelf.tied.add(`${happened.one} ${happened.other}`);
  else if (happened.what === 'parted') parted(shelf, happened);
  else if (happened.what === 'used') used(shelf, happened.person, happened.use);
  else if (happened.what === 'aged') {
    for (const person of happened.persons) aged(shelf, person, happened.minor);
  }
}

const reasonFor: Readonly<Record<string, string>> = {
  ask: 'asks',
  object: 'objected',
  restrict: 'restricted',
  decline: 'denied',
  withdraw: 'denied',
};

function heedTold(shelf: Shelf, person: number, told: Told): void {
  const { purpose, act, strength, category, item } = told;
  const young = bookOf(shelf, person).minor && ruleOf(purpose).minimumAge !== undefined;
  const against = reasonsOf(shelf, person, { purpose, category });
  if (item) heedItem(shelf, person, told);
  else if (act === 'give') given(against, told, young);
  else if (act === 'lift') lifted(against, { purpose, strength, young, category });
  else {
    against.add(reasonFor[act] ?? act);
    if (act === 'object' && purposes[purpose].basis === 'consent') against.add('no-yes');
    if (act !== 'ask' && !category) forgetYes(shelf, person, { purpose });
  }
}

function heedItem(shelf: Shelf, person: number, { purpose, act, strength, item }: Told): void {
  const { yes } = bookOf(shelf, person);
  const key = `${purpose} ${item?.ref} ${item?.version}`;
  shelf.told += 1;
  if (act === 'give' && strength >= 2) yes.set(key, [...(yes.get(key) ?? []), shelf.told]);
  if (act === 'withdraw') forgetYes(shelf, person, { purpose, ref: item?.ref });
}

function given(against: Set<string>, { purpose, strength, guardian }: Told, young: boolean): void {
  if (strength < 2 || (young && !guardian) || (ruleOf(purpose).marketing && against.has('objected'))) return;
  for (const one of [...against]) if (one !== 'restricted') against.delete(one);
}

function lifted(
  against: Set<string>,
  how: { purpose: Purpose; strength: number; young: boolean; category: Category | undefined },
): void {
  const marketing = against.has('objected') && !against.has('restricted') && ruleOf(how.purpose).marketing;
  if (how.strength < (marketing ? 3 : 2)) return;
  if (against.delete('restricted') || against.delete('objected') || how.young) return;
  against.clear();
  for (const one of how.category ? [] : startingReasons(how.purpose)) against.add(one);
}

function forgetYes(
  shelf: Shelf,
  person: number,
  { purpose, ref }: { purpose: Purpose; ref?: string | undefined },
): void {
  const begins = ref === undefined ? `${purpose} ` : `${purpose} ${ref} `;
  for (const one of groupOf(shelf, person)) {
    const { yes } = bookOf(shelf, one);
    for (const key of yes.keys()) if (key.startsWith(begins)) yes.delete(key);
  }
}

function published(shelf: Shelf, material: readonly Purpose[]): void {
  for (const [person, { yes }] of shelf.books.entries()) {
    for (const purpose of material) {
      const consent = purposes[purpose].basis === 'consent' && !ruleOf(purpose).items;
      if (consent) reasonsOf(shelf, person, { purpose }).add('no-yes');
      for (const key of yes.keys()) if (key.startsWith(`${purpose} `)) yes.delete(key);
    }
  }
}

/** Each side keeps every reason that anybody had. */
function parted(shelf: Shelf, { one, other }: { one: number; other: number }): void {
  const group = groupOf(shelf, one);
  const was = shelf.tied.size;
  shelf.tied.delete(`${one} ${other}`);
  shelf.tied.delete(`${other} ${one}`);
  if (shelf.tied.size === was) return;
  const keys = new Set(group.flatMap((person) => [...bookOf(shelf, person).reasons.keys()]));
  for (const key of keys) {
    const all = group.flatMap((person) => [...(bookOf(shelf, person).reasons.get(key) ?? [])]);
    for (const person of group) bookOf(shelf, person).reasons.set(key, new Set(all));
  }
}

function aged(shelf: Shelf, person: number, minor: boolean): void {
  const book = bookOf(shelf, person);
  if (minor && book.minor) return;
  book.minor = minor;
  for (const purpose of Object.keys(purposes) as Purpose[]) {
    if (ruleOf(purpose).minimumAge === undefined) continue;
    const against = reasonsOf(shelf, person, { purpose });
    if (minor) against.add('minor');
    else {
      for (const one of ['minor', 'denied', 'no-yes']) against.delete(one);
      for (const one of startingReasons(purpose)) against.add(one);
    }
    forgetYes(shelf, person, { purpose });
  }
}

function giverOf(shelf: Shelf, person: number, { purpose, item }: UseOf): number | undefined {
  const key = `${purpose} ${item?.ref} ${item?.version}`;
  const said = groupOf(shelf, person).flatMap((one) => {
    const [at] = bookOf(shelf, one).yes.get(key) ?? [];
    return at === undefined ? [] : [{ one, at }];
  });
  return said.sort((a, b) => a.at - b.at)[0]?.one;
}

function used(shelf: Shelf, person: number, use: UseOf): void {
  const { purpose, item } = use;
  const asks = groupOf(shelf, person).some((one) => reasonsOf(shelf, one, { purpose }).has('asks'));
  const giver = asks && item ? giverOf(shelf, person, use) : undefined;
  if (giver === undefined) return;
  const key = `${purpose} ${item?.ref} ${item?.version}`;
  bookOf(shelf, giver).yes.get(key)?.shift();
}

function startingReasons(purpose: Purpose): string[] {
  const { start } = purposes[purpose];
  if (start === 'allowed') return [];
  return start === 'ask' ? ['asks'] : ['no-yes'];
}

function groupAlong(tied: ReadonlySet<string>, person: number): number[] {
  const group = [person];
  for (let at = 0; at < group.length; at += 1) {
    for (const pair of tied) {
      const [one = 0, other = 0] = pair.split(' ').map(Number);
      const found = one === group[at] ? other : other === group[at] ? one : undefined;
      if (found !== undefined && !group.includes(found)) group.push(found);
    }
  }
  return group;
}
