/** An answer that a head can give, and what it is called. The key never changes; the words may. */
export interface HeadClass {
  readonly key: string;
  readonly nl: string;
  readonly en: string;
  /** The class it falls under: what is said of it counts there as well. */
  readonly parent?: string;
  /** Words and phrases by which the rules know it; `pakket*` begins so. */
  readonly words?: readonly string[];
  /** Of an aspect: whether it is praised or blamed. Its parent is the aspect. */
  readonly pole?: Pole;
}

export type Pole = 'positive' | 'negative';

/** A class that was, and the one that it went into; null when it was deleted. */
export interface GoneClass {
  readonly into: string | null;
  readonly nl: string;
  readonly en: string;
}

/** The classes of a head, and those that were. A key is never used again, so an old label can mean one thing only. */
export interface Classes {
  readonly classes: readonly HeadClass[];
  readonly gone: Readonly<Record<string, GoneClass>>;
}

/** What a label is called now: itself, what it was merged into, or null when its class was deleted. */
export function labelNow(gone: Classes['gone'], label: string): string | null {
  return Object.hasOwn(gone, label) ? (gone[label]?.into ?? null) : label;
}

/** Labels in the classes of now, each once. The same answer as `labels_now` in the database gives. */
export function labelsNow(gone: Classes['gone'], labels: readonly string[]): string[] {
  return [...new Set(labels.flatMap((label) => labelNow(gone, label) ?? []))];
}

/** The class itself and all that it falls under, the nearest first. */
export function withAncestors(classes: readonly HeadClass[], key: string): string[] {
  const byKey = new Map(classes.map((one) => [one.key, one]));
  const path: string[] = [];
  for (let at: string | undefined = key; at !== undefined && !path.includes(at); ) {
    path.push(at);
    at = byKey.get(at)?.parent;
  }
  return path;
}

/** The class itself and all that fall under it. */
export function withDescendants(classes: readonly HeadClass[], key: string): string[] {
  return classes.map((one) => one.key).filter((one) => withAncestors(classes, one).includes(key));
}

/** As a tree is read: every class right after the one it falls under, with how deep it stands (0 at the top). */
export function inTreeOrder(
  classes: readonly HeadClass[],
): { readonly own: HeadClass; readonly depth: number }[] {
  const under = Map.groupBy(classes, ({ parent }) => parent ?? '');
  const walk = (parent: string, depth: number): { own: HeadClass; depth: number }[] =>
    (under.get(parent) ?? []).flatMap((own) => [{ own, depth }, ...walk(own.key, depth + 1)]);
  return walk('', 0);
}

/** By class: how many messages have it, or one that falls under it. A message with several labels counts once. */
export function rolledUp(
  classes: readonly HeadClass[],
  counted: readonly { readonly labels: readonly string[]; readonly n: number }[],
): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { labels, n } of counted) {
    const all = new Set(labels.flatMap((label) => withAncestors(classes, label)));
    for (const label of all) sums.set(label, (sums.get(label) ?? 0) + n);
  }
  return sums;
}
