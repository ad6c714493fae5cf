import { Refusal } from '../../platform/refusal.ts';
import { type Classes, type HeadClass, type Pole, withAncestors, withDescendants } from './classes.ts';

/** What somebody says of a class. */
export interface ClassWords {
  readonly nl: string;
  readonly en: string;
  /** Key of the class it falls under; null: none. */
  readonly parent: string | null;
  readonly words: readonly string[];
}

const mostClasses = 300;
const deepest = 4;

/**
 * The classes with one more. Of a head of aspects three: the aspect as it is named, praised and blamed.
 * @throws Refusal `conflict.class-exists`, `invalid.class-parent`, `too-large.classes`
 */
export function withClass(state: Classes, said: ClassWords, isAspect: boolean): Classes {
  const key = freeKey(state, said.en);
  const own: HeadClass = { key, ...written(said) };
  const fresh = isAspect ? [own, ...poles.map((pole) => poleOf(own, pole))] : [own];
  if (state.classes.length + fresh.length > mostClasses)
    throw new Refusal('too-large.classes', { most: mostClasses });
  const next = { ...state, classes: [...state.classes, ...fresh] };
  refuseDouble(next, own);
  refuseTree(next, own);
  return next;
}

/**
 * The classes with other words, or another place in the tree, for one. Its key stays, so labels and models need
 * nothing.
 * @throws Refusal `not-found.class`, `conflict.class-exists`, `conflict.class-pole`, `invalid.class-parent`
 */
export function withWords(state: Classes, key: string, said: ClassWords): Classes {
  refusePole(getClass(state, key));
  const own: HeadClass = { key, ...written(said) };
  const next = {
    ...state,
    classes: state.classes.map((one) => {
      if (one.key === key) return own;
      return one.pole && one.parent === key ? poleOf(own, one.pole, one.key) : one;
    }),
  };
  refuseDouble(next, own);
  refuseTree(next, own);
  return next;
}

/**
 * One class goes into another: what was labelled so is labelled as the other from now on, and what fell under it falls
 * under the other. Of aspects praise goes into praise and blame into blame.
 * @throws Refusal `not-found.class`, `invalid.class-merge`, `conflict.class-pole`
 */
export function merged(state: Classes, from: string, into: string): Classes {
  const [old, other] = [getClass(state, from), getClass(state, into)];
  if (from === into) throw new Refusal('invalid.class-merge', { class: from });
  refusePole(old);
  refusePole(other);
  const pairs = polesOf(state, from).map(
    (pole) => [pole.key, polesOf(state, into).find((one) => one.pole === pole.pole)?.key ?? into] as const,
  );
  // First out of the way: the other may stand somewhere under this one.
  const lifted = withAncestors(state.classes, into).includes(from) ? under(state, into, old.parent) : state;
  const moved = adopt(lifted, from, into);
  return [...pairs, [from, into] as const].reduce((next, [one, to]) => without(next, one, to), moved);
}

/**
 * The classes without one: it is never answered again, and what was labelled so teaches nothing. What fell under it
 * falls under what it fell under itself.
 * @throws Refusal `not-found.class`, `conflict.class-pole`
 */
export function deleted(state: Classes, key: string): Classes {
  const old = getClass(state, key);
  refusePole(old);
  const poleKeys = polesOf(state, key).map((one) => one.key);
  const moved = adopt(state, key, old.parent);
  return [...poleKeys, key].reduce((next, one) => without(next, one, null), moved);
}

const poles: readonly Pole[] = ['positive', 'negative'];
const poleWords = {
  positive: { nl: 'positief', en: 'positive' },
  negative: { nl: 'negatief', en: 'negative' },
} as const;

function poleOf({ key, nl, en }: HeadClass, pole: Pole, own = `${key}_${pole}`): HeadClass {
  const words = poleWords[pole];
  return { key: own, nl: `${nl}: ${words.nl}`, en: `${en}: ${words.en}`, parent: key, pole };
}

function polesOf({ classes }: Classes, key: string): HeadClass[] {
  return classes.filter(({ parent, pole }) => pole !== undefined && parent === key);
}

export function getClass({ classes }: Classes, key: string): HeadClass {
  const found = classes.find((one) => one.key === key);
  if (!found) throw new Refusal('not-found.class', { class: key });
  return found;
}

function refusePole({ key, pole }: HeadClass): void {
  if (pole) throw new Refusal('conflict.class-pole', { class: key });
}

function written({ nl, en, parent, words }: ClassWords): Omit<HeadClass, 'key'> {
  return {
    nl: nl.trim(),
    en: en.trim(),
    ...(parent ? { parent } : {}),
    ...(words.length > 0 ? { words } : {}),
  };
}

/** From the name, but never one that was used: an old label would come to mean something else. */
function freeKey({ classes, gone }: Classes, name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '');
  const start = plain.slice(0, 28).replace(/_+$/, '') || 'class';
  const used = new Set([...classes.map(({ key }) => key), ...Object.keys(gone)]);
  const taken = (key: string) => used.has(key) || poles.some((pole) => used.has(`${key}_${pole}`));
  for (let number = 1; ; number++) {
    const key = number === 1 ? start : `${start}_${number}`;
    if (!taken(key)) return key;
  }
}

function refuseDouble({ classes }: Classes, own: HeadClass): void {
  const same = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
  const double = classes.find((one) => one.key !== own.key && (same(one.nl, own.nl) || same(one.en, own.en)));
  if (double) throw new Refusal('conflict.class-exists', { class: double.key });
}

/** A class falls under one that is there and that does not fall under it, and not too deep for anybody to follow. */
function refuseTree({ classes }: Classes, { key, parent }: HeadClass): void {
  if (parent === undefined) return;
  const above = classes.find((one) => one.key === parent);
  const circular = withAncestors(classes, parent).includes(key);
  const depths = withDescendants(classes, key).map((one) => withAncestors(classes, one).length);
  if (!above || above.pole || circular || Math.max(...depths) > deepest)
    throw new Refusal('invalid.class-parent', { class: key, parent });
}

function under(state: Classes, key: string, parent: string | undefined): Classes {
  return { ...state, classes: state.classes.map((one) => (one.key === key ? placed(one, parent) : one)) };
}

function placed({ parent: _, ...rest }: HeadClass, parent: string | undefined): HeadClass {
  return parent === undefined ? rest : { ...rest, parent };
}

/** What falls under `from`, falls under `into`; its poles go with it. */
function adopt(state: Classes, from: string, into: string | undefined): Classes {
  return {
    ...state,
    classes: state.classes.map((one) => (one.parent === from && !one.pole ? placed(one, into) : one)),
  };
}

/** Also what went into it before goes where it goes, so that every old label leads to a class of now in one step. */
function without({ classes, gone }: Classes, key: string, into: string | null): Classes {
  const old = classes.find((one) => one.key === key);
  if (!old) return { classes, gone };
  const before = Object.fromEntries(
    Object.entries(gone).map(([was, one]) => [was, one.into === key ? { ...one, into } : one]),
  );
  return {
    classes: classes.filter((one) => one.key !== key),
    gone: { ...before, [key]: { into, nl: old.nl, en: old.en } },
  };
}
